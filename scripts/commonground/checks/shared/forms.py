"""
Marks that our Markdown does not know, and what to write instead: those of other programs, and ours where they are broken.

They are looked for in what is left of the text when all that is known has been read. Code is the sign ``CODE`` there.
"""

import re
from typing import NamedTuple

from commonground.languages.message import Message, texts_of

CODE = "\x1f"
_text = texts_of(__name__)

_BOX = _text("box")
_TABLE = _text("table")
_LINK = _text("link")
_LIST = _text("list")
_PLAIN = _text("plain")


class Form(NamedTuple):
    """Something that is left standing, and what to do about it."""

    pattern: re.Pattern[str]
    advice: Message


def _forms(*rows: tuple[str, Message]) -> tuple[Form, ...]:
    return tuple(Form(re.compile(pattern, re.MULTILINE), advice) for pattern, advice in rows)


ATTRIBUTES = re.compile(rf"\{{[ ]*[:.#][^{{}}\n]*\}}|(?<=[\])*_{CODE}])\{{[^{{}}\n]*\}}")
"""Classes and ids in braces that were not taken."""

IN_TEXT = _forms(
    # Where several meet, the first of this list is told.
    (r"^(?:@@|<{7}|>{7}|\|{7}|={7})(?=[ ]|$).*|^\+{3}[ ]b/.*", _text("conflict")),
    (r"\[\^[^\]\s]+\]:?|\^\[[^\]\n]+\]", _text("footnote")),
    (r"^\[![^\]\n]+\][+-]?|^:{3,}.*|^\.\.[ ][\w-]+::", _BOX),
    (r"^/{3,}(?=[ ]*[\w|-]|[ ]*$)", _text("box-place")),
    (r"^={3}[+!]*[ ]+[\"“«].*", _text("tabs")),
    (r"^\*\[[^\]\n]+\]:", _text("abbreviations")),
    (r"^[ ]*(?:\|[ ]*)?:?-{3,}:?[ ]*\|[ |:-]*$|^\+[-=+:]{3,}\+?", _TABLE),
    (r"^\|.*", _TABLE),
    (r"^\[[ xX]\](?=[ ])", _text("tick")),
    (r"^\[TOC\]|^\[\[_?TOC_?\]\]", _text("contents")),
    (r"!?\[\[[^\]\n]+\]\]", _text("wiki-link")),
    (r"!?\[[^\[\]\n]+\][ ]?\[[^\[\]\n]*\]", _text("no-address")),
    (r"!?\[[^\[\]\n]+\][ ]\((?:https?://|www\.|mailto:|[^()\s]*\.md\b)[^)\n]*\)?|!?\[[^\[\]\n]*\]\([^)\n]*\)?", _LINK),
    (rf"<[ ]+{CODE}+[^<>\n]*>", _text("bare-address")),
    (r"\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|\{![^!\n]+!\}|^-{2}8<-{2}.*|\{(?:\+\+|--|~~|==|>>).*?\}", _text("template")),
    (r"%%[^%\n]+%%|<!--", _text("note")),
    (r"~~.*?~~|~~|\+\+(?=[^\s+])[^+\n]+\+\+|\^\^(?=\S)[^^\n]*(?:\^\^)?|\|\|(?=\S)[^|\n]+\|\||(?<![=!<>])==(?=[^\s=])[^=\n]+==(?!=)", _text("emphasis")),
    (r"\$\$.*?\$\$|\$\$|\$[^\s$\d](?=[^$\n]*[\\^_{}])[^$\n]*\$|^\\[a-z]{3,}\b", _text("formula")),
    (r"(?<=\w)~[^\s~]+~|(?<=\w)\^[^\s^]+\^?", _text("raised")),
    (r"(?<![\w:/]):[a-z][a-z0-9_+-]+:(?![\w:/])", _text("emoji")),
    (r"^[ ]*[•◦▪‣●○■□▸►✓✔➢➤]", _LIST),
    (r"(?<=[^\n]\n)[ ]*(?:[-*+]|[A-Za-z][.)]|\(?[A-Za-z0-9]{1,2}\)|#\.)(?=[ ]+\S)", _LIST),
    (r"(?<=:\n)[ ]*\d{1,3}[.)](?=[ ]+\S)|^[ ]*\d{1,3}[.)](?=[ ]+\S.*\n[ ]*\d{1,3}[.)][ ])", _LIST),
    (r"^[–—](?=[ ].*\n[–—][ ])", _LIST),
    (r"(?<=[^\n]\n)[ ]*:(?=[ ]+\S)", _text("definitions")),
    (r"\*\*|(?<![\w*])\*(?=[\w(“«])|(?<=[^\W\d])\*(?![\w*])|(?<!\w)__?(?=\w)", _text("partner")),
    (r"`+", _text("backquote")),
)  # fmt: skip
"""Forms left in the text of a page."""

IN_PLAIN_TEXT = _forms(
    (r"\*[^\s*][^*\n]*\*|(?<!\w)_[^\s_][^_\n]*_(?!\w)|`[^`\n]+`|\[[^\]\n]+\]\([^)\n]*\)|\[@[^\]\n]*\]?", _PLAIN),
)  # fmt: skip
"""Forms in a text that is no Markdown at all: front matter and records."""

PLAIN_TRIGGER = re.compile(r"[*_`\[]")
"""One of these signs is in each of those: most texts have none, and are not looked at further."""

QUOTED_WHOLE = re.compile(r"\s*(?:“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"|‘[^’]*’|'[^']*')\s*")
"""A title in the quotation marks of a word processor."""

TRIGGER = re.compile(
    r"[\[\]{}~^|`*_$<\\•◦▪‣●○■□▸►✓✔➢➤]|==|\+\+|\+[-=]|%%|^/{3}|^={3}|:[a-z]|:::|^\.\.|^@@|^>{7}|\n[ ]*[-:–—+(#]|\n[ ]*\w{1,3}[.)]|^[–—]",
    re.MULTILINE,
)
"""What each form has somewhere: most passages have none of it, and are not looked at further."""
