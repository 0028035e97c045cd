"""What changed in a page since its translation, paragraph by paragraph: as it was, as it is, and the translation's."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from commonground.languages.catalogue import say
from commonground.languages.message import texts_of
from commonground.model import marks
from commonground.model.article import Article

_text = texts_of(__name__)

_PARAGRAPH = re.compile(r"\S.*(?:\n(?![ \t]*(?:[-*+]|\d+[.)])[ \t]|\|)[ \t]*\S.*)*")
"""A paragraph, an item of a list or a row of a table, with the lines that go on with it."""


class _Paragraph(Struct, frozen=True):
    """``line`` is where it begins in its file, 1 for what stands in the front matter."""

    text: str
    line: int


def changes(original: Article, old: tuple[str, str, str], translation: Article, language: str) -> str:
    """
    Return every paragraph of an original that changed, for its translator, in the words of ``language``.

    Args: old: Title, description and body of the original as it was when it was translated.
    """
    before = _paragraphs(*old, first_line=1)
    now, ours = _of(original), _of(translation)
    blocks = [[_text("behind", path=translation.path, original=original.path)]]
    matcher = SequenceMatcher(None, [p.text for p in before], [p.text for p in now], autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            place = now[new_start] if new_start < len(now) else now[-1]
            lines = [
                _text("place", path=original.path, line=place.line),
                *(_text("before", text=one.text) for one in before[start:end]),
                *(_text("now", text=one.text) for one in now[new_start:new_end]),
                *(_text("ours", line=one.line, text=one.text) for one in _ours(before, ours, start, end)),
            ]
            blocks.append(lines)
    return "\n\n".join("\n".join(say(line, language) for line in block) for block in blocks) + "\n"


def _ours(
    before: Sequence[_Paragraph], ours: Sequence[_Paragraph], start: int, end: int
) -> Iterator[_Paragraph]:
    """Yield the paragraphs of the translation that render some of the original: by their places, else by what they cite."""
    if len(before) == len(ours):
        yield from ours[start:end]
        return
    cited = [marks.CITATION.findall(one.text) for one in before[start:end]]
    yield from (one for one in ours if (found := marks.CITATION.findall(one.text)) and found in cited)


def _of(article: Article) -> list[_Paragraph]:
    front = article.front
    return _paragraphs(front.title, front.description, article.body, first_line=article.body_line)


def _paragraphs(title: str, description: str, body: str, *, first_line: int) -> list[_Paragraph]:
    found = [
        _Paragraph(match.group(), first_line + body.count("\n", 0, match.start()))
        for match in _PARAGRAPH.finditer(body)
    ]
    return [_Paragraph(title, 1), _Paragraph(description, 1), *found]
