"""``commonground export``: everything that a program may want, without building the site."""

from pathlib import Path

import click

from commonground.checks import registry
from commonground.cli.explaining import Explained
from commonground.cli.reading import ROOT, read
from commonground.cli.speaking import WrongUse, reader_language, tell
from commonground.cli.writing import write
from commonground.export.files import export_files
from commonground.files.reading import visible
from commonground.languages.catalogue import say
from commonground.languages.message import texts_of
from commonground.model.problem import Level
from commonground.model.url import is_clean_web_address

_text = texts_of(__name__)


@click.command(cls=Explained)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option(
    "--site-url",
    envvar="SITE_URL",
    default="",
    metavar="URL",
)
@ROOT
def export(folder: Path, site_url: str, root: Path) -> None:
    """Write evidence, claims, references and language rules into DIR, as the site publishes them."""
    if site_url and not is_clean_web_address(site_url):
        raise WrongUse(_text("bad-address", address=visible(site_url)))
    corpus = read(root)
    if registry.run(corpus).reaches(Level.ERROR):
        raise click.ClickException(say(_text("errors"), reader_language()))
    site = f"{site_url.rstrip('/')}/" if site_url else ""
    files = dict(export_files(corpus.published, site))
    write(folder, files)
    tell(_text("written", n=len(files), folder=str(folder)))
