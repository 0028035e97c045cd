"""
Whether an SVG is a drawing and no more: a browser runs what an SVG holds when somebody opens it by its address.

Only elements that draw are allowed, by a list, since a list of dangers would never be whole.
"""

import re
from xml.parsers import expat

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


class _NotADrawing(Exception):
    """An SVG holds more than a drawing; the message says what, and what to do where that is not plain."""


def fault_of(data: bytes) -> str:
    """Return why an SVG is more than a drawing, in words that follow on "the picture", "" where it is none."""
    try:
        _Reader().read(data)
    except _NotADrawing as fault:
        return str(fault)
    except (expat.ExpatError, ValueError, LookupError) as error:
        return f"is no XML that can be read ({error}): save it again"
    return ""


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
            raise _NotADrawing(
                f"holds text in <{local}>, which no check reads: turn the letters into paths or take them out, and say the "
                "words in the text alternative"
            )
        if namespace != _SVG or local not in _ELEMENTS:
            raise _NotADrawing(
                f"holds <{local}>, which is no part of a plain drawing: save it as a plain SVG"
            )
        for attribute, value in attributes.items():
            _compare(attribute, value)
        self._open.append(local)

    def _end(self, name: str) -> None:
        if self._open.pop() == "style":
            if _OUTSIDE.search("".join(self._style)):
                raise _NotADrawing("has a style that leads out of the file: delete it there")
            self._style.clear()

    def _text(self, text: str) -> None:
        if self._open and self._open[-1] == "style":
            self._style.append(text)
        elif text.strip():
            raise _NotADrawing("holds text between its elements, which no check reads: take it out")

    @staticmethod
    def _doctype(*_: object) -> None:
        raise _NotADrawing("has a DOCTYPE: delete that line")

    @staticmethod
    def _instruction(target: str, _: str) -> None:
        raise _NotADrawing(f"has the instruction <?{target}?>: delete it")


def _compare(attribute: str, value: str) -> None:
    """Raise where an attribute runs something, leads out of the file, or belongs to another program."""
    namespace, _, name = attribute.rpartition(" ")
    if namespace and attribute not in _FOREIGN:
        raise _NotADrawing(f"has the attribute {name} of a drawing program: save it as a plain SVG")
    if name.lower().startswith("on"):
        raise _NotADrawing(f"has the handler {name}: delete it")
    if (name == "href" and not _INSIDE.fullmatch(value)) or _OUTSIDE.search(value):
        raise _NotADrawing(f'leads out of the file with {name}="{value[:40]}": delete it')
