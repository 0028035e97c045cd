"""
The last resort: what is told when nothing else has foreseen an error.

An error of the operating system (no room, no right to write) is the reader's to mend. Anything else is a fault of the
program, never of the text that it was given; its traceback goes to a file, for whoever mends it.
"""

import os
import platform
import sys
import tempfile
import traceback
from importlib.metadata import version

from commonground.languages import FIRST
from commonground.languages.catalogue import say
from commonground.languages.message import Message, texts_of
from commonground.languages.terminal import Spoken, terminal_language

_text = texts_of(__name__)

EXIT_SYSTEM = 2
EXIT_FAULT = 3
DEBUG = "COMMONGROUND_DEBUG"
"""Environment variable: where it is set, the traceback is shown rather than put into a file."""


def last_words(error: Exception) -> tuple[str, int]:
    """Return what to tell about an error that nothing has handled, and the exit code."""
    if isinstance(error, OSError) and error.strerror:
        place = _written(error.filename) if error.filename else _text("disk")
        message, code = _text("system", place=place, why=str(error.strerror)), EXIT_SYSTEM
    elif isinstance(error, Spoken):  # it says itself what to do: a file that cannot be written in mid-build
        message, code = error.message, EXIT_SYSTEM
    else:
        message, code = _text("program", summary=summary(error), evidence=_evidence(error)), EXIT_FAULT
    return say(message, terminal_language() or FIRST), code


def summary(error: Exception) -> str:
    """Return an error's kind, its message and the innermost place in our own code, in one line."""
    said = " ".join(str(error).split())[:200].rstrip(".")
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "commonground" in frame.filename]
    place = f" ({'/'.join(ours[-1].filename.split('/')[-2:])}:{ours[-1].lineno})" if ours else ""
    return f"{type(error).__name__}{': ' if said else ''}{said}{place}."


def _evidence(error: Exception) -> Message:
    """Put the traceback where it can be had, and return how the report gets it."""
    told = "".join(traceback.format_exception(error))
    if os.environ.get(DEBUG):
        print(told, file=sys.stderr)
        return _text("above")
    head = (
        f"commonground {version('commonground')}, Python {platform.python_version()}, {platform.platform()}\n"
    )
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="commonground-fault-", suffix=".txt", delete=False, encoding="utf-8", errors="replace"
        ) as file:
            file.write(f"{head}{sys.argv}\n\n{told}")
    except OSError:
        return _text("shown", variable=DEBUG)
    return _text("file", path=file.name)


def _written(path: object) -> str:
    return os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else str(path)
