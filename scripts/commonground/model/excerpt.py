"""A text with only some of its stretches, each where it stood."""

from collections.abc import Collection

GAP = "\n\n"
"""An empty line: what parts a text into stretches. A paragraph, a list item or a table never goes on over one unless indented."""

_BLOCK_MARK = "///"


def excerpt(text: str, wanted: Collection[int]) -> str:
    """
    Blank out the stretches of a body of Markdown that are not wanted; lines and columns stay.

    What is kept reads as it did in the whole: a stretch that begins with a space goes on from the one before it, so
    both are kept, and so are the lines that open and close blocks.

    Args: wanted: Numbers of stretches, from 0, as ``text.split(GAP)`` counts them.
    """
    stretches = text.split(GAP)
    kept = set(wanted)
    for number in range(len(stretches) - 1, 0, -1):
        if number in kept and stretches[number][:1] in (" ", "\t", "\n"):
            kept.add(number - 1)
    return GAP.join(
        stretch if number in kept else _blank(stretch) for number, stretch in enumerate(stretches)
    )


def _blank(stretch: str) -> str:
    if _BLOCK_MARK not in stretch:
        return "\n" * stretch.count("\n")
    return "\n".join(line if line.startswith(_BLOCK_MARK) else "" for line in stretch.split("\n"))
