"""Word rules as their files have them: ``language/<lang>.yaml``, a list of rules, with a head before them that some files have."""

from typing import Annotated

from msgspec import Struct, field

from commonground.model.problem import Level
from commonground.model.schema.declared import FILLED, keys_of
from commonground.model.schema.forms import SLUG, SOURCE_ID, TEXT
from commonground.model.schema.shapes import Either, ListOf, Named, OneOf
from commonground.model.term import Near

HEAD = "situations"
"""The entry of a rule file that has this key is its head, and no rule."""

LEVELS = tuple(level.value for level in Level)
_ONCE = ListOf(TEXT, filled=True, once=True)
_SUBJECT = Named(lambda settings: settings.subjects)


class Examples(Struct, frozen=True):
    """A sentence that a rule finds, and one that it does not."""

    wrong: str
    right: str


class Saved(Struct, frozen=True):
    """A sentence that a condition saves from being reported, perhaps beside one that it does not."""

    right: str
    wrong: str = ""


class Condition(Struct, frozen=True):
    """What must, or must not, stand near some forms of a rule, or near all that have no condition of their own."""

    examples: Saved
    forms: Annotated[tuple[str, ...], _ONCE] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()


class Fitting(Struct, frozen=True):
    """Where the replacements of some forms fit, or of all."""

    forms: Annotated[tuple[str, ...], _ONCE] = ()
    before: Near = Near()
    after: Near = Near()


class RuleEntry(Struct, frozen=True):
    """One rule, each key as the head of the file explains it; ``TermRule`` is what texts are held against."""

    id: Annotated[str, SLUG]
    avoid: Annotated[tuple[str, ...], _ONCE]
    prefer: tuple[str, ...]
    why: str
    level: Annotated[str, OneOf(LEVELS)]
    examples: Examples
    exceptions: tuple[str, ...] = field(default=(), name="except")
    contexts: tuple[str, ...] = ()
    sources: Annotated[tuple[str, ...], ListOf(SOURCE_ID)] = ()
    near: tuple[Condition, ...] = ()
    fits: tuple[Fitting, ...] = ()
    cased: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    replaces: Annotated[tuple[str, ...], ListOf(SLUG)] = ()
    safe: bool = False
    figures: tuple[str, ...] = ()
    subject: Annotated[str, _SUBJECT] = ""


class SituationEntry(Struct, frozen=True):
    """One of the situations in which words for adults who agree are not offered; ``figures``: numbers that its texts may give."""

    id: Annotated[str, SLUG]
    any: Annotated[tuple[str, ...], _ONCE]
    why: str
    instead: str
    but: Annotated[tuple[str, ...], _ONCE] = ()
    figures: tuple[str, ...] = ()


class Adults(Struct, frozen=True):
    """What tells that a rule speaks of adults who agree: what it is about, or a word that it offers."""

    subjects: Annotated[tuple[str, ...], ListOf(_SUBJECT)]
    words: Annotated[tuple[str, ...], _ONCE]


class WordList(Struct, frozen=True):
    """Words that phrases use under a name: ``{age}``."""

    id: Annotated[str, SLUG]
    words: Annotated[tuple[str, ...], _ONCE]


class HeadEntry(Struct, frozen=True):
    """What all rules of a file share."""

    situations: Annotated[tuple[SituationEntry, ...], FILLED]
    adults: Adults
    lists: tuple[WordList, ...] = ()


SHAPE = ListOf(Either(frozenset({HEAD}), keys_of(HeadEntry), keys_of(RuleEntry)))
