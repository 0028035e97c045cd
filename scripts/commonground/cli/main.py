"""The command ``commonground``."""

import importlib
import os
import signal
import sys
from contextvars import copy_context
from functools import partial
from typing import Any

import click

from commonground.cli.explaining import ExplainedGroup, speak_for_click
from commonground.cli.speaking import LANG, WrongUse, reader_language, tell
from commonground.languages.catalogue import say
from commonground.languages.message import texts_of
from commonground.read.garbage import collect_rarely

_text = texts_of(__name__)

_COMMANDS = (
    "init",
    "check",
    "changes",
    "rules",
    "new",
    "translate",
    "evidence",
    "review",
    "audit",
    "links",
    "law",
    "export",
    "schemas",
    "verify",
    "waiting",
)
"""Each is a function of its own name in a module of its own name, loaded when it is used: an author's save is to be quick."""

_INTERRUPTED = 128 + signal.SIGINT
_NO_READER = 128 + signal.SIGPIPE


class _Commands(ExplainedGroup):
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

    def main(self, *args: Any, standalone_mode: bool = True, **others: Any) -> Any:
        """Run one command; the language asked for holds for its last word too, and for nothing after it."""
        run = partial(super().main, *args, standalone_mode=standalone_mode, **others)
        return copy_context().run(run) if standalone_mode else run()

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # click would make it 1, which stands for errors in the content
            # What is still in the buffer goes nowhere, or Python would complain of the pipe once more when it ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(_NO_READER)


def _not_installed(name: str, library: str) -> click.Command:
    """Return what stands in for a command whose libraries are left out where only texts are checked."""
    message = _text("not-installed", command=name, library=library)

    def refuse() -> None:
        raise WrongUse(message)

    anything = {"ignore_unknown_options": True, "allow_extra_args": True}
    return click.Command(name, anything, refuse, help=say(message, reader_language()), add_help_option=False)


@click.group(cls=_Commands, name="commonground", context_settings={"help_option_names": ["-h", "--help"]})
@LANG
def cli() -> None:
    """Check the articles, evidence and language rules of a site, and build what it needs."""


speak_for_click()


def _replace_closed() -> None:
    """Let what is said go nowhere where whoever started us closed the output; a file opened later would be in its place."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))


def main() -> None:
    """
    Run the command. Wrong use and unreadable input end with a message and exit code 2, a fault of the program with 3.

    Where the shell would see it so, a stop by the user is 130, and a reader of our output who went away 141.
    """
    collect_rarely()
    _replace_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.exit(cli.main(standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        tell(_text("stopped"), err=True)
        sys.exit(_INTERRUPTED)
    except Exception as error:
        from commonground.report.fault import last_words

        message, code = last_words(error)
        tell(_text("error", message=message), err=True)
        sys.exit(code)
