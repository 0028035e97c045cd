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
from commonground.text.folding import lowered

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_LAWS = ("statute", "court-decision")
"""Designs of the records whose own words are about the law."""

_Texts = Mapping[str, list[tuple[Passage, str]]]
"""The passages of one page, entry or record by language, each with its plain text."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each term that is not in the law, each word in its place, and each that a translation lacks."""
    terms = corpus.law.terms
    if not terms:
        return
    for term in terms:
        yield from _not_in_the_law(corpus, term)
    others = {language: _Others(terms, language) for language in corpus.languages}
    for texts in _legal_texts(corpus):
        for language, passages in texts.items():
            for passage, plain in passages:
                yield from others[language].found(passage, plain)
        for term in terms:
            yield from _lacking(corpus, texts, term)


def _not_in_the_law(corpus: Corpus, term: LegalTerm) -> Iterator[Problem]:
    provision = corpus.law.provisions.get(term.provision)
    if provision is None:
        yield _problem(term.path, term.span, _text("unknown", term=term.id, text=term.provision))
        return
    for language, (form, *_) in term.forms.items():
        said = f"{provision.note.get(language, '')} {provision.text.get(language, '')}"
        if not _pattern((form,)).search(lowered(said)):
            yield _problem(
                term.path, term.span, _text("not-there", form=form, text=term.provision, language=language)
            )


def _legal_texts(corpus: Corpus) -> Iterator[_Texts]:
    """Yield the texts about the law: articles of that theme, entries of the law's data, and records of laws and rulings."""
    legal = {article.path: article.key for article in corpus.articles if corpus.is_about_law(article)}
    designs = {source.id for source in corpus.sources.values() if source.design in _LAWS}
    found: dict[tuple[str, str], dict[str, list[tuple[Passage, str]]]] = {}
    cards = {entry.path for entry in corpus.reference.provisions}
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
        found.setdefault(key, {}).setdefault(passage.language, []).append((passage, lowered(passage.text)))
    return iter(found.values())


class _Others:
    """The words of one language that are not the law's, all in one pattern."""

    def __init__(self, terms: Iterable[LegalTerm], language: str) -> None:
        self._terms = {lowered(word): term for term in terms for word in term.instead_of.get(language, ())}
        self._words = _pattern(tuple(self._terms)) if self._terms else None

    def found(self, passage: Passage, plain: str) -> Iterator[Problem]:
        """Yield a problem for each of the words that is not somebody else's."""
        for match in self._words.finditer(plain) if self._words else ():
            if not any(start <= match.start() < end for start, end in passage.speech):
                term = self._terms[match.group()]
                right = term.forms[passage.language][0]
                written = passage.text[match.start() : match.end()]
                message = _text("other-word", written=written, right=right, text=term.provision)
                yield _problem(passage.path, passage.span(*match.span()), message, (right,))


def _lacking(corpus: Corpus, texts: _Texts, term: LegalTerm) -> Iterator[Problem]:
    """Yield a problem for a translation that has no form of a term that its original has."""
    original = _first(texts.get(corpus.default_language, ()), term.forms[corpus.default_language])
    if not original:
        return
    for language, passages in texts.items():
        if language != corpus.default_language and not _first(passages, term.forms[language]):
            message = _text("lacking", original=original, right=term.forms[language][0], text=term.provision)
            path, span = _place(passages[0][0])
            yield _problem(path, span, message)


def _first(passages: Iterable[tuple[Passage, str]], forms: tuple[str, ...]) -> str:
    """Return the first of some forms that stands in some texts, as it stands there, "" for none."""
    plain_forms = [lowered(form) for form in forms]
    for _, plain in passages:
        if any(form in plain for form in plain_forms) and (match := _pattern(forms).search(plain)):
            return match.group()
    return ""


def _place(first: Passage) -> tuple[str, Span]:
    """Return where a text begins: an article's file, or the first of its fields."""
    return first.path, FILE_START if first.path.startswith("docs/") else first.whole()


@lru_cache(maxsize=512)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(lowered(form)) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
