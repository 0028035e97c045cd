"""``commonground check``: report problems."""

import fnmatch
import os
import sys
from collections.abc import Callable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import click
from msgspec import Struct
from msgspec.structs import replace

from commonground.checks import registry
from commonground.cli.explaining import Explained
from commonground.cli.fixing import fixed_files, write_fixed
from commonground.cli.history import changed_since
from commonground.cli.reading import ROOT, progress, read, read_elsewhere, read_rules, relative
from commonground.cli.speaking import WrongUse, hear, reader_language, tell
from commonground.cli.touched import fresh
from commonground.cli.writing import write
from commonground.files.reading import Unreadable, read_bytes
from commonground.languages.message import listed, texts_of
from commonground.languages.terminal import terminal_language
from commonground.matching.repeated import Repeats
from commonground.matching.sieve import sieves
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.problem import Level
from commonground.model.reference import Reference
from commonground.read.article import read_article
from commonground.read.json_file import Misshapen
from commonground.read.texts import is_project
from commonground.report import as_terminal, baseline
from commonground.report.fixes import diff
from commonground.report.formats import formats

_text = texts_of(__name__)

_CONTENT = (".", "data", "docs", "evidence", "language")
_OF_WORDS = ("language", "input")
_REPEATED = "evidence/repeated-claim"
"""The check that draws on our pages and records for a text that is none of ours."""
_FAILS = {"error": Level.ERROR, "warning": Level.WARNING, "suggestion": Level.SUGGESTION, "never": None}
_UNREAD = ("input/broken-yaml", "input/invalid-rules", "input/not-utf-8", "input/too-large")
"""What these are about was held against no rule at all: silence would say that it is in order."""

_MOST_KNOWN = 32 << 20
"""Bytes of a baseline: a site of thousands of pages has fewer."""

_FILE = click.Path(dir_okay=False, path_type=Path)


class _Choice(Struct, frozen=True):
    """Which rules are wanted: globs of ids to keep and to leave out, and the problems that are known already."""

    only: tuple[str, ...]
    skip: tuple[str, ...]
    known: baseline.Known

    def has(self, rule: str) -> bool:
        """Tell whether a rule is wanted."""
        chosen = (
            not self.only or rule in _UNREAD or any(fnmatch.fnmatchcase(rule, glob) for glob in self.only)
        )
        return chosen and not any(fnmatch.fnmatchcase(rule, glob) for glob in self.skip)

    @property
    def words_alone(self) -> bool:
        """Tell whether nothing but word rules is wanted: then pages need only be searched."""
        return bool(self.only) and all(glob.startswith("language/") for glob in self.only)

    def of(self, report: registry.Report) -> registry.Report:
        """Return what a report says of the wanted rules and is not known already."""
        mine = [problem for problem in report.problems if self.has(problem.rule)]
        fresh = baseline.without_known(mine, self.known)
        told = tuple(rule for rule in report.rules if any(problem.rule == rule.id for problem in fresh))
        return replace(report, problems=tuple(fresh), rules=told, known=len(mine) - len(fresh))


@click.command(cls=Explained)
@click.argument("paths", nargs=-1)
@ROOT
@click.option("--only", multiple=True, metavar="GLOB")
@click.option("--skip", multiple=True, metavar="GLOB")
@click.option("--lang", metavar="CODE", callback=hear, is_eager=True)
@click.option("--by-page", is_flag=True)
@click.option("--changed", metavar="COMMIT")
@click.option("--fix", is_flag=True)
@click.option("--dry-run", is_flag=True)
@click.option("--baseline", "known", type=_FILE)
@click.option("--write-baseline", type=_FILE)
@click.option(
    "--fail-on",
    type=click.Choice(list(_FAILS)),
    default="error",
    show_default=True,
)
@click.option("--format", "form", type=click.Choice(list(formats())), default="text", show_default=True)
def check(
    paths: tuple[str, ...],
    root: Path,
    only: tuple[str, ...],
    skip: tuple[str, ...],
    lang: str | None,
    by_page: bool,
    changed: str | None,
    fix: bool,
    dry_run: bool,
    known: Path | None,
    write_baseline: Path | None,
    fail_on: str,
    form: str,
) -> None:
    """Check all content, or report only on the files and folders given as PATHS."""
    choice = _Choice(only, skip, _known(known))
    if (dry_run and not fix) or (fix and (paths == ("-",) or write_baseline)):
        raise WrongUse(_text("fix-alone"))
    if changed and (paths or fix):
        raise WrongUse(_text("changed-alone"))
    report = choice.of(_check_changed(root, changed) if changed else _check(root, paths, choice, lang))
    if write_baseline:
        _write_known(write_baseline, report)
        return
    if fix:
        changes = list(fixed_files(root, report, choice.has, _reader(root, lang)))
        if dry_run:
            click.echo("".join(diff(*change) for change in changes), nl=False)
            return
        if write_fixed(root, changes):
            report = choice.of(_check(root, paths, choice, lang))
    is_asked = lang or not formats()[form].FOR_PAGES
    asked = terminal_language() if is_asked and not by_page else ""
    click.echo(_rendered(replace(report, asked=asked), form, root), nl=False)
    sys.exit(1 if report.reaches(_FAILS[fail_on]) else 0)


def _write_known(path: Path, report: registry.Report) -> None:
    write(path.parent, {path.name: baseline.render(report.problems).encode()})
    tell(_text("written", path=str(path), n=len(report.problems)))


def _known(path: Path | None) -> baseline.Known:
    """Return the known problems, none without a file."""
    if path is None:
        return baseline.Known()
    try:
        return baseline.parse(read_bytes(path.parent, path.name, _MOST_KNOWN).decode())
    except Unreadable as error:
        fault = error.message
    except Misshapen as error:
        fault = _text("misshapen", path=str(path), fault=error.message)
    except UnicodeDecodeError:
        fault = _text("not-utf-8", path=str(path))
    raise WrongUse(_text("baseline", fault=fault, path=str(path)))


def _rendered(report: registry.Report, form: str, root: Path) -> str:
    if form == "text" and sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        return as_terminal.render(report, cache(lambda path: _source(root / path)))
    return str(formats()[form].render(report))


def _source(path: Path) -> str:
    """Return a file's text as reports count its lines, "" where there is none."""
    try:
        text = path.read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return ""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _reader(root: Path, lang: str | None) -> Callable[[Sequence[str]], Corpus]:
    """Return what reads some articles again."""
    return lambda paths: read(root, paths) if is_project(root) else read_elsewhere(root, paths, lang)


def _check(root: Path, paths: tuple[str, ...], choice: _Choice, lang: str | None) -> registry.Report:
    if paths == ("-",):
        return _check_text(root, lang)
    if paths and not is_project(root):
        return _check_elsewhere(root, paths, choice, lang)
    return _check_files(root, paths, choice)


def _check_files(root: Path, paths: tuple[str, ...], choice: _Choice) -> registry.Report:
    wanted = [relative(root, path) for path in paths]
    for path in wanted:
        if path.split("/")[0] not in _CONTENT:
            folders = listed(_CONTENT[1:])
            raise WrongUse(_text("not-checked", path=path, folders=folders, language=reader_language()))
    pages = [path for path in wanted if path.startswith("docs/") and path.endswith(".md")]
    with progress(_text("busy")):
        some = pages if len(pages) == len(wanted) else ()
        if choice.words_alone:
            report = registry.run(read(root, some, sieves), families=_OF_WORDS)
        else:
            _need_renderer()
            corpus = read(root, some)
            report = registry.run(corpus)
            if not some:
                corpus.memory.tidy()
    if not wanted:
        return report
    inside = [
        p
        for p in report.problems
        if (some and p.rule in _UNREAD)  # a page's verdict rests on the files that it needs
        or any(p.path == w or p.path.startswith(f"{w}/") or w == "." for w in wanted)
    ]
    return replace(report, problems=tuple(inside))


def _check_changed(root: Path, base: str) -> registry.Report:
    """Check everything, and keep what is new since a commit: a change of a record or a rule shows on pages that did not change."""
    _need_renderer()
    changed_since(root, base)  # says what is wrong with the commit
    with progress(_text("busy")):
        return fresh(root, base)[1]


def _need_renderer() -> None:
    """End with the reason where that is missing which makes pages of Markdown: other sites' checks do without it."""
    if any(find_spec(package) is None for package in ("markdown", "pymdownx")):
        raise WrongUse(_text("no-renderer"))


def _check_elsewhere(
    root: Path, paths: tuple[str, ...], choice: _Choice, lang: str | None
) -> registry.Report:
    """Check another site's Markdown: its words and how plain it is, not what makes a page one of ours."""
    with progress(_text("busy")):
        if choice.words_alone:
            return registry.run(read_elsewhere(root, paths, lang, sieves), families=_OF_WORDS)
        return registry.run(read_elsewhere(root, paths, lang), families=(*_OF_WORDS, "plain"))


def _check_text(root: Path, lang: str | None) -> registry.Report:
    corpus = read_rules(root)
    if lang is None or lang not in corpus.terms:
        raise WrongUse(_text("which-language", known=listed(corpus.terms)))
    if sys.stdin is None:  # closed by whoever started us
        raise WrongUse(_text("no-input"))
    data = sys.stdin.buffer.read()
    article, problems = read_article("-", lang, "-", data, corpus.locale(lang))
    found = tuple(problem for problem in problems if problem.rule.startswith("input/"))
    alone = replace(corpus, articles=(article,) if article else (), reference=Reference(), problems=found)
    report = registry.run(alone, families=_OF_WORDS)
    if article and _repeats(article, corpus):
        report = report.with_more(registry.run(_answering(article, root), families=(_REPEATED,)))
    return replace(report, problems=tuple(p for p in report.problems if p.path == "-"))


def _repeats(article: Article, corpus: Corpus) -> bool:
    claims = corpus.repeated.get(article.language)
    engine = Repeats(claims) if claims else None
    return engine is not None and any(True for passage in article.passages for _ in engine.find(passage))


def _answering(article: Article, root: Path) -> Corpus:
    """Return all pages and records beside a text that repeats what one of them answers: few texts do, and reading takes seconds."""
    with progress(_text("busy")):
        whole = read(root)
    return replace(whole, articles=(article, *whole.articles))
