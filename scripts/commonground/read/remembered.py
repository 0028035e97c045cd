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
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec.msgpack import Decoder, Encoder, Ext
from msgspec.structs import replace

from commonground.files.kept import Kept
from commonground.languages.own_files import PACKAGE
from commonground.model.article import Article
from commonground.model.memory import Asked, Each, Memory, Read, completed

T = TypeVar("T")

READING = ("text", "languages", "model", "files", "read", "sources", "markdown")
"""The layers of the program on which a reading of the content rests (see ``ARCHITECTURE.md``)."""

PROGRAM = (".",)
"""All of them, on which a reading of a built site rests."""

_ENDINGS = (".py", ".toml")

_KIND = "read"
_DAY = 1


def kept_below(root: Path, folder: str = "read") -> Kept | None:
    """
    Return where readings of a project, or of its built site, are kept.

    Nowhere on a server that checks what others send in: files that come along with it could say that all is well.
    """
    return None if os.environ.get("CI") else Kept(root, f".cache/{folder}")


def printed_below(root: Path, folder: str) -> Kept:
    """Return where what takes long to print is kept; on such a server without what was there, which may have come along too."""
    kept = Kept(root, f".cache/{folder}")
    if os.environ.get("CI"):
        kept.tidy()
    return kept


class Remembered(Memory):
    """
    Keeps values as files.

    Args: kept: Where. ground: What all of them rest on besides the program, told by ``repr``. layers: Those of the program.
    """

    def __init__(self, each: Each, kept: Kept, *ground: object, layers: tuple[str, ...] = READING) -> None:
        super().__init__(each)
        self._kept = kept
        self._ground = f"{_program(layers)}\n{ground!r}"

    def recall(self, asked: Sequence[Asked[T]]) -> list[Read[T]]:
        told = [f"{self._ground}\n{one.kind}\n{tuple(one.made_of)!r}" for one in asked]
        pairs = list(zip(asked, told, strict=True))
        jobs = [partial(self._read, one.read, made_of) for one, made_of in pairs]
        return completed([self._found(one.kind, made_of) for one, made_of in pairs], jobs, self.each)

    def _found(self, kind: object, told: str) -> Read[Any] | None:
        content = self._kept.find(told, _KIND)
        with suppress(msgspec.DecodeError):
            if content is not None:
                return _decoder(kind).decode(content), ()
        return None

    def _read(self, read: Callable[[], Read[T]], told: str) -> Read[T]:
        value, problems = read()
        if not problems and value is not None:
            with suppress(OverflowError, UnicodeEncodeError):  # numbers and signs that a file does not hold
                self._kept.keep(told, _KIND, _ENCODER.encode(_writable(value)))
        return value, problems

    def tidy(self) -> None:
        self._kept.tidy()


@cache
def _program(layers: tuple[str, ...]) -> str:
    """Return a digest of all code and data that reads, and the names of all packages that are installed, with their versions."""
    digest = hashlib.sha256(sys.version.encode())
    packages = {path.name for folder in map(Path, sys.path) for path in folder.glob("*.dist-info")}
    digest.update(repr(sorted(packages)).encode())
    for layer in layers:
        for path in sorted(path for path in (PACKAGE / layer).rglob("*.*") if path.suffix in _ENDINGS):
            digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _writable(value: object) -> object:
    """Return a value such that days among the values of YAML in it are days again when they are read back."""
    if isinstance(value, Article):
        return replace(value, front=replace(value.front, values=_with_days(value.front.values)))
    return value


def _with_days(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _with_days(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_with_days(part) for part in value]
    return Ext(_DAY, value.isoformat().encode()) if isinstance(value, date) else value


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


@cache
def _decoder(kind: Any) -> Decoder[Any]:
    return Decoder(kind, dec_hook=_typed, ext_hook=_day)
