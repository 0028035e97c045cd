"""What the law has a word for is called by that word in each language."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.law import LegalTerm
from commonground.model.passage import Passage
from commonground.model.position import FILE_START, Span
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_LAWS = ("statute", "court-decision")
"""Designs of the records whose own words are about the law."""
_THEME = "law"

_Texts = Mapping[str, list[Passage]]
"""The passages of one page, entry or record, by language."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each term that is not in the law, each word in its place, and each that a translation lacks."""
    terms = corpus.law.terms
    if not terms:
        return
    for term in terms:
        yield from _not_in_the_law(corpus, term)
    for texts in _legal_texts(corpus):
        for passage in (passage for passages in texts.values() for passage in passages):
            yield from _other_words(passage, terms)
        for term in terms:
            yield from _lacking(corpus, texts, term)


def _not_in_the_law(corpus: Corpus, term: LegalTerm) -> Iterator[Problem]:
    provision = corpus.law.provisions.get(term.provision)
    if provision is None:
        yield _problem(term.path, term.span, _text("unknown", term=term.id, text=term.provision))
        return
    for language, (form, *_) in term.forms.items():
        said = f"{provision.note.get(language, '')} {provision.text.get(language, '')}"
        if not _pattern((form,)).search(_plain(said)):
            yield _problem(
                term.path, term.span, _text("not-there", form=form, text=term.provision, language=language)
            )


def _legal_texts(corpus: Corpus) -> Iterator[_Texts]:
    """Yield the texts about the law: articles of that theme, entries of the law's data, and records of laws and rulings."""
    legal = {
        article.path: article.key
        for article in corpus.articles
        if _THEME in article.front.names("themes") or article.front.text("layout") == _THEME
    }
    designs = {source.id for source in corpus.sources.values() if source.design in _LAWS}
    found: dict[tuple[str, str], dict[str, list[Passage]]] = {}
    cards = {entry.path for entry in corpus.reference.entries("provisions")}
    for passage in corpus.prose():
        owner = passage.owner.partition("#")[0]
        if passage.path in legal:
            key = ("page", legal[passage.path])
        elif owner in designs and not passage.label.startswith("csl."):
            key = ("record", owner)
        elif passage.path in cards:
            key = ("entry", ".".join(passage.label.split(".")[:2]))
        else:
            continue
        found.setdefault(key, {}).setdefault(passage.language, []).append(passage)
    return iter(found.values())


def _other_words(passage: Passage, terms: Iterable[LegalTerm]) -> Iterator[Problem]:
    text = _plain(passage.text)
    for term in terms:
        others = term.instead_of.get(passage.language, ())
        for match in _pattern(others).finditer(text) if others else ():
            if not any(start <= match.start() < end for start, end in passage.speech):
                right = term.forms[passage.language][0]
                written = passage.text[match.start() : match.end()]
                message = _text("other-word", written=written, right=right, text=term.provision)
                yield _problem(passage.path, passage.span(*match.span()), message, (right,))


def _lacking(corpus: Corpus, texts: _Texts, term: LegalTerm) -> Iterator[Problem]:
    """Yield a problem for a translation that has no form of a term that its original has."""
    original = texts.get(corpus.default_language, [])
    first = next((found for passage in original if (found := _first(passage, term))), "")
    if not first:
        return
    for language, passages in texts.items():
        if language != corpus.default_language and not any(_first(one, term) for one in passages):
            message = _text("lacking", original=first, right=term.forms[language][0], text=term.provision)
            path, span = _place(passages)
            yield _problem(path, span, message)


def _first(passage: Passage, term: LegalTerm) -> str:
    match = _pattern(term.forms[passage.language]).search(_plain(passage.text))
    return match.group() if match else ""


def _place(passages: list[Passage]) -> tuple[str, Span]:
    """Return where a text begins: an article's file, or the first of its fields."""
    first = passages[0]
    return first.path, FILE_START if first.path.startswith("docs/") else first.whole()


def _plain(text: str) -> str:
    """Return a text with one kind of apostrophe and of space; every character keeps its place."""
    return text.replace("’", "'").replace("\u00a0", " ").lower()


@lru_cache(maxsize=512)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(_plain(form)) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
