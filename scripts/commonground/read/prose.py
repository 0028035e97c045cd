"""
Markdown to passages with exact places.

The renderer forgets where things stood, so this reader finds spans itself: see ``read/events.py``. ``model/marks.py`` spells
our own marks for both, and a test compares what the two saw.
"""

import re
from collections.abc import Callable

from msgspec.structs import replace

from commonground.languages import Language
from commonground.model import marks
from commonground.model.passage import Kind, Passage
from commonground.read.blocks import hide_bars, mask_blocks
from commonground.read.events import Body, Reader
from commonground.read.passages import Gathered, Origin, passage_of
from commonground.read.text import Lines, Places

_MARKUP = re.compile(r"[\[\]*_`<\\&]")


def inline_passage(
    text: str,
    *,
    path: str,
    language: str,
    locale: Language,
    place: tuple[int, int] | Places,
    kind: Kind,
) -> Passage:
    """Read one short text (a field, a title) as inline Markdown; see ``inline_body``, of whose passages this is the first."""
    body = inline_body(text, path=path, language=language, locale=locale, place=place, kind=kind)
    return body.passages[0]


def inline_body(
    text: str,
    *,
    path: str,
    language: str,
    locale: Language,
    place: tuple[int, int] | Places,
    kind: Kind,
    label: str = "",
    reads_code: bool = True,
) -> Body:
    """
    Read a short text as inline Markdown: its passage, then those of what pictures and titles of links in it say.

    Args: place: Line and column of its first character in the file, or what knows the place of each.
    """
    places = Lines(text, *place) if isinstance(place, tuple) else place
    origin = Origin(path, language, locale, places, reads_code)
    gathered = Gathered(kind)
    reader = Reader(text, origin)
    if _MARKUP.search(text):
        reader.read_inline(gathered)
    else:
        gathered.flow.add(text.replace("\n", " "), 0, len(text))
    pictures = [replace(passage, label=label) for passage in reader.body.passages]
    reader.body.passages = [passage_of(origin, gathered, label=label), *pictures]
    return reader.body


def read_body(
    text: str,
    *,
    path: str,
    language: str,
    locale: Language,
    first_line: int,
    keep: Callable[[str], bool] | None = None,
    reads_code: bool = True,
) -> Body:
    """
    Read the Markdown below the front matter.

    Args: first_line: The file's line on which it starts. keep: Passages whose text it refuses are left out,
        and figures are not looked for. reads_code: Code is read like other words; False where pages teach code.
    """
    lines = Lines(text, first_line)
    masked, blocks = mask_blocks(text, lines)
    reader = Reader(hide_bars(masked), Origin(path, language, locale, lines, reads_code))
    reader.keep = keep
    reader.body.blocks = blocks
    reader.read()
    reader.body.passages = _with_block_titles(reader.body, reader.origin)
    return reader.body


def _with_block_titles(body: Body, origin: Origin) -> list[Passage]:
    """Return the passages with the titles of blocks among them, in reading order."""
    result = list(body.passages)
    for block in body.blocks:
        if not block.title or block.name not in marks.BORROWED_BLOCKS:
            continue
        title = inline_body(
            block.title,
            path=origin.path,
            language=origin.language,
            locale=origin.locale,
            place=(block.span.line, block.span.end_column - len(block.title)),
            kind=Kind.BLOCK_TITLE,
            reads_code=origin.reads_code,
        )
        body.links += title.links
        body.html += title.html
        sections = [
            text for level, text, _, span in body.headings if level <= 2 and span.line < block.span.line
        ]
        section = sections[-1] if sections else ""
        below = (at for at, passage in enumerate(result) if passage.span(0, 1).line > block.span.line)
        at = next(below, len(result))
        result[at:at] = [replace(passage, block=block.name, section=section) for passage in title.passages]
    return result
