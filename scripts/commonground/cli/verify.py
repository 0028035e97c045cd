"""``commonground verify``: read a built site as its readers get it."""

import sys
from pathlib import Path

import click

from commonground.checks.registry import Report
from commonground.cli.explaining import Explained
from commonground.cli.reading import ROOT, progress, read
from commonground.cli.speaking import LANG, reader_language
from commonground.files.processors import on_all_processors
from commonground.languages.catalogue import say
from commonground.languages.message import texts_of
from commonground.model.memory import Memory
from commonground.report import as_github, as_json, as_text
from commonground.verify.faults import RULES
from commonground.verify.site import NoSite
from commonground.verify.site import verify as verify_site

_text = texts_of(__name__)

_FORMATS = {"json": as_json.render, "github": as_github.render}


@click.command(cls=Explained)
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="SITE")
@ROOT
@LANG
@click.option(
    "--format", "form", type=click.Choice(["text", *sorted(_FORMATS)]), default="text", show_default=True
)
def verify(site: Path, root: Path, form: str) -> None:
    """Read every file of the built SITE and hold it against the content of --root."""
    corpus = read(root).published
    try:
        with progress(_text("busy")):
            found = verify_site(site, corpus, Memory(on_all_processors))
    except NoSite as error:
        raise click.UsageError(str(error)) from None
    counts = {"files": found.files, "pages": found.pages}
    broken = {problem.rule for problem in found.problems}
    told = tuple(rule for rule in RULES if rule.id in broken)
    report = Report(found.problems, (), counts, told, asked=reader_language())
    if form in _FORMATS:
        click.echo(_FORMATS[form](report), nl=False)
    else:
        lines = (as_text.line(problem, report.asked) for problem in found.problems)
        click.echo("".join(f"{one}\n" for one in lines), nl=False)
        files, pages = _text("files", n=found.files), _text("pages", n=found.pages)
        click.echo(say(_text("end", found=as_text.found(report), files=files, pages=pages), report.asked))
    sys.exit(1 if found.problems else 0)
