"""Find figures in a text and compare them as values (section 4 of the design)."""

from commonground.read.figures.scan import find_figures, parse_quantities

__all__ = ["find_figures", "parse_quantities"]
