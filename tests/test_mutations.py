"""
The proof of the evidence checks: no figure of the site can be changed, moved or left without its source unnoticed.

Every figure of every article is damaged in six ways, one at a time, as a slip of the hand or of a translator would; each
time the checks must report an error that was not there before. `make proof` tries all of it, `make test` one in thirteen; what
either prints at its end is counted here.
"""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

import pytest
from msgspec.structs import replace

from commonground.checks.evidence import (
    figure_mismatch,
    uncited_figure,
    undrawable_chart,
    unknown_finding,
    unknown_source,
    withheld_finding,
)
from commonground.checks.shared.citing import Use, uses
from commonground.checks.translation import citation_drift, figure_drift
from commonground.model.article import Article
from commonground.model.citation import Citation
from commonground.model.corpus import Corpus
from commonground.model.marks import CITATION
from commonground.model.position import Span
from commonground.model.problem import Level
from commonground.model.reference import Reference
from commonground.model.source import Finding
from commonground.read.article import read_article

from .conftest import PAGES, ROOT, content, own_article
from .said import said

# The checks that judge what pages cite and print; the others judge records, and would be asked 3,700 times in vain.
ON_PAGES = (
    uncited_figure,
    figure_mismatch,
    unknown_source,
    unknown_finding,
    withheld_finding,
    undrawable_chart,
)
WORDS = {
    "en": ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "half", "twice", "once", "third", "quarter"),
    "fr": ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "demie", "double", "moitié", "tiers", "quart"),
}  # fmt: skip
STEP = 1 if os.environ.get("PROOF") else 13
"""How many damages of an article are passed over for one that is tried: a prime, so that each way has its turn."""
TRANSLATION = "a translation gives another number"
WRONG = {"en": "eleven times", "fr": "onze fois"}

Edit = tuple[int, int, str]
Mutation = tuple[str, list[Edit]]


@cache
def lean() -> Corpus:
    """Return what can be damaged. Nothing but the articles changes, so the rest need not be judged each time."""
    whole = content()
    sources = {id: replace(source, passages=()) for id, source in whole.sources.items()}
    return replace(whole, sources=sources, reference=Reference(), terms={}, reviews={}, problems=())


@cache
def text_of(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def line_starts(path: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in re.finditer("\n", text_of(path))))


def offsets(path: str, span: Span) -> tuple[int, int]:
    """Return a place in a file as offsets in its text."""
    starts = line_starts(path)
    return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1


def place(use: Use) -> tuple[int, int]:
    return offsets(use.page.path, use.passage.span(use.figure.start, use.figure.end))


def errors(article: Article, kind: str) -> Counter[tuple[str, str]]:
    """Return the errors of one article: by itself, or, for a translator's slip, held against its original alone."""
    slip = kind == TRANSLATION
    twins = [a for a in lean().articles if a.key == article.key and a.language != article.language]
    corpus = replace(lean(), articles=(article, *twins) if slip else (article,))
    checks = (figure_drift, citation_drift) if slip else ON_PAGES
    found = (problem for check in checks for problem in check.check(corpus))
    return Counter((p.rule, said(p)) for p in found if p.level is Level.ERROR)


def damaged(article: Article, edits: list[Edit]) -> Article:
    """Return the article as it would be read with some of its text replaced."""
    text = text_of(article.path)
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    read, _ = read_article(
        article.path, article.language, article.key, text.encode(), lean().locale(article.language)
    )
    assert read is not None
    return read


def findings(use: Use) -> list[tuple[Citation, Finding]]:
    """Return what is cited for a figure: in its sentence, or on its whole page where no citation can stand."""
    cited = use.citations if use.passage.kind.can_cite else use.page.citations
    found = ((citation, lean().findings.get(citation.key)) for citation in cited if citation.finding)
    return [(citation, finding) for citation, finding in found if finding]


def tokens(finding: Finding, language: str) -> str:
    """Return all that a text may write for a finding, as one text."""
    return " ".join((*finding.figures, *finding.plain.get(language, ()))).lower()


def core(use: Use) -> str:
    """Return the digits of a figure as records write them, or its words."""
    digits = re.search(r"\d[\d\s\u00a0\u202f.,]*", use.figure.text)
    return (
        re.sub(r"[\s\u00a0\u202f]", "", digits[0]).replace(",", ".").strip(".") if digits else use.figure.text
    )


def has(finding: Finding, use: Use) -> bool:
    """Tell whether a finding might rightly carry the figure, by its spelling alone."""
    recorded = tokens(finding, use.passage.language).replace(",", "").replace("\u00a0", "")
    return core(use).lower().replace(",", "") in recorded


def carrier(use: Use) -> tuple[Citation, Finding] | None:
    """Return the citation that the figure rests on, where it is the only one that might carry it."""
    mine = [(citation, finding) for citation, finding in findings(use) if has(finding, use)]
    return mine[0] if len(mine) == 1 else None


def changed_digit(use: Use) -> Iterator[Mutation]:
    """One digit, or one number word, is another that nothing cited for the figure has."""
    start, end = place(use)
    written = text_of(use.page.path)[start:end]
    allowed = " ".join(tokens(finding, use.passage.language) for _, finding in findings(use))
    digits = [match.start() for match in re.finditer(r"\d", written)]
    for at in digits:
        new = str((int(written[at]) + 1) % 10 or 2)
        token = re.sub(r"\D", "", written[:at] + new + written[at + 1 :])
        recorded = re.sub(r"[^\d ]", "", allowed).split()
        if token not in recorded and token.lstrip("0") not in recorded:  # ".15" is how some write 0.15
            yield "a digit is changed", [(start + at, start + at + 1, new)]
    if not digits:
        yield "a digit is changed", [(start, end, WRONG[use.passage.language])]


def dropped(use: Use) -> Iterator[Mutation]:
    """The sentence loses its citations."""
    path = use.page.path
    inside = [offsets(path, citation.span)[0] for citation in use.citations]
    marks = [
        (mark.start(), mark.end(), "")
        for mark in CITATION.finditer(text_of(path))
        if any(mark.start() <= at < mark.end() for at in inside)
    ]
    if marks:
        yield "a citation is dropped", marks


def moved(use: Use) -> Iterator[Mutation]:
    """The figure's citation names another finding, of the same source where there is one."""
    if (mine := carrier(use)) is None:
        return
    citation, finding = mine
    source = lean().sources[finding.source]
    others = [*source.findings, *lean().findings.values()]
    kept = {other.key for other, _ in findings(use)}
    wrong = next((o for o in others if o.key not in kept and not o.withheld and not has(o, use)), None)
    if wrong:
        yield "a figure is moved to another finding", [renamed(use, citation, wrong.key)]


def renamed(use: Use, citation: Citation, key: str) -> Edit:
    start, end = offsets(use.page.path, citation.span)
    written = text_of(use.page.path)[start:end]
    at = written.index(citation.key)
    return start + at, start + at + len(citation.key), key


def exchanged(use: Use, other: Use) -> Iterator[Mutation]:
    """Two sentences' citations, or two findings' figures, change places."""
    mine, theirs = carrier(use), carrier(other)
    if not mine or not theirs or mine[1].key == theirs[1].key or mine[0].span == theirs[0].span:
        return
    known = {finding.key for _, finding in findings(use)} & {finding.key for _, finding in findings(other)}
    if known or has(mine[1], other) or has(theirs[1], use):
        return
    yield (
        "two citations are swapped",
        [renamed(use, mine[0], theirs[1].key), renamed(other, theirs[0], mine[1].key)],
    )
    text = text_of(use.page.path)
    one, two = place(use), place(other)
    yield (
        "two findings' figures are swapped",
        [(*one, text[two[0] : two[1]]), (*two, text[one[0] : one[1]])],
    )


def mutations(article: Article) -> Iterator[Mutation]:
    """Yield every damage to one article."""
    mine = list(uses(replace(lean(), articles=(article,))))
    for index, use in enumerate(mine):
        yield from changed_digit(use)
        if article.language != lean().default_language:
            for _, edits in changed_digit(use):
                yield TRANSLATION, edits
        if use.passage.kind.can_cite:
            yield from dropped(use)
            yield from moved(use)
            for other in mine[index + 1 :]:
                swaps = list(exchanged(use, other)) if other.passage.kind.can_cite else []
                yield from swaps
                if swaps:
                    break


@pytest.mark.parametrize("path", PAGES)
def test_no_damage_goes_unnoticed(path: str, record_property: Callable[[str, object], None]) -> None:
    """Each damage to a figure of this article is an error."""
    article = own_article(path)
    before = {kind: errors(article, kind) for kind in ("", TRANSLATION)}
    seen: Counter[str] = Counter()
    missed = []
    for kind, edits in islice(mutations(article), 0, None, STEP):
        seen[kind] += 1
        new = errors(damaged(article, edits), kind) - before[TRANSLATION if kind == TRANSLATION else ""]
        if not new:
            text = text_of(article.path)
            missed.append((kind, [(text[start - 60 : end + 60], new) for start, end, new in edits]))
    for kind, number in seen.items():
        record_property(f"mutation: {kind}", (number, number - sum(k == kind for k, _ in missed)))
    assert missed == []


def test_there_is_something_to_damage() -> None:
    """Each of the six ways is tried on some article."""
    kinds = {kind for article in lean().articles[::10] for kind, _ in mutations(article)}
    assert len(kinds) == 6
