"""A text as a reader sees it: no invisible characters, one space for several, and the usual characters for their doubles."""

import re
from collections.abc import Sequence

_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff" + "".join(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
_DIGITS = {chr(zero + digit): str(digit) for zero in (0x660, 0x6F0, 0x966, 0xFF10) for digit in range(10)}
_DOUBLES = {
    "‐": "-", "‑": "-", "‒": "–", "％": "%", "﹪": "%", "٪": "%", "＄": "$", "．": ".", "，": ",", "∕": "/", **_DIGITS,
}  # fmt: skip
_ODD = re.compile(f"[{_UNSEEN}{''.join(_DOUBLES)}]")
_SPACES = re.compile(r"\s\s")


def plain(text: str) -> tuple[str, Sequence[int] | None]:
    """
    Return the text as it is seen, and the offset in ``text`` of each of its characters; None where nothing changed.

    HTML shows one space for several, and nothing for a soft hyphen: "one  in four" is a figure, and "4<soft hyphen>5 %" is 45 %.
    """
    if (text.isascii() or not _ODD.search(text)) and not _SPACES.search(text):
        return text, None
    seen: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        if character in _UNSEEN or (character.isspace() and seen and seen[-1].isspace()):
            continue
        seen.append(_DOUBLES.get(character, character))
        offsets.append(offset)
    return "".join(seen), offsets
