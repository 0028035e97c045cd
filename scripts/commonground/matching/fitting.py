"""Replacements that fit their sentence: capitals, the small word before, the possessive after."""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from commonground.languages.words import Grammar
from commonground.matching.agreement import Agreement, Around, agreement, allows
from commonground.matching.compiled import Form, Option
from commonground.text.folding import Folded, is_letter

_SECOND_GENDER = re.compile(r" ?[(\[]\w{1,5}[)\]]|[^\w ]\w")
"""What goes on a form in another gender: "·e·s", "(e)s", " (ne)s", "/trice", by whatever mark."""

_WORD = re.compile(r"[^\s-]+")


class Edit(Struct, frozen=True):
    """
    A replacement of ``start`` to ``end`` of the folded text.

    ``certain``: nothing else in the sentence has to change with it, as a possessive or a French adjective may.
    ``check``: words around it may have to, and somebody must look.
    """

    start: int
    end: int
    text: str
    certain: bool
    check: bool = False


class Place(Struct, frozen=True):
    """Where a form was found in a folded text; ``opens``: it is the first word of its sentence; ``titled``: that is a title."""

    folded: Folded
    start: int
    end: int
    form: Form
    opens: bool
    titled: bool

    @property
    def written(self) -> str:
        """Return the form with the capitals it has here."""
        return self.folded.exact[self.start : self.end]


def edits(place: Place, grammar: Grammar) -> Iterator[Edit]:
    """
    Yield one edit for each option that can stand in the form's place.

    Where a form goes on in another gender, as in "prostitué·e·s", no option fits, and there is none; nor where the words
    around the form would have to change.
    """
    if grammar.genders and _SECOND_GENDER.match(place.folded.text, place.end):
        return
    around = Around(place.folded, place.start, place.end)
    if not allows(place.form, around):
        return
    for option in place.form.options:
        determiner = _determiner(place, option, grammar)
        agrees = agreement(place.form, option, determiner[1], around, grammar)
        if option.straight and agrees is not Agreement.NONE:
            edit = _edit(place, _hyphenated(option) if around.is_in_compound else option, determiner, grammar)
            check = agrees is Agreement.CHECK
            yield replace(edit, certain=edit.certain and not check, check=check)


def _hyphenated(option: Option) -> Option:
    """Return an option as it stands in a compound: "anti-sex-work"."""
    return replace(option, text=option.text.replace(" ", "-"))


def _edit(place: Place, option: Option, determiner: tuple[int, str, str], grammar: Grammar) -> Edit:
    start, old, new = determiner
    leads = new != old and place.folded.exact[start : start + 1].isupper()
    text, end = with_capitals(place, option.text, grammar, lower=leads), place.end
    if grammar.possessives:
        text, end = _with_possessive(place, text)
    if new == old:
        return Edit(place.start, end, text, end == place.end)
    if leads:
        new = new.upper() if _is_shouted(place) else new[:1].upper() + new[1:]
    return Edit(start, end, new + text, end == place.end)


def with_capitals(place: Place, option: str, grammar: Grammar, *, lower: bool = False) -> str:
    """
    Return an option with the capitals of what it replaces: ALL, Title or First; one with capitals of its own keeps them.

    Args: lower: The word before takes the first capital.
    """
    written, form = place.written, place.form.written
    if _is_shouted(place):
        return option.upper()
    if not written[:1].isupper() or lower:
        return option
    if form[:1].isupper() and not place.opens:
        return option
    words = [word for word in _WORD.findall(written) if word.lower() not in grammar.small_words]
    titled = place.titled or (
        all(word[:1].isupper() for word in words) and (len(words) > 1 or not place.opens)
    )
    return _titled(option, grammar) if titled and not form[:1].isupper() else option[:1].upper() + option[1:]


def _is_shouted(place: Place) -> bool:
    """Tell whether a form stands there in capitals, which it does not have by itself."""
    letters = [c for c in place.written if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters) and not place.form.written.isupper()


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
    text = place.folded.text
    gender = place.form.gender if option.gender == "mf" else option.gender
    column = 2 * option.vowel + (gender == "f")
    best = (place.start, "", "")
    for row in grammar.determiners:
        if gender not in ("m", "f") and grammar.genders and (row[0], row[2]) != (row[1], row[3]):
            continue
        for word in map(_spaced, row):
            at = place.start - len(word)
            if (
                0 <= at < best[0]
                and text.startswith(word, at)
                and not is_letter(text[at - 1 : at] if at else "")
            ):
                best = (at, word, _spaced(row[column]))
    return best


def _spaced(word: str) -> str:
    return word if word.endswith("'") else f"{word} "
