"""What the build adds to a page's own text or puts beside it: the anchors that a link may name, the pages it may lead to."""

from collections.abc import Callable, Iterator, Mapping

from commonground.languages.catalogue import explained
from commonground.model.address import source_key
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.glossary import GLOSSARY

_LAW = "law"
FIGURES = "figures"
"""The layout of the page that offers findings to journalists."""
_LAW_LISTS = {"law-timeline": "timeline", "law-models": "models", "law-questions": "open_questions"}
_PROVISION = (
    "covers", "who-can-be-charged", "does-not-cover", "penalty", "maximum", "minimum", "rulings", "text-read"
)  # fmt: skip


def generated_anchors(article: Article, corpus: Corpus) -> Iterator[str]:
    """Yield the anchors that a page gets besides those of its own headings."""
    if article.citations:
        yield "sources"
    layout = article.front.layout
    if layout in _LAW_LISTS:
        yield from _ids(corpus, _LAW_LISTS[layout])
    elif make := _ANCHORS.get(layout):
        yield from make(article, corpus)
    elif article.key == corpus.settings.pages.get(GLOSSARY):
        yield from _ids(corpus, "terms")


def anchors_beside(path: str, language: str, corpus: Corpus) -> tuple[str, ...] | None:
    """Return the anchors of a page that the build makes of a record or of a provision; None where it makes none, () where it is not known which."""
    key = path.removeprefix(f"docs/{language}/").removesuffix(".md")
    for id in corpus.source_ids:
        if key == source_key(id):
            source = corpus.sources.get(id)
            return tuple(f"finding-{finding.id}" for finding in source.findings) if source else ()
    law, _, id = key.rpartition("/")
    page = corpus.page_of(_LAW, language)
    is_law = law == (page.key if page else corpus.settings.pages.get(_LAW))
    return _PROVISION if is_law and id in set(_ids(corpus, "provisions")) else None


def _ids(corpus: Corpus, *names: str) -> Iterator[str]:
    return (entry.id for name in names for entry in corpus.reference.entries(name))


def _of_law(article: Article, corpus: Corpus) -> Iterator[str]:
    yield from ("acts", "timeline", "models", "open-questions")
    yield from _ids(corpus, "provisions", *_LAW_LISTS.values())


def _of_services(article: Article, corpus: Corpus) -> Iterator[str]:
    shown = [one for one in corpus.reference.services if one.way_in]
    yield from (one.id for one in shown)
    yield from (f"kind-{kind}" for kind in dict.fromkeys(one.kind for one in shown))


def _of_words(article: Article, corpus: Corpus) -> Iterator[str]:
    rules = corpus.terms.get(article.language, ())
    yield from (rule.id for rule in rules)
    yield from (f"subject-{subject}" for subject in dict.fromkeys(rule.subject or "other" for rule in rules))


def _of_figures(article: Article, corpus: Corpus) -> Iterator[str]:
    for finding in corpus.findings.values():
        if finding.quotable and not finding.withheld:
            yield f"figure-{finding.key.replace('#', '-')}"


_ANCHORS: Mapping[str, Callable[[Article, Corpus], Iterator[str]]] = {
    _LAW: _of_law,
    "services": _of_services,
    "language-guide": _of_words,
    FIGURES: _of_figures,
    "rules": lambda article, corpus: (id.replace("/", "-") for id in explained()),
    "glossary": lambda article, corpus: _ids(corpus, "terms"),
}
"""By layout: what its page shows, each under an anchor."""

LAYOUTS = frozenset((*_ANCHORS, *_LAW_LISTS))
"""Those of pages whose anchors depend on more than the page."""
