"""
What stands in quotation marks, in one paragraph or over several.

An opening mark that nothing closes opens nothing. A quotation goes on in the next paragraph where that one begins with its
mark again (in old French texts with »), or where it has a closing ” or » before it opens one of its own. Within a paragraph, a
line after the end of a sentence may begin with the mark again, and in French any line with ».
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct, field
from msgspec.structs import replace

from commonground.text.folding import is_letter

CLOSING = {"“": "”", "«": "»", "‹": "›", '"': '"', "‘": "’", "'": "'"}
"""Opening marks, and what closes each."""

_KIND = {"“": "“", "”": "“", '"': "“", "«": "«", "»": "«", "‹": "‹", "›": "‹", "‘": "‘", "’": "‘", "'": "‘"}
"""Marks of one kind close each other: a straight one may close a curly one."""

_ALWAYS_OPENS, _ALWAYS_CLOSES = frozenset("“«‹"), frozenset("”»›")
_MOST_MENTIONED = 6
_AFTER_STOP = frozenset(".,!?…:;)]”»›–—")
_STOP = re.compile(r"[.!?…:;][)\]”\"»›’']*\s*$")
_LETTER_AFTER = re.compile(r"\s*[\w“\"‘'‹(]")
_SPACE = re.compile(r"\s*")
_GUILLEMET = re.compile("[«»]")
_PAIRED = '“”"«»‹›'
_SINGLE_MARK = re.compile(r"(?<!\w)[‘']")

Range = tuple[int, int]


def quotations(text: str, elisions: Sequence[str], lines: Iterable[int] = ()) -> Iterator[Range]:
    """
    Yield the ranges of one paragraph's quotations, their marks included.

    Of a few words between single marks, which are mentioned rather than said, it is the words alone.

    Args: elisions: What an apostrophe may begin that opens nothing ('em). lines: Where its lines begin, but for the first.
    """
    for opened, _, end in _scan([(text, lines)], elisions).pairs:
        start = opened.place
        if opened.mark in "‘'" and len(text[start + 1 : end].split()) <= _MOST_MENTIONED:
            yield start + 1, end
        else:
            yield start, end + 1


def carried(
    paragraphs: Sequence[tuple[str, Iterable[int]]], elisions: Sequence[str]
) -> Sequence[Sequence[Range]]:
    """
    Return for each paragraph the ranges of quotations that go over several, their marks left out.

    Args: paragraphs: Each with where its lines begin; one right after the other on the page.
    """
    found: list[list[Range]] = [[] for _ in paragraphs]
    for opened, last, end in _scan(paragraphs, elisions).pairs:
        for number in range(opened.paragraph, last + 1 if last > opened.paragraph else 0):
            text = paragraphs[number][0]
            start = opened.place + 1 if number == opened.paragraph else _after_marks(text)
            found[number].append((start, end if number == last else len(text)))
    return found


def has_mark(text: str) -> bool:
    """Tell whether a mark stands in a text that may open or close a quotation."""
    if any(mark in text for mark in _PAIRED):
        return True
    return ("'" in text or "‘" in text) and _SINGLE_MARK.search(text) is not None


def may_go_on(text: str) -> bool:
    """Tell whether a quotation may be open at the end of a text that is one paragraph."""
    return has_mark(text) and any(_scan([(text, ())], ()).open.values())


class _Open(Struct):
    """
    An opening mark and its place.

    ``held``, ``line``: the last paragraph and line that have it, as they repeat it. ``weak``: a mark that may close it.
    ``doubtful``: another like it opened in its paragraph, as within guillemets alone is usual: it goes no further.
    """

    mark: str
    paragraph: int
    place: int
    held: int
    line: int
    weak: int = -1
    doubtful: bool = False


class _Scan(Struct):
    """What is open while paragraphs are read in turn, and the pairs found: (what opened, paragraph, place)."""

    pattern: re.Pattern[str]
    open: dict[str, list[_Open]] = field(default_factory=lambda: {kind: [] for kind in "“«‹‘"})
    pairs: list[tuple[_Open, int, int]] = field(default_factory=list)
    line: int = 0

    def read(self, number: int, text: str, lines: Iterable[int]) -> None:
        """Read one paragraph."""
        self.line = 0
        begin = self._go_on(number, text) if number else 0
        starts = [_after_space(text, line) for line in lines]
        for found in self.pattern.finditer(text, begin):
            at = found.start()
            opened = self.open[_KIND[text[at]]]
            self.line = bisect_right(starts, at)
            if self._is_repeated(text, at, opened, starts):
                opened[-1].line = self.line
                continue
            if _KIND[text[at]] == "‘":
                self._take_single(number, text, at, opened)
            else:
                self._take(number, text, at, opened)
        self._settle(number, text)

    def _go_on(self, number: int, text: str) -> int:
        """Take the marks with which quotations go on in a paragraph; return where the rest of it begins."""
        at = _after_space(text, 0)
        for opened in self.open.values():
            opened[:] = [replace(one, line=-1) for one in opened if not one.doubtful]
        while opened := self.open.get(_KIND.get(text[at : at + 1], ""), []):
            goes_on = text[at] in CLOSING or (text[at] == "»" and _LETTER_AFTER.match(text, at + 1))
            if not goes_on or opened[-1].held != number - 1:
                break
            opened[-1].held, opened[-1].line = number, 0
            at = _after_space(text, at + 1)
        for opened in self.open.values():
            opened[:] = [one for one in opened if one.held == number or one.mark in _ALWAYS_OPENS][-1:]
        return at

    def _is_repeated(self, text: str, at: int, opened: list[_Open], starts: Sequence[int]) -> bool:
        """Tell whether a mark at the start of a line repeats one that the line before has."""
        if not opened or not self.line or starts[self.line - 1] != at or opened[-1].line != self.line - 1:
            return False
        if text[at] == "»":
            later = _GUILLEMET.search(text, at + 1)
            return later is not None and later.group() == "»"
        return text[at] in CLOSING and bool(_STOP.search(text, max(0, at - 12), at))

    def _take(self, number: int, text: str, at: int, opened: list[_Open]) -> None:
        mark = text[at]
        opens, closes = mark in _ALWAYS_OPENS, mark in _ALWAYS_CLOSES
        if mark == '"':
            before, after = text[at - 1 : at], text[at + 1 : at + 2]
            opens = not is_letter(before) and (bool(after.strip()) or not before.strip())
            closes = bool(opened) and opened[-1].held == number and not is_letter(after)
            closes = closes and (opened[-1].mark == '"' or not (opens or before.isdecimal()))
        if closes:
            if opened:
                self.pairs.append((opened.pop(), number, at))
        elif opens:
            opened[:] = [one for one in opened if one.held == number]
            for one in opened:
                one.doubtful = mark in '“"' and one.paragraph == number
            opened.append(_Open(mark, number, at, number, self.line))

    def _take_single(self, number: int, text: str, at: int, opened: list[_Open]) -> None:
        """Take a single mark, which may be an apostrophe: between an s and a word it closes if nothing better does."""
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if text[at] == "‘" or not before.strip() or is_letter(after):
            self._settle(number, text)
            for one in opened:
                one.doubtful = one.paragraph == number
            opened.append(_Open(text[at], number, at, number, self.line))
        elif opened and before in "sS" and after == " " and is_letter(text[at + 2 : at + 3]):
            opened[-1].weak = at if opened[-1].weak < 0 else opened[-1].weak
        elif opened and (before in _AFTER_STOP or not self._settle(number, text)):
            self.pairs.append((opened.pop(), number, at))

    def _settle(self, number: int, text: str) -> bool:
        """Close what a possessive may close, if a few words stand before it; tell whether that was done."""
        if not self.open["‘"] or self.open["‘"][-1].weak < 0:
            return False
        opened = self.open["‘"].pop()
        if len(text[opened.place + 1 : opened.weak].split()) > _MOST_MENTIONED:
            opened.weak = -1
            self.open["‘"].append(opened)
            return False
        self.pairs.append((opened, number, opened.weak))
        return True


def _scan(paragraphs: Iterable[tuple[str, Iterable[int]]], elisions: Sequence[str]) -> _Scan:
    scan = _Scan(_marks(tuple(elisions)))
    for number, (text, lines) in enumerate(paragraphs):
        scan.read(number, text, lines)
    return scan


@cache
def _marks(elisions: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds each mark; of apostrophes those that may open or close something."""
    elided = "|".join([r"\d\ds?", *map(re.escape, elisions)])
    opens = rf"(?<![\w'’])[‘'](?!(?:{elided})(?!\w))(?=[\w“\"«‹(\[…])"
    return re.compile(rf"[“”\"«»‹›]|{opens}|(?<=\S)[’'](?!\w)", re.IGNORECASE)


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _after_marks(text: str) -> int:
    """Return where the first word of a paragraph begins that goes on with a quotation."""
    at = _after_space(text, 0)
    while text[at : at + 1] in CLOSING or text[at : at + 1] == "»":
        at = _after_space(text, at + 1)
    return at
