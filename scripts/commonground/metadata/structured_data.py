"""
What a page is, for programs: schema.org as JSON-LD.

Types and properties are those of https://schema.org; what ClaimReview needs is listed at
https://developers.google.com/search/docs/appearance/structured-data/factcheck. Only what the corpus holds is said: no
day of first publication, no author of a claim, no rating on a scale.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from commonground.export.evidence import PATH as EVIDENCE
from commonground.export.fields import fields
from commonground.languages import Language
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.csl import Item, Name
from commonground.model.source import Source
from commonground.pages.pieces import has_layout
from commonground.sources.official import reference_item
from commonground.sources.people import listed
from commonground.sources.written import iso_day
from commonground.text.typography import typographic

Node = Mapping[str, object]


FIELDS = fields(
    computed="position",
    reference="author datePublished identifier isPartOf legislationIdentifier legislationJurisdiction",
)

_TYPES = {
    "article-journal": "ScholarlyArticle",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "legislation": "Legislation",
    "report": "Report",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
_CONTAINERS = {"ScholarlyArticle": "Periodical", "Chapter": "Book", "WebPage": "WebSite"}
# Within a script element only these could end it or begin a comment.
_SAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


class About(Struct, frozen=True):
    """
    What is known of a page.

    Attributes:
        site: Address of the site, ending in a slash.
        address: Address of the page.
        above: Name and address of each page above it, the outermost first.
        article: The article, where the page is one.
        source: The source, where the page is a source's own.
        cited: What the page cites, in the order of its numbers.
    """

    corpus: Corpus
    language: str
    site: str
    address: str
    title: str
    description: str
    above: Sequence[tuple[str, str]] = ()
    article: Article | None = None
    source: Source | None = None
    cited: Sequence[Source] = ()


def structured_data(page: About) -> str:
    """Return the page's JSON-LD, safe inside a script element."""
    whole = {"@context": "https://schema.org", "@graph": list(_nodes(page))}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(_SAFE)


def _nodes(page: About) -> Iterator[Node]:
    yield _page(page)
    if page.article and (claim := page.article.front.claim.strip()):
        yield _claim_review(page, page.article, claim)
    if page.above:
        yield _breadcrumb(page)
    if page.corpus.sources and page.article and has_layout(page.article, "library"):
        yield _dataset(page)


def _licence(page: About) -> Node:
    """Return the licence of the site's texts, nothing where it names none."""
    address = page.corpus.settings.licence
    return {"license": address} if address else {}


def _page(page: About) -> Node:
    """Return the page itself: an article, or a plain page, which may be about a source."""
    common = {
        "url": page.address,
        "description": typographic(page.description),
        "inLanguage": page.language,
        "isPartOf": {"@type": "WebSite", "name": _name(page), "url": page.site},
        "publisher": _publisher(page),
        **_licence(page),
    }
    checked = page.article.front.reviewed if page.article else None
    if page.article and page.article.front.type not in ("", "page"):
        own: dict[str, object] = {
            "@type": "Article",
            "@id": f"{page.address}#article",
            "headline": typographic(page.title),
            **common,
        }
    else:
        own = {"@type": "WebPage", "@id": page.address, "name": typographic(page.title), **common}
    if checked:
        own |= _checked(own["@type"], page, checked)
    if page.cited:
        own["citation"] = [_work(source, page.corpus.locale(page.language)) for source in page.cited]
    if page.source:
        own["mainEntity"] = _work(page.source, page.corpus.locale(page.language))
    return own


def _checked(kind: object, page: About, checked: date) -> Node:
    """Return the day on which a page was last checked; only a WebPage has a property for that alone."""
    day = checked.isoformat()
    if kind == "WebPage":
        return {"lastReviewed": day}
    return {
        "dateModified": day,
        "mainEntityOfPage": {"@type": "WebPage", "@id": page.address, "lastReviewed": day},
    }


def _name(page: About) -> str:
    return page.corpus.locale(page.language).say("site.name")


def _publisher(page: About) -> Node:
    return {"@type": "Organization", "name": _name(page), "url": page.site}


def _work(source: Source, language: Language) -> Node:
    """Return a cited work, under the name it has in the page's language."""
    item = reference_item(source, language)
    kind = _TYPES.get(item.type, "CreativeWork")
    doi = item.doi
    container = item.container_title if kind in _CONTAINERS else ""
    work = {
        "@type": kind,
        "name": typographic(item.title),
        "author": [_author(name) for name in listed(item.author)],
        "datePublished": iso_day(item),
        "isPartOf": {"@type": _CONTAINERS[kind], "name": typographic(container)} if container else None,
        "identifier": item.number if kind == "CreativeWork" else "",
        **(_law(item) if kind == "Legislation" else {}),
        "url": source.address,
        "sameAs": f"https://doi.org/{doi}" if doi else "",
    }
    return {key: value for key, value in work.items() if value}


def _law(item: Item) -> Node:
    return {
        "legislationIdentifier": ", ".join(filter(None, (item.container_title, item.number))),
        "legislationJurisdiction": item.jurisdiction,
    }


def _author(name: Name) -> Node:
    if name.literal:
        return {"@type": "Organization", "name": name.literal}
    parts = (name.given, name.non_dropping_particle, name.family)
    return {"@type": "Person", "name": " ".join(filter(None, parts))}


def _claim_review(page: About, article: Article, claim: str) -> Node:
    """
    Return the review of a claim; its rating is the site's own words for such claims, since we rate on no scale.

    Args: claim: The claim alone, as people make it: a program that read our warning in its place would rate the warning.
    """
    checked = article.front.reviewed
    review = {
        "@type": "ClaimReview",
        "url": page.address,
        "claimReviewed": typographic(claim),
        "itemReviewed": {"@type": "Claim", "text": typographic(claim)},
        "inLanguage": page.language,
        "author": _publisher(page),
        "reviewRating": {
            "@type": "Rating",
            "alternateName": page.corpus.locale(page.language).say("claim.rating"),
        },
        "reviewBody": typographic(page.description),
        "dateModified": checked.isoformat() if checked else "",
    }
    return {key: value for key, value in review.items() if value}


def _breadcrumb(page: About) -> Node:
    steps = [*page.above, (page.title, page.address)]
    items = [
        {"@type": "ListItem", "position": number, "name": typographic(name), "item": address}
        for number, (name, address) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _dataset(page: About) -> Node:
    """Return the evidence as a data set: all records in one file."""
    sources = page.corpus.sources.values()
    locale = page.corpus.locale(page.language)
    themes = dict.fromkeys(
        theme for source in sources for theme in source.themes if locale.has(f"themes.{theme}")
    )
    return {
        "@type": "Dataset",
        "@id": f"{page.address}#dataset",
        "name": typographic(page.title),
        "description": typographic(page.description),
        "url": page.address,
        "inLanguage": list(page.corpus.languages),
        **_licence(page),
        "creator": _publisher(page),
        "isAccessibleForFree": True,
        "keywords": [locale.say(f"themes.{theme}") for theme in themes],
        "dateModified": max(source.checked.date for source in sources).isoformat(),
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": page.site + EVIDENCE,
        },
    }
