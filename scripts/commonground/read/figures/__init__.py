"""Find figures in a text and compare them as values (section 4 of the design)."""

from commonground.read.figures.scan import (
    NO_NUMERALS,
    Numerals,
    find_figures,
    parse_quantities,
    read_numerals,
)

__all__ = ["NO_NUMERALS", "Numerals", "find_figures", "parse_quantities", "read_numerals"]
