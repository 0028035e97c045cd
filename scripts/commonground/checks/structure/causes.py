"""Why a stretch of Markdown is read in two ways, as far as the lines around the first difference tell."""

import re
from typing import NamedTuple

from commonground.markdown.comparison import Difference
from commonground.model.article import Article

_ITEM = r"[ ]*(?:[-*+]|\d+[.)])(?:[ ]|$)"
_TEXT = rf"(?!{_ITEM})[ ]*\S"


class _Cause(NamedTuple):
    """
    ``line`` is a pattern of the line with the first difference, ``before`` and ``after`` of those around it.

    ``ours`` and ``theirs`` are patterns of what the checks' parser and the renderer see there, joined.
    """

    message: str
    line: str = ""
    before: str = ""
    after: str = ""
    ours: str = ""
    theirs: str = ""


_DASHES = "a row of dashes or equals signs under a text makes it a heading: write ## before the heading, or an empty line above the row."
_TABLE = "a table stands between empty lines; each of its rows begins and ends with a bar, and the second is | --- | --- |."
_QUOTATION = "a quotation has an empty line before and after it, and > before each of its lines, the empty ones among them too."
_BACKSLASH = "a backslash is shown before this sign, and at the end of a line: take it away."
_STYLE = "where bold or italic words begin and end is not clear: the signs stand right before the first word and right behind the last, with a space or comma on their other side."

_CAUSES = (
    _Cause('the items of a list are numbered "1." and not "1)".', line=r"[ ]*\d+\)(?:[ ]|$)"),
    _Cause(_DASHES, line=r"[ ]*\S", after=r"[ ]*(?:=+|-+)[ ]*$"),
    _Cause(_DASHES, line=r"[ ]*(?:=+|-+)[ ]*$"),
    _Cause("a list begins after an empty line: without it, its items run on in the text above.", line=_ITEM, before=_TEXT, ours=r"\n<[uo]l"),
    _Cause("a box begins with an empty line where its text is indented.", line=r"[ ]{4,}", before=r"/{3,}"),
    _Cause("where an item of a list has several paragraphs, an empty line stands before the next item.", line=_ITEM, before=r"[ ]{2,}\S"),
    _Cause("an item of a list has its first words in its own line.", line=rf"{_ITEM}[ ]*$"),
    _Cause("an item of a list has its first words in its own line.", line=_ITEM, after=rf"{_ITEM}[ ]*$"),
    _Cause("a list within a list is indented by four spaces.", line=rf"[ ]{_ITEM}"),
    _Cause("a block of code begins and ends at the left edge, outside lists and quotations, with the same row of backquotes, and one word at most behind the first.", line=r"[> ]*(?:[-*+][ ]+|\d+\.[ ]+)?[ ]*(?:```|~~~)"),
    _Cause("all items of a list begin with the same sign, and two lists have a line of text between them.", line=_ITEM),
    _Cause("what belongs to an item of a list is indented by four spaces; a box, code or quotation stands outside the list.", line=r"[ ]+\S", theirs=r"\n</li>"),
    _Cause(r"a heading has a space after its #, at most six of them, at the left edge, and no # behind it; a word that begins with # is written \#word.", line=r"[ ]*#"),
    _Cause("a heading is one line that begins with ##.", ours=r"\n<h\d>"),
    _Cause("a line across the page is three dashes, --- between empty lines.", line=r"[ ]*(?:[-*_][ ]*){3,}$"),
    _Cause(_TABLE, ours=r"\n<(?:table|tr|td)"),
    _Cause(_TABLE, theirs=r"\n<(?:table|tr|td)"),
    _Cause(_QUOTATION, line=r"[ ]*>"),
    _Cause(_QUOTATION, before=r"[ ]*>"),
    _Cause(_BACKSLASH, theirs=r"[^\n\t]*\\"),
    _Cause(_BACKSLASH, line=r".*\\$"),
    _Cause("an address holds no spaces, brackets or line ends, and its title stands in straight quotation marks: write %20 for a space, or rename the file.", line=r".*\]\("),
    _Cause("only a whole web or mail address stands between < and >: <https://example.org>.", line=r".*<[\w+.%-]+[:@]"),
    _Cause("the alternative text of a picture holds no marks: write plain words.", line=r".*!\["),
    _Cause(_STYLE, ours=r"\t</?(?:em|strong)>|[^\n\t]*[*_]"),
    _Cause(_STYLE, theirs=r"\t</?(?:em|strong)>|[^\n\t]*[*_]"),
    _Cause("where code begins and ends is not clear: put one backquote before it and one behind.", line=r".*`"),
    _Cause("what is indented by four spaces is code: begin the line at the left edge.", line=r"[ ]{4,}"),
)  # fmt: skip


def advice(difference: Difference, article: Article) -> str:
    """Return what is wrong at a difference and how to write it; where that is not known, what each reader sees."""
    lines = ["", *article.body.expandtabs(4).split("\n"), ""]
    at = difference.span.line - article.body_line + 1
    before, line, after = lines[at - 1], lines[min(at, len(lines) - 1)], lines[min(at + 1, len(lines) - 1)]
    ours, theirs = "".join(difference.ours), "".join(difference.theirs)
    for cause in _CAUSES:
        pairs = (
            (cause.line, line),
            (cause.before, before),
            (cause.after, after),
            (cause.ours, ours),
            (cause.theirs, theirs),
        )
        if all(not pattern or re.match(pattern, text) for pattern, text in pairs):
            return f"this can be read in two ways: {cause.message}"
    return (
        f'this can be read in two ways: the checks see "{_words(difference.ours)}", the page shows '
        f'"{_words(difference.theirs)}". Put an empty line before and after it, or write it more simply.'
    )


def _words(tokens: tuple[str, ...]) -> str:
    """Return the first words of what a reader sees."""
    text = "".join(token for token in tokens if not token.startswith(("\n", "\t"))).strip()
    return text if len(text) <= 30 else f"{text[:29]}…"
