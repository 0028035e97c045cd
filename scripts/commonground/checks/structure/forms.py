"""
Marks that our Markdown does not know, and what to write instead: those of other programs, and ours where they are broken.

They are looked for in what is left of the text when all that is known has been read. Code is the sign ``CODE`` there.
"""

import re
from typing import NamedTuple

CODE = "\x1f"

_BOX = "A box is written with three strokes: /// example, its text, and a line ///."
_TABLE = "A table stands between empty lines, and its second row is | --- | --- |, with as many cells as the first."
_LINK = "A link is written [the words](the address), with no space before or in the address."
_LIST = "A list begins after an empty line, and each item with - or 1. and a space."
_PLAIN = "This text is shown as it stands: take the signs of Markdown away."


class Form(NamedTuple):
    """Something that is left standing, and what to do about it."""

    pattern: re.Pattern[str]
    advice: str


def _forms(*rows: tuple[str, str]) -> tuple[Form, ...]:
    return tuple(Form(re.compile(pattern, re.MULTILINE), advice) for pattern, advice in rows)


ATTRIBUTES = re.compile(rf"\{{[ ]*[:.#][^{{}}\n]*\}}|(?<=[\])*_{CODE}])\{{[^{{}}\n]*\}}")
"""Classes and ids in braces that were not taken."""

IN_TEXT = _forms(
    # Where several meet, the first of this list is told.
    (r"^(?:@@|<{7}|>{7}|\|{7}|={7})(?=[ ]|$).*|^\+{3}[ ]b/.*", "A conflict marker or a line of a diff was left here: delete it."),
    (r"\[\^[^\]\s]+\]:?|\^\[[^\]\n]+\]", "There are no footnotes: put the sentence into the text."),
    (r"^\[![^\]\n]+\][+-]?|^:{3,}.*|^\.\.[ ][\w-]+::", _BOX),
    (r"^/{3,}(?=[ ]*[\w|-]|[ ]*$)", "A box begins and ends at the left edge, outside lists, quotations and other boxes."),
    (r"^={3}[+!]*[ ]+[\"“«].*", "There are no tabs: give each a heading of its own (###)."),
    (r"^\*\[[^\]\n]+\]:", "There are no lists of abbreviations: say the whole name where it first stands."),
    (r"^[ ]*(?:\|[ ]*)?:?-{3,}:?[ ]*\|[ |:-]*$|^\+[-=+:]{3,}\+?", _TABLE),
    (r"^\|.*", _TABLE),
    (r"^\[[ xX]\](?=[ ])", "There are no boxes to tick: write an ordinary list, with /// checklist around it."),
    (r"^\[TOC\]|^\[\[_?TOC_?\]\]", "There is no mark for a table of contents: a page makes its own."),
    (r"!?\[\[[^\]\n]+\]\]", "A link names its file: [the words](../media/the-page.md)."),
    (r"!?\[[^\[\]\n]+\][ ]?\[[^\[\]\n]*\]", "No address belongs to it. " + _LINK),
    (r"!?\[[^\[\]\n]+\][ ]\((?:https?://|www\.|mailto:|[^()\s]*\.md\b)[^)\n]*\)?|!?\[[^\[\]\n]*\]\([^)\n]*\)?", _LINK),
    (rf"<[ ]+{CODE}+[^<>\n]*>", "A whole web or mail address stands between < and >, without a space."),
    (r"\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|\{![^!\n]+!\}|^-{2}8<-{2}.*|\{(?:\+\+|--|~~|==|>>).*?\}", "No program fills this in: write what is to stand here."),
    (r"%%[^%\n]+%%|<!--", "A note among writers is written <!-- like this -->."),
    (r"~~.*?~~|~~|\+\+(?=[^\s+])[^+\n]+\+\+|\^\^(?=\S)[^^\n]*(?:\^\^)?|\|\|(?=\S)[^|\n]+\|\||(?<![=!<>])==(?=[^\s=])[^=\n]+==(?!=)", "There are only *italics* and **bold**: take the signs away."),
    (r"\$\$.*?\$\$|\$\$|\$[^\s$\d](?=[^$\n]*[\\^_{}])[^$\n]*\$|^\\[a-z]{3,}\b", "There are no formulas: say it in words."),
    (r"(?<=\w)~[^\s~]+~|(?<=\w)\^[^\s^]+\^?", "There are no raised or lowered letters: write them in a line."),
    (r"(?<![\w:/]):[a-z][a-z0-9_+-]+:(?![\w:/])", "There are no codes for pictures: paste the character itself, or leave it out."),
    (r"^[ ]*[•◦▪‣●○■□▸►✓✔➢➤]", _LIST),
    (r"(?<=[^\n]\n)[ ]*(?:[-*+]|[A-Za-z][.)]|\(?[A-Za-z0-9]{1,2}\)|#\.)(?=[ ]+\S)", _LIST),
    (r"(?<=:\n)[ ]*\d{1,3}[.)](?=[ ]+\S)|^[ ]*\d{1,3}[.)](?=[ ]+\S.*\n[ ]*\d{1,3}[.)][ ])", _LIST),
    (r"^[–—](?=[ ].*\n[–—][ ])", _LIST),
    (r"(?<=[^\n]\n)[ ]*:(?=[ ]+\S)", "There are no lists of definitions: write **the word:** and its meaning in one line."),
    (r"\*\*|(?<![\w*])\*(?=[\w(“«])|(?<=[^\W\d])\*(?![\w*])|(?<!\w)__?(?=\w)", "The sign has no partner: put one right before the words and one right behind them, or none."),
    (r"`+", "The backquote has no partner: put one before and one behind, or none."),
)  # fmt: skip
"""Forms left in the text of a page."""

IN_PLAIN_TEXT = _forms(
    (r"\*[^\s*][^*\n]*\*|(?<!\w)_[^\s_][^_\n]*_(?!\w)|`[^`\n]+`|\[[^\]\n]+\]\([^)\n]*\)|\[@[^\]\n]*\]?", _PLAIN),
)  # fmt: skip
"""Forms in a text that is no Markdown at all: front matter and records."""

QUOTED_WHOLE = re.compile(r"\s*(?:“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"|‘[^’]*’|'[^']*')\s*")
"""A title in the quotation marks of a word processor."""

TRIGGER = re.compile(
    r"[\[\]{}~^|`*_$<\\•◦▪‣●○■□▸►✓✔➢➤]|==|\+\+|\+[-=]|%%|^/{3}|^={3}|:[a-z]|:::|^\.\.|^@@|^>{7}|\n[ ]*[-:–—+(#]|\n[ ]*\w{1,3}[.)]|^[–—]",
    re.MULTILINE,
)
"""What each form has somewhere: most passages have none of it, and are not looked at further."""
