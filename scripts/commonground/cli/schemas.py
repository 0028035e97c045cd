"""``commonground schemas``: what editors need to complete and check a project's files as they are typed."""

from pathlib import Path

import click

from commonground.cli.explaining import Explained
from commonground.cli.reading import ROOT, read
from commonground.cli.speaking import tell
from commonground.cli.writing import write
from commonground.export import schemas as exported
from commonground.languages.message import texts_of

_text = texts_of(__name__)
FOLDER = "schemas"
"""Where they lie in a project: a file names its own in its first line, or an editor's settings name them all."""


@click.command(cls=Explained)
@ROOT
def schemas(root: Path) -> None:
    """Write a JSON Schema for each kind of file into schemas/, for editors with a YAML language server."""
    files = {f"{FOLDER}/{name}": data for name, data in exported.schemas(read(root))}
    write(root, files)
    tell(_text("written", n=len(files), folder=FOLDER))
