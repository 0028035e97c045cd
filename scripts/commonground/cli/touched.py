"""What a set of changes touches, and what a report says that it did not say before."""

from collections.abc import Collection
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from commonground.checks import registry
from commonground.checks.registry import Report
from commonground.checks.shared.citing import all_citations
from commonground.cli.history import tree_before
from commonground.model.address import target_path
from commonground.model.corpus import Corpus
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


def fresh(corpus: Corpus, root: Path, base: str) -> Report:
    """
    Return the report on what was read, without the problems that were there where this work left the commit ``base``.

    Of problems that say the same, those on lines that stood there already are the known ones.
    """
    report = registry.run(corpus)
    with tree_before(root, base) as folder:
        try:
            before = read_corpus(folder, corpus.today)
        except NothingToRead:
            return report
        known = baseline.known(registry.run(before).problems)
    stood = {(article.path, line) for article in before.articles for line in article.body.split("\n")}
    new_lines = {
        (article.path, number)
        for article in corpus.articles
        for number, line in enumerate(article.body.split("\n"), article.body_line)
        if (article.path, line) not in stood
    }
    old_first = sorted(report.problems, key=lambda one: (one.path, one.span.line) in new_lines)
    left = set(baseline.without_known(old_first, known))
    new = tuple(problem for problem in report.problems if problem in left)
    return replace(report, problems=new, known=len(report.problems) - len(new))
