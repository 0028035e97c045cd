"""A citation as it stands in a text."""

from dataclasses import dataclass

from commonground.model.position import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """
    One part of a citation mark.

    ``offset`` is the mark's place in the text of its passage (code points). ``source`` is "" where the part is
    not written as a citation must be; ``raw`` keeps what stands there. ``after_comma``: no semicolon sets it apart from
    the part before.
    """

    source: str
    finding: str | None
    locator: str
    span: Span
    offset: int
    raw: str
    after_comma: bool = False

    @property
    def key(self) -> str:
        """Return ``source#finding``, or ``source`` alone."""
        return f"{self.source}#{self.finding}" if self.finding else self.source
