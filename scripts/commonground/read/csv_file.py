"""Tables as CSV: each row is a passage, so that its figures need a citation and its words are read like a page's."""

import re
from collections.abc import Iterator

from commonground.languages import Language
from commonground.model.passage import CELL_GAP, Kind, Passage
from commonground.model.position import Span
from commonground.model.spreadsheet import is_formula
from commonground.read.passages import Gathered, Origin, passage_of
from commonground.read.text import Lines, span_of

_CELL = re.compile(r'(?P<quoted>"(?:[^"]|"")*")|(?P<plain>[^,"\n][^,\n]*)|(?P<comma>,)|(?P<end>\n)')


def rows(path: str, text: str, language: str, locale: Language) -> Iterator[Passage]:
    """Yield a passage for each row, with the places of its cells; two quotation marks in a cell stay two."""
    origin = Origin(path, language, locale, Lines(text))
    row = Gathered(Kind.ROW)
    for cell in _CELL.finditer(f"{text}\n"):
        if cell["end"]:
            if row.flow.text.replace(CELL_GAP, "").strip():
                yield passage_of(origin, row)
            row = Gathered(Kind.ROW)
        elif cell["comma"]:
            row.flow.add(CELL_GAP, cell.start(), 1)
        else:
            shown, start = _content(cell)
            row.flow.add(shown, start, len(shown))


def formulas(text: str) -> Iterator[Span]:
    """Yield the place of each cell that a spreadsheet would compute."""
    lines = Lines(text)
    for cell in _CELL.finditer(text):
        shown, start = _content(cell)
        if not (cell["end"] or cell["comma"]) and is_formula(shown):
            yield span_of(lines, start, start + len(shown))


def _content(cell: re.Match[str]) -> tuple[str, int]:
    """Return what a cell shows, and where that begins."""
    if cell["quoted"]:
        return cell[0][1:-1].replace("\n", " "), cell.start() + 1
    return cell[0], cell.start()
