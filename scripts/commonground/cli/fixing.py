"""What ``commonground check --fix`` does to files: safe changes, again and again until none is left."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from commonground.checks import registry
from commonground.cli.writing import write
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.problem import Edit, Problem
from commonground.model.reference import Reference
from commonground.read.article import read_article
from commonground.read.texts import MARKDOWN
from commonground.report.fixes import changed, safe_edits

Change = tuple[str, str, str]
"""Path of an article, its text before, its text after."""

_ROUNDS = 20
"""A change can bring a rule's condition about, so files are looked at again; each round removes a form and adds none."""


def fixed_files(
    root: Path,
    report: registry.Report,
    wanted: Callable[[str], bool],
    reader: Callable[[Sequence[str]], Corpus],
) -> Iterator[Change]:
    """Yield the articles that safe changes of the wanted rules would alter; ``reader`` reads some paths."""
    with_edits = {p.path for p in report.problems if safe_edits([p]) and p.path.endswith(MARKDOWN)}
    for path in sorted(with_edits):
        corpus = reader([path])
        article = next((one for one in corpus.articles if one.path == path), None)
        if article is None:
            continue
        # Line ends stay as they are: hence bytes, and no newline translation.
        before = (root / path).read_bytes().decode("utf-8")
        after = _fixed(before, article, corpus, wanted)
        if after != before:
            yield path, before, after


def write_fixed(root: Path, changes: Sequence[Change]) -> int:
    """Write the changed articles; return how many. One outside the root has a whole path."""
    write(root, {path: after.encode() for path, _, after in changes if not Path(path).is_absolute()})
    for path, _, after in changes:
        if Path(path).is_absolute():
            write(Path(path).parent, {Path(path).name: after.encode()})
    return len(changes)


def _fixed(text: str, article: Article, corpus: Corpus, wanted: Callable[[str], bool]) -> str:
    for _ in range(_ROUNDS):
        edits = _edits(_problems(article, corpus), article, wanted)
        if not edits:
            break
        text = changed(text, edits)
        again, _problems_met = read_article(
            article.path,
            article.language,
            article.key,
            text.encode("utf-8"),
            corpus.locale(article.language),
        )
        if again is None:
            break
        article = again
    return text


def _problems(article: Article, corpus: Corpus) -> Iterable[Problem]:
    alone = replace(corpus, articles=(article,), reference=Reference(), problems=())
    return registry.run(alone, families=("language",)).problems


def _edits(problems: Iterable[Problem], article: Article, wanted: Callable[[str], bool]) -> list[Edit]:
    mine = [problem for problem in problems if problem.path == article.path and wanted(problem.rule)]
    # A title stands in YAML, where a changed text may need other quotation marks: that is left to its writer.
    return [edit for edit in safe_edits(mine) if edit.span.line >= article.body_line]
