"""
Plots as SVG elements, one for each row: places across are per cent of its width, sizes are pixels around its middle.

Colours and lines come from classes, so that the style sheet, print and forced colours decide them.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from commonground.markdown.charts.scale import Scale

COLUMNS = 25
"""Marks in a row, where a chart has a mark for each person."""

_CAP, _DOT, _BAR, _PAIR = 6, 6.5, 9, 7
_PITCH, _RADIUS = 14, 4.75


def plot(scale: Scale) -> tuple[Element, Element]:
    """Return (the plot of a row with its labelled steps, the place for what is drawn around its middle)."""
    holder = Element("span", {"class": "chart-plot"})
    drawing = SubElement(holder, "svg")
    for value in scale.ticks:
        is_even = scale.is_log and value == 1
        _line(drawing, scale.at(value), 0, scale.at(value), "100%", "chart-even" if is_even else "chart-step")
    return holder, SubElement(drawing, "svg", {"y": "50%"})


def interval(place: Element, scale: Scale, value: float, low: float, high: float, *, is_open: bool) -> None:
    """Draw a dot on its interval; an open dot is hollow."""
    start, end = scale.at(low), scale.at(high)
    _line(place, start, 0, end, 0, "chart-line")
    for edge in (start, end):
        _line(place, edge, -_CAP, edge, _CAP, "chart-line")
    name = "chart-dot chart-open" if is_open else "chart-dot"
    SubElement(place, "circle", {"class": name, "cx": _per_cent(scale.at(value)), "r": str(_DOT)})


def bar(place: Element, scale: Scale, value: float, low: float | None, high: float | None) -> None:
    """Draw a bar from zero in the frame of the whole; its interval, where there is one, as a line over its end."""
    _rect(place, scale, scale.high, -_BAR, 2 * _BAR, "chart-frame")
    _rect(place, scale, value, -_BAR, 2 * _BAR, "chart-bar")
    if low is not None and high is not None:
        start, end = scale.at(low), scale.at(high)
        for name in ("chart-halo", "chart-line"):
            _line(place, start, 0, end, 0, name)
            for edge in (start, end):
                _line(place, edge, -_CAP, edge, _CAP, name)


def pair(place: Element, scale: Scale, before: float, after: float) -> None:
    """Draw two bars from zero, the outlined one above."""
    _rect(place, scale, before, -2 * _PAIR - 1, 2 * _PAIR - 2, "chart-bar chart-open")
    _rect(place, scale, after, 2, 2 * _PAIR, "chart-bar")


def words(entries: Iterable[tuple[float, str, str]], even: float | None = None) -> Element:
    """Return a row of words, each (place, text, anchor: start, middle or end), and the line of "no difference" at ``even``."""
    holder = Element("span", {"class": "chart-plot chart-words"})
    drawing = SubElement(holder, "svg")
    if even is not None:
        _line(drawing, even, 0, even, "100%", "chart-even")
    for at, text, anchor in entries:
        word = SubElement(drawing, "text", {"x": _per_cent(at), "y": "1em", "text-anchor": anchor})
        word.text = text
    return holder


def marks(count: int, n: int) -> Element:
    """Return a mark for each of ``n``, column by column; the first ``count`` are filled and have a corner."""
    rows = -(-n // COLUMNS)
    size = (COLUMNS * _PITCH, rows * _PITCH)
    holder = Element("span", {"class": "chart-plot chart-marks"})
    drawing = SubElement(holder, "svg", {"viewBox": f"0 0 {size[0]} {size[1]}"})
    for name, numbers in (("chart-person", range(count)), ("chart-person chart-open", range(count, n))):
        centres = ((_PITCH * (i // rows) + _PITCH / 2, _PITCH * (i % rows) + _PITCH / 2) for i in numbers)
        path = "".join(_mark(x, y, has_corner=numbers.start == 0) for x, y in centres)
        SubElement(drawing, "path", {"class": name, "d": path})
    return holder


def _mark(x: float, y: float, *, has_corner: bool) -> str:
    """Return a circle, or the shape of the site's mark: a circle with a square corner at its lower start."""
    r = _RADIUS
    start = f"M{x:g} {y - r:g}"
    if has_corner:
        return f"{start}a{r} {r} 0 0 1 0 {2 * r:g}h-{r}v-{r}a{r} {r} 0 0 1 {r}-{r}z"
    return f"{start}a{r} {r} 0 0 1 0 {2 * r:g}a{r} {r} 0 0 1 0-{2 * r:g}z"


def _line(place: Element, x1: float, y1: object, x2: float, y2: object, name: str) -> None:
    ends = {"x1": _per_cent(x1), "y1": str(y1), "x2": _per_cent(x2), "y2": str(y2)}
    SubElement(place, "line", {"class": name, **ends})


def _rect(place: Element, scale: Scale, value: float, top: int, height: int, name: str) -> None:
    start = scale.at(scale.low)
    box = {
        "x": _per_cent(start),
        "y": str(top),
        "width": _per_cent(scale.at(value) - start),
        "height": str(height),
    }
    SubElement(place, "rect", {"class": name, **box})


def _per_cent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"
