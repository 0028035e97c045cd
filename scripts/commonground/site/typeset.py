"""Sets the text and the attributes of a whole page as a typographer would, whatever part of the site wrote them."""

import re

from commonground.markdown.text import INLINE
from commonground.text.typography import typographic

_TAG = re.compile(r"<!--.*?-->|<(/?)([a-zA-Z][\w-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.DOTALL)
_AS_TYPED = frozenset(("code", "pre", "script", "style", "textarea"))
_ATTRIBUTE = re.compile(
    r'(?<=\s)(alt|aria-label|content|data-answer|data-copy|data-label|data-title|placeholder|title)="([^"]*)"'
)
"""Attributes that people read, hear or paste."""

_WORDS_OF_THE_PAGE = re.compile(r'\s(?:name|property)="[\w:]*(?:title|description|site_name)"')
"""Metadata whose content is words; addresses and dates stay as they are."""

_APOSTROPHE = re.compile(r"&(?:#0*39|#x0*27|apos);")


def typeset(page: str) -> str:
    """Return a page of HTML, all its text and what is read of its attributes set; code and scripts stay as typed."""
    pieces: list[str] = []
    run: list[int] = []
    at, typed = 0, ""
    for tag in _TAG.finditer(page):
        name = (tag[2] or "").lower()
        if not typed:
            run.append(len(pieces))
        pieces += [page[at : tag.start()], tag[0] if typed or not name else _tag(tag[0], name)]
        at = tag.end()
        if name and name not in INLINE:
            _set(pieces, run)
            run = []
        if name in _AS_TYPED:
            typed = "" if tag[1] and name == typed else typed or name
    return "".join([*pieces, page[at:]])


def _set(pieces: list[str], run: list[int]) -> None:
    """Set pieces of text that run on from one to the next, only inline elements between: l'<em>accès</em>."""
    texts = [_APOSTROPHE.sub("'", pieces[index]) for index in run]
    shown = typographic("".join(texts))
    start = 0
    for index, text in zip(run, texts, strict=True):
        end = start + len(text)
        if shown[start:end] != text:
            pieces[index] = shown[start:end]
        start = end


def _tag(tag: str, name: str) -> str:
    if name == "meta" and not _WORDS_OF_THE_PAGE.search(tag):
        return tag
    return _ATTRIBUTE.sub(_attribute, tag)


def _attribute(found: re.Match[str]) -> str:
    value = typographic(_APOSTROPHE.sub("'", found[2]))
    return f'{found[1]}="{value}"'
