"""The command ``commonground``."""

import importlib
import sys

import click

_COMMANDS = ("check", "rules", "new", "translate", "evidence", "links", "export")
"""Each is a function of its own name in a module of its own name, loaded when it is used: an author's save is to be quick."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        try:
            command: click.Command = getattr(importlib.import_module(f"commonground.cli.{name}"), name)
        except ModuleNotFoundError as error:
            return _not_installed(name, str(error.name))
        return command


def _not_installed(name: str, library: str) -> click.Command:
    """Return what stands in for a command whose libraries are left out where only texts are checked."""
    message = f"{name} needs {library}, which is not installed. Install commonground with its extra: commonground[site]."

    def refuse() -> None:
        raise click.UsageError(message)

    anything = {"ignore_unknown_options": True, "allow_extra_args": True}
    return click.Command(name, anything, refuse, help=message, add_help_option=False)


@click.group(cls=_Commands, name="commonground", context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Check Common Ground's articles, evidence and language rules."""


def main() -> None:
    """Run the command; wrong use and unreadable input end with a message and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli()
