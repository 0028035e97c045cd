"""
Plants faults in the project's own pages and records, and counts how many the checks find.

    .venv/bin/python -m benchmarks.truth_faults             a line a kind: planted, found; then false alarms on the pages as they are
    .venv/bin/python -m benchmarks.truth_faults --missed    each fault that no check found as well
    .venv/bin/python -m benchmarks.truth_faults --seed 5    other places and other words

The kinds are those that a reading of the pages by a second pair of eyes found: that there is nothing, without a search; a lost
qualifier; a text that travels alone; one group of people told as two; a study that is pointed at; a study without its year; a figure
that may not be printed.
Half of the faults are planted in English, half in French. The words are those that a writer might use, not those of the lists.
"""

import argparse
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from commonground.checks.evidence import (
    absence_without_search,
    loose_reference,
    lost_qualifier,
    printable_figure,
    same_cohort,
    travels_alone,
    undated_study,
)
from commonground.model.article import Article
from commonground.model.certainty import STUDIES
from commonground.model.corpus import Corpus
from commonground.model.passage import Kind, Passage, Sentence
from commonground.model.position import Span
from commonground.read.article import read_article
from commonground.read.clock import today
from commonground.read.corpus import read_corpus
from commonground.read.evidence import read_source

ROOT = Path(__file__).parents[1]
EACH = 50
CHECKS = (
    absence_without_search,
    lost_qualifier,
    travels_alone,
    same_cohort,
    loose_reference,
    undated_study,
    printable_figure,
)
_YEARS = re.compile(
    r"(?<![-/])(?<!law of )(?<!ban of )(?<!loi de )(?<!interdiction de )\b(?:(?:in|of|de|en) )?"
    r"(?:19|20)\d\d(?:[–-](?:19|20)?\d\d)?\b(?![-/]| law| Act| ban| guidelines)"
)
"""Years in a sentence, but for those of a law, which a writer leaves where they are."""

WORDS = Path(__file__).parent / "truth_faults.toml"


class Fault(Struct, frozen=True):
    """One fault: the file with it, the line where it stands, what was written there."""

    path: str
    text: str
    line: int
    words: str


Where = tuple[Article, Passage, Sentence]


def places(corpus: Corpus, language: str, *, cited: bool = True) -> Iterator[Where]:
    """Yield the sentences of articles that have an area, on one line of their file, those that cite or all."""
    for article in corpus.articles:
        kind = corpus.types.get(article.front.type)
        if article.language != language or kind is None or not kind.area:
            continue
        for passage in article.passages:
            if passage.kind not in (Kind.PARAGRAPH, Kind.ITEM) or passage.block in (
                "myth",
                "example",
                "checklist",
            ):
                continue
            for sentence in passage.sentences:
                span = passage.span(sentence.start, sentence.end)
                if span.line == span.end_line and (sentence.citations or not cited):
                    yield article, passage, sentence


def written(article: Article, span: Span, change: Callable[[str], str]) -> Fault:
    """Return the fault that a change of one stretch of a page makes."""
    lines = (ROOT / article.path).read_text("utf-8").split("\n")
    line = lines[span.line - 1]
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    new = change(line[span.column - 1 : end])
    lines[span.line - 1] = line[: span.column - 1] + new + line[end:]
    return Fault(article.path, "\n".join(lines), span.line, new[:160])


def _after(article: Article, passage: Passage, sentence: Sentence, words: str) -> Fault:
    """Return a sentence added behind another and its citations."""
    lines = (ROOT / article.path).read_text("utf-8").split("\n")
    line = passage.span(sentence.start, sentence.end).end_line
    end = max(citation.span.end_column for citation in sentence.citations)
    text = lines[line - 1]
    close = text.index("]", end - 2) + 1
    lines[line - 1] = f"{text[:close]} {words}{text[close:]}"
    return Fault(article.path, "\n".join(lines), line, words[:160])


def absences(corpus: Corpus, language: str, said: dict[str, list[str]]) -> Iterator[Fault]:
    """Search records taken away, and claims that there is nothing put in."""
    for article, passage, sentence in places(corpus, language):
        ids = {citation.source for citation in sentence.citations}
        if ids <= corpus.search_ids:
            span = passage.span(sentence.start, sentence.end)
            lines = (ROOT / article.path).read_text("utf-8").split("\n")
            lines[span.line - 1] = re.sub(r" ?\[@\w*search\]", "", lines[span.line - 1])
            yield Fault(article.path, "\n".join(lines), span.line, "search taken away")
        elif not ids & corpus.search_ids:
            for words in said["absence"]:
                yield _after(article, passage, sentence, words)


def qualifiers(corpus: Corpus, language: str, said: dict[str, list[str]]) -> Iterator[Fault]:
    """What must be said of a finding widened where it is first told, in the whole paragraph up to there."""
    for article in corpus.articles:
        told: set[tuple[str, str]] = set()
        for _, passage, sentence in (one for one in places(corpus, language) if one[0] is article):
            sources = {citation.source for citation in sentence.citations}
            for citation in sentence.citations:
                finding = corpus.findings.get(citation.key)
                for whose, asked in (
                    corpus.must_say(finding, language) if finding and len(sources) < 3 else ()
                ):
                    if (whose, asked) in told and passage.block not in ("chart", "quote-this"):
                        continue
                    told.add((whose, asked))
                    forms = "|".join(
                        re.escape(w).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for w in asked.split("|")
                    )
                    pattern = re.compile(rf"(?<![\w-])(?:{forms})(?![\w'-])", re.IGNORECASE)
                    first = passage.sentences[0].start
                    end = len(passage.text) if passage.block in ("chart", "quote-this") else sentence.end
                    span = replace(passage.span(first, end), end_line=passage.span(first, end).line)
                    if passage.span(first, end).end_line == span.line:
                        wider = said["wider"][0]
                        yield written(article, span, lambda text, p=pattern, w=wider: p.sub(w, text))


def travelling(corpus: Corpus, language: str, said: dict[str, list[str]]) -> Iterator[Fault]:
    """Charts, boxes to be quoted, titles and descriptions without their base, with "most", or set against each other."""
    for article in corpus.articles:
        kind = corpus.types.get(article.front.type)
        if article.language != language or kind is None or not kind.area:
            continue
        for passage in article.passages:
            chart = passage.block == "chart"
            if chart and len(passage.sentences) == 1:
                span = passage.span(passage.sentences[0].start, passage.sentences[0].end)
                if span.line == span.end_line:
                    for words in said["baseless"]:
                        yield written(article, span, lambda _, words=words: words)
                    others = [
                        c for a in corpus.articles if a.path == article.path for c in a.citations if c.finding
                    ]
                    other = next(
                        (c for c in others if c.source not in {d.source for d in passage.citations}), None
                    )
                    if other:
                        lines = (ROOT / article.path).read_text("utf-8").split("\n")
                        line = lines[span.line - 1]
                        lines[span.line - 1] = line.replace(
                            ". [@", f"{said['against'][0]} [@{other.key}; @", 1
                        )
                        yield Fault(article.path, "\n".join(lines), span.line, said["against"][0])
            elif passage.kind in (Kind.DESCRIPTION, Kind.TITLE) or passage.block == "quote-this":
                span = passage.span(passage.sentences[0].start, passage.sentences[0].end)
                end = len(passage.text)
                whole = passage.span(0, end)
                if span.line == span.end_line == whole.end_line and passage.kind is not Kind.TITLE:
                    for words in said["most"]:
                        yield written(article, whole, lambda _, words=words: words)


def cohorts(corpus: Corpus, language: str, said: dict[str, list[str]]) -> Iterator[Fault]:
    """A study of the same people told as another one, under the same heading."""
    for article, passage, sentence in places(corpus, language):
        own = {
            c.source
            for c in sentence.citations
            if c.source in corpus.sources and corpus.sources[c.source].cohort
        }
        keys = {c.key for c in article.citations if c.finding and c.source in corpus.sources}
        for source in own:
            cohort = set(corpus.sources[source].cohort)
            for key in sorted(keys):
                other = corpus.sources[key.partition("#")[0]]
                if other.id not in own and cohort & set(other.cohort):
                    for words in said["another"]:
                        yield _after(article, passage, sentence, f"{words} [@{key}]")


def references(corpus: Corpus, language: str, said: dict[str, list[str]]) -> Iterator[Fault]:
    """A sentence on another source than the one before it, opened with words that point."""
    before: Where | None = None
    for where in places(corpus, language):
        article, passage, sentence = where
        ids = {c.source for c in sentence.citations if c.source in corpus.sources}
        if (
            before
            and before[0] is article
            and before[1].section == passage.section
            and passage.kind is Kind.PARAGRAPH
        ):
            last = {c.source for c in before[2].citations if c.source in corpus.sources}
            if ids and last and ids != last and before[1].kind is Kind.PARAGRAPH:
                span = passage.span(sentence.start, sentence.end)
                section = [p for p in article.passages if p.section == passage.section]
                several = (
                    len({c.source for p in section for c in p.citations}) > 4
                )  # else "the other" is clear
                for words in said["pointing"] + (said["other"] if several else []):
                    yield written(article, span, lambda text, w=words: f"{w} {text[:1].lower()}{text[1:]}")
        before = where


def undated(corpus: Corpus, language: str, said: dict[str, list[str]]) -> Iterator[Fault]:
    """The years of a paragraph or an item taken away, but for those of a law and in boxes, which may print them."""
    for article, passage, sentence in places(corpus, language):
        studies = {c.source for c in sentence.citations if c.source in corpus.sources}
        span = passage.whole()
        if (
            not passage.block
            and span.line == span.end_line
            and any(corpus.sources[id].design in STUDIES for id in studies)
        ):
            yield written(article, span, lambda text: _YEARS.sub("", text))


def records(corpus: Corpus, language: str, said: dict[str, list[str]]) -> Iterator[Fault]:
    """A heading that is a bare number or lost its place, and a record that is second-hand."""
    for source in corpus.sources.values():
        text = (ROOT / source.path).read_text("utf-8")
        for finding in source.findings:
            heading = finding.quotable.heading.get(language, "") if finding.quotable else ""
            if not heading:
                continue
            line = finding.span.line
            bare = [p[:1].upper() + p[1:] for p in finding.plain.get(language, ())]
            for words in (*bare, *said["headings"]):
                yield Fault(source.path, text.replace(heading, words), line, words)
            how = f"how: {source.checked.how}"
            yield Fault(source.path, text.replace(how, "how: secondary"), line, "second-hand")


def found(corpus: Corpus, fault: Fault) -> bool:
    """Tell whether a check reports a fault: on its line of a page, anywhere in a record."""
    if fault.path.startswith("evidence/"):
        source, _ = read_source(fault.path, fault.text.encode(), corpus.languages, corpus.locales)
        assert source is not None
        changed = replace(corpus, sources={**corpus.sources, source.id: source})
        return any(problem.path == fault.path for problem in printable_figure.check(changed))
    old = next(article for article in corpus.articles if article.path == fault.path)
    new, _ = read_article(fault.path, old.language, old.key, fault.text.encode(), corpus.locale(old.language))
    assert new is not None
    changed = replace(corpus, articles=(new,), reference=replace(corpus.reference, passages=()))
    problems = (problem for check in CHECKS[:-1] for problem in check.check(changed))
    return any(problem.path == fault.path and problem.span.line == fault.line for problem in problems)


KINDS = {
    "absence": absences, "qualifier": qualifiers, "travels alone": travelling, "cohort": cohorts, "reference": references,
    "year": undated, "printable": records,
}  # fmt: skip


def planted(corpus: Corpus, kind: str, said: dict[str, dict[str, list[str]]], seed: int) -> list[Fault]:
    """Return the faults of one kind: half in each language, different texts each."""
    chosen: list[Fault] = []
    for language in corpus.languages:
        known = {(ROOT / one.path).read_text("utf-8") for one in (*corpus.articles, *corpus.sources.values())}
        made = {
            fault.text: fault
            for fault in KINDS[kind](corpus, language, said[language])
            if fault.text not in known
        }
        drawn = random.Random(f"{seed} {kind} {language}").sample(sorted(made), min(EACH // 2, len(made)))
        chosen += [made[text] for text in drawn]
    return chosen


def main() -> None:
    """Print a line a kind."""
    import tomllib

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--missed", action="store_true")
    options = parser.parse_args()
    said = tomllib.loads(WORDS.read_text("utf-8"))
    corpus = read_corpus(ROOT, today())
    for kind in KINDS:
        faults = planted(corpus, kind, said, options.seed)
        missed = [fault for fault in faults if not found(corpus, fault)]
        print(f"{kind:14} {len(faults):3} planted, {len(faults) - len(missed):3} found")
        for fault in missed if options.missed else ():
            print(f"    {fault.path}:{fault.line}: {fault.words}")
    alarms = [problem for check in CHECKS for problem in check.check(corpus)]
    print(f"on the pages and records as they are: {len(alarms)} reports")


if __name__ == "__main__":
    main()
