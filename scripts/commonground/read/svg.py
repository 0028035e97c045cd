"""
Whether an SVG is a drawing and no more: a browser runs what an SVG holds when somebody opens it by its address.

Only elements that draw are allowed, by a list, since a list of dangers would never be whole.
"""

import re
from xml.parsers import expat

from commonground.languages.message import Message, texts_of
from commonground.languages.terminal import Spoken

_text = texts_of(__name__)
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"

_ELEMENTS = frozenset((
    "circle", "clipPath", "defs", "ellipse", "g", "line", "linearGradient", "marker", "mask", "path", "pattern", "polygon",
    "polyline", "radialGradient", "rect", "stop", "style", "svg", "symbol", "use",
))  # fmt: skip
_TEXTS = frozenset(("desc", "text", "textPath", "title", "tspan"))
_FOREIGN = frozenset((f"{_XLINK} href", f"{_XLINK} type", f"{_XML} lang", f"{_XML} space"))
_INSIDE = re.compile(r"\s*#[\w.-]+\s*")
# In a style or an attribute: "@" opens an import, a backslash hides either.
_OUTSIDE = re.compile(
    r"url\s*\(\s*['\"]?\s*(?!#)|@|\\|(?:java|vb)script:|data:|expression\s*\(|image(?:-set)?\s*\(",
    re.IGNORECASE,
)


class _NotADrawing(Spoken):
    """An SVG holds more than a drawing."""


def fault_of(data: bytes) -> Message | None:
    """Return why an SVG is more than a drawing, None where it is none."""
    try:
        _Reader().read(data)
    except _NotADrawing as fault:
        return fault.message
    except (expat.ExpatError, ValueError, LookupError) as error:
        return _text("no-xml", error=str(error))
    return None


class _Reader:
    """Walks the elements of one file."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._style: list[str] = []

    def read(self, data: bytes) -> None:
        """Read the file. Raises: _NotADrawing, expat.ExpatError, ValueError, LookupError."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.Parse(data, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if local in _TEXTS:
            raise _NotADrawing(_text("text", element=local))
        if namespace != _SVG or local not in _ELEMENTS:
            raise _NotADrawing(_text("element", element=local))
        for attribute, value in attributes.items():
            _compare(attribute, value)
        self._open.append(local)

    def _end(self, name: str) -> None:
        if self._open.pop() == "style":
            if _OUTSIDE.search("".join(self._style)):
                raise _NotADrawing(_text("style"))
            self._style.clear()

    def _text(self, text: str) -> None:
        if self._open and self._open[-1] == "style":
            self._style.append(text)
        elif text.strip():
            raise _NotADrawing(_text("loose-text"))

    @staticmethod
    def _doctype(*_: object) -> None:
        raise _NotADrawing(_text("doctype"))

    @staticmethod
    def _instruction(target: str, _: str) -> None:
        raise _NotADrawing(_text("instruction", target=target))


def _compare(attribute: str, value: str) -> None:
    """Raise where an attribute runs something, leads out of the file, or belongs to another program."""
    namespace, _, name = attribute.rpartition(" ")
    if namespace and attribute not in _FOREIGN:
        raise _NotADrawing(_text("attribute", name=name))
    if name.lower().startswith("on"):
        raise _NotADrawing(_text("handler", name=name))
    if (name == "href" and not _INSIDE.fullmatch(value)) or _OUTSIDE.search(value):
        raise _NotADrawing(_text("outside", name=name, value=value[:40]))
