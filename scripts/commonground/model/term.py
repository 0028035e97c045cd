"""A term rule: one entry of ``language/<lang>.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from commonground.model.passage import Passage
from commonground.model.position import FILE_START, Span
from commonground.model.problem import Level

SUBJECTS = (
    "people", "work", "others", "minors", "force", "violence", "verdicts", "places", "law", "health", "groups",
)  # fmt: skip
"""What rules are about, in the order in which readers meet them; the locales name each."""


@dataclass(frozen=True, slots=True)
class Near:
    """
    Words that must (``any``), or must not (``none``), stand in the same sentence for a form to be a use of the rule.

    Words are matched whole, without regard to case; a trailing ``*`` matches any ending.
    """

    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that a rule must find (``wrong``) or leave alone, at its place in the rule file."""

    passage: Passage
    wrong: bool


@dataclass(frozen=True, slots=True)
class TermRule:
    """
    One rule of language.

    Attributes:
        avoid: Forms a writer may type, matched whole, case ignored unless the form is in ``cased``.
        prefer: Replacement per form where ``parallel``, else suggestions; a text in parentheses is advice.
        near: Conditions by form; the key "" holds for every form without one of its own.
        names: Proper names and titles in which the form is left alone (from the ``except`` examples).
        replaces: Ids of rules that this one silences where both match.
        examples: Every example of the rule and its conditions; none where a page was read alone.
        safe: A form and its replacement always mean the same, so that ``commonground check --fix`` may swap them.
        subject: What the words are about, one of ``SUBJECTS``; "" where the rule file says none.
    """

    id: str
    language: str
    avoid: tuple[str, ...]
    prefer: tuple[str, ...]
    why: str
    level: Level
    exceptions: tuple[str, ...]
    wrong: str
    right: str
    contexts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    near: Mapping[str, Near] = field(default_factory=dict)
    cased: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    safe: bool = False
    subject: str = ""
    path: str = ""
    span: Span = FILE_START

    @property
    def rule_id(self) -> str:
        """Return the id under which its problems are reported."""
        return f"language/{self.id}"

    def preferred(self, form: str) -> tuple[str, ...]:
        """Return what to write instead of one form, advice left out."""
        if len(self.prefer) == len(self.avoid) and form in self.avoid:
            options: tuple[str, ...] = (self.prefer[self.avoid.index(form)],)
        else:
            options = tuple(dict.fromkeys(self.prefer))
        return tuple(option for option in options if not option.startswith("("))
