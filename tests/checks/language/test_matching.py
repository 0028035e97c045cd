"""A listed word is found however it is written down, at exactly its place in the file."""

import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from commonground.text.folding import disguised, fold

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("markdown", "written"),
    [
        pytest.param("The pro**stitutes** left.", "pro**stitutes", id="strong-inside"),
        pytest.param("The *street* **prostitutes** left.", "street* **prostitutes", id="emphasis-between"),
        pytest.param("The [street](a.md) prostitutes left.", "street](a.md) prostitutes", id="link-between"),
        pytest.param("The street\nprostitutes left.", "street\nprostitutes", id="soft-break"),
        pytest.param("- The street\n  prostitutes left.", "street\n  prostitutes", id="soft-break-in-list"),
        pytest.param("The street&nbsp;prostitutes left.", "street&nbsp;prostitutes", id="entity"),
        pytest.param("The pro\u00adsti\u00adtutes left.", "pro\u00adsti\u00adtutes", id="soft-hyphen"),
        pytest.param("The prosti\u200btutes left.", "prosti\u200btutes", id="zero-width"),
        pytest.param("The ｐｒｏｓｔｉｔｕｔｅｓ left.", "ｐｒｏｓｔｉｔｕｔｅｓ", id="full-width"),
        pytest.param("The pro\u2066stitutes\u2069 left.", "pro\u2066stitutes", id="direction-marks"),
        pytest.param("The prоstitutes left.", "prоstitutes", id="cyrillic-letter"),
        pytest.param("The prοstitutes left.", "prοstitutes", id="greek-letter"),
        pytest.param("The prosti-\ntutes left.", "prosti-\ntutes", id="parted-at-a-line-end"),
        pytest.param("The prosti- tutes left.", "prosti- tutes", id="parted-in-a-paste"),
        pytest.param("The prosti\u00ad\ntutes left.", "prosti\u00ad\ntutes", id="parted-by-a-soft-hyphen"),
        pytest.param(
            "The street-\nlevel prostitutes left.", "street-\nlevel prostitutes", id="parted-at-its-hyphen"
        ),
        pytest.param("The 😀 prostitutes 😀 left.", "prostitutes", id="astral"),
    ],
)
def test_place_in_the_file_is_exact(markdown, written, reported):
    """The span holds what was written, marks inside it and none around it."""
    (problem,) = reported("en", markdown)
    span, lines = problem.span, markdown.split("\n")
    first, last = span.line - 6, span.end_line - 6  # the front matter has five lines
    if first == last:
        assert lines[first][span.column - 1 : span.end_column - 1] == written
    else:
        middle = [
            lines[first][span.column - 1 :],
            *lines[first + 1 : last],
            lines[last][: span.end_column - 1],
        ]
        assert "\n".join(middle) == written


def forms() -> list[tuple[str, str]]:
    """Return (language, form) of every rule that asks for no other word and no capital letter."""
    found = []
    for language in ("en", "fr"):
        rules = yaml.safe_load((ROOT / f"language/{language}.yaml").read_text(encoding="utf-8"))
        plain = [rule for rule in rules if "id" in rule and not rule.get("near") and not rule.get("cased")]
        found += [(language, form) for rule in plain for form in rule["avoid"]]
    return found


@settings(max_examples=80)
@given(
    st.sampled_from(forms()),
    st.lists(
        st.sampled_from(["", "", "\u00ad", "\u200b", "\u2060", "\u202e", "\u2066", "\ufe0f"]),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from([str, str.upper, lambda text: unicodedata.normalize("NFD", text)]),
)
def test_disguise_hides_no_form(reported, listed, unseen, shown):
    """Unseen characters, decomposed accents and capitals change nothing: the same rule finds the same words."""
    language, form = listed
    hidden = shown("".join(c + unseen[at % len(unseen)] for at, c in enumerate(form)))
    expected = [p.rule for p in reported(language, f"Here: {form}.")]
    found = reported(language, f"Here: {hidden}.")
    assert [p.rule for p in found] == expected
    assert found[0].span.column == len("Here: ") + 1


@settings(max_examples=60)
@given(st.sampled_from(forms()), st.integers(0), st.sampled_from(["- ", "-\n", "\u2010\n", "\u00ad\n", "¬ "]))
def test_parted_word_is_heard(reported, listed, at, gap):
    """A word parted at a line end is the word; what stands beside it keeps its place."""
    language, form = listed
    places = [place for place in range(1, len(form)) if form[place - 1 : place + 1].isalpha()]
    cut = places[at % len(places)]
    expected = [(p.rule, p.span.column) for p in reported(language, f"Here: {form}.")]
    parted = reported(language, f"Here: {form[:cut]}{gap}{form[cut:]}.")
    assert [(p.rule, p.span.column) for p in parted] == expected


@pytest.mark.parametrize(
    ("language", "markdown"),
    [
        pytest.param(
            "en", "Drug- and sex-related fines rose; pre- and post-war rents did not.", id="suspended"
        ),
        pytest.param("fr", "Les anti- et pro-loi ont parlé, puis les sous- et surtitres.", id="suspendu"),
    ],
)
def test_hyphen_that_parts_no_listed_word_stays(language, markdown, reported):
    """A hyphen before a space that stands for a word left out joins nothing."""
    assert reported(language, markdown) == []


@pytest.mark.parametrize("word", ["mœurs", "moeurs", "MŒURS", "MOEURS", "Mœurs", "m\u0153\u00adurs"])
def test_ligature_is_two_letters(word, reported):
    """œ and oe are one spelling, and the place is that of what was written."""
    (problem,) = reported("fr", f"La brigade des {word} a fermé l'hôtel.")
    assert problem.span.end_column - problem.span.column == len("brigade des ") + len(word)


@pytest.mark.parametrize("dot", "·•⋅‧∙・･․.\u0387\u16eb\u2e31\u2e33\u1427\ua78f-‐–—/⁄(’:+~")
def test_second_gender_is_left_whole(dot, reported):
    """However a form goes on in another gender, it is found, and no replacement leaves half of it behind."""
    (problem,) = reported("fr", f"Les toxicomanes et les prostitué{dot}e{dot}s sont là.")[1:]
    assert (problem.rule, problem.edits) == ("language/prostituee-nom", ())


@pytest.mark.parametrize("ending", ["(e)s", " (e)s", "[e]s", " (ées)"])
def test_bracketed_gender_is_left_whole(ending, reported):
    """So where the other gender stands in brackets, with or without a space."""
    (problem,) = reported("fr", f"Les prostitué{ending} sont là.")
    assert problem.edits == ()


@given(st.text(max_size=60))
def test_folding_keeps_count(text):
    """Each character of a folded text has its place, in order, and folding what is folded changes nothing."""
    folded = fold(text)
    assert len(folded.exact) == len(folded.text)
    places = [folded.origin(at, at + 1) for at in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    assert fold(folded.text).text == folded.text


@pytest.mark.parametrize(
    ("language", "markdown", "levels"),
    [
        pytest.param("en", "The city wants the “hookers” gone.", ["suggestion"], id="nobody-speaks"),
        pytest.param("en", "“We want the hookers gone,” a clerk said.", [], id="speaker-after"),
        pytest.param("en", "A clerk spoke. “The hookers must go.” Then he told us why.", [], id="speaker-beside"),
        pytest.param("en", "The “hookers” must go. [@example2020#a]", [], id="citation"),
        pytest.param("en", "> The hookers must go.", [], id="blockquote"),
        pytest.param("en", "| Before | After |\n| --- | --- |\n| “The hookers left” | “They left” |", [], id="table"),
        pytest.param("en", "/// example\nThe “hookers” left.\n///", [], id="example-block"),
        pytest.param("en", "/// fact\nThe “hookers” left.\n///", ["suggestion"], id="other-block"),
        pytest.param("en", "“We never call the cops,” said one prostitute.", ["error"], id="word-beside-quotation"),
        pytest.param("fr", "La Ville chasse les « putes » du parc.", ["suggestion"], id="personne-ne-parle"),
        pytest.param("fr", "« Les putes sont parties », dit un voisin.", [], id="voisin"),
        pytest.param("fr", "« On n'appelle jamais », dit une prostituée.", ["error"], id="mot-hors-guillemets"),
    ],
)  # fmt: skip
def test_quotation_needs_a_speaker(language, markdown, levels, reported):
    """Somebody's words are theirs; quotation marks for which nobody is named are a suggestion; our words are ours."""
    assert [problem.level for problem in reported(language, markdown)] == levels


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("The hооkers and the рutеs left.", ["hооkers", "рutеs"], id="beside-ours"),
        pytest.param("Two ресс lamps.", ["ресс"], id="for-all-of-ours"),
        pytest.param("TNFα, 3 μg, kΩ and Δt.", [], id="symbols"),
        pytest.param("Москва and спасибо.", [], id="another-language"),
        pytest.param("Yıldız, naïve, cœur, ﬁn.", [], id="our-alphabet"),
    ],
)
def test_disguised_words_are_told(text, words):
    """Letters of another alphabet among ours are a disguise; a symbol and a word of another language are none."""
    assert [text[start:end] for start, end in disguised(text)] == words
