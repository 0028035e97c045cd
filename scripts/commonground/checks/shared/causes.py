"""Why a stretch of Markdown is read in two ways, as far as the lines around the first difference tell."""

import re
from typing import NamedTuple

from commonground.languages.message import Message, texts_of
from commonground.markdown.comparison import Difference
from commonground.model.article import Article

_text = texts_of(__name__)
_ITEM = r"[ ]*(?:[-*+]|\d+[.)])(?:[ ]|$)"
_TEXT = rf"(?!{_ITEM})[ ]*\S"


class _Cause(NamedTuple):
    """
    ``line`` is a pattern of the line with the first difference, ``before`` and ``after`` of those around it.

    ``ours`` and ``theirs`` are patterns of what the checks' parser and the renderer see there, joined.
    """

    message: Message
    line: str = ""
    before: str = ""
    after: str = ""
    ours: str = ""
    theirs: str = ""


_DASHES = _text("dashes")
_TABLE = _text("table")
_QUOTATION = _text("quotation")
_BACKSLASH = _text("backslash")
_STYLE = _text("style")

_CAUSES = (
    _Cause(_text("numbered"), line=r"[ ]*\d+\)(?:[ ]|$)"),
    _Cause(_DASHES, line=r"[ ]*\S", after=r"[ ]*(?:=+|-+)[ ]*$"),
    _Cause(_DASHES, line=r"[ ]*(?:=+|-+)[ ]*$"),
    _Cause(_text("list-line"), line=_ITEM, before=_TEXT, ours=r"\n<[uo]l"),
    _Cause(_text("box"), line=r"[ ]{4,}", before=r"/{3,}"),
    _Cause(_text("item-paragraphs"), line=_ITEM, before=r"[ ]{2,}\S"),
    _Cause(_text("item-words"), line=rf"{_ITEM}[ ]*$"),
    _Cause(_text("item-words"), line=_ITEM, after=rf"{_ITEM}[ ]*$"),
    _Cause(_text("nested-list"), line=rf"[ ]{_ITEM}"),
    _Cause(_text("code-block"), line=r"[> ]*(?:[-*+][ ]+|\d+\.[ ]+)?[ ]*(?:```|~~~)"),
    _Cause(_text("list-sign"), line=_ITEM),
    _Cause(_text("item-parts"), line=r"[ ]+\S", theirs=r"\n</li>"),
    _Cause(_text("heading-mark"), line=r"[ ]*#"),
    _Cause(_text("heading-line"), ours=r"\n<h\d>"),
    _Cause(_text("rule"), line=r"[ ]*(?:[-*_][ ]*){3,}$"),
    _Cause(_TABLE, ours=r"\n<(?:table|tr|td)"),
    _Cause(_TABLE, theirs=r"\n<(?:table|tr|td)"),
    _Cause(_QUOTATION, line=r"[ ]*>"),
    _Cause(_QUOTATION, before=r"[ ]*>"),
    _Cause(_BACKSLASH, theirs=r"[^\n\t]*\\"),
    _Cause(_BACKSLASH, line=r".*\\$"),
    _Cause(_text("address"), line=r".*\]\("),
    _Cause(_text("bare-address"), line=r".*<[\w+.%-]+[:@]"),
    _Cause(_text("picture-text"), line=r".*!\["),
    _Cause(_STYLE, ours=r"\t</?(?:em|strong)>|[^\n\t]*[*_]"),
    _Cause(_STYLE, theirs=r"\t</?(?:em|strong)>|[^\n\t]*[*_]"),
    _Cause(_text("code"), line=r".*`"),
    _Cause(_text("indented"), line=r"[ ]{4,}"),
)  # fmt: skip


def advice(difference: Difference, article: Article) -> Message:
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
            return _text("cause", cause=cause.message)
    return _text("seen", ours=_words(difference.ours), theirs=_words(difference.theirs))


def _words(tokens: tuple[str, ...]) -> str:
    """Return the first words of what a reader sees."""
    text = "".join(token for token in tokens if not token.startswith(("\n", "\t"))).strip()
    return text if len(text) <= 30 else f"{text[:29]}…"
