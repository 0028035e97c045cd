"""``///`` blocks: found line by line, and taken out so that what is left is ordinary Markdown."""

import re

from commonground.model import marks
from commonground.model.article import Block
from commonground.model.position import Span
from commonground.read.text import Lines, span_of

_HIDDEN_BAR = "\ue001"
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)[^`\n]+\1(?!`)")
_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})")


def hide_bars(text: str) -> str:
    """Return the text with the bars in code out of the way: they part no cells on the page, but would for the parser."""
    if "|" not in text or "`" not in text:
        return text
    return _CODE_SPAN.sub(lambda code: code[0].replace("|", _HIDDEN_BAR), text)


def show_bars(text: str) -> str:
    """Return a piece of what was parsed with its bars back."""
    return text.replace(_HIDDEN_BAR, "|")


def mask_blocks(text: str, lines: Lines) -> tuple[str, list[Block]]:
    """Return the text with the lines that open and close blocks blanked out, and the blocks; code is left alone."""
    if "///" not in text:
        return text, []
    kept: list[str] = []
    blocks: list[Block] = []
    opened: list[tuple[str, Span, str]] = []
    code_fence = ""
    offset = 0
    for line in text.split("\n"):
        if "```" in line or "~~~" in line:
            fence = _FENCE.match(line)
            if fence and (not code_fence or fence["fence"].startswith(code_fence)):
                code_fence = "" if code_fence else fence["fence"][:3]
        elif line.startswith("///") and not code_fence:
            if opening := marks.BLOCK_OPEN.match(line):
                span = span_of(lines, offset, offset + len(line.rstrip()))
                opened.append((opening["name"], span, opening["title"] or ""))
                line = " " * len(line)
            elif marks.BLOCK_CLOSE.match(line):
                if opened:
                    name, span, title = opened.pop()
                    blocks.append(Block(name, span, lines.place(offset)[0], "", title=title))
                line = " " * len(line)
        kept.append(line)
        offset += len(line) + 1
    last = lines.place(len(text))[0]
    blocks += [Block(name, span, last, "", closed=False, title=title) for name, span, title in opened]
    return "\n".join(kept), sorted(blocks, key=lambda block: block.span)
