"""
What was read of a file, kept for the next time: the same bytes, read by the same program under the same settings, yield the same.

So an author's save reads what changed and nothing else. Only what had no problem is kept.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec.msgpack import Decoder, Encoder, Ext

from commonground.files.kept import Kept
from commonground.languages.own_files import PACKAGE
from commonground.model.memory import Memory

T = TypeVar("T")

_READ_BY = ("text", "languages", "model", "files", "read", "sources", "markdown")
"""The layers of the program on which a reading rests (see ``ARCHITECTURE.md``)."""

_ENDINGS = (".py", ".toml")

_KIND = "read"
_DAY = 1


def kept_below(root: Path) -> Kept | None:
    """
    Return where readings of a project are kept.

    Nowhere on a server that checks what others send in: files that come along with it could say that all is well.
    """
    return None if os.environ.get("CI") else Kept(root, ".cache/read")


class Remembered(Memory):
    """Keeps values as files. Args: ground: What all of them rest on besides the program, told by ``repr``."""

    def __init__(self, kept: Kept, *ground: object) -> None:
        self._kept = kept
        self._ground = f"{_program()}\n{ground!r}"

    def find(self, kind: type[T], *made_of: object) -> T | None:
        content = self._kept.find(self._told(kind, made_of), _KIND)
        with suppress(msgspec.DecodeError):
            decoder: Decoder[T] = _decoder(kind)
            return None if content is None else decoder.decode(content)
        return None

    def keep(self, value: object, *made_of: object) -> None:
        with suppress(OverflowError, UnicodeEncodeError):  # numbers and signs that a file does not hold
            self._kept.keep(self._told(type(value), made_of), _KIND, _ENCODER.encode(value))

    def tidy(self) -> None:
        self._kept.tidy()

    def _told(self, kind: type, made_of: Sequence[object]) -> str:
        return f"{self._ground}\n{kind.__name__}\n{made_of!r}"


def with_days(value: object) -> object:
    """Return values of YAML such that days in them are days again when they are read back."""
    if isinstance(value, dict):
        return {key: with_days(part) for key, part in value.items()}
    if isinstance(value, list):
        return [with_days(part) for part in value]
    return Ext(_DAY, value.isoformat().encode()) if isinstance(value, date) else value


@cache
def _program() -> str:
    """Return a digest of all code and data that reads, and the names of all packages that are installed, with their versions."""
    digest = hashlib.sha256(sys.version.encode())
    for folder in filter(Path.is_dir, map(Path, sys.path)):
        digest.update(repr(sorted(path.name for path in folder.glob("*.dist-info"))).encode())
    for layer in _READ_BY:
        for path in sorted(path for path in (PACKAGE / layer).rglob("*.*") if path.suffix in _ENDINGS):
            digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _plain(value: object) -> object:
    """Return what is written for a value that has no form of its own."""
    if isinstance(value, Fraction):
        return value.numerator, value.denominator
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Sequence):
        return tuple(value)
    raise NotImplementedError(type(value))


def _typed(kind: type, value: object) -> object:
    """Return a value from what was written for it."""
    return _fraction(*value) if kind is Fraction and isinstance(value, list) else value


def _day(code: int, data: memoryview) -> object:
    return date.fromisoformat(bytes(data).decode())


_ENCODER = Encoder(enc_hook=_plain)
_fraction = cache(Fraction)


def _reader(kind: type) -> Decoder[Any]:
    return Decoder(kind, dec_hook=_typed, ext_hook=_day)


_decoder: Callable[[type], Decoder[Any]] = cache(_reader)
