"""The rules of one language made ready for matching: what this engine and the one in the browser both run."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import dropwhile

from msgspec import Struct
from msgspec.structs import replace

from commonground.languages import Language
from commonground.languages.words import Grammar, NameWords
from commonground.model.term import Fits, Near, TermRule
from commonground.text.folding import fold, has_any

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Option(Struct, frozen=True):
    """
    One text to write instead of a form.

    ``straight``: it can stand in the form's place as it is. ``gender``: that of a noun, ``m``, ``f`` or ``mf`` for either,
    where words around it change with it, else "". ``vowel``: it is spoken with a vowel first. ``is_open``: a noun with
    words after it ("person who …"), to which nothing can be tied.
    """

    text: str
    straight: bool
    gender: str
    vowel: bool
    is_open: bool


class Form(Struct, frozen=True):
    """
    One form to look for.

    Attributes:
        find: The form as it stands in a folded text.
        written: The form as the rule has it.
        rule: Its rule's place in ``Compiled.rules``.
        exact: It counts with exactly its capital letters alone.
        capitals: It counts where all letters are capitals alone: the form without its accents.
        near: Words that must, or must not, stand in its sentence; None: no matter.
        fits: Words that must, or must not, stand beside it for its options to fit; None: no matter.
        gender: That of a noun, as for an option.
        advice: What to do instead where no option fits, without a full stop; "" where its rule says nothing.
    """

    find: str
    written: str
    rule: int
    exact: bool
    capitals: bool
    near: Near | None
    fits: Fits | None
    gender: str
    options: tuple[Option, ...]
    advice: str


class Compiled(Struct, frozen=True):
    """All rules of one language, their forms in the rules' order, and the names in which a form is left alone."""

    language: str
    rules: tuple[TermRule, ...]
    forms: tuple[Form, ...]
    names: tuple[str, ...]
    grammar: Grammar
    quotation_words: tuple[str, ...]
    speaking_words: tuple[str, ...]
    name_words: NameWords


def compile_terms(rules: Sequence[TermRule], locale: Language) -> Compiled:
    """Compile the rules of one language."""
    forms = [form for place, rule in enumerate(rules) for form in _forms(place, rule, locale.words.grammar)]
    names = dict.fromkeys(fold(name).exact for rule in rules for name in rule.names)
    return Compiled(
        locale.code,
        tuple(rules),
        tuple(forms),
        tuple(names),
        locale.words.grammar,
        locale.words.quotation_words,
        locale.words.speaking_words,
        locale.words.names,
    )


def _forms(place: int, rule: TermRule, grammar: Grammar) -> Iterator[Form]:
    for written in rule.avoid:
        find = fold(written).text
        exact = written in rule.cased
        near = rule.near.get(written) or rule.near.get("")
        fits = rule.fits.get(written) or rule.fits.get("")
        options = tuple(_option(text, grammar) for text in rule.preferred(written))
        form = Form(
            find,
            written,
            place,
            exact,
            False,
            near,
            fits,
            _gender(find, grammar, whole=True),
            options,
            rule.advice(written),
        )
        yield form
        bare = _without_accents(find)
        if bare != find and not exact:
            yield replace(form, find=bare, capitals=True)


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _option(text: str, grammar: Grammar) -> Option:
    first = fold(text).text.split(" ")[0]
    letter = _without_accents(first)[:1]
    # A word of capitals is spelled out: "an HIV test", "a UN report".
    spelled = len(first) > 1 and text[: len(first)].isupper()
    spoken = letter in (grammar.vowel_names if spelled else grammar.vowels)
    vowel = spoken and not (grammar.consonant_sounds and has_any(grammar.consonant_sounds, first))
    straight = "(" not in text and ", whichever" not in text
    is_open = any(word in grammar.postmodifiers for word in text.split()[1:])
    return Option(text, straight, _gender(fold(text).text, grammar, whole=False), vowel, is_open)


def _gender(folded: str, grammar: Grammar, *, whole: bool) -> str:
    """
    Return the gender of a text that begins with a noun, small words aside; "" where it begins with none.

    Args: whole: Where that may be of either, a later word tells: "enfant prostituée".
    """
    words = list(dropwhile(lambda word: word in grammar.small_words, _WORD.findall(folded)))
    if not words or words[0] not in grammar.genders:
        return ""
    found = [grammar.genders[word] for word in words if word in grammar.genders]
    return next((gender for gender in found if whole and gender != "mf"), found[0])
