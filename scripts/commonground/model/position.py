"""Where something stands in a file."""

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A stretch of a file: lines and columns start at 1, columns count code points, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


FILE_START = Span(1, 1, 1, 1)
"""For a fault of the file as a whole: it is missing, or cannot be read at all."""

Path = tuple[str | int, ...]
"""The way to a value of a file: keys and, in lists, positions from 0."""
