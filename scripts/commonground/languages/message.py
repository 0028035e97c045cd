"""What the program has to say, before it is said in a language."""

from collections.abc import Iterable, Mapping
from typing import Literal, Protocol

from msgspec import Struct

Joint = Literal["and", "or", "comma", "semicolon"]


class Message(Struct, frozen=True):
    """
    A text of the catalogue, ``languages/<code>/messages.toml``, and what is filled in.

    ``key`` is a section and a name in it: ``evidence/figure-mismatch.mismatch``. ``values`` are filled in for the names
    in braces; where one is called ``n``, a text with plural forms agrees with it.
    """

    key: str
    values: tuple[tuple[str, "Value"], ...] = ()


class Series(Struct, frozen=True):
    """Things in a row, put together as a language does: a, b and c."""

    items: tuple["Value", ...]
    joint: Joint


class Translated(Struct, frozen=True):
    """A text of the content that is there in several languages."""

    texts: tuple[tuple[str, str], ...]


class SiteText(Struct, frozen=True):
    """A text of the site itself by its dotted key (``site.toml``), in small letters as within a sentence."""

    key: str


Value = str | int | Message | Series | Translated | SiteText
"""What is filled in; a plain text is somebody else's words, a name or a number as it stands in a file."""

Wording = Message | str
"""A text of the program, or words of the content itself, which are in the language of the content."""


class Speaker(Protocol):
    """Makes the messages of one module."""

    def __call__(self, name: str, /, **values: Value) -> Message:
        """Return the message of a name in the module's section."""
        ...


def texts_of(module: str) -> Speaker:
    """
    Return what makes the messages of a module, ``texts_of(__name__)``.

    Their section is the end of its name, with hyphens: ``evidence/figure-mismatch``, for a check its id.
    """
    section = section_of(module)

    def text(name: str, /, **values: Value) -> Message:
        return Message(f"{section}.{name}", tuple(values.items()))

    return text


def section_of(module: str) -> str:
    """Return the section of the catalogue that holds the texts of a module."""
    return "/".join(module.split(".")[-2:]).replace("_", "-")


def listed(items: Iterable[Value], joint: Joint = "comma") -> Series:
    """Return things in a row."""
    return Series(tuple(items), joint)


def translated(texts: Mapping[str, str]) -> Translated:
    """Return a text of the content, given by language."""
    return Translated(tuple(texts.items()))


def quoted(text: str) -> Message:
    """Return somebody else's words in quotation marks."""
    return Message("words.quoted", (("text", text),))
