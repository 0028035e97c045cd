"""In which language a command speaks to whoever runs it."""

import click

from commonground.languages import FIRST
from commonground.languages.catalogue import catalogues, say, spoken
from commonground.languages.message import Message
from commonground.languages.terminal import ASKED, terminal_language


def hear(_: click.Context, __: click.Parameter, language: str | None) -> str | None:
    """Speak the language that an option asks for, where there are messages in it; the callback of that option."""
    if language and spoken(language) == language:
        ASKED.set(language)
    return language


LANG = click.option(
    "--lang",
    metavar="CODE",
    type=click.Choice(catalogues()),
    callback=hear,
    expose_value=False,
    is_eager=True,
)


def reader_language() -> str:
    """Return the language asked for, else the terminal's, else the first."""
    return terminal_language() or FIRST


class WrongUse(click.UsageError):
    """Wrong use, or nothing usable: exit code 2 and a message."""

    def __init__(self, message: Message) -> None:
        super().__init__(say(message, reader_language()))


def tell(message: Message, *, err: bool = False) -> None:
    """Print a message."""
    click.echo(say(message, reader_language()), err=err)
