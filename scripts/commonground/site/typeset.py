"""Sets the text and the attributes of a whole page as a typographer would, whatever part of the site wrote them."""

import re
from collections.abc import Sequence

from commonground.markdown.text import INLINE
from commonground.text.typography import typographic

_TAG = re.compile(r"<!--.*?-->|<(/?)([a-zA-Z][\w-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.DOTALL)
_AS_TYPED = frozenset(("code", "pre", "script", "style", "textarea"))
_WITHIN = INLINE | {""}
"""Elements, and comments, over which text runs on."""

_ATTRIBUTE = re.compile(
    r'(\s(?:alt|aria-label|content|data-answer|data-copy|data-label|data-title|placeholder|title)=")([^"]*)'
)
"""Attributes that people read, hear or paste."""

_WORDS_OF_THE_PAGE = re.compile(r'\s(?:name|property)="[\w:]*(?:title|description|site_name)"')
"""Metadata whose content is words; addresses and dates stay as they are."""

_APOSTROPHE = re.compile(r"&(?:#0*39|#x0*27|apos);")


_STOP = "\n"
"""Stands at the edges of blocks, where text does not run on as it does in l'<em>accès</em>."""


def typeset(page: str) -> str:
    """Return a page of HTML, all its text and what is read of its attributes set; code and scripts stay as typed."""
    pieces: list[str] = []
    texts: list[str] = []
    at, typed = 0, ""
    for found in _TAG.finditer(page):
        tag, closing, name = found.group(0, 1, 2)
        text, at = page[at : found.start()], found.end()
        name = name.lower() if name else ""
        if typed:
            pieces += (text, tag)
            texts += ("", "")
        else:
            pieces += (text, _tag(tag, name) if '="' in tag and name else tag)
            texts += (_APOSTROPHE.sub("'", text) if "&" in text else text, "" if name in _WITHIN else _STOP)
        if name in _AS_TYPED:
            typed = "" if closing and name == typed else typed or name
    _set(pieces, texts)
    return "".join([*pieces, page[at:]])


def _set(pieces: list[str], texts: Sequence[str]) -> None:
    """Set texts as one, and put those that change in the place of their pieces; every second one is a tag's."""
    shown = typographic("".join(texts))
    start = 0
    for place, text in enumerate(texts):
        end = start + len(text)
        if shown[start:end] != text and not place % 2:
            pieces[place] = shown[start:end]
        start = end


def _tag(tag: str, name: str) -> str:
    if name == "meta" and not _WORDS_OF_THE_PAGE.search(tag):
        return tag
    return _ATTRIBUTE.sub(_attribute, tag)


def _attribute(found: re.Match[str]) -> str:
    value = typographic(_APOSTROPHE.sub("'", found[2]))
    return found[1] + value
