"""
Which files and passages can hold a listed form at all: a fast look, so that only those are read word by word.

It may let through what holds none, never the other way round; a test compares it with the engine on disguised texts.
"""

import re
from collections.abc import Mapping, Sequence

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation, MatchKind

from commonground.checks.language.compiled import Compiled, compile_terms
from commonground.model.folding import fold
from commonground.model.settings import Locale
from commonground.model.term import TermRule

_HARD = (b"<", b"&", b"\\", b"][", b"''")
"""Marks of HTML, entities, escapes, reference links and YAML quotes: what they hide is only known after a real reading."""

_PLAIN_BYTES = bytes({*range(0x80), *range(0x80, 0xC0), 0xC2, 0xC3, 0xC5, 0xE2})
_STRANGE = tuple(
    re.compile(pattern)
    for pattern in (
        rb"\xc2[^\xa0\xa7\xa9\xab\xb0\xb7\xbb]",
        rb"\xc5[^\x92\x93]",
        rb"\xe2(?!\x80[\x90\x91\x93\x94\x98\x99\x9c\x9d\xa2\xa6\xaf]|\x82\xac|\x86\x92|\x88\x92|\x89[\xa4\xa5])",
    )
)
"""Bytes of characters other than those that ``fold`` leaves alone or replaces one by one."""

_LINK_END = re.compile(rb"\]\([^)\n]*\)")
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_MARK_BEFORE_LETTER = re.compile(rb"[*_`\[\]]+(?=[0-9a-z\xc3\xc5])")
_SPACES = re.compile(rb"  +")
_SAME = (
    (b"\xe2\x80\x99", b"'"), (b"\xe2\x80\x98", b"'"), (b"\xe2\x80\x90", b"-"), (b"\xe2\x80\x91", b"-"),
    (b"\xe2\x80\xaf", b" "), (b"\xc2\xa0", b" "),
)  # fmt: skip
_MARKS = bytes.maketrans(b"*_`[]>\n\r\t\x0b\x0c", b" " * 11)
_LETTERS = frozenset(b"0123456789abcdefghijklmnopqrstuvwxyz")


class Sieve:
    """The forms of one language, looked for in whole files and in single passages."""

    def __init__(self, compiled: Compiled) -> None:
        finds = sorted({form.find for form in compiled.forms})
        self._bytes = BytesAhoCorasick([find.encode() for find in finds], implementation=Implementation.DFA)
        self._text = AhoCorasick(finds, matchkind=MatchKind.Standard, implementation=Implementation.DFA)

    def may_hold(self, text: str) -> bool:
        """Tell whether a whole file of Markdown may hold a form."""
        low = text.lower().encode("utf-8", "surrogatepass")
        if b"<!--" in low:
            low = _COMMENT.sub(b"*", low)
        if any(mark in low for mark in _HARD) or low.translate(None, _PLAIN_BYTES):
            return True
        if any(strange.search(low) for strange in _STRANGE):
            return True
        if b"](" in low:
            low = _LINK_END.sub(b"*", low)
        if _has_mark_inside_word(low):
            return True
        for written, plain in _SAME:
            low = low.replace(written, plain)
        return self._has_word(_SPACES.sub(b" ", low.translate(_MARKS)))

    def holds(self, text: str) -> bool:
        """Tell whether a passage's text holds a form, whole or inside a word."""
        return bool(self._text.find_matches_as_indexes(fold(text).text))

    def _has_word(self, low: bytes) -> bool:
        for _, start, end in self._bytes.find_matches_as_indexes(low, overlapping=True):
            before, after = low[start - 1 : start] if start else b"", low[end : end + 1]
            if not (before and before[0] in _LETTERS) and not (after and after[0] in _LETTERS):
                return True
        return False


def _has_mark_inside_word(low: bytes) -> bool:
    """Tell whether emphasis, code or a link begins or ends between two letters."""
    for mark in _MARK_BEFORE_LETTER.finditer(low):
        start = mark.start()
        before = low[start - 1 : start] if start else b""
        if before and (
            before[0] in _LETTERS or (before[0] >= 0x80 and low[start - 2 : start - 1] in (b"\xc3", b"\xc5"))
        ):
            return True
    return False


def sieves(terms: Mapping[str, Sequence[TermRule]], locales: Mapping[str, Locale]) -> Mapping[str, Sieve]:
    """Return a sieve for each language that has rules."""
    return {
        language: Sieve(compile_terms(rules, locales[language]))
        for language, rules in terms.items()
        if rules and language in locales
    }
