"""A small corpus made by hand, and a renderer of one page."""

from collections.abc import Callable
from datetime import date

import markdown
import pytest

from commonground.languages import Language, read_languages
from commonground.markdown.bundle import CommonGroundExtension
from commonground.model.corpus import Corpus
from commonground.model.csl import Item
from commonground.model.marks import BOXES
from commonground.model.schema.declared import made
from commonground.model.source import Checked, Finding, Source

from ..own_language import own_language

DAY = date(2026, 11, 22)


def finding(source: str, name: str, en: str, fr: str = "", **more: object) -> Finding:
    """Return a finding with a sentence in English and, where given, in French."""
    states = {"en": en, **({"fr": fr} if fr else {})}
    return Finding(
        id=name, source=source, states=states, figures=(), where={"en": "Abstract", "fr": "Résumé"}, **more
    )


def make_source(name: str, csl: dict[str, object], *findings: Finding, **more: object) -> Source:
    """Return a source; by default a cohort study read as an abstract."""
    fixed = {
        "path": f"evidence/{name}.yaml",
        "design": "cohort",
        "peer_reviewed": True,
        "limits": {"en": "One city.", "fr": "Une seule ville."},
        "checked": Checked(DAY, "https://example.org", "abstract"),
    }
    return Source(id=name, csl={"en": made(Item, csl)}, findings=findings, **{**fixed, **more})


ARTICLE = {
    "type": "article-journal",
    "title": "A study of <script>alert(1)</script> towns",
    "author": [{"family": "Platt", "given": "Lucy"}, {"family": "Grenfell"}, {"family": "Meiksin"}],
    "container-title": "Journal",
    "issued": {"date-parts": [[2018]]},
    "DOI": "10.1000/1",
}
CASE = {
    "type": "legal_case",
    "title": "Canada (Attorney General) v. Bedford",
    "authority": "Supreme Court of Canada",
    "number": "2013 SCC 72",
    "issued": {"date-parts": [[2013, 12, 20]]},
}


def sources() -> dict[str, Source]:
    """Return three sources: one with all that a record can say, one of the law, one bare."""
    study = make_source(
        "study2018",
        ARTICLE,
        finding(
            "study2018", "odds", "It's about <b>odds</b>.", "C'est une cote.", contested_by=("bare2020#only",)
        ),
        finding("study2018", "reach", "Only in English.", caution={"en": "Careful & slow."}),
        finding("study2018", "later", "Not yet.", withheld={"en": "Unsure."}),
        contested={"en": "Others disagree.", "fr": "D'autres ne sont pas d'accord."},
    )
    case = make_source(
        "case2013", CASE, finding("case2013", "held", "Held."), design="court-decision", peer_reviewed=False
    )
    bare = make_source(
        "bare2020", {"type": "webpage", "title": "A page"}, finding("bare2020", "only", "Only.")
    )
    return {source.id: source for source in (study, case, bare)}


WORDS: dict[str, dict[str, object]] = {
    "en": {
        "blocks": {name: f"{name}, said" for name in (*BOXES, "fact-closing")},
        "lesson": {"right": "Yes.", "wrong": "No.", "number": "{n} of {all}"},
        "designs": {
            "cohort": {"name": "Cohort", "short": "Cohort"},
            "court-decision": {"name": "Court decision", "short": "Ruling"},
        },
        "read_as": {"abstract": "abstract"},
        "sources": {
            "title": "Sources",
            "citation": "Source {n}: {who}",
            "peer_reviewed": "peer-reviewed",
            "not_peer_reviewed": "not peer-reviewed",
            "read_as": "read as: {how}",
            "where": "Where",
            "limits": "Limits",
            "caution": "Caution",
            "locator": "Place",
            "contested": "Disputed",
            "contested_by": "Others:",
            "more": "All findings",
            "others": "{first} and others",
            "two": "{first} and {second}",
            "no_date": "no date",
            "no_finding": "As a whole.",
            "how": "Open a line.",
            "original": "Original",
            "original_of": "Original: {who}",
        },
    },
    "fr": {
        "sources": {
            "citation": "Source {n}\u00a0: {who}",
            "caution": "Prudence",
            "others": "{first} et autres",
        }
    },
}
SECTIONS = {
    "en": {"unknown": "What we don't know", "reach": "How far it reaches"},
    "fr": {"unknown": "Ce qu'on ne sait pas", "reach": "Portée et limites"},
}


def locale(language: str) -> Language:
    """Return a locale of our own, so that a change of wording on the site breaks no test; French falls back to English."""
    english, own = WORDS["en"], WORDS[language]
    words = {name: {**group, **own.get(name, {})} for name, group in english.items()}
    if language == "fr":
        words["blocks"] = {name: f"{name}, dit" for name in english["blocks"]}
    return Language(
        language,
        {
            "site": words,
            "articles": {"sections": SECTIONS[language]},
            **{part: own_language(language).part(part) for part in ("typography", "law")},
        },
    )


def shipped_locale(language: str) -> Language:
    """Return the language as the package ships it."""
    return read_languages()[language]


@pytest.fixture(scope="session")
def shipped_corpus() -> Corpus:
    """The same sources with the words of the site."""
    return Corpus(
        ("en", "fr"), DAY, sources=sources(), locales={name: shipped_locale(name) for name in ("en", "fr")}
    )


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return Corpus(("en", "fr"), DAY, sources=sources(), locales={name: locale(name) for name in ("en", "fr")})


@pytest.fixture
def make_md(corpus: Corpus) -> Callable[..., markdown.Markdown]:
    """Return a maker of Markdown instances with our extension, without a call to Pandoc."""

    def make(**options: object) -> markdown.Markdown:
        fixed = {"corpus": corpus, "lang": "en", "references": {}, "append_sources": False}
        return markdown.Markdown(extensions=[CommonGroundExtension(**{**fixed, **options})])

    return make


@pytest.fixture
def render(make_md: Callable[..., markdown.Markdown]) -> Callable[..., str]:
    """Return a function from Markdown to HTML."""
    return lambda text, **options: make_md(**options).convert(text)
