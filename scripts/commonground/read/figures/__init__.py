"""Find figures in a text and compare them as values."""

from commonground.read.figures.grammar import knows_numbers
from commonground.read.figures.scan import (
    NO_NUMERALS,
    Numerals,
    find_figures,
    parse_quantities,
    read_numerals,
)

__all__ = ["NO_NUMERALS", "Numerals", "find_figures", "knows_numbers", "parse_quantities", "read_numerals"]
