"""In which language a command speaks to whoever runs it."""

import click

from commonground.languages import FIRST
from commonground.languages.catalogue import catalogues, say, spoken
from commonground.languages.message import Message
from commonground.languages.terminal import ASKED, terminal_language


def ask(language: str | None) -> None:
    """Speak a language, where there are messages in it, until the command ends."""
    if language and spoken(language) == language:
        token = ASKED.set(language)
        click.get_current_context().call_on_close(lambda: ASKED.reset(token))


def _asked(_: click.Context, __: click.Parameter, value: str | None) -> None:
    ask(value)


LANG = click.option(
    "--lang",
    metavar="CODE",
    type=click.Choice(catalogues()),
    callback=_asked,
    expose_value=False,
    is_eager=True,
    help="The language of what is said (default: the terminal's).",
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
