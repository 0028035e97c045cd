"""
The shape of our JSON-LD: for each type of schema.org that we use, which properties it must and may have.

Required of ClaimReview, Rating, BreadcrumbList, ListItem and Dataset is what Google's documentation of structured data
asks for; the names and types of properties are schema.org's own.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from urllib.parse import urlsplit

Check = Callable[[object], Iterator[str]]


def text(value: object) -> Iterator[str]:
    """A text that says something, on one line, without markup or marks of our own."""
    if not isinstance(value, str) or not value.strip() or re.search(r"[\ufffc\n]|\[@", value):
        yield f"no plain text: {value!r}"


def url(value: object) -> Iterator[str]:
    """A whole address."""
    parts = urlsplit(value) if isinstance(value, str) else urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc or " " in str(value):
        yield f"no whole address: {value!r}"


def day(value: object) -> Iterator[str]:
    """A whole date."""
    try:
        date.fromisoformat(str(value))
    except ValueError:
        yield f"no date: {value!r}"


def partial_day(value: object) -> Iterator[str]:
    """A date as far as it is known: year, month or day."""
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", str(value)):
        yield f"no date: {value!r}"


def language(value: object) -> Iterator[str]:
    if value not in ("en", "fr"):
        yield f"no language of the site: {value!r}"


def number(value: object) -> Iterator[str]:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        yield f"no position: {value!r}"


def true(value: object) -> Iterator[str]:
    if value is not True:
        yield f"not true: {value!r}"


def node(*types: str) -> Check:
    """A node of one of these types."""

    def check(value: object) -> Iterator[str]:
        kind = value.get("@type") if isinstance(value, Mapping) else None
        if kind not in types:
            yield f"a {' or '.join(types)} is wanted, not {kind or value!r}"
        elif isinstance(value, Mapping):
            yield from faults(value)

    return check


def some(check: Check) -> Check:
    """A list with at least one item, each of which passes."""

    def check_all(value: object) -> Iterator[str]:
        if not isinstance(value, list) or not value:
            yield f"no list: {value!r}"
            return
        for item in value:
            yield from check(item)

    return check_all


WORKS = (
    "ScholarlyArticle",
    "NewsArticle",
    "Book",
    "Chapter",
    "Legislation",
    "Report",
    "Thesis",
    "WebPage",
    "CreativeWork",
)
_AUTHORS = some(node("Person", "Organization"))
_WORK: dict[str, Check] = {"author": _AUTHORS, "datePublished": partial_day, "url": url, "sameAs": url}
_PAGE: dict[str, Check] = {
    "@id": url, "url": url, "description": text, "inLanguage": language, "isPartOf": node("WebSite"),
    "publisher": node("Organization"), "license": url,
}  # fmt: skip
_CITES: dict[str, Check] = {"citation": some(node(*WORKS)), "mainEntity": node(*WORKS)}

# Type to (required, optional); a WebPage is a page of ours, or a page that we cite.
SHAPES: Mapping[str, tuple[Mapping[str, Check], Mapping[str, Check]]] = {
    "Article": (
        {**_PAGE, "headline": text, "dateModified": day, "mainEntityOfPage": node("WebPage")}, {"citation": _CITES["citation"]},
    ),
    "OurWebPage": ({**_PAGE, "name": text}, {**_CITES, "lastReviewed": day}),
    "PageOfArticle": ({"@id": url, "lastReviewed": day}, {}),
    "WebPage": ({"name": text}, {**_WORK, "isPartOf": node("WebSite")}),
    "ScholarlyArticle": ({"name": text}, {**_WORK, "isPartOf": node("Periodical")}),
    "Chapter": ({"name": text, "isPartOf": node("Book")}, _WORK),
    "Legislation": ({"name": text, "legislationJurisdiction": text}, {**_WORK, "legislationIdentifier": text}),
    "CreativeWork": ({"name": text}, {**_WORK, "identifier": text}),
    **dict.fromkeys(("NewsArticle", "Report", "Thesis"), ({"name": text}, _WORK)),
    "Book": ({"name": text}, _WORK),
    "Periodical": ({"name": text}, {}),
    "WebSite": ({"name": text}, {"url": url}),
    "Organization": ({"name": text}, {"url": url}),
    "Person": ({"name": text}, {}),
    "ClaimReview": (
        {"url": url, "claimReviewed": text, "reviewRating": node("Rating"), "author": node("Organization"),
         "inLanguage": language, "reviewBody": text, "dateModified": day,
         "itemReviewed": node("Claim")},
        {},
    ),
    "Claim": ({"text": text}, {}),
    "Rating": ({"alternateName": text}, {}),
    "BreadcrumbList": ({"itemListElement": some(node("ListItem"))}, {}),
    "ListItem": ({"position": number, "name": text, "item": url}, {}),
    "Dataset": (
        {"@id": url, "name": text, "description": text, "url": url, "inLanguage": some(language), "license": url,
         "creator": node("Organization"), "isAccessibleForFree": true, "keywords": some(text), "dateModified": day,
         "distribution": node("DataDownload")},
        {},
    ),
    "DataDownload": ({"encodingFormat": text, "contentUrl": url}, {}),
}  # fmt: skip


def _shape(value: Mapping[str, object]) -> str:
    kind = str(value.get("@type"))
    if kind == "WebPage" and "@id" in value:
        return "OurWebPage" if "license" in value else "PageOfArticle"
    return kind


def faults(value: Mapping[str, object]) -> Iterator[str]:
    """Yield what is wrong with one node and the nodes in it."""
    kind = _shape(value)
    if kind not in SHAPES:
        yield f"{kind} is no type of ours"
        return
    required, optional = SHAPES[kind]
    known = {**optional, **required}
    yield from (f"{kind} has no {key}" for key in required.keys() - value.keys())
    yield from (f"{kind} has an unknown {key}" for key in value.keys() - known.keys() - {"@type"})
    for key in value.keys() & known.keys():
        yield from (f"{kind}.{key}: {fault}" for fault in known[key](value[key]))


def graph_faults(data: object) -> list[str]:
    """Return what is wrong with a page's whole JSON-LD."""
    if (
        not isinstance(data, dict)
        or data.keys() != {"@context", "@graph"}
        or data["@context"] != "https://schema.org"
    ):
        return ["no graph of schema.org"]
    check = some(node("Article", "WebPage", "ClaimReview", "BreadcrumbList", "Dataset"))
    return list(check(data["@graph"]))
