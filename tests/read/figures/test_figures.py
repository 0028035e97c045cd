"""Figures: what is one, what is none, and that values survive every notation of both languages."""

import re
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.model.corpus import Corpus
from commonground.model.figure import Quantity, Reason, Unit, agrees
from commonground.read.figures import find_figures, parse_quantities, read_numerals

Value = tuple[str, Unit]


def found(text: str, language: str = "en") -> list[str]:
    return [figure.text for figure in find_figures(text, language)]


ENGLISH = {
    "percent": ("It was 45% of them.", ["45%"]),
    "percent-spaced": ("It was 45 % of them.", ["45 %"]),
    "per-cent": ("About 45 per cent and 12 percent", ["45 per cent", "12 percent"]),
    "spelled-percent": ("twelve per cent of workers", ["twelve per cent"]),
    "points": ("a rise of 5 percentage points", ["5 percentage points"]),
    "range-percent": ("from 45% to 75% of them", ["45% to 75%"]),
    "range-shared-unit": ("30 to 40 per cent, or 1.7-7%", ["30 to 40 per cent", "1.7-7%"]),
    "range-dash": ("(1.96-4.57) and (1.96–4.57)", ["1.96-4.57", "1.96–4.57"]),
    "range-between": ("between 45% and 75%", ["45% and 75%"]),
    "range-words": ("between a third and nearly half", ["a third and nearly half"]),
    "range-of-ratios": ("from 45 in 100 to 75 in 100", ["45 in 100 to 75 in 100"]),
    "range-hedged": ("from about 3,400 to about 4,000 adverts", ["3,400 to about 4,000"]),
    "range-ages": ("12- to 17-year-olds", ["12- to 17-year-olds"]),
    "range-either": ("two or three years", ["two or three years"]),
    "range-scale": ("1-2 million workers", ["1-2 million"]),
    "and-is-no-range": ("45% and 75%", ["45%", "75%"]),
    "interval": ("2.99, 95% CI 1.96 to 4.57", ["2.99", "1.96 to 4.57"]),
    "interval-percent": ("41.8% (95% CI 35.8% to 48.0%)", ["41.8%", "35.8% to 48.0%"]),
    "interval-level": ("a 95% interval, a 95% confidence interval", []),
    "interval-level-words": ("95% uncertainty interval 3 to 39, 95 per cent credible interval", ["3 to 39"]),
    "level-after": ("a confidence interval of 95%", []),
    "ratio": ("1 in 3, one in four, nine in ten", ["1 in 3", "one in four", "nine in ten"]),
    "ratio-every": ("one in every five", ["one in every five"]),
    "ratio-hyphens": ("a 1-in-3 chance, one-in-four", ["1-in-3", "one-in-four"]),
    "ratio-person": ("one woman in four", ["one woman in four"]),
    "out-of": ("nine out of ten, 62 out of 200", ["nine out of ten", "62", "200"]),
    "of-is-no-ratio": ("62 of 200 people", ["62", "200"]),
    "in-a-year": ("214 in 2019", ["214"]),
    "in-years": ("two in three years", ["three years"]),
    "in-places": ("14 in five cities", ["14"]),
    "fractions": ("two-thirds, half of them, a quarter", ["two-thirds", "half", "a quarter"]),
    "third": ("a third of people, about a third", ["a third", "a third"]),
    "third-party": ("a third party, about a third person", []),
    "half-idioms": ("half-day, on behalf, halfway, the first half, half an hour", []),
    "signs": ("3/4 of them, ½ of them", ["3/4", "½"]),
    "multiples": ("twice, doubled, halved, threefold", ["twice", "doubled", "halved", "threefold"]),
    "times": ("ten times as likely, 2.99 times", ["ten times", "2.99 times"]),
    "and-a-half": ("three and a half times", ["three and a half times"]),
    "double": ("double the odds", ["double"]),
    "double-idioms": ("a double standard, double-check, doubled down", []),
    "money": ("$5,000, $2 million, US$300, five dollars", ["$5,000", "$2 million", "US$300", "five dollars"]),
    "money-range": ("$300 to $400", ["$300 to $400"]),
    "rate": ("12 per 100,000", ["12 per 100,000"]),
    "rate-with-noun": ("180 homicides per 100,000 people", ["180 homicides per 100,000"]),
    "time": ("five years in prison, 18-month", ["five years", "18-month"]),
    "less-a-day": ("two years less a day", ["two years less a day"]),
    "ages": ("under 18, 18-year-olds, 18 years old", ["18", "18-year-olds", "18 years old"]),
    "after-an-article": ("a nine-year-old, a five-year term", ["nine-year-old", "five-year"]),
    "sample-share": ("45% (62/138)", ["45%", "62", "138"]),
    "decimals": (".35, 0.35, -0.04, 2,99", [".35", "0.35", "-0.04", "2,99"]),
    "thousands": ("1,200 and 1\u00a0200 and 1\u202f200", ["1,200", "1\u00a0200", "1\u202f200"]),
    "big": ("14 billion", ["14 billion"]),
    "sample": ("(n=214; OR=2.99)", ["214", "2.99"]),
    "small-counts": ("3 towns, two studies, a dozen", []),
    "counts-in-words": (
        "twenty workers, two hundred and ten women, twelve",
        ["twenty", "two hundred and ten", "twelve"],
    ),
    "sections": ("s. 286.1(1), ss. 213 and 286.5, section 210", []),
    "sections-listed": ("Charter ss. 2(b), 2(d), 7 and 15", []),
    "bare-section": ("286.1(1) is about 286.1", []),
    "paragraphs": ("para. 110, paras. 149-153, page 12, pp. 10, 11 and 12", []),
    "bills": ("Bill C-36, C-36, Bill 96, chapter 25", []),
    "cases": ("2025 SCC 25, [1978] 2 S.C.R. 476, 2023 ONSC 5197", []),
    "label-then-figure": ("On May 5, 214 tenants left.", ["214"]),
    "years": ("in 2014, 1990-2018, 2013–14, the 1990s", []),
    "dates": ("October 13, 2014, 13 October 2014, May 9-10, 2026-11-22", []),
    "many-of-them": ("more than 2000 people", ["2000"]),
    "telephones": ("call 911, 9-1-1, 988, 1-800-668-6868, 604-555-0123, call 211", []),
    "clock": ("10 p.m., 10:30, from 9 to 11 a.m., 24/7", []),
    "names": ("COVID-19, HIV-1, 2SLGBTQ+", []),
    "round-the-clock": ("a 24-hour crisis line", []),
    "within-hours": ("within 24 hours", ["24 hours"]),
    "citation-mark": ("45%\ufffc 75%", ["45%", "75%"]),
}
FRENCH = {
    "percent": ("soit 45\u00a0% des gens", ["45\u00a0%"]),
    "spelled-percent": (
        "douze pour cent et quatre-vingt-dix-sept pour cent",
        ["douze pour cent", "quatre-vingt-dix-sept pour cent"],
    ),
    "range-percent": ("de 45\u00a0% à 75\u00a0%", ["45\u00a0% à 75\u00a0%"]),
    "range-decimals": ("de 1,96 à 4,57", ["1,96 à 4,57"]),
    "range-between": ("entre 45 et 75 %", ["45 et 75 %"]),
    "range-words": ("entre le tiers et près de la moitié", ["le tiers et près de la moitié"]),
    "range-of-ratios": ("de 45 sur 100 à 75 sur 100", ["45 sur 100 à 75 sur 100"]),
    "interval": ("2,99, IC à 95\u00a0% de 1,96 à 4,57", ["2,99", "1,96 à 4,57"]),
    "interval-colon": ("11,8\u00a0% (IC à 95\u00a0%\u00a0: de 11,6 à 12,0)", ["11,8\u00a0%", "11,6 à 12,0"]),
    "interval-level": ("intervalle de confiance à 95 %, intervalle d'incertitude à 95 %", []),
    "ratio": ("une personne sur quatre, 45 sur 100", ["une personne sur quatre", "45 sur 100"]),
    "ratio-plural": ("neuf femmes sur dix, une sur 50", ["neuf femmes sur dix", "une sur 50"]),
    "ratio-thousand": ("23 sur 1\u00a0000", ["23 sur 1\u00a0000"]),
    "ratio-of-times": ("une fois sur deux, neuf fois sur dix", ["une fois sur deux", "neuf fois sur dix"]),
    "sur-of-a-sample": ("62 sur 200", ["62", "200"]),
    "sur-is-about": ("trois études portent sur dix villes", ["dix"]),
    "fractions": (
        "un tiers des gens, les deux tiers, trois quarts",
        ["un tiers", "deux tiers", "trois quarts"],
    ),
    "third-party": ("l'argent d'un tiers qui paie", []),
    "half": ("la moitié, réduite de moitié", ["la moitié", "moitié"]),
    "half-idioms": ("à moitié, la première moitié, une demi-journée", []),
    "shift": ("un quart de travail", []),
    "multiples": ("deux fois plus, le double de, a doublé", ["deux fois", "le double", "doublé"]),
    "times": ("1,9 fois plus élevée, trois fois et demie", ["1,9 fois", "trois fois et demie"]),
    "money": ("5\u00a0000\u00a0$, 2 millions de dollars", ["5\u00a0000\u00a0$", "2 millions de dollars"]),
    "rate": ("45 pour 100\u00a0000", ["45 pour 100\u00a0000"]),
    "time": ("cinq ans, 18 ans, deux ans et demi", ["cinq ans", "18 ans", "deux ans et demi"]),
    "less-a-day": ("deux ans moins un jour", ["deux ans moins un jour"]),
    "article-is-no-number": ("un an plus tard, une semaine, un jour", []),
    "thousands": ("1\u202f200 et 1\u00a0200 et 1 200", ["1\u202f200", "1\u00a0200", "1 200"]),
    "sections": ("art. 286.1, par. 286.1(1), al. 213(1)c), les articles 213 et 286.5", []),
    "sections-listed": ("les alinéas 183(1)b.1), 196.1a), 200(3)g.1) et 203(2)a)", []),
    "paragraphs": ("par. 110, p. 12, par. 149 à 153, n° 12", []),
    "bills": ("projet de loi C-36, loi 96, C-36", []),
    "cases": ("2025 CSC 25, [1978] 2 R.C.S. 476", []),
    "dates": ("13 octobre 2014, 1er mai 2020, du 3 au 9 mai 2018, en 2014", []),
    "clock": ("22 h 30, 9 h, 24 heures sur 24, 7 jours sur 7, 24/7", []),
    "within-hours": ("en 24 heures", ["24 heures"]),
    "telephones": ("le 9-1-1, le 988, 1-800-668-6868", []),
}


def cases(table: dict[str, tuple[str, list[str]]]) -> list[object]:
    return [pytest.param(text, expected, id=name) for name, (text, expected) in table.items()]


@pytest.mark.parametrize(("text", "expected"), cases(ENGLISH))
def test_english_figures(text: str, expected: list[str]) -> None:
    """Exactly the quantities a reader could quote, in tight spans."""
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), cases(FRENCH))
def test_french_figures(text: str, expected: list[str]) -> None:
    """The same in French."""
    assert found(text, "fr") == expected


@pytest.mark.parametrize(
    ("written", "language", "recorded", "same"),
    [
        pytest.param("2,99", "fr", "2.99", True, id="decimal-comma"),
        pytest.param("45\u202f%", "fr", "45%", True, id="narrow-space-before-percent"),
        pytest.param("1\u00a0200", "fr", "1,200", True, id="thousands"),
        pytest.param(".35", "en", "0.35", True, id="no-leading-zero"),
        pytest.param("one in four", "en", "25%", True, id="ratio-in-words"),
        pytest.param("une personne sur quatre", "fr", "a quarter", True, id="ratio-across-languages"),
        pytest.param("eight in ten", "en", "about four in five", True, id="ratios-of-one-value"),
        pytest.param("five years", "en", "5 years", True, id="spelled-time"),
        pytest.param("cinq ans", "fr", "five years", True, id="time-across-languages"),
        pytest.param("18 years", "en", "18", True, id="bare-recorded-and-time"),
        pytest.param("2.99 times", "en", "2.99", True, id="bare-recorded-and-times"),
        pytest.param("1.4 per 100,000", "en", "1.4", True, id="bare-recorded-and-rate"),
        pytest.param("trois fois", "fr", "about three times the odds", True, id="plain-times"),
        pytest.param("$2 million", "en", "$2,000,000", True, id="money-scale"),
        pytest.param("réduite de moitié", "fr", "cut in half", True, id="halved"),
        pytest.param("45", "en", "45%", False, id="unit-missing"),
        pytest.param("45%", "en", "45", False, id="bare-never-percent"),
        pytest.param("$45", "en", "45", False, id="bare-never-money"),
        pytest.param("5 months", "en", "5 years", False, id="other-unit-of-time"),
        pytest.param("two years", "en", "two years less a day", False, id="less-a-day"),
        pytest.param("3:1", "fr", "three to one", True, id="odds"),
        pytest.param("trois contre un", "fr", "3", True, id="bare-recorded-and-odds"),
        pytest.param("three to one", "en", "one in three", False, id="odds-are-no-share"),
        pytest.param("1:3", "en", "3:1", False, id="odds-the-other-way-round"),
        pytest.param("38 ‰", "fr", "38 per 1,000", True, id="per-mille"),
        pytest.param("38 ‰", "fr", "38%", False, id="per-mille-is-no-percentage"),
        pytest.param("12/100,000", "en", "12 per 100,000", True, id="rate-with-a-slash"),
        pytest.param("hausse de 3 points", "fr", "3 percentage points", True, id="points-of-a-rise"),
        pytest.param("a 3-point rise", "en", "3%", False, id="points-are-no-percentage"),
        pytest.param("25 basis points", "en", "0.25 percentage points", True, id="basis-points"),
        pytest.param("une cinquantaine", "fr", "50", True, id="about-fifty"),
        pytest.param("fifty or so", "en", "50", True, id="fifty-or-so"),
        pytest.param("un million et demi", "fr", "1.5 million", True, id="million-and-a-half"),
        pytest.param("2,5 M", "fr", "2,500,000", True, id="letter-for-million"),
        pytest.param("2millions", "fr", "2 million", True, id="no-space-before-million"),
        pytest.param("1.200", "fr", "1,200", True, id="thousands-by-points"),
        pytest.param("0.125", "fr", "0.125", True, id="decimals-by-a-point"),
        pytest.param("⅙", "fr", "one sixth", True, id="fraction-of-one-character"),
        pytest.param("2 1/2 hours", "en", "2.5 hours", True, id="mixed-number"),
        pytest.param("50 pourcent", "fr", "50%", True, id="percent-in-one-word"),
        pytest.param("3 kilomètres", "fr", "3 km", True, id="measures-by-any-name"),
        pytest.param("3 miles", "en", "3 km", False, id="other-measure"),
        pytest.param("5 percentage points", "en", "5%", False, id="points"),
        pytest.param("2.9", "en", "2.99", False, id="rounded"),
    ],
)
def test_figures_are_compared_as_values(written: str, language: str, recorded: str, same: bool) -> None:
    """Two spellings of one value agree; a bare number never agrees with a percentage or money."""
    (left,), (right,) = parse_quantities(written, language), parse_quantities(recorded, "en")
    assert agrees(left, right) is same


@pytest.mark.parametrize(
    ("text", "language", "quantities"),
    [
        pytest.param("one to two in ten", "en", [(10, "per cent"), (20, "per cent")], id="ratios"),
        pytest.param(
            "2 à 3 femmes sur dix", "fr", [(20, "per cent"), (30, "per cent")], id="ratios-with-a-noun"
        ),
        pytest.param("8 to 14 per 100,000", "en", [(8, "rate"), (14, "rate")], id="rates"),
        pytest.param("from 7 to 9 thousand", "en", [(7000, "number"), (9000, "number")], id="scale"),
    ],
)
def test_both_ends_of_a_range_share_what_follows(
    text: str, language: str, quantities: list[tuple[int, str]]
) -> None:
    """A range of ratios has two ratios, not a number and a ratio."""
    (figure,) = find_figures(text, language)
    assert [(one.value, one.unit) for one in figure.quantities] == quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("in this file 12 women", ["12"], id="no-file"),
        pytest.param("in any case 12 of 40", ["12", "40"], id="no-case"),
        pytest.param("they stop 12 women", ["12"], id="no-bus-stop"),
        pytest.param("12 women crossed the road", ["12"], id="no-street"),
        pytest.param("a group of 12 women", ["12"], id="no-name-of-a-group"),
        pytest.param("about 2049 women", ["2049"], id="no-year"),
        pytest.param("on Friday 12 women came", ["12"], id="no-date"),
        pytest.param("in June 45 women came", ["45"], id="no-date-beyond-31"),
        pytest.param("In Vancouver 214 tenants left", ["214"], id="no-part-of-a-name"),
        pytest.param("In the Yukon 45 women left", ["45"], id="no-part-of-a-name-with-its-article"),
        pytest.param("fell by a vote of 3 to 1", [], id="no-odds"),
        pytest.param("fell from 3 to 1", [], id="no-odds-but-a-range"),
        pytest.param("pages 22,24,26 or 22,24,26 jars", ["22,24,26"], id="list-without-spaces"),
        pytest.param("a thousand thanks, a thousand letters", ["a thousand"], id="thanks"),
    ],
)
def test_a_rule_against_english_false_positives_hides_no_figure(text: str, expected: list[str]) -> None:
    """What reads like the number of a file, a street or a vote, and what only looks so."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a permis 12 à 14 embauches", ["12 à 14"], id="no-permit"),
        pytest.param("dans ce dossier 12 femmes", ["12"], id="no-file"),
        pytest.param("le lundi 12 femmes sont venues", ["12"], id="no-date"),
        pytest.param("au niveau local 12 femmes", ["12"], id="no-room"),
        pytest.param("pendant 18 heures, puis à 18 heures", ["18 heures"], id="no-time-of-day"),
        pytest.param("à un tiers, mais un tiers des voix", ["un tiers"], id="no-person"),
        pytest.param("mille mercis, mille lettres", ["mille"], id="no-thanks"),
        pytest.param("1.200 personnes et 0.125", ["1.200", "0.125"], id="points"),
    ],
)
def test_a_rule_against_french_false_positives_hides_no_figure(text: str, expected: list[str]) -> None:
    """The same in French."""
    assert found(text, "fr") == expected


@pytest.mark.parametrize(
    ("recorded", "values"),
    [
        pytest.param("five", [5], id="spelled"),
        pytest.param("twenty-three", [23], id="spelled-compound"),
        pytest.param("four hundred and six", [406], id="spelled-hundreds"),
        pytest.param("12 to 17", [12, 17], id="range"),
        pytest.param("1-2 million", [1_000_000, 2_000_000], id="range-with-scale"),
        pytest.param("2014", [2014], id="year-like"),
        pytest.param("one million two hundred thousand", [1_200_000], id="two-scales"),
        pytest.param("two and a half million", [2_500_000], id="half-before-its-scale"),
        pytest.param("three quarters of a million", [750_000], id="part-of-a-scale"),
        pytest.param("1,234,567.8", [Fraction("1234567.8")], id="thousands-and-decimals"),
        pytest.param("more than 13 times the odds", [13], id="plain"),
        pytest.param("about the same", [], id="none"),
    ],
)
def test_recorded_figures_are_read_whole(recorded: str, values: list[int]) -> None:
    """A record may hold small and spelled numbers, which prose does not count as figures."""
    assert [quantity.value for quantity in parse_quantities(recorded, "en")] == values


def test_range_end_without_unit_agrees_with_a_bare_record() -> None:
    """In "33-46%" the first end is a percentage, and stands as a bare 33."""
    (figure,) = find_figures("averting 33–46% of infections", "en")
    assert not figure.missing_from(parse_quantities("33", "en") + parse_quantities("46%", "en"))
    assert not figure.missing_from(parse_quantities("33% to 46%", "en"))
    assert figure.missing_from(parse_quantities("33", "en") + parse_quantities("46", "en"))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("one  in four", "one in four", id="two-spaces"),
        pytest.param("45 \u00a0%", "45%", id="no-break-space-and-space"),
        pytest.param("4\u00ad5 %", "45%", id="soft-hyphen"),
        pytest.param("1\u200b200", "1200", id="zero-width-space"),
        pytest.param("two\u2011thirds", "two-thirds", id="no-break-hyphen"),
        pytest.param("４５％", "45%", id="full-width"),
        pytest.param("٤٥٪", "45%", id="other-digits"),
    ],
)
def test_a_figure_is_read_as_it_is_shown(written: str, shown: str) -> None:
    """HTML shows no second space and no soft hyphen; the span is what stands in the text."""
    (figure,) = find_figures(f"(So {written} of them.)", "en")
    assert figure.text == written
    assert figure.quantities == parse_quantities(shown, "en")


def test_code_holds_no_figure() -> None:
    """Numbers in code and addresses are no figures, and no range reaches across."""
    assert found("45% `12%` 75%") == ["45%", "12%", "75%"]
    assert [figure.text for figure in read_numerals("45% `12%` 75%", "en", ((4, 9),)).figures] == [
        "45%",
        "75%",
    ]


@given(st.integers(1, 12), st.integers(2, 20), st.sampled_from((("en", "in"), ("fr", "sur"))))
def test_ratios_are_percentages(part: int, total: int, words: tuple[str, str]) -> None:
    """N in M is 100 N / M per cent where N is the smaller."""
    language, joint = words
    quantities = parse_quantities(f"{part} {joint} {total}", language)
    if part < total:
        assert quantities == (Quantity(Fraction(100 * part, total), Unit.PERCENT),)
    else:
        assert [quantity.value for quantity in quantities] == [part, total]


PIECES = st.sampled_from(
    (
        "45%", "1,200", "$5", "half", "a third", "one", "in four", "to", "and", "between", "–", "-", "%", ",", ".", "(",
        ")", "\ufffc", "2014", "s.", "286.1(1)", "95% CI", "deux", "fois", "sur", "à", "entre", "et", "la moitié",
        "5\u00a0000\u00a0$", "un tiers", "years", "ans", "İ", "½", "twice", "per 100,000", "May 5", "le quart", "million",
        "3:1", "contre", "or so", "une cinquantaine", "points", "<", "+12", "2.5M", "ISBN", "12 King Street", "/1,000", "‰",
    )
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=4), max_size=12), st.sampled_from(("en", "fr")))
def test_spans_are_tight_and_apart(pieces: list[str], language: str) -> None:
    """Whatever the text, each span holds the figure's own words, and figures do not overlap."""
    text = " ".join(pieces)
    end = 0
    for figure in find_figures(text, language):
        assert text[figure.start : figure.end] == figure.text == figure.text.strip()
        assert figure.start >= end
        assert figure.quantities
        end = figure.end


REASONS = {
    "In 2014": Reason.YEAR,
    "On 3 May 2014": Reason.DATE,
    "See s. 286.1(1)": Reason.NUMBERED,
    "See page 12": Reason.NUMBERED,
    "See 2025 SCC 25": Reason.NUMBERED,
    "Call 604-555-0123": Reason.TELEPHONE,
    "At 10:30": Reason.CLOCK,
    "a 95% CI": Reason.LEVEL,
    "COVID-19": Reason.NAME,
    "3 towns": Reason.SMALL,
    "a 50/50 guess": Reason.PHRASE,
}


@pytest.mark.parametrize(("text", "reason"), [pytest.param(*item, id=item[0]) for item in REASONS.items()])
def test_each_numeral_left_alone_has_its_reason(text: str, reason: Reason) -> None:
    """Every reason there is occurs, and the numeral is counted once."""
    numerals = read_numerals(text, "en")
    assert not numerals.figures
    assert [one.reason for one in numerals.left_alone] == [reason]
    assert set(REASONS.values()) == set(Reason)


@given(st.lists(PIECES | st.text(max_size=4), max_size=12), st.sampled_from(("en", "fr")))
def test_no_numeral_is_overlooked(pieces: list[str], language: str) -> None:
    """Each run of digits is in a figure or left alone for a reason; no two of these overlap."""
    text = " ".join(pieces)
    numerals = read_numerals(text, language)
    spans = sorted((one.start, one.end) for one in (*numerals.figures, *numerals.left_alone))
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    for run in re.finditer(r"[0-9]+", text):
        assert any(start < run.end() and run.start() < end for start, end in spans), run


def test_every_recorded_figure_stands_in_its_sentence(project: Corpus) -> None:
    """Each figure of each record is found in the record's own sentence: by value, or word for word."""
    missing = []
    for finding in project.findings.values():
        stated = parse_quantities(finding.states["en"], "en")
        for written in finding.figures:
            for quantity in parse_quantities(written, "en"):
                values = {one.value for one in stated}
                if quantity.value not in values and written not in finding.states["en"]:
                    missing.append((finding.key, written))
    assert not missing
