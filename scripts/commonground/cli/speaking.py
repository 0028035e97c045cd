"""In which language a command speaks to whoever runs it."""

import click

from commonground.languages import FIRST
from commonground.languages.catalogue import catalogues
from commonground.languages.terminal import terminal_language

LANG = click.option(
    "--lang",
    metavar="CODE",
    type=click.Choice(catalogues()),
    help="The language of what is said (default: the terminal's).",
)


def reader_language(asked: str | None = None) -> str:
    """Return the language asked for, else the terminal's, else the first."""
    return asked or terminal_language() or FIRST
