"""
Patterns for Vale: where each form of a language counts, as one regular expression a form.

Vale matches with regexp2 (https://vale.sh/docs/guides/regex), which can look behind by any length. A form is left alone
inside a name, and inside a longer form that has a message of its own; what must, or must not, stand in its sentence is
looked for in the whole text that Vale hands over, from its start: ``\\A``.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from commonground.matching.compiled import Compiled, Form
from commonground.model.phrases import is_pattern
from commonground.model.problem import Level
from commonground.model.term import Near, Situation, TermRule
from commonground.text.folding import fold

_STRICTNESS = {Level.ERROR: 2, Level.WARNING: 1, Level.SUGGESTION: 0}

_SPACES = r"[\s\p{Z}]+"
_LIGATURES = {"oe": "(?:oe|\u0153)", "ae": "(?:ae|\u00e6)"}
_PLAIN = {" ": _SPACES, "'": "['’]", "-": "[-\u2010\u2011]"}
_BETWEEN_WORDS = r"[^\w'’-]+"
_BETWEEN = r"[^\w.!?;:-]+"
_GAP = rf"(?:{_BETWEEN}[\w-]+){{0,5}}?"
_STOP = r"\s*(?:[][,;:.!?()–—]|--?(?=\s)|\z)\s*"
_WORD_BEGINS = r"(?<![\w-])"
_WORD_ENDS = r"(?![\w'’-])"


class Pattern(Struct, frozen=True):
    """
    Where one form counts.

    ``text``: the regular expression, to be run without regard to case. ``conditional``: it looks at the form's sentence.
    """

    form: Form
    text: str
    conditional: bool


class _Place(Struct, frozen=True):
    """Where a form is not to count: ``until`` its end, and what follows it (``after``); "" for anything."""

    until: str
    after: str
    conditional: bool = False


def patterns(compiled: Compiled) -> Iterator[Pattern]:
    """Yield a pattern for each form of a language, in the rules' order."""
    names = [(name, fold(name).text) for name in compiled.names]
    for form in compiled.forms:
        places = [*_in_names(form, names, compiled.grammar.articles), *_in_longer_forms(form, compiled)]
        conditional = form.near is not None or any(place.conditional for place in places)
        text = _text(form.find, _capitals(form))
        yield Pattern(form, f"{text}{_not_at(places)}{_condition(form.near)}", conditional)


def _not_at(places: Iterable[_Place]) -> str:
    """Return what refuses a form that was found in one of the places."""
    untils = defaultdict(set)
    for place in places:
        untils[place.after].add(place.until)
    refused = [
        _one_of(sorted(until)) + (f"(?={after})" if after else "") for after, until in sorted(untils.items())
    ]
    return f"(?<!{'|'.join(refused)})" if refused else ""


def _one_of(texts: Sequence[str]) -> str:
    return texts[0] if len(texts) == 1 else f"(?:{'|'.join(texts)})"


def _capitals(form: Form) -> str:
    """Return a form with the capital letters that it must have, "" for any."""
    if form.capitals:
        return form.find.upper()
    return fold(form.written).exact if form.exact else ""


def _text(small: str, capitals: str) -> str:
    """Return a pattern for a text, with the capital letters that it must have, if any."""
    literal = _literal(capitals or small)
    return f"(?-i:{literal})" if capitals else literal


def _literal(text: str) -> str:
    """Return a pattern for a folded text as people may type it."""
    literal = "".join(_PLAIN.get(character) or re.escape(character) for character in text)
    for two, either in _LIGATURES.items():
        literal = literal.replace(two, either)
    return literal


def _in_names(form: Form, names: Iterable[tuple[str, str]], articles: Iterable[str]) -> Iterator[_Place]:
    """
    Yield each place of the form in a name, or in a name with its article.

    A form may begin with an article, and a name rarely does: "the John" in "the John Howard Society" is left alone.
    """
    spaced = (word if word.endswith("'") else f"{word} " for word in articles)
    article = next((word for word in spaced if form.find.startswith(word)), "")
    length = len(form.find)
    for name, small in names:
        for at in _places(form.find, small) if form.find in small else ():
            end = at + length
            yield _Place(_text("", name[:end]), _text("", name[end:]))
        if article and 0 in _places(form.find, article + small):
            end = length - len(article)
            yield _Place(_text(article, "") + _text("", name[:end]), _text("", name[end:]))


def _in_longer_forms(form: Form, compiled: Compiled) -> Iterator[_Place]:
    """Yield each place of the form in a longer one whose message is to stand for both."""
    rule = compiled.rules[form.rule]
    for longer in compiled.forms:
        small = longer.find
        if form.find not in small or small == form.find or not _stands_for(compiled.rules[longer.rule], rule):
            continue
        capitals = _capitals(longer)
        for at in _places(form.find, small):
            if longer.rule == form.rule and at:
                continue  # Vale reads from the left: in one rule it finds the longer form first.
            end = at + len(form.find)
            until = _text(small[:end], capitals[:end])
            other = None if longer.near == form.near else longer.near
            after = f"{_text(small[end:], capitals[end:])}\\b" if end < len(small) else ""
            yield _Place(rf"\b{until}" if at else until, after + _condition(other), other is not None)


def _stands_for(longer: TermRule, rule: TermRule) -> bool:
    """Tell whether a rule's longer form may hide a shorter one: never so that a stricter level is lost unasked."""
    stricter = _STRICTNESS[longer.level] >= _STRICTNESS[rule.level]
    return longer.id == rule.id or stricter or rule.id in longer.replaces


def _places(form: str, text: str) -> list[int]:
    """Return where a form stands in a text as whole words."""
    return [found.start() for found in re.finditer(rf"(?<!\w)(?={re.escape(form)}(?!\w))", text)]


def _condition(near: Near | None) -> str:
    """Return what holds after a form: that one of the words stands in the text around it, and none of the others."""
    if near is None:
        return ""
    wanted = rf"(?<=\A(?=[\s\S]*{_any_word(near.any)})[\s\S]*)" if near.any else ""
    unwanted = rf"(?<!\A(?=[\s\S]*{_any_word(near.none)})[\s\S]*)" if near.none else ""
    return wanted + unwanted


def situation(condition: Situation) -> str:
    """
    Return what holds after a form: that the text around it is about a situation.

    The text is passed over from its start until one of ``any`` stands there, or to its end.
    """
    passed_over = f"{_any_word(condition.but)}|" if condition.but else ""
    return rf"(?<=\A(?=(?>(?:{passed_over}(?!{_any_word(condition.any)})[\s\S])*)[\s\S])[\s\S]*)"


@cache
def _any_word(phrases: tuple[str, ...]) -> str:
    """Return phrases as ``model.phrases`` finds them; after a last ``*`` any ending."""
    plain = [phrase for phrase in phrases if not is_pattern(phrase)]
    whole = [_phrase(phrase) for phrase in plain if not phrase.endswith("*")]
    begun = [_phrase(phrase[:-1]) for phrase in plain if phrase.endswith("*")]
    ends = [f"(?:{'|'.join(whole)}){_WORD_ENDS}"] if whole else []
    marked = [phrase.split() for phrase in phrases if is_pattern(phrase)]
    inside = [*ends, *begun, *_branches([tokens for tokens in marked if tokens[0] != ","])]
    after_stop = _branches([tokens for tokens in marked if tokens[0] == ","])
    return _one_of([f"{_WORD_BEGINS}{_one_of(inside)}", *after_stop]) if inside else _one_of(after_stop)


def _branches(phrases: Iterable[Sequence[str]], glue: str = "") -> list[str]:
    """Return expressions for phrases that are more than words; those that begin alike share their beginning."""
    rest: dict[str, list[Sequence[str]]] = {}
    for tokens in phrases:
        rest.setdefault(tokens[0] if tokens else "", []).append(tokens[1:])
    branches = []
    for token, following in rest.items():
        if not token:
            branches.append(r"(?![\w-])" if glue else "")
        elif token == ",":
            branches.append(_STOP + _one_of(_branches(following)))
        elif token == "…":
            branches.append(_GAP + _one_of(_branches(following, _BETWEEN)))
        elif token.endswith("*") and [] in following:
            branches.append(glue + _token(token))
        else:
            branches.append(glue + _token(token) + _one_of(_branches(following, _BETWEEN)))
    return branches


def _token(token: str) -> str:
    marks = {"*": r"\w*", "(": "(?:", "|": "|", ")": ")", "'": r"['’]\s*"}
    return "".join(marks.get(c) or _PLAIN.get(c) or re.escape(c) for c in fold(token).text)


def _phrase(words: str) -> str:
    return _BETWEEN_WORDS.join(_literal(word) for word in fold(words).text.split())
