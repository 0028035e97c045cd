"""
The last wall: every number in a built page is one that a check has read, one of the record that is named there, or one that
the generator worked out and marked where it wrote it.
"""

import re
from collections.abc import Hashable, Iterable, Iterator
from itertools import groupby
from urllib.parse import parse_qsl

from commonground.languages.message import Message, texts_of
from commonground.model.problem import Problem
from commonground.verify.faults import fault
from commonground.verify.ledger import Ledger
from commonground.verify.page import Block, Page, Scope, read_page
from commonground.verify.tokens import Tokens, digits, is_number, numerals, tokens

_text = texts_of(__name__)

_AROUND = 40
"""Characters shown on either side of a number."""

_OF_THE_FORMAT = ("ctx_ver", "rft_val_fmt")
_WRITTEN = re.compile(r"\d+(?:[.,]\d+|\s\d{3}(?!\d))*")


class Wall:
    """Holds texts of built files against the ledger; a text that stands on many pages is looked at once."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._seen: dict[Hashable, tuple[range, ...]] = {}

    def unread(self, block: Block, *pages: str) -> Iterator[str]:
        """
        Yield each number of a text that nobody has read, with the words around it.

        Args: pages: The paths of the pages whose texts it may repeat: they have texts of their own.
        """
        key = block.key
        left = self._seen.get(key)
        if left == ():
            return
        cut = tokens(block.text)
        owns = [self.ledger.own[page] for page in pages if page in self.ledger.own]
        if any(own.has(cut) for own in owns):
            return
        if left is None:
            left = self._seen[key] = self._unshared(cut, block)
        for number in left:
            if not any(own.carry(cut, number) for own in owns):
                yield _excerpt(cut, number)

    def _unshared(self, cut: Tokens, block: Block) -> tuple[range, ...]:
        """Return the numbers of a text that stand in no text that may stand anywhere."""
        if self.ledger.shared.has(cut):
            return ()
        numbers = numerals(cut, block.runs[0][1].language)
        return tuple(number for number in numbers if not self._is_known(cut, number, block))

    def _is_known(self, cut: Tokens, number: range, block: Block) -> bool:
        words = cut.words[number.start : number.stop]
        scope = block.scope_at(cut.starts[number.start])
        numbers = [word for word in words if is_number(word)]
        if scope.computed and set(numbers or words) <= set(scope.computed):
            return True
        if scope.reference and self._is_of_reference(words, scope.reference):
            return True
        return bool(scope.values and self._is_value(cut, number, scope)) or self.ledger.shared.carry(
            cut, number
        )

    def _is_of_reference(self, words: tuple[str, ...], sources: str) -> bool:
        """Tell whether a number stands in the reference of a source; of sources with one title, in that of any."""
        numbers = {int(run) for word in words for run in digits(word)}
        known = (self.ledger.references.get(source, frozenset()) for source in sources.split())
        return any(numbers <= of_source for of_source in known)

    def _is_value(self, cut: Tokens, number: range, scope: Scope) -> bool:
        """Tell whether a number is one of the findings whose numbers are written out there."""
        keys = scope.values.split()
        if any(key in self.ledger.written and self.ledger.written[key].carry(cut, number) for key in keys):
            return True
        at = cut.starts[number.start]
        written = next((m[0] for m in _WRITTEN.finditer(cut.text) if m.start() <= at < m.end()), "")
        value = self.ledger.value(written, scope.language)
        return any(value in self.ledger.values.get(key, ()) for key in keys)


def unread_figures(page: Page, wall: Wall) -> Iterator[Problem]:
    """Yield each number of a page that nobody has read."""
    for block in page.blocks:
        for part in _parts(block):
            for excerpt in wall.unread(part, page.path):
                yield unread(page.path, page.raw, excerpt, _where(block))


def unread(path: str, raw: str, excerpt: str, where: Message) -> Problem:
    """Return the problem of a number that nobody has read."""
    return fault(
        path, raw, excerpt.strip("…"), "unread-figure", _text("unread", where=where, excerpt=excerpt)
    )


def _where(block: Block) -> Message:
    if block.attribute:
        return _text("in-attribute", name=block.attribute, tag=block.tag)
    return _text("in-text")


def _parts(block: Block) -> Iterator[Block]:
    """
    Yield a block: of a context object (COinS) each value, of HTML to be copied what it shows.

    What is said aloud of a citation's number comes after it.
    """
    if block.text.startswith("ctx_ver=") and block.attribute:
        for name, value in parse_qsl(block.text):
            if name in _OF_THE_FORMAT:
                continue
            part = Block(tag=block.tag, attribute=block.attribute)
            part.add(value, block.runs[0][1])
            yield part
    elif block.runs and block.runs[0][1].is_code and block.text.startswith("<"):
        yield from read_page("", block.text.encode()).blocks
    elif block.text.strip():
        yield block
    for cite in block.cites:
        part = Block(tag="a", attribute="aria-label")
        part.add(cite.label, Scope(block.runs[0][1].language if block.runs else "", computed=(cite.text,)))
        if cite.label:
            yield part


def _excerpt(cut: Tokens, number: range) -> str:
    """Return a number with the words around it."""
    start = cut.starts[number.start]
    last = cut.starts[number.stop - 1]
    before = cut.text[max(0, start - _AROUND) : start]
    after = cut.text[start : last + _AROUND]
    return " ".join(
        f"{'…' * (start > _AROUND)}{before}{after}{'…' * (last + _AROUND < len(cut.text))}".split()
    )


def unread_citations(page: Page, ledger: Ledger) -> Iterator[Problem]:
    """Yield what is wrong with the numbers of citations: they are those of the article's own text, in its order."""
    expected = ledger.citations.get(page.path, [])
    more = ledger.more_citations.get(page.path, frozenset())
    places = list(page.cited)
    sources: list[str] = []
    for cite in (cite for block in page.blocks for cite in block.cites):
        source = page.cited.get(cite.target.removeprefix("#"), "")
        if not source or cite.text != str(places.index(cite.target.removeprefix("#")) + 1):
            message = _text("not-entry", number=cite.text, target=cite.target)
            yield _citation(page, cite.target, message)
            continue
        sources.append(source)
        keys = [f"{source}#{id.removeprefix(f'finding-{source}-')}" for id in cite.findings] or [source]
        for key in set(keys) - set(expected) - more:
            yield _citation(page, f'href="{cite.target}"', _text("unread-citation", key=key))
    if not more and _in_order(sources) != _in_order(key.partition("#")[0] for key in expected):
        yield _citation(page, "", _text("order"))


def _citation(page: Page, found: str, message: Message) -> Problem:
    return fault(page.path, page.raw, found, "unread-citation", message)


def _in_order(sources: Iterable[str]) -> list[str]:
    """Return sources in order, of one that follows itself the first: its findings share a number."""
    return [source for source, _ in groupby(sources)]
