"""
A card of the law page says what the law's own text says: its penalties, minimums, ages and places.

Why: Somebody who reads a wrong maximum, or a place that the section does not name, acts on a law that is not there.

Fix: Read the sections that the card lists under `texts`, and write what they say; or list the section that says it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from commonground.checks.making import did_you_mean, maker
from commonground.model.corpus import Corpus
from commonground.model.figure import Figure
from commonground.model.law import LegalFigure, Provision, Role, texts_of
from commonground.model.passage import Passage
from commonground.model.problem import Level, Problem
from commonground.model.reference import Entry

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)

_BOUNDS = {"penalty.maximum": Role.MAXIMUM, "penalty.minimum": Role.MINIMUM}
_NOT_OF_THE_LAW = ("rulings", "confirm_why")
"""Fields in which figures are those of a ruling, or of a doubt of ours."""
_PLACES_BEYOND = ("does_not_cover", "penalty.kind")
"""Fields that may name a place that the law does not name."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each figure and place of a card that its texts lack, and for each bound that it leaves out."""
    known = corpus.law.provisions
    for card in corpus.reference.entries("provisions"):
        texts = [known[id] for id in texts_of(card) if id in known]
        for id in texts_of(card):
            if id not in known:
                hint = did_you_mean(id, known) or " Add it there, or delete it here."
                message = f'the card {card.id} names the text "{id}", which no file of data/law/ has.{hint}'
                yield _problem(card.path, card.span, message)
        if texts:
            for field, passage in _fields(corpus, card):
                if field.partition(".")[0] not in _NOT_OF_THE_LAW:
                    yield from _unsaid(corpus, passage, field, texts)
                    yield from _left_out(field, passage, texts)


def _fields(corpus: Corpus, card: Entry) -> Iterator[tuple[str, Passage]]:
    prefix = f"provisions.{card.id}."
    for passage in corpus.reference.passages:
        if passage.path == card.path and passage.label.startswith(prefix):
            yield passage.label.removeprefix(prefix), passage


def _unsaid(corpus: Corpus, passage: Passage, field: str, texts: list[Provision]) -> Iterator[Problem]:
    words, language = corpus.law.words, passage.language
    for figure in passage.figures:
        role = words.role(passage.text, figure, language)
        wanted = Role.AGE if role is Role.AGE else _BOUNDS.get(field)
        known = [one for one in _figures(texts) if wanted in (None, one.role)]
        if not _is_said(figure, known, wanted):
            there = ", ".join(dict.fromkeys(one.text for one in known if one.language == language)) or "none"
            message = f'the {wanted or "figure"} "{figure.text}" does not stand in {_names(texts)} (there: {there}). Write what the section says, or add the section that says it to "texts".'
            yield _problem(passage.path, passage.span(figure.start, figure.end), message)
    if field in _PLACES_BEYOND:
        return
    said = " ".join(one.text.get(language, "") for one in texts)
    for place in words.places.get(language, ()):
        found = _place(place).search(passage.text)
        if found and not _place(place).search(said):
            message = f'the place "{found.group()}" does not stand in {_names(texts)}. Write the places that the section names, in its own words.'
            yield _problem(passage.path, passage.span(*found.span()), message)


def _left_out(field: str, passage: Passage, texts: list[Provision]) -> Iterator[Problem]:
    """Yield the maximums (or minimums) of the texts that the card's field does not have."""
    bound = _BOUNDS.get(field)
    written = {quantity for figure in passage.figures for quantity in figure.quantities}
    for one in texts:
        for figure in one.figures:
            is_here = bound is figure.role and figure.language == passage.language
            if is_here and written.isdisjoint(figure.quantities):
                message = f'{_names([one])} has the {bound} "{figure.text}", which this card leaves out. Add it here.'
                yield _problem(passage.path, passage.whole(), message)


def _figures(texts: Iterable[Provision]) -> Iterator[LegalFigure]:
    return (figure for one in texts for figure in one.figures)


def _is_said(figure: Figure, known: list[LegalFigure], role: Role | None) -> bool:
    """Tell whether a figure is a known one; of an age the number alone counts, for its unit may be left out."""
    quantities = [quantity for one in known for quantity in one.quantities]
    if role is Role.AGE:
        return {one.value for one in figure.quantities} <= {one.value for one in quantities}
    return not figure.missing_from(quantities)


def _names(texts: list[Provision]) -> str:
    """Return the sections by law: "Criminal Code, 286.1(1), 286.1(2)"."""
    laws: dict[str, list[str]] = {}
    for one in texts:
        laws.setdefault(next(iter(one.document.values())), []).append(one.section)
    return "; ".join(", ".join((law, *dict.fromkeys(sections))) for law, sections in laws.items())


@lru_cache(maxsize=512)
def _place(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?:e?s|x)?(?!\w)", re.IGNORECASE)
