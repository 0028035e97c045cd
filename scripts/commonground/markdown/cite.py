"""
Citations: ``[@source#finding, locator; @source#finding]`` becomes small numbers bound to the word before them.

The inline step only leaves an empty place, since inline marks are not read in the order of the page; numbers are given
when the whole tree stands. Anchors and table labels are made in between, so no number gets into them.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from commonground.markdown.page import Page
from commonground.markdown.sources import Cited
from commonground.model.marks import CITATION, CITATION_PART
from commonground.model.search import Search
from commonground.model.source import Finding, Source
from commonground.sources.names import search_name, who

WORD_JOINER = "\u2060"
NO_BREAK_SPACE = "\u00a0"

# The white space before a mark goes with it; the look-behind keeps long runs of spaces from being tried one by one.
_MARK = rf"(?<!\s)\s*{CITATION.pattern}"
_PLACE = "data-mark"


def add_citations(md: Markdown, page: Page) -> None:
    """Read citations and number them."""
    # After code (190) and escapes (180), before links (170), which use brackets too.
    md.inlinePatterns.register(_Marks(_MARK, md, page), "commonground_citation", 175)
    # After anchors (5) and tables (4).
    md.treeprocessors.register(_Numbers(md, page), "commonground_numbers", 3)


def drop_citations(md: Markdown) -> None:
    """Read citations and leave them out."""
    md.inlinePatterns.register(_Dropped(_MARK, md), "commonground_citation", 175)


def cited_keys(element: Element, page: Page) -> list[str]:
    """Return what the places in an element cite, in order: ``source#finding``, or ``source`` alone."""
    marks = [
        page.marks[int(place.attrib[_PLACE])] for place in element.iter("span") if _PLACE in place.attrib
    ]
    parts = [CITATION_PART.fullmatch(part) for mark in marks for part in mark.split(";")]
    return [
        f"{part['source']}#{part['finding']}" if part["finding"] else part["source"] for part in parts if part
    ]


class _Dropped(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # an inline processor's own signature  # noqa: N802
        return "", m.start(0), m.end(0)


class _Marks(InlineProcessor):
    """Puts an empty element in the place of a mark and keeps what it says."""

    def __init__(self, pattern: str, md: Markdown, page: Page) -> None:
        super().__init__(pattern, md)
        self._page = page

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # an inline processor's own signature  # noqa: N802
        marks = self._page.marks
        marks.append(str(self.unescape(m.group(1))))
        return Element("span", {"class": "cites", _PLACE: str(len(marks) - 1)}), m.start(0), m.end(0)


class _Numbers(Treeprocessor):
    """Fills the places, in the order of the page."""

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: Element) -> None:
        parents = {child: parent for parent in root.iter() for child in parent}
        places = [element for element in root.iter("span") if _PLACE in element.attrib]
        for place in reversed(places):
            _move_out_of_link(place, parents)
        self._page.marks = [self._page.marks[int(place.attrib.pop(_PLACE))] for place in places]
        for place, mark in zip(places, self._page.marks, strict=True):
            _bind(place, parents[place])
            self._anchor(place, mark)
            self._fill(place, mark)
        self._page.done = True

    def _anchor(self, place: Element, mark: str) -> None:
        """Give the claim that the mark ends an address of its own."""
        if first := CITATION_PART.fullmatch(mark.split(";")[0]):
            place.set("id", self._page.anchors.of_claim(first["source"], first["finding"]))

    def _fill(self, place: Element, mark: str) -> None:
        """Add a number for each source of the mark; findings of one source, side by side, share it."""
        last: Element | None = None
        for part in mark.split(";"):
            number = self._number(part)
            if last is not None and number.get("href") and number.get("href") == last.get("href"):
                last.set(
                    "data-finding", f"{last.get('data-finding', '')} {number.get('data-finding', '')}".strip()
                )
                continue
            if len(place):
                place[-1].tail = NO_BREAK_SPACE
            place.append(number)
            last = number
            if number.tag == "a":
                self._page.count += 1
                number.set("id", f"cite-{self._page.count}")

    def _number(self, part: str) -> Element:
        """Return a number, or a visible gap where the corpus has no such finding; a check stops such a page."""
        match = CITATION_PART.fullmatch(part)
        search = self._page.corpus.searches.get(match["source"]) if match else None
        if search is not None:
            return self._link(self._note(search, None, ""), search_name(search, self._page.locale))
        source = self._page.corpus.sources.get(match["source"]) if match else None
        finding = source.finding(match["finding"]) if match and source and match["finding"] else None
        if match is None or source is None or (match["finding"] and (finding is None or finding.withheld)):
            gap = Element("span", {"class": "cite-unknown", "title": part.strip()})
            gap.text = "[?]"
            return gap
        number = self._note(source, finding, match["locator"] or "")
        link = self._link(number, who(source, self._page.locale))
        if finding:
            link.set("data-finding", f"finding-{source.id}-{finding.id}")
        return link

    def _link(self, number: int, name: str) -> Element:
        link = Element("a", {"class": "cite", "id": "", "href": f"#source-{number}"})
        link.set("aria-label", self._page.say("sources.citation", n=number, who=name))
        link.text = str(number)
        return link

    def _note(self, source: Source | Search, finding: Finding | None, locator: str) -> int:
        """Keep what is cited for the source list and return the source's number."""
        entries = self._page.entries
        entry = entries.setdefault(source.id, Cited(source, len(entries) + 1))
        if finding and finding not in entry.findings:
            entry.findings.append(finding)
        places = entry.locators.setdefault(finding.id if finding else "", [])
        locator = " ".join(locator.split())
        if locator and locator not in places:
            places.append(locator)
        return entry.number


def _bind(place: Element, parent: Element) -> None:
    """Keep the number on the line of the word before it."""
    siblings = list(parent)
    index = siblings.index(place)
    if index:
        before = siblings[index - 1]
        before.tail = (before.tail or "") + WORD_JOINER
    elif parent.text:
        parent.text += WORD_JOINER


def _move_out_of_link(place: Element, parents: dict[Element, Element]) -> None:
    """A number is a link, and links do not nest: set it right after the link in whose text it stands."""
    link, above = None, parents.get(place)
    while above is not None:
        link = above if above.tag == "a" else link
        above = parents.get(above)
    if link is None:
        return
    _detach(place, parents[place])
    target = parents[link]
    place.tail, link.tail = link.tail, None
    target.insert(list(target).index(link) + 1, place)
    parents[place] = target


def _detach(element: Element, parent: Element) -> None:
    """Take an element out and leave the text after it where it is."""
    index = list(parent).index(element)
    tail = element.tail or ""
    if index:
        parent[index - 1].tail = (parent[index - 1].tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)
