"""From findings to a drawing: rows with a name, the numbers and a plot, and the words that say how to read it."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from xml.etree.ElementTree import Element, SubElement

from msgspec import Struct

from commonground.languages import Language
from commonground.markdown.charts import scale as scales
from commonground.markdown.charts import shapes
from commonground.markdown.charts.numbers import Numbers, whole
from commonground.markdown.charts.scale import Scale
from commonground.model.chart import ChartKind, counted, kind_of_all, label_of, marks_for, measure_of
from commonground.model.source import Change, Estimate, Finding
from commonground.text.typography import typographic

_EVEN = 1.0
"""The ratio that means no difference."""


class Drawing(Struct, frozen=True, dict=True):
    """
    A chart of findings that have one kind and one measure.

    Raises: ValueError: They have not; ``kind_of_all`` tells.
    """

    findings: Sequence[Finding]
    locale: Language

    def __post_init__(self) -> None:
        if kind_of_all(self.findings) is None:
            raise ValueError(self.findings)

    @property
    def kind(self) -> ChartKind | None:
        return kind_of_all(self.findings)

    @property
    def measure(self) -> str:
        """Name of the measure in the page's language."""
        return self._say(f"measures.{measure_of(self.findings[0])}")

    @cached_property
    def estimates(self) -> list[Estimate]:
        return [finding.estimate for finding in self.findings if finding.estimate]

    @cached_property
    def changes(self) -> list[Change]:
        return [finding.change for finding in self.findings if finding.change]

    def label(self, finding: Finding) -> str:
        """Return the name of a row."""
        label = label_of(finding)
        return typographic(label.get(self.locale.code) or next(iter(label.values()), finding.id))

    def interval_words(self, key: str) -> str:
        """Return a text about the intervals: with their level where they share one."""
        levels = {estimate.level for estimate in self.estimates if estimate.low is not None}
        level = levels.pop() if len(levels) == 1 else None
        if level is None:
            return self._say(f"{key}_plain", measure=self.measure)
        return self._say(key, level=f"{level:g}", measure=self.measure)

    def numbers(self, finding: Finding) -> Numbers:
        """Return what writes a finding's numbers, with the decimals of its record."""
        estimate, change = finding.estimate, finding.change
        values = [estimate.value, estimate.low, estimate.high] if estimate else []
        values += [change.before, change.after] if change else []
        return Numbers.of(self.locale, measure_of(finding), values)

    def how(self) -> str:
        """Return how to read the drawing."""
        if marked := marks_for(self.findings):
            count, n = (whole(number, self.locale) for number in marked)
            return self._say("how.marks", count=count, n=n)
        if self.kind is ChartKind.CHANGE:
            return self._say("how.change")
        if self.kind is ChartKind.SHARES:
            has_line = any(estimate.low is not None for estimate in self.estimates)
            return " ".join([self._say("how.shares"), *([self.interval_words("how.whiskers")] * has_line)])
        sorts = {_crosses(estimate) for estimate in self.estimates}
        said = [self._say(f"how.{'hollow' if sort else 'filled'}") for sort in sorted(sorts)]
        return " ".join([self.interval_words("how.intervals"), *said, self._say("how.odds")])

    def element(self) -> Element:
        """Return the drawing as one image, named for those who do not see it; the table has its figures."""
        labels = ", ".join(self.label(finding) for finding in self.findings)
        measure = self.measure[:1].upper() + self.measure[1:]
        name = self._say("name", measure=measure, labels=labels)
        marked = marks_for(self.findings)
        classes = f"chart-drawing{' chart-stacked' if marked else ''}"
        drawing = Element("div", {"class": classes, "role": "img", "aria-label": name})
        drawing.extend(self._heads())
        for finding in self.findings:
            row = SubElement(drawing, "div", {"class": "chart-row", "data-values": finding.key})
            label = SubElement(row, "span", {"class": "chart-label"})
            label.text, label.tail = self.label(finding), " "
            row.append(self._value(finding))
            row.append(shapes.marks(*marked) if marked else self._plot(finding))
        if not marked:
            SubElement(drawing, "div", {"class": "chart-row chart-axis"}).append(self._axis())
        return drawing

    @cached_property
    def scale(self) -> Scale:
        if self.kind is ChartKind.INTERVALS:
            return scales.ratios(
                end for one in self.estimates for end in (one.low, one.high, one.value) if end is not None
            )
        if self.kind is ChartKind.SHARES:
            return scales.percentages()
        return scales.amounts(end for one in self.changes for end in (one.before, one.after))

    def _plot(self, finding: Finding) -> Element:
        holder, place = shapes.plot(self.scale)
        estimate, change = finding.estimate, finding.change
        if change:
            shapes.pair(place, self.scale, change.before, change.after)
        elif estimate and self.kind is ChartKind.SHARES:
            shapes.bar(place, self.scale, estimate.value, estimate.low, estimate.high)
        elif estimate and estimate.low is not None and estimate.high is not None:
            ends = (estimate.value, estimate.low, estimate.high)
            shapes.interval(place, self.scale, *ends, is_open=_crosses(estimate))
        return holder

    def _value(self, finding: Finding) -> Element:
        numbers = self.numbers(finding)
        value = Element("span", {"class": "chart-value"})
        if finding.change:
            before, after = numbers.full(finding.change.before), numbers.full(finding.change.after)
            value.text = self._say("then", before=before, after=after)
        elif estimate := finding.estimate:
            strong = SubElement(value, "strong")
            strong.text = numbers.full(estimate.value)
            if estimate.low is not None and estimate.high is not None:
                strong.tail = f" ({numbers.range(estimate.low, estimate.high)})"
            elif estimate.n:
                count = counted(finding)
                of = self._say("of", n=whole(estimate.n, self.locale))
                strong.tail = f" ({whole(count, self.locale)} {of})" if count is not None else f" {of}"
        return value

    def _axis(self) -> Element:
        numbers = self.numbers(self.findings[0])
        ticks = [
            (self.scale.at(value), numbers.tick(value, is_ratio=self.scale.is_log), "middle")
            for value in self.scale.ticks
        ]
        axis = shapes.words(ticks)
        axis.set("data-computed", " ".join(text for _, text, _ in ticks))
        return axis

    def _heads(self) -> Iterator[Element]:
        """Yield the row of words above the intervals, once for wide and once for narrow drawings."""
        if self.kind is not ChartKind.INTERVALS:
            return
        at = self.scale.at(_EVEN)
        values = [estimate.value for estimate in self.estimates]
        even, gap = self._say("no_difference"), 2.0
        if max(values) > _EVEN > min(values):
            wide = [(at - gap, self._say("lower"), "end"), (at + gap, self._say("higher"), "start")]
        elif max(values) > _EVEN:
            wide = [(at - gap, even, "end"), (at + gap, self._say("higher"), "start")]
        else:
            wide = [(at - gap, self._say("lower"), "end"), (at + gap, even, "start")]
        narrow = [(at + gap, even, "start") if at < 50 else (at - gap, even, "end")]
        for name, words in (("wide", shapes.words(wide)), ("narrow", shapes.words(narrow, at))):
            row = Element("div", {"class": f"chart-row chart-head chart-{name}"})
            row.append(words)
            yield row

    def _say(self, key: str, **values: object) -> str:
        return self.locale.say(f"chart.{key}", **values)


def _crosses(estimate: Estimate) -> bool:
    """Tell whether an interval has "no difference" in it or at its end."""
    return estimate.low is not None and estimate.high is not None and estimate.low <= _EVEN <= estimate.high
