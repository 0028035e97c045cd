"""``commonground check``: report problems."""

import fnmatch
import sys
from dataclasses import replace
from pathlib import Path

import click

from commonground.checks import registry
from commonground.cli.fixing import fixed_files, write_files
from commonground.cli.reading import ROOT, progress, read, relative
from commonground.model.reference import Reference
from commonground.read.article import read_article
from commonground.report import as_json, as_text
from commonground.report.fixes import diff

_FORMATS = {"text": as_text.render, "json": as_json.render}


@click.command()
@click.argument("paths", nargs=-1)
@ROOT
@click.option("--only", multiple=True, metavar="GLOB", help="Report only these rules, such as 'evidence/*'.")
@click.option("--skip", multiple=True, metavar="GLOB", help="Leave these rules out.")
@click.option("--lang", metavar="CODE", help="The language of the text on standard input (with PATH '-').")
@click.option("--fix", is_flag=True, help="Make the changes that are safe, then report what is left.")
@click.option("--dry-run", is_flag=True, help="With --fix: show the changes as a diff, and make none.")
@click.option("--format", "form", type=click.Choice(sorted(_FORMATS)), default="text", show_default=True)
def check(
    paths: tuple[str, ...],
    root: Path,
    only: tuple[str, ...],
    skip: tuple[str, ...],
    lang: str | None,
    fix: bool,
    dry_run: bool,
    form: str,
) -> None:
    """
    Check all content, or report only on the files and folders given as PATHS.

    With the path '-' one text is read from standard input and held against the language rules alone. --fix changes
    articles below their front matter, where a word rule is marked safe, and nothing that is quoted or set aside.
    Exit code 0: no error; 1: some; 2: wrong use, or nothing to read.
    """
    from_input = paths == ("-",)
    if (dry_run and not fix) or (fix and from_input):
        raise click.UsageError("--fix changes files, and --dry-run shows what --fix would change.")
    report = _check_text(root, lang) if from_input else _check_files(root, paths)
    report = _chosen(report, only, skip)
    if fix:
        changes = list(fixed_files(root, report, lambda rule: _wanted(rule, only, skip)))
        if dry_run:
            click.echo("".join(diff(path, before, after) for path, before, after in changes), nl=False)
            return
        if write_files(root, changes):
            report = _chosen(_check_files(root, paths), only, skip)
    click.echo(_FORMATS[form](report), nl=False)
    sys.exit(1 if report.has_errors else 0)


def _chosen(report: registry.Report, only: tuple[str, ...], skip: tuple[str, ...]) -> registry.Report:
    kept = [problem for problem in report.problems if _wanted(problem.rule, only, skip)]
    return replace(report, problems=tuple(kept))


def _wanted(rule: str, only: tuple[str, ...], skip: tuple[str, ...]) -> bool:
    chosen = not only or any(fnmatch.fnmatchcase(rule, glob) for glob in only)
    return chosen and not any(fnmatch.fnmatchcase(rule, glob) for glob in skip)


def _check_files(root: Path, paths: tuple[str, ...]) -> registry.Report:
    wanted = [relative(root, path) for path in paths]
    pages = [path for path in wanted if path.startswith("docs/") and path.endswith(".md")]
    with progress("Checking"):
        report = registry.run(read(root, pages if len(pages) == len(wanted) else ()))
    if not wanted:
        return report
    inside = [
        p
        for p in report.problems
        if any(p.path == w or p.path.startswith(f"{w}/") or w == "." for w in wanted)
    ]
    return replace(report, problems=tuple(inside))


def _check_text(root: Path, lang: str | None) -> registry.Report:
    corpus = read(root)
    if lang is None or lang not in corpus.terms:
        known = ", ".join(corpus.terms)
        raise click.UsageError(f"say which language the text is in with --lang (one of: {known}).")
    data = sys.stdin.buffer.read()
    article, problems = read_article("-", lang, "-", data, corpus.locale(lang))
    found = tuple(problem for problem in problems if problem.rule.startswith("input/"))
    alone = replace(corpus, articles=(article,) if article else (), reference=Reference(), problems=found)
    report = registry.run(alone, families=("language", "input"))
    return replace(report, problems=tuple(p for p in report.problems if p.path == "-"))
