"""The language of messages on a terminal."""

import os

from commonground.languages.catalogue import spoken

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Those that POSIX gives for the language of messages, the strongest first."""


def terminal_language() -> str:
    """Return the language that the terminal is set to, "" where it names none in which there are messages."""
    locale = next((value for name in _VARIABLES if (value := os.environ.get(name))), "")
    language = locale.partition(".")[0].partition("@")[0].partition("_")[0].lower()
    return language if language and spoken(language) == language else ""
