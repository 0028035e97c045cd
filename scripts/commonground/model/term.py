"""A term rule: one entry of ``language/<lang>.yaml``."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from commonground.model.figure import Quantity
from commonground.model.passage import Passage
from commonground.model.phrases import Words, tree
from commonground.model.position import FILE_START, Span
from commonground.model.problem import Level


class Near(Struct, frozen=True):
    """
    Phrases that must (``any``), or must not (``none``), stand in the same sentence for a form to be a use of the rule.

    They are matched in whole words, without regard to case, as ``model/phrases.py`` says.
    """

    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()


class Fits(Struct, frozen=True):
    """Phrases that must, or must not, stand right before and right after a form for its replacements to fit there."""

    before: Near = Near()
    after: Near = Near()


class Situation(Struct, frozen=True, eq=False):
    """
    What a paragraph may be about, so that words for adults who agree are not offered in it: somebody under 18, force.

    ``any``: phrases that tell it; ``but``: phrases that hold one of them and do not ("16 years in prison"). ``why`` is the
    reason, a sentence; ``instead`` what to write, without a full stop. ``values`` are the quantities of the numbers that the two may give, and
    ``passages`` the two as read; neither is there where a page was read alone.
    """

    id: str
    any: tuple[str, ...]
    but: tuple[str, ...]
    why: str
    instead: str
    values: tuple[tuple[Quantity, ...], ...] = ()
    passages: tuple[Passage, ...] = ()

    def holds(self, text: Words) -> bool:
        """Tell whether a text is about it: read from the left, with each phrase of ``but`` passed over, it has one of ``any``."""
        any_of, but = tree(self.any), tree(self.but)
        told = set(any_of.places(text))
        at = 0
        while told and at < len(text.words):
            passed = but.end(text, at)
            if passed <= at and at in told:
                return True
            at = max(at + 1, passed)
        return False


class Example(Struct, frozen=True):
    """A sentence that a rule must find (``wrong``) or leave alone, at its place in the rule file."""

    passage: Passage
    wrong: bool


class TermRule(Struct, frozen=True):
    """
    One rule of language.

    Attributes:
        avoid: Forms a writer may type, matched whole, case ignored unless the form is in ``cased``.
        prefer: Replacement per form where ``parallel``, else suggestions; a text in parentheses is advice.
        sources_at: Where each of the ``sources`` stands in the file.
        near: Conditions by form; the key "" holds for every form without one of its own.
        fits: Where a form's replacements fit, by form; where not, it is told, and nothing is offered.
        names: Proper names and titles in which the form is left alone (from the ``except`` examples).
        replaces: Ids of rules that this one silences where both match.
        examples: Every example of the rule and its conditions; none where a page was read alone.
        safe: A form and its replacement always mean the same, so that ``commonground check --fix`` may swap them.
        subject: What the words are about, by the names in the settings; "" where the rule file says none.
        values: The quantities of numbers that its texts may give beside those of the sources that it names; none where a page was read alone.
        passages: What readers see of it but for its examples; likewise.
        situations: Those in which its replacements, which speak of adults who agree, are not offered.
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
    sources_at: tuple[Span, ...] = ()
    near: Mapping[str, Near] = field(default_factory=dict)
    fits: Mapping[str, Fits] = field(default_factory=dict)
    cased: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    safe: bool = False
    subject: str = ""
    values: tuple[tuple[Quantity, ...], ...] = ()
    passages: tuple[Passage, ...] = ()
    situations: tuple[Situation, ...] = ()
    path: str = ""
    span: Span = FILE_START

    @property
    def rule_id(self) -> str:
        """Return the id under which its problems are reported."""
        return f"language/{self.id}"

    def preferred(self, form: str) -> tuple[str, ...]:
        """Return what to write instead of one form, advice left out."""
        return tuple(option for option in self._options(form) if not option.startswith("("))

    def advice(self, form: str) -> str:
        """Return the advice in parentheses on one form, without those; "" where there is none."""
        return next((option.strip("()") for option in self._options(form) if option.startswith("(")), "")

    def _options(self, form: str) -> tuple[str, ...]:
        if len(self.prefer) == len(self.avoid) and form in self.avoid:
            return (self.prefer[self.avoid.index(form)],)
        return tuple(dict.fromkeys(self.prefer))


def situations_of(rules: Iterable[TermRule]) -> tuple[Situation, ...]:
    """Return the situations that rules share, each once."""
    found = (situation for rule in rules for situation in rule.situations)
    return tuple({(one.id, one.any, one.but, one.why, one.instead): one for one in found}.values())
