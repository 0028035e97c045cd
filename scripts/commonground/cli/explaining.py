"""
How a command explains itself, and what click says of wrong use: in the language of whoever asks.

Both are texts of the catalogue: a section ``help/<command>`` for each command, ``help/any`` for what several of them
have, and ``click``, whose English texts are click's own.
"""

from collections.abc import Mapping
from typing import cast

import click
import click.core
import click.exceptions
import click.formatting
import click.parser
import click.types

from commonground.cli.speaking import reader_language
from commonground.languages import FIRST
from commonground.languages.catalogue import Forms, section_texts, spoken

_SHARED = "help/any"
_CLICK = "click"
_ASKED_AT_IMPORT = frozenset(("file", "directory", "path"))
"""Names of types, which click asks for before anything is said; none of our texts has them."""


class Explained(click.Command):
    """A command whose help is in the catalogue."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        explain(self, _path(ctx))
        super().format_usage(ctx, formatter)


class ExplainedGroup(click.Group):
    """Commands whose help is in the catalogue."""

    command_class = Explained

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        explain(self, _path(ctx))
        super().format_usage(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if isinstance(command, Explained | ExplainedGroup):
                explain(command, f"{_path(ctx)} {name}".strip())
        super().format_commands(ctx, formatter)


def explain(command: click.Command, path: str) -> None:
    """Give a command and its options their texts; ``path`` is how it is called after ``commonground``."""
    shared, own = (_texts(section) for section in (_SHARED, f"help/{path or 'commonground'}"))
    command.help, command.options_metavar = own["command"], shared["options"]
    if isinstance(command, click.Group):
        command.subcommand_metavar = shared["commands"]
    if asks := command.get_help_option(click.Context(command)):
        asks.help = shared["help"]
    for option in command.params:
        if isinstance(option, click.Option):
            key = name_of(option)
            option.help = own.get(key) or shared[key]


def name_of(option: click.Option) -> str:
    """Return what the text of an option is called in the catalogue."""
    return "format" if option.name == "form" else str(option.name).replace("_", "-")


def speak_for_click() -> None:
    """Let click take its texts from the catalogue; it asks GNU gettext, which would need files of another kind."""
    for module in (click.core, click.exceptions, click.formatting, click.parser, click.types):
        vars(module).update(_=_said, ngettext=_counted)


def _said(text: str) -> str:
    return text if text in _ASKED_AT_IMPORT else str(_translation(text))


def _counted(one: str, several: str, number: int) -> str:
    forms = _translation(several)
    if isinstance(forms, str):
        return one if number == 1 else several
    return forms["one" if number == 1 else "other"]


def _translation(text: str) -> Forms:
    """Return what is said for a text of click's; itself, where the catalogue does not have it."""
    for name, forms in section_texts(FIRST, _CLICK).items():
        if text in ([forms] if isinstance(forms, str) else forms.values()):
            return section_texts(spoken(reader_language()), _CLICK)[name]
    return text


def _texts(section: str) -> Mapping[str, str]:
    return cast("Mapping[str, str]", section_texts(spoken(reader_language()), section))


def _path(ctx: click.Context) -> str:
    names = []
    while ctx.parent is not None:
        names.append(str(ctx.info_name))
        ctx = ctx.parent
    return " ".join(reversed(names))
