"""Front matter is complete and right."""

from collections.abc import Iterable, Iterator, Mapping

from commonground.checks.making import maker, nearest
from commonground.languages.message import Message, listed, texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.front_matter import KEYS, LAYOUTS, MACHINE
from commonground.model.position import FILE_START, Span
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_TYPED = "reviewed"
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
_Fault = tuple[str, Message]


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each missing, unknown or wrong value."""
    yield from corpus.met("structure/front-matter")
    for article in corpus.articles:
        if not article.front.values:
            continue
        for key, message in _faults(article, corpus):
            yield _problem(article.path, _place(article, key), message)


def _place(article: Article, key: str) -> Span:
    return article.front.spans.get(key) or next(iter(article.front.keys.values()), FILE_START)


def _faults(article: Article, corpus: Corpus) -> Iterator[_Fault]:
    values = article.front.values
    misspelt = {str(key).casefold() for key in values if key not in KEYS}  # input/unknown-key says so
    for key, text in (("title", article.front.title), ("description", article.front.description)):
        if not text.strip() and key not in misspelt:
            yield key, _text("missing-text", key=key)
    if not isinstance(values.get("claim", ""), str):
        yield "claim", _text("claim")
    yield from _choice(values, "type", corpus.types)
    kind = corpus.types.get(article.front.type)
    is_listed = kind is not None and kind.area and corpus.settings.found
    if (is_listed and corpus.settings.areas) or (corpus.settings.found and "area" in values):
        yield from _choice(values, "area", corpus.settings.areas)
    if (is_listed and corpus.settings.themes) or (corpus.settings.found and values.get("themes")):
        yield from _themes(values, corpus.settings.themes)
    if "layout" in values:
        yield from _choice(values, "layout", LAYOUTS)
    yield from _days(article)
    names = values.get("credits", [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        yield "credits", _text("credits")
    asked = values.get("asked_as", [])
    if not isinstance(asked, list) or not all(isinstance(text, str) and text.strip() for text in asked):
        yield "asked_as", _text("asked-as")
    if not isinstance(values.get("draft", False), bool):
        yield "draft", _text("draft")
    if "translation" in values:
        yield from _translation(values)


def _choice(values: Mapping[str, object], key: str, allowed: Iterable[str]) -> Iterator[_Fault]:
    names = list(allowed)
    value = values.get(key)
    known = listed(names)
    if value is None:
        yield key, _text("missing", key=key, known=known)
    elif value not in names:
        written = str(value)
        if near := nearest(written, names):
            yield key, _text("unknown-near", key=key, value=written, known=known, near=near)
        else:
            yield key, _text("unknown", key=key, value=written, known=known)


def _themes(values: Mapping[str, object], names: tuple[str, ...]) -> Iterator[_Fault]:
    themes = values.get("themes")
    if not isinstance(themes, list) or not themes:
        yield "themes", _text("themes", known=listed(names))
        return
    for theme in map(str, themes):
        if theme in names:
            continue
        if near := nearest(theme, names):
            yield "themes", _text("theme-near", theme=theme, near=near, known=listed(names))
        else:
            yield "themes", _text("theme", theme=theme, known=listed(names))


def _days(article: Article) -> Iterator[_Fault]:
    reviewed, review_by = article.front.reviewed, article.front.review_by
    for key, day in (("reviewed", reviewed), ("review_by", review_by)):
        if day is None:
            yield key, _text("day", key=key)
    if reviewed and review_by and review_by <= reviewed:
        yield "review_by", _text("order")


def _translation(values: Mapping[str, object]) -> Iterator[_Fault]:
    value = values.get("translation")
    if not isinstance(value, Mapping) or not isinstance(value.get("of"), str):
        yield "translation", _text("translation")
    elif value.get("status") == _TYPED:
        yield "translation", _text("typed")
    elif value.get("status") != MACHINE:
        yield "translation", _text("status", known=MACHINE)
