"""A card of the law page says what the law's own text says: its penalties, minimums, ages and places."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from commonground.checks.making import maker, nearest
from commonground.languages.message import Series, listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.figure import Figure
from commonground.model.law import FOLDER, LegalFigure, Provision, Role, role_of
from commonground.model.passage import Passage
from commonground.model.problem import Level, Problem
from commonground.model.reference import LawCard

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_BOUNDS = {"penalty.maximum": Role.MAXIMUM, "penalty.minimum": Role.MINIMUM}
_WHAT = {
    Role.MAXIMUM: _text("the-maximum"),
    Role.MINIMUM: _text("the-minimum"),
    Role.AGE: _text("the-age"),
    None: _text("the-figure"),
}
_NOT_OF_THE_LAW = ("rulings", "confirm_why")
"""Fields in which figures are those of a ruling, or of a doubt of ours."""
_PLACES_BEYOND = ("does_not_cover", "penalty.kind")
"""Fields that may name a place that the law does not name."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each figure and place of a card that its texts lack, and for each bound that it leaves out."""
    known = corpus.law.provisions
    for card in corpus.reference.provisions:
        for id in card.texts:
            if id not in known and not corpus.is_broken(FOLDER):
                yield _unknown(card, id, known)
        texts = [known[id] for id in card.texts if id in known]
        if texts:
            for field, passage in _fields(corpus, card):
                if field.partition(".")[0] not in _NOT_OF_THE_LAW:
                    yield from _figures_unsaid(corpus, passage, field, texts)
                    yield from _places_unsaid(corpus, passage, field, texts)
                    yield from _left_out(field, passage, texts)


def _unknown(card: LawCard, id: str, known: Iterable[str]) -> Problem:
    near = nearest(id, known)
    named = (
        _text("near", card=card.id, text=id, near=near) if near else _text("unknown", card=card.id, text=id)
    )
    return _problem(card.path, card.span, named)


def _fields(corpus: Corpus, card: LawCard) -> Iterator[tuple[str, Passage]]:
    prefix = f"provisions.{card.id}."
    for passage in corpus.reference.passages:
        if passage.path == card.path and passage.label.startswith(prefix):
            yield passage.label.removeprefix(prefix), passage


def _figures_unsaid(
    corpus: Corpus, passage: Passage, field: str, texts: list[Provision]
) -> Iterator[Problem]:
    language = passage.language
    for figure in passage.figures:
        role = role_of(passage.text, figure, corpus.locale(language).law)
        wanted = Role.AGE if role is Role.AGE else _BOUNDS.get(field)
        known = [one for text in texts for one in text.figures if wanted in (None, one.role)]
        if not _is_said(figure, known, wanted):
            there = tuple(dict.fromkeys(one.text for one in known if one.language == language))
            message = _text(
                "unsaid",
                what=_WHAT[wanted],
                figure=figure.text,
                law=_names(texts, language),
                there=listed(there) if there else _text("none"),
            )
            yield _problem(passage.path, passage.span(figure.start, figure.end), message)


def _places_unsaid(corpus: Corpus, passage: Passage, field: str, texts: list[Provision]) -> Iterator[Problem]:
    if field in _PLACES_BEYOND:
        return
    language = passage.language
    written = _plain(passage.text)
    said = _plain(" ".join(one.text.get(language, "") for one in texts))
    for place in corpus.locale(language).law.place_words:
        found = _place(place).search(written)
        if found and not _place(place).search(said):
            message = _text("place", place=passage.text[slice(*found.span())], law=_names(texts, language))
            yield _problem(passage.path, passage.span(*found.span()), message)


def _left_out(field: str, passage: Passage, texts: list[Provision]) -> Iterator[Problem]:
    """Yield the maximums (or minimums) of the texts that the card's field does not have."""
    bound = _BOUNDS.get(field)
    written = {quantity for figure in passage.figures for quantity in figure.quantities}
    for one in texts:
        for figure in one.figures:
            is_here = bound is figure.role and figure.language == passage.language
            if is_here and written.isdisjoint(figure.quantities):
                law = _names([one], passage.language)
                message = _text("left-out", what=_WHAT[bound], figure=figure.text, law=law)
                yield _problem(passage.path, passage.whole(), message)


def _is_said(figure: Figure, known: list[LegalFigure], role: Role | None) -> bool:
    """Tell whether a figure is a known one; of an age the number alone counts, for its unit may be left out."""
    quantities = [quantity for one in known for quantity in one.quantities]
    if role is Role.AGE:
        return {one.value for one in figure.quantities} <= {one.value for one in quantities}
    return not figure.missing_from(quantities)


def _names(texts: list[Provision], language: str) -> Series:
    """Return the sections by law: "Criminal Code, 286.1(1), 286.1(2)"."""
    laws: dict[str, list[str]] = {}
    for one in texts:
        laws.setdefault(one.document[language], []).append(one.section)
    return listed((listed((law, *dict.fromkeys(parts))) for law, parts in laws.items()), "semicolon")


def _plain(text: str) -> str:
    """Return a text with one kind of apostrophe; every character keeps its place."""
    return text.replace("’", "'")


@lru_cache(maxsize=512)
def _place(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(_plain(word))}(?:e?s|x)?(?!\w)", re.IGNORECASE)
