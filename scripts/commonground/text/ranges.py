"""Ranges of a text, by their offsets."""

from collections.abc import Iterable


def hide(text: str, ranges: Iterable[tuple[int, int]], sign: str = " ") -> str:
    """Return a text with a sign for each character in some ranges, so that all offsets stay."""
    for start, end in ranges:
        text = text[:start] + sign * (end - start) + text[end:]
    return text
