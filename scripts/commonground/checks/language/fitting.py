"""Replacements that fit their sentence: capitals, the small word before, the possessive after."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from commonground.checks.language.compiled import Form, Option
from commonground.model.folding import Folded, is_letter
from commonground.model.settings import Grammar

_SECOND_GENDER = re.compile(r" ?[(\[]\w{1,5}[)\]]|[^\w ]\w")
"""What goes on a form in another gender: "·e·s", "(e)s", " (ne)s", "/trice", by whatever mark."""

_WORD = re.compile(r"[^\s-]+")


@dataclass(frozen=True, slots=True)
class Edit:
    """
    A replacement of ``start`` to ``end`` of the folded text.

    ``certain``: nothing else in the sentence has to change with it, as a possessive or a French adjective may.
    """

    start: int
    end: int
    text: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a form was found in a folded text; ``opens``: it is the first word of its sentence."""

    folded: Folded
    start: int
    end: int
    form: Form
    opens: bool

    @property
    def written(self) -> str:
        """Return the form with the capitals it has here."""
        return self.folded.exact[self.start : self.end]


def edits(place: Place, grammar: Grammar) -> Iterator[Edit]:
    """
    Yield one edit for each option that can stand in the form's place.

    Where a form goes on in another gender, as in "prostitué·e·s", no option fits, and there is none.
    """
    if grammar.genders and _SECOND_GENDER.match(place.folded.text, place.end):
        return
    for option in place.form.options:
        if option.straight:
            yield _edit(place, option, grammar)


def _edit(place: Place, option: Option, grammar: Grammar) -> Edit:
    start, old, new = _determiner(place, option, grammar)
    leads = new != old and place.folded.exact[start : start + 1].isupper()
    text, end = with_capitals(place, option.text, grammar, lower=leads), place.end
    if grammar.possessives:
        text, end = _with_possessive(place, text)
    if new == old:
        return Edit(place.start, end, text, end == place.end)
    if leads:
        new = new.upper() if text.isupper() else new[:1].upper() + new[1:]
    return Edit(start, end, new + text, end == place.end and not option.gender)


def with_capitals(place: Place, option: str, grammar: Grammar, *, lower: bool = False) -> str:
    """
    Return an option with the capitals of what it replaces: ALL, Title or First; one with capitals of its own keeps them.

    Args: lower: The word before takes the first capital.
    """
    written, form = place.written, place.form.written
    letters = [c for c in written if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters) and not form.isupper():
        return option.upper()
    if not written[:1].isupper() or lower:
        return option
    if form[:1].isupper() and not place.opens:
        return option
    words = [word for word in _WORD.findall(written) if word.lower() not in grammar.small_words]
    titled = all(word[:1].isupper() for word in words) and (len(words) > 1 or not place.opens)
    return _titled(option, grammar) if titled and not form[:1].isupper() else option[:1].upper() + option[1:]


def _titled(option: str, grammar: Grammar) -> str:
    def capital(found: re.Match[str]) -> str:
        word = found.group()
        small = found.start() > 0 and word in grammar.small_words
        return word if small else word[:1].upper() + word[1:]

    return _WORD.sub(capital, option)


def _with_possessive(place: Place, text: str) -> tuple[str, int]:
    """Move the possessive that follows: addicts' becomes youth's, business's becomes businesses'."""
    after = place.folded.text[place.end : place.end + 3]
    ends_in_s = text[-1:].lower() == "s"
    if after.startswith("'s") and not is_letter(after[2:3]) and ends_in_s:
        return f"{text}'", place.end + 2
    if (
        after.startswith("'")
        and not is_letter(after[1:2])
        and place.written[-1:].lower() == "s"
        and not ends_in_s
    ):
        return f"{text}'{'S' if text.isupper() else 's'}", place.end + 1
    return text, place.end


def _determiner(place: Place, option: Option, grammar: Grammar) -> tuple[int, str, str]:
    """Return where the small word before the form begins, that word, and the one the option needs (with its space)."""
    before = place.folded.text[max(0, place.start - 8) : place.start]
    column = 2 * option.vowel + (option.gender == "f")
    best = (place.start, "", "")
    for row in grammar.determiners:
        if not option.gender and grammar.genders and (row[0], row[2]) != (row[1], row[3]):
            continue
        for word in map(_spaced, row):
            at = place.start - len(word)
            if (
                before.endswith(word)
                and at < best[0]
                and not is_letter(place.folded.text[at - 1 : at] if at else "")
            ):
                best = (at, word, _spaced(row[column]))
    return best


def _spaced(word: str) -> str:
    return word if word.endswith("'") else f"{word} "
