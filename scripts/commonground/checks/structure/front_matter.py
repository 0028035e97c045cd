"""
Front matter is complete and right.

Why: Pages are listed, dated, translated and cited from these few lines.

Fix: Write the key as shown in the message; `commonground new` makes a correct start.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from commonground.checks.making import did_you_mean, maker
from commonground.model.article import AREAS, LAYOUTS, Article
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START, Span
from commonground.model.problem import Level, Problem
from commonground.model.source import THEMES

LEVEL = Level.ERROR
STATUSES = ("machine", "reviewed")
KEYS = (
    "title", "type", "description", "claim", "asked_as", "area", "themes", "layout", "reviewed", "review_by", "credits",
    "translation", "draft",
)  # fmt: skip
_problem = maker(__name__, LEVEL)
_Fault = tuple[str, str]


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
    for key in ("title", "description"):
        if not article.front.text(key).strip() and key not in misspelt:
            yield key, f'{key} is missing. Add a line: {key}: "…"'
    if not isinstance(values.get("claim", ""), str):
        yield (
            "claim",
            "claim is no text. Write the claim that the page looks at in quotation marks, as people make it.",
        )
    yield from _choice(values, "type", corpus.types)
    kind = corpus.types.get(article.front.type)
    is_listed = kind is not None and kind.area
    if is_listed or "area" in values:
        yield from _choice(values, "area", AREAS)
    if is_listed or values.get("themes"):
        yield from _themes(values)
    if "layout" in values:
        yield from _choice(values, "layout", LAYOUTS)
    yield from _days(article)
    names = values.get("credits", [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        yield "credits", "credits must be a list of names in quotation marks, or [] for nobody."
    asked = values.get("asked_as", [])
    if not isinstance(asked, list) or not all(isinstance(text, str) and text.strip() for text in asked):
        yield (
            "asked_as",
            "asked_as must be a list of texts: what people type when they look for this page, one a line.",
        )
    if not isinstance(values.get("draft", False), bool):
        yield (
            "draft",
            "draft must be true or false, without quotation marks. Write draft: true, or delete the line.",
        )
    if article.language != corpus.default_language:
        yield from _translation(values)


def _choice(values: Mapping[str, object], key: str, allowed: Iterable[str]) -> Iterator[_Fault]:
    names = list(allowed)
    value = values.get(key)
    if value is None:
        yield key, f"{key} is missing. Add a line with one of: {', '.join(names)}."
    elif value not in names:
        yield (
            key,
            f'{key} is "{value}"; it must be one of: {", ".join(names)}.{did_you_mean(str(value), names)}',
        )


def _themes(values: Mapping[str, object]) -> Iterator[_Fault]:
    themes = values.get("themes")
    if not isinstance(themes, list) or not themes:
        yield (
            "themes",
            f"themes is missing or no list. Write for example themes: [law]. Known: {', '.join(THEMES)}.",
        )
        return
    for theme in themes:
        if theme not in THEMES:
            yield (
                "themes",
                f'there is no theme "{theme}".{did_you_mean(str(theme), THEMES)} Known: {", ".join(THEMES)}.',
            )


def _days(article: Article) -> Iterator[_Fault]:
    for key in ("reviewed", "review_by"):
        if article.front.day(key) is None:
            yield (
                key,
                f"{key} is missing or no date. Write it as year-month-day, such as {key}: {date(2026, 11, 22)}.",
            )
    reviewed, review_by = article.front.day("reviewed"), article.front.day("review_by")
    if reviewed and review_by and review_by <= reviewed:
        yield "review_by", "review_by must be a later day than reviewed."


def _translation(values: Mapping[str, object]) -> Iterator[_Fault]:
    value = values.get("translation")
    if not isinstance(value, Mapping) or not isinstance(value.get("of"), str):
        yield (
            "translation",
            'a translated page needs the line translation: {of: "", status: machine}; then run `commonground translate confirm` on it.',
        )
    elif value.get("status") not in STATUSES:
        yield "translation", f"translation status must be one of: {', '.join(STATUSES)}."
