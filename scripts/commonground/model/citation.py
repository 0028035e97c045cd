"""A citation as it stands in a text."""

from msgspec import Struct

from commonground.model.position import Span


class Citation(Struct, frozen=True):
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
