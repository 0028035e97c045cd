"""The language in which somebody at a terminal is told something, and errors that are told in it."""

import os
from contextvars import ContextVar

from commonground.languages import FIRST
from commonground.languages.catalogue import say, spoken
from commonground.languages.message import Message

ASKED: ContextVar[str] = ContextVar("ASKED", default="")
"""The language that was asked for when the program was called."""

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Those that POSIX gives for the language of messages, the strongest first."""


def terminal_language() -> str:
    """Return the language asked for, else the one that the terminal is set to, "" where that has no messages."""
    if asked := ASKED.get():
        return asked
    locale = next((value for name in _VARIABLES if (value := os.environ.get(name))), "")
    language = locale.partition(".")[0].partition("@")[0].partition("_")[0].lower()
    return language if language and spoken(language) == language else ""


def told(message: Message) -> str:
    """Return a message in the terminal's language."""
    return say(message, terminal_language() or FIRST)


class Spoken(Exception):
    """
    An error that somebody is told.

    Attributes:
        message: What is told, of the catalogue; ``str`` says it in the terminal's language.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return told(self.message)
