"""What a set of changes touches, and what a report says that it did not say before."""

from collections.abc import Collection
from functools import partial
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from commonground.checks import registry
from commonground.checks.registry import Report
from commonground.checks.shared.citing import all_citations
from commonground.cli.history import tree_before
from commonground.cli.reading import kept_for_this_run, read
from commonground.files.processors import on_all_processors
from commonground.model.address import target_path
from commonground.model.corpus import Corpus
from commonground.model.problem import Problem
from commonground.read.corpus import NothingToRead, read_corpus
from commonground.report import baseline

_RECORDS = "evidence"


def touched(corpus: Corpus, changed: Collection[str]) -> tuple[str, ...]:
    """
    Return the pages that changed, and those that rest on what did.

    Those link to a changed page or cite a changed record, also one that is gone.
    """
    records = {name.stem for name in map(PurePosixPath, changed) if name.parts[0] == _RECORDS}
    citing = {passage.path for passage, citation in all_citations(corpus) if citation.source in records}
    gone = set(changed) - {article.path for article in corpus.articles}
    return tuple(
        article.path
        for article in corpus.articles
        if article.path in changed
        or article.path in citing
        or any(target_path(article.path, link.target) in gone for link in article.links)
    )


def fresh(root: Path, base: str) -> tuple[Corpus, Report]:
    """
    Return what was read, and the report on it without the problems that were there where this work left the commit ``base``.

    Of problems that say the same, those on lines that stood there already are the known ones. Most files are the same in both
    states: what was read of them in one is taken for the other.
    """
    with kept_for_this_run(root) as kept, tree_before(root, base) as folder:
        corpus = read(root, kept=kept)
        report = registry.run(corpus)
        try:
            before = read_corpus(folder, corpus.today, kept=kept, each=on_all_processors)
        except NothingToRead:
            return corpus, report
        known = baseline.known(registry.run(before).problems)
    old_first = sorted(report.problems, key=partial(_is_on_new_line, _new_lines(corpus, before)))
    left = set(baseline.without_known(old_first, known))
    new = tuple(problem for problem in report.problems if problem in left)
    return corpus, replace(report, problems=new, known=len(report.problems) - len(new))


def _new_lines(corpus: Corpus, before: Corpus) -> frozenset[tuple[str, int]]:
    stood = {(article.path, line) for article in before.articles for line in article.body.split("\n")}
    return frozenset(
        (article.path, number)
        for article in corpus.articles
        for number, line in enumerate(article.body.split("\n"), article.body_line)
        if (article.path, line) not in stood
    )


def _is_on_new_line(new: Collection[tuple[str, int]], problem: Problem) -> bool:
    return (problem.path, problem.span.line) in new
