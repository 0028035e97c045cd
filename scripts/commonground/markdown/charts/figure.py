"""The figure card around a drawing: finding, how to read it, drawing, sources and cautions, table, file, copy."""

from collections.abc import Callable, Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from commonground.markdown.charts.drawing import Drawing
from commonground.markdown.charts.table import table
from commonground.markdown.cite import cited_keys
from commonground.markdown.page import Page
from commonground.markdown.text import plain
from commonground.model.chart import ChartKind, data_name, kind_of_all
from commonground.model.cohorts import shared_cohorts
from commonground.model.schema.declared import Text
from commonground.model.source import Finding, Source
from commonground.sources.names import who
from commonground.text.typography import typographic

_BETWEEN = " · "


def add_charts(md: Markdown, page: Page) -> None:
    """Complete the figures that ``/// chart`` left on the page."""
    # After tables (4), whose shaping is for tables that people write; before citations get their numbers (3).
    md.treeprocessors.register(_Charts(md, page), "commonground_charts", 3.5)


def start_figure(parent: Element) -> Element:
    """Return a new figure with the place for its sentence; the rest is added when the page's citations are known."""
    figure = SubElement(parent, "figure", {"class": "chart"})
    SubElement(figure, "figcaption")
    return figure


class _Charts(Treeprocessor):
    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: Element) -> None:
        figures = [figure for figure in root.iter("figure") if figure.get("class") == "chart"]
        for number, figure in enumerate(figures, start=1):
            figure.set("id", f"chart-{number}")
            if self._page.options.charts:
                self._complete(figure)

    def _complete(self, figure: Element) -> None:
        """Add drawing and sources; a chart that cannot be drawn keeps its sentence, and a check stops the page."""
        caption = figure[0]
        found = [self._page.corpus.findings.get(key) for key in cited_keys(caption, self._page)]
        findings = [finding for finding in found if finding is not None and not finding.withheld]
        if len(findings) != len(found) or kind_of_all(findings) is None:
            return
        drawing = Drawing(findings, self._page.locale)
        figure.set("class", f"chart chart-{drawing.kind or ChartKind.SHARES}")
        keys = " ".join(finding.key for finding in findings)
        marks = {"class": "chart-body", "data-values": keys, "data-pagefind-ignore": ""}
        body = SubElement(figure, "div", marks)
        SubElement(body, "p", {"class": "chart-how"}).text = drawing.how()
        body.append(drawing.element())
        body.extend(self._sources(findings))
        body.append(self._tools(drawing, plain(caption)))

    def _sources(self, findings: Sequence[Finding]) -> Iterator[Element]:
        """Yield who found it, how, where, among whom and when, in order; then each caution once."""
        for id in dict.fromkeys(finding.source for finding in findings):
            note = Element("p", {"class": "chart-source"})
            note.text = _BETWEEN.join(self._about(self._page.corpus.sources[id]))
            yield note
        yield from self._same_people(findings)
        cautions = dict.fromkeys(self._text(finding.caution) for finding in findings)
        for caution in filter(None, cautions):
            line = Element("p", {"class": "caution"})
            key = SubElement(line, "span", {"class": "key"})
            key.text, key.tail = self._page.say("sources.caution"), f" {caution}"
            yield line

    def _same_people(self, findings: Sequence[Finding]) -> Iterator[Element]:
        """Yield a line for each group of people whom several of the studies drawn asked."""
        corpus = self._page.corpus
        sources = [corpus.sources[id] for id in dict.fromkeys(finding.source for finding in findings)]
        for id in shared_cohorts(sources):
            line = Element("p", {"class": "chart-source"})
            name = corpus.cohort_name(id, self._page.language)
            line.text = self._page.say("chart.same_people", name=name)
            yield line

    def _about(self, source: Source) -> Iterator[str]:
        locale = self._page.locale
        yield who(source, locale)
        if source.design:  # a record without one has its problem
            yield locale.say(f"designs.{source.design}.name")
        yield from (text for text in (self._text(source.population), self._text(source.period)) if text)
        yield locale.say("sources.read_as", how=locale.say(f"read_as.{source.checked.how}"))

    def _text(self, text: Text) -> str:
        return typographic(text.get(self._page.language) or next(iter(text.values()), ""))

    def _tools(self, drawing: Drawing, finding: str) -> Element:
        say: Callable[[str], str] = self._page.say
        tools = Element("div", {"class": "chart-tools"})
        fold = SubElement(tools, "details")
        SubElement(fold, "summary").text = say("chart.table")
        region = SubElement(
            fold, "div", {"class": "chart-table", "role": "region", "tabindex": "0", "aria-label": finding}
        )
        region.append(table(drawing, self._page.corpus))
        address = f"{self._page.options.charts}/{data_name(drawing.findings)}"
        SubElement(tools, "a", {"href": address, "download": ""}).text = say("chart.data")
        said = {"data-copied": say("card.copied"), "data-failed": say("card.not_copied")}
        copy = SubElement(
            tools, "button", {"type": "button", "class": "as-link needs-script", "data-chart": "", **said}
        )
        copy.text = say("card.copy")
        SubElement(tools, "span", {"class": "chart-said", "role": "status"})
        return tools
