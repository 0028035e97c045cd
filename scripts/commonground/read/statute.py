"""
A law as the Department of Justice publishes it in XML (repository justicecanada/laws-lois-xml): its provisions by their labels.

Read by defusedxml, which refuses entities and whatever would lead to another file or a server.
"""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from msgspec import Struct

from commonground.languages.message import texts_of
from commonground.languages.terminal import Spoken

_text = texts_of(__name__)

MOST_BYTES = 32 << 20
"""Largest file that is read; the Criminal Code has some six million bytes."""

_LIMS = "{http://justice.gc.ca/lims}"
_TEXTS = ("Text", "LongTitle", "Enacts")
_PARTS = (
    "Subsection",
    "Paragraph",
    "Subparagraph",
    "Clause",
    "Subclause",
    "Provision",
    "ContinuedSectionSubsection",
    "ContinuedParagraph",
    "ContinuedSubparagraph",
)
_NAMED = {"long title": ("LongTitle",), "summary": ("Summary",), "preamble": ("Preamble", "Enacts")}
"""Parts of an Act without a number, as our files call them."""


class NoStatute(Spoken):
    """The file is no law in XML; the message says why."""


class Words(Struct, frozen=True):
    """What a provision says: its marginal note, its text (one line a paragraph) and the amendments named after its section."""

    note: str
    text: str
    history: str


class Statute:
    """One law in one language."""

    def __init__(self, data: bytes) -> None:
        """Raises: NoStatute: The file is broken, too large, or holds what a law does not."""
        if len(data) > MOST_BYTES:
            raise NoStatute(_text("too-large", most=MOST_BYTES >> 20))
        try:
            self._root: Element = fromstring(data)
        except (ParseError, DefusedXmlException, ValueError) as error:
            raise NoStatute(_text("unsafe", error=type(error).__name__)) from None
        self._sections: dict[str, list[Element]] = {}
        for section in self._root.iter("Section"):
            self._sections.setdefault(_label(section), []).append(section)

    @property
    def current_to(self) -> str:
        """The day that a consolidation is current to, as it is written there; "" for an Act as enacted."""
        return self._root.get(f"{_LIMS}current-date", "")

    def words(self, section: str, term: str = "", *, is_extract: bool = False) -> Words | None:
        """
        Return what a provision says, None where there is none.

        Args: section: Its label, such as 286.1(1) or 183(1)(b.1), or "preamble". term: The defined words, of a definition.
            is_extract: Of a paragraph, the opening words before it too.
        """
        if section in _NAMED:
            return self._named(section)
        base, *labels = re.findall(r"[^()]+", section)
        for found in self._sections.get(base, ()):
            path = _path(found, labels)
            if path is None:
                continue
            if term:
                definition = _definition(path[-1], term)
                if definition is None:
                    continue
                path = [*path, definition]
            lines = (
                (_own(path[-2]), *_labelled(path[-1])) if is_extract and len(path) > 1 else _lines(path[-1])
            )
            history = "" if term else _history(found)
            return Words(_note(path), "\n".join(filter(None, lines)), history)
        return None

    def _named(self, name: str) -> Words | None:
        parts = [part for tag in _NAMED[name] if (part := self._root.find(f".//{tag}")) is not None]
        if not parts:
            return None
        title = parts[0].find(".//MarginalNote")
        title = title if title is not None else parts[0].find("TitleText")
        text = "\n".join(line for part in parts for line in _lines(part) if line)
        return Words(_flat(title) if title is not None else "", text, "")


def _path(section: Element, labels: Sequence[str]) -> list[Element] | None:
    """Return a section and the part of each label within the one before, None where one is missing."""
    path = [section]
    for label in labels:
        inner = next((child for child in path[-1] if _label(child) == label), None)
        if inner is None:
            return None
        path.append(inner)
    return path


def _definition(parent: Element, term: str) -> Element | None:
    """Return the definition of some words: of these alone, else the first that opens with them."""
    found = [one for one in parent.iter("Definition") if _opens_with(_flat(one), term)]
    exact = (one for one in found if any(_flat(name) == term for name in one.iter() if _is_term(name)))
    return next(exact, found[0] if found else None)


def _opens_with(text: str, term: str) -> bool:
    return text.startswith(term) and not text[len(term) : len(term) + 1].isalnum()


def _is_term(element: Element) -> bool:
    return element.tag in ("DefinedTermEn", "DefinedTermFr")


def _label(element: Element) -> str:
    """Return the label of a part without its brackets and stop: (b.1) is b.1, and so is the French b.1)."""
    label = element.find("Label")
    return _flat(label).strip("().") if label is not None else ""


def _note(path: Sequence[Element]) -> str:
    """Return the nearest marginal note, from the inside out."""
    notes = (element.find("MarginalNote") for element in reversed(path))
    return next((_flat(note) for note in notes if note is not None), "")


def _history(section: Element) -> str:
    return "; ".join(_flat(item) for item in section.iter("HistoricalNoteSubItem"))


def _own(element: Element) -> str:
    """Return the words of a part before its own parts, without its label."""
    if element.tag in _TEXTS and element.find("Provision") is None:
        return _flat(element)
    return " ".join(_flat(child) for child in element if child.tag in ("Text", "Repealed"))


def _lines(element: Element, label: str = "") -> Iterator[str]:
    """Yield the line of a part, with its label, and those of the parts in it; definitions are parts of their own."""
    yield f"{label} {_own(element)}".strip()
    for child in element:
        if child.tag in _PARTS:
            yield from _labelled(child)


def _labelled(element: Element) -> Iterator[str]:
    label = element.find("Label")
    yield from _lines(element, _flat(label) if label is not None else "")


def _flat(element: Element) -> str:
    """Return the text of an element, however deep, with every run of spaces written as one."""
    return " ".join("".join(element.itertext()).split())
