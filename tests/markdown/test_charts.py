"""Charts: what the records say, drawn and in a table; sure and unsure told apart by shape; nothing beyond the edge."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from commonground.markdown.bundle import CommonGroundExtension
from commonground.markdown.charts.drawing import Drawing
from commonground.markdown.charts.scale import EDGE, amounts, percentages, ratios
from commonground.model.chart import MEASURES, RATIOS, kind_of
from commonground.model.corpus import Corpus
from commonground.model.source import Change, Estimate, Finding
from commonground.read.figures import parse_quantities

from .conftest import ARTICLE, DAY, finding, make_source, shipped_locale

LABEL = {"en": "Violence & fear", "fr": "Violence"}
ODDS = "odds ratio"


def found(name: str, drawn: Estimate | Change, *figures: str, **more: object) -> Finding:
    """Return a finding with an estimate or a change, and the figures that its sentence gives."""
    key = "change" if isinstance(drawn, Change) else "estimate"
    values = tuple(tuple(parse_quantities(figure, "en")) for figure in figures)
    return finding("study2018", name, "It was so.", "C'est ainsi.", values=values, **{key: drawn, **more})


def ratio(value: float, low: float, high: float) -> Estimate:
    return Estimate(ODDS, value, low, high, 95, label=LABEL)


FINDINGS = (
    found("sure", ratio(2.99, 1.96, 4.57), caution={"en": "Read <it> with care.", "fr": "Prudence."}),
    found("near", ratio(1.87, 1.6, 2.19)),
    found("unsure", ratio(2.078, 0.849, 5.084)),
    found("lower", ratio(0.59, 0.45, 0.78)),
    found("counted", Estimate("share", 31.0, n=200, label=LABEL), "62", "200", "31.0%"),
    found("rounded", Estimate("share", 57, n=237, label=LABEL), "237", "57%"),
    found("many", Estimate("share", 70.4, n=723, label=LABEL), "723", "509", "70.4%"),
    found("pooled", Estimate("prevalence", 41.8, 35.8, 48.0, 95, label=LABEL), "41.8%"),
    found("shift", Change("share", 8.9, 14.8, label=LABEL), "8.9%", "14.8%"),
    found("counts", Change("count", 3351, 3973, label=LABEL), "3,351", "3,973"),
    found("bare", Estimate("brightness", 3.0, label=LABEL)),
    found("held", ratio(2.0, 1.5, 3.0), withheld={"en": "Unsure."}),
)  # fmt: skip


class Chart(HTMLParser):
    """What stands in a rendered chart: cells of the table by row, classes, attributes of marks, text by class."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.rows: list[list[str]] = []
        self.shapes: list[dict[str, str]] = []
        self.said: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append("")
        if tag in ("line", "rect", "circle", "path", "text"):
            self.shapes.append({"tag": tag, **values})
        self._open.append(values.get("class", tag))

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for name in set(self._open):
            self.said.setdefault(name, []).append(data)
        if self.rows and {"th", "td"} & set(self._open):
            self.rows[-1][-1] += data

    def text(self, name: str) -> str:
        return "".join(self.said.get(name, [])).strip()


@pytest.fixture(scope="module")
def charts() -> Callable[..., Chart]:
    """Return a maker of charts of findings, by name, with the words of the site."""
    source = make_source("study2018", ARTICLE, *FINDINGS, population={"en": "Towns", "fr": "Des villes"})
    corpus = Corpus(
        ("en", "fr"),
        DAY,
        sources={source.id: source},
        locales={name: shipped_locale(name) for name in ("en", "fr")},
    )

    def make(*names: str, lang: str = "en") -> Chart:
        cited = "; ".join(f"@study2018#{name}" for name in names)
        extension = CommonGroundExtension(corpus=corpus, lang=lang, references={}, append_sources=False)
        text = f"/// chart\nIt's *told* here. [{cited}]\n///"
        return Chart(Markdown(extensions=[extension]).convert(text))

    return make


def shapes(chart: Chart, name: str) -> list[dict[str, str]]:
    return [shape for shape in chart.shapes if name in shape.get("class", "").split()]


def across(shape: dict[str, str], *keys: str) -> list[float]:
    return [float(shape[key].removesuffix("%")) for key in keys]


@pytest.mark.parametrize(("names", "lang", "rows"), [
    pytest.param(("sure", "near"), "en", [
        ["What was measured", "Odds ratio", "95% interval", "Source"],
        ["Violence & fear", "2.99", "1.96 to 4.57", "Platt and others, 2018"],
        ["Violence & fear", "1.87", "1.60 to 2.19", "Platt and others, 2018"],
    ], id="intervals"),
    pytest.param(("sure",), "fr", [
        ["Ce qui a été mesuré", "Rapport de cotes", "Intervalle à 95\u00a0%", "Source"],
        ["Violence", "2,99", "1,96 à 4,57", "Platt et autres, 2018"],
    ], id="intervals-french"),
    pytest.param(("counted",), "en", [
        ["What was measured", "Share", "Out of", "Source"],
        ["Violence & fear", "62 (31.0%)", "200", "Platt and others, 2018"],
    ], id="one-mark-each"),
    pytest.param(("many", "rounded"), "en", [
        ["What was measured", "Share", "Out of", "Source"],
        ["Violence & fear", "509 (70.4%)", "723", "Platt and others, 2018"],
        ["Violence & fear", "57%", "237", "Platt and others, 2018"],
    ], id="bars"),
    pytest.param(("pooled",), "fr", [
        ["Ce qui a été mesuré", "Prévalence", "Intervalle à 95\u00a0%", "Source"],
        ["Violence", "41,8\u00a0%", "35,8 à 48,0", "Platt et autres, 2018"],
    ], id="bar-with-interval"),
    pytest.param(("shift",), "en", [
        ["What was measured", "Before", "After", "Source"],
        ["Violence & fear", "8.9%", "14.8%", "Platt and others, 2018"],
    ], id="pair"),
    pytest.param(("counts",), "fr", [
        ["Ce qui a été mesuré", "Avant", "Après", "Source"],
        ["Violence", "3\u00a0351", "3\u00a0973", "Platt et autres, 2018"],
    ], id="pair-of-counts"),
])  # fmt: skip
def test_the_table_gives_what_the_records_hold(charts, names, lang, rows):
    """Each number as recorded, with the record's decimals, in the page's language."""
    assert charts(*names, lang=lang).rows == rows


def test_shape_tells_sure_from_unsure(charts):
    """A dot is filled where its interval stays on one side, hollow where it crosses; the words say which is there."""
    chart = charts("sure", "unsure", "lower")
    dots = shapes(chart, "chart-dot")
    assert ["chart-open" in dot["class"] for dot in dots] == [False, True, False]
    assert "filled dot" in chart.text("chart-how")
    assert "hollow dot" in chart.text("chart-how")
    assert "hollow" not in charts("sure").text("chart-how")


def test_a_larger_ratio_lies_further_on_and_no_difference_is_marked(charts):
    """Places on the log scale rise with the values; equal ratios are equally far apart; 1 has the dotted line."""
    chart = charts("lower", "near", "unsure", "sure")
    places = [across(dot, "cx")[0] for dot in shapes(chart, "chart-dot")]
    assert places == sorted(places)
    scale = ratios([0.5, 4.0])
    assert scale.at(2) - scale.at(1) == pytest.approx(scale.at(4) - scale.at(2))
    even = across(shapes(chart, "chart-even")[0], "x1")[0]
    assert places[0] < even < places[1]


def test_a_mark_for_each_person_where_the_finding_counts_them(charts):
    """62 of 200: so many filled marks with a corner, so many round ones; without a count, or with many people, bars."""
    filled, rest = (shape["d"] for shape in shapes(charts("counted"), "chart-person"))
    assert filled.count("M") == filled.count("h-") == 62
    assert rest.count("M") == 138
    assert "h-" not in rest
    for names in (("rounded",), ("many",), ("counted", "rounded")):
        assert not shapes(charts(*names), "chart-person")
        assert shapes(charts(*names), "chart-bar")


def test_bars_start_at_zero(charts):
    """Length is the value's part of the whole; of a pair, the earlier bar is hollow and the longer one larger."""
    bar, *_ = shapes(charts("many"), "chart-bar")
    assert across(bar, "x") == [EDGE]
    assert across(bar, "width")[0] / (100 - 2 * EDGE) == pytest.approx(0.704, abs=0.001)
    before, after = shapes(charts("shift"), "chart-bar")
    assert "chart-open" in before["class"]
    assert "chart-open" not in after["class"]
    ends = across(before, "width")[0], across(after, "width")[0]
    assert ends[1] / ends[0] == pytest.approx(14.8 / 8.9, abs=0.01)


def test_the_card_says_who_when_and_what_to_mind(charts):
    """Source with its number, population, how it was read, caution; text from records is shown, never markup."""
    chart = charts("sure")
    about = chart.text("chart-source")
    assert all(part in about for part in ("Platt and others, 2018", "Towns", "read as: abstract"))
    assert "Read <it> with care." in chart.text("caution")
    assert "Read &lt;it&gt; with care." in chart.html
    caption = chart.html.partition("</figcaption>")[0]
    assert "<p>It’s <em>told</em> here." in caption
    assert 'href="#source-1"' in caption
    assert 'href="data/charts/study2018_sure.csv"' in chart.html
    drawing = re.search(r'<div [^>]*role="img"[^>]*>', chart.html)
    assert drawing is not None
    assert 'aria-label="Chart. Odds ratio: Violence &amp; fear. The table below' in drawing[0]
    assert "style=" not in chart.html


@pytest.mark.parametrize("names", [("bare",), ("held",), ("sure", "counted"), ("nowhere",)])
def test_what_cannot_be_drawn_keeps_its_sentence(charts, names):
    """A measure nobody can draw, a withheld or unknown finding, two measures: the words stay, a check stops the page."""
    chart = charts(*names)
    assert "told" in chart.html
    assert not chart.shapes
    assert "chart-body" not in chart.html


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_measure_has_a_name(language):
    """What a record may be drawn as is named in both languages."""
    for measure in MEASURES:
        assert shipped_locale(language).say(f"chart.measures.{measure}")


FRENCH = shipped_locale("fr")
POSITIVE = st.floats(1e-6, 1e6)
PERCENT = st.floats(0, 100)
ESTIMATES = st.one_of(
    st.lists(POSITIVE, min_size=3, max_size=3).map(sorted).map(lambda ends: ratio(ends[1], ends[0], ends[2])),
    st.lists(PERCENT, min_size=3, max_size=3).map(sorted).map(
        lambda ends: Estimate("share", ends[1], ends[0], ends[2], None, label=LABEL)
    ),
    st.tuples(PERCENT, st.integers(1, 10_000)).map(lambda one: Estimate("share", one[0], n=one[1], label=LABEL)),
    st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)).map(lambda one: Change("count", *one, label=LABEL)),
)  # fmt: skip


@given(ESTIMATES)
def test_nothing_is_drawn_beyond_the_edge(drawn):
    """Whatever a record may hold, each mark lies on the drawing, and a value within its interval is drawn within it."""
    one = found("any", drawn)
    assert kind_of(one) is not None
    element = Drawing([one], FRENCH).element()
    for shape in element.iter():
        for key in ("x", "x1", "x2", "cx"):
            if shape.get(key, "").endswith("%") and shape.tag != "text":
                assert EDGE - 0.01 <= float(shape.get(key)[:-1]) <= 100 - EDGE + 0.01
        if shape.tag == "rect":
            assert float(shape.get("x")[:-1]) + float(shape.get("width")[:-1]) <= 100 - EDGE + 0.02
    if isinstance(drawn, Estimate) and drawn.measure in RATIOS:
        dot = float(next(element.iter("circle")).get("cx")[:-1])
        line = next(line for line in element.iter("line") if line.get("class") == "chart-line")
        assert float(line.get("x1")[:-1]) <= dot <= float(line.get("x2")[:-1])


@given(st.lists(POSITIVE, min_size=1, max_size=6))
def test_a_log_scale_has_steps_that_say_something(values):
    """Two to seven steps, 1 among them, each on the scale."""
    scale = ratios(values)
    assert 2 <= len(scale.ticks) <= 7
    assert 1 in scale.ticks
    assert all(scale.low <= tick <= scale.high for tick in scale.ticks)


@pytest.mark.parametrize(("values", "ticks"), [
    ([9, 14.8], (0, 5, 10, 15)), ([597, 570], (0, 200, 400, 600)), ([0, 0], (0, 0.2, 0.4, 0.6, 0.8, 1)),
])  # fmt: skip
def test_amounts_have_round_steps(values, ticks):
    """Steps are round numbers from zero to the largest value or a little more."""
    assert amounts(values).ticks == pytest.approx(ticks)
    assert percentages().ticks[0] == 0
