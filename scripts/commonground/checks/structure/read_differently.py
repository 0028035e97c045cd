"""The page shows what the checks have read."""

from collections.abc import Iterator

from msgspec.structs import replace

from commonground.checks.evidence import citation_form
from commonground.checks.making import maker
from commonground.checks.shared.causes import advice
from commonground.checks.structure import stray_markup, unsafe_html
from commonground.languages.message import texts_of
from commonground.markdown.comparison import comparisons
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.reference import Reference

LEVEL = Level.ERROR
ECHOES = ("structure/unknown-block",)
ECHOES_BESIDE = ("links/broken-address",)
_TOLD_ALREADY = (stray_markup, citation_form, unsafe_html)
NEEDS = comparisons
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each stretch that the renderer reads otherwise, but for what another check tells there."""
    found_on = comparisons(corpus)
    for article in corpus.articles:
        if not (found := found_on.get(article.path)):
            continue
        told = _told_lines(article, corpus) if found.differences else ()
        for difference in found.differences:
            if not any(difference.first_line <= line <= difference.last_line for line in told):
                yield _problem(article.path, difference.span, advice(difference, article))
        if not found.differences:
            yield from _anchors(article, found.anchors)


def _told_lines(article: Article, corpus: Corpus) -> tuple[int, ...]:
    alone = replace(corpus, articles=(article,), sources={}, reference=Reference())
    return tuple(problem.span.line for module in _TOLD_ALREADY for problem in module.check(alone))


def _anchors(article: Article, anchors: tuple[str, ...]) -> Iterator[Problem]:
    for heading, anchor in zip(article.headings, anchors, strict=True):
        if heading.anchor != anchor:
            message = _text("anchor", ours=heading.anchor, theirs=anchor)
            yield _problem(article.path, heading.span, message)
            return
