"""Whether a replacement agrees with the words around it: as it is, once somebody has looked, or not at all."""

from enum import Enum
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from commonground.languages.words import Grammar
from commonground.matching.compiled import Form, Option
from commonground.model.phrases import Words, begins_with, ends_with
from commonground.text.folding import Folded, is_letter

_REACH = 120
"""Characters before and after a form in which the words beside it are looked for."""


class Agreement(Enum):
    """What becomes of the words around a form that is replaced: nothing, maybe something, surely something."""

    SURE = 1
    CHECK = 2
    NONE = 3


class Around(Struct, frozen=True, dict=True):
    """The words before a form and those after it."""

    folded: Folded
    start: int
    end: int

    @cached_property
    def before(self) -> Words:
        return _tied(Words.of(self.folded.text[max(0, self.start - _REACH) : self.start], is_whole=False))

    @cached_property
    def after(self) -> Words:
        """Return the words after the form, and before them one that stands for it."""
        return _tied(Words.of(f"x{self.folded.text[self.end : self.end + _REACH]}"))

    @property
    def is_in_compound(self) -> bool:
        """Tell whether a hyphen ties the form to another word: "anti-", "-related"."""
        before = self.folded.text[max(0, self.start - 2) : self.start]
        return (before[1:] == "-" and is_letter(before[0])) or self.after.words[0] != "x"

    @property
    def is_last(self) -> bool:
        """Tell whether no word follows in the whole text."""
        return not any(map(is_letter, self.folded.text[self.end :]))


def _tied(text: Words) -> Words:
    """Return words of which none is beside another with a stop between them."""
    return replace(text, ends=text.stops)


def allows(form: Form, around: Around) -> bool:
    """Tell whether the words right beside a form are those beside which its replacements fit."""
    if form.fits is None:
        return True
    before, after = form.fits.before, form.fits.after
    return (
        (not before.any or ends_with(before.any, around.before))
        and not ends_with(before.none, around.before)
        and (not after.any or begins_with(after.any, around.after))
        and not begins_with(after.none, around.after)
    )


def agreement(form: Form, option: Option, determiner: str, around: Around, grammar: Grammar) -> Agreement:
    """
    Return how an option agrees with the words around a form.

    Args: determiner: The small word before the form that changes with it, "" where there is none.
    """
    found = [_of_open_option(around, grammar)] if option.is_open else []
    shown = _shown_gender(form, determiner, grammar)
    if option.gender in ("m", "f") and shown not in ("", option.gender):
        found.append(_of_other_gender(around, determiner, grammar))
    return max(found, key=lambda one: one.value, default=Agreement.SURE)


def _of_open_option(around: Around, grammar: Grammar) -> Agreement:
    """Return how a noun with words after it ("person who …") agrees: nothing may be tied to it, and no noun follow."""
    following = around.folded.text[around.end : around.end + 1]
    if around.is_in_compound or (grammar.possessives and following == "'"):
        return Agreement.NONE
    after = around.after
    is_free = len(after.words) < 2 or after.stops[0] or after.words[1] in grammar.function_words
    return Agreement.SURE if is_free else Agreement.CHECK


def _of_other_gender(around: Around, determiner: str, grammar: Grammar) -> Agreement:
    """Return how a noun of another gender agrees: no word before it but its determiner may change; words after it may."""
    before = around.before
    at = len(before.words) - len(Words.of(determiner).words)
    if not determiner and at and not before.stops[at - 1]:
        at -= 1
        if before.words[at] not in grammar.function_words and not before.words[at].isdecimal():
            return Agreement.NONE
    if at > 0 and not before.stops[at - 1] and before.words[at - 1] in grammar.agreeing_words:
        return Agreement.NONE
    return Agreement.SURE if around.is_last else Agreement.CHECK


def _shown_gender(form: Form, determiner: str, grammar: Grammar) -> str:
    """Return the gender of a form; where it may have either, that of the word before it, if that tells."""
    if form.gender != "mf" or not determiner:
        return form.gender
    word = determiner.strip()
    columns = {column % 2 for row in grammar.determiners for column, other in enumerate(row) if other == word}
    return "mf"[columns.pop()] if len(columns) == 1 else form.gender
