"""Every rule of languages/*/numbers.toml: its reason, its examples, and that they need it."""

import re
from collections.abc import Iterator, Mapping

import pytest
from msgspec.structs import replace

from commonground.languages import FOLDER, LacksPart
from commonground.languages.own_files import PACKAGE, read_table
from commonground.read.figures import scan
from commonground.read.figures.grammar import Grammar, compiled
from commonground.read.figures.scan import Numerals, read_numerals

from .figure_corpus import unmarked

CODES = sorted(one.name for one in (PACKAGE / FOLDER).iterdir() if (one / "numbers.toml").is_file())
SHARED = "en"
"""The language whose sentences the rules for all languages show."""

Rule = Mapping[str, object]


def rules() -> Iterator[object]:
    for code in CODES:
        for rule in read_table(f"{FOLDER}/{code}/numbers.toml")["rules"]:
            yield pytest.param(code, rule, id=f"{code}-{rule['id']}")
    for rule in read_table(f"{FOLDER}/numbers.toml")["rules"]:
        yield pytest.param(SHARED, rule, id=f"all-{rule['id']}")


def examples(rule: Rule, kind: str) -> list[str]:
    return list(rule[kind])


@pytest.mark.parametrize(("language", "rule"), list(rules()))
def test_a_rule_is_what_its_examples_say(language: str, rule: Rule) -> None:
    """It has a reason; in what it leaves alone stands no figure, and in sentences like them just the figures marked."""
    assert str(rule["why"]).endswith(".")
    nothing, figures = examples(rule, "none"), examples(rule, "figure")
    assert nothing
    assert figures
    for text in nothing:
        assert [figure.text for figure in read_numerals(text, language).figures] == [], text
    for marked in figures:
        text, labels = unmarked(marked)
        assert labels, f"mark the figures: {text}"
        found = [(figure.start, figure.end) for figure in read_numerals(text, language).figures]
        assert found == [(label.start, label.end) for label in labels], text


@pytest.mark.parametrize(("language", "rule"), list(rules()))
def test_a_rule_is_needed(monkeypatch: pytest.MonkeyPatch, language: str, rule: Rule) -> None:
    """Without it, one of its examples would be read otherwise."""
    texts = [unmarked(text)[0] for kind in ("none", "figure") for text in examples(rule, kind)]
    before = [read_numerals(text, language) for text in texts]
    known = compiled(language)
    without = replace(known, rules=tuple(one for one in known.rules if one.id != rule["id"]))
    less = replace(without, rules=tuple(replace(one, unless=_but(one.unless, rule)) for one in without.rules))
    monkeypatch.setattr(scan, "grammar", lambda _: Grammar(less))
    assert [read_numerals(text, language) for text in texts] != before


def _but(ids: tuple[str, ...], rule: Rule) -> tuple[str, ...]:
    return tuple(one for one in ids if one != rule["id"])


def test_no_two_rules_of_a_language_share_an_id() -> None:
    for code in CODES:
        ids = [rule.id for rule in compiled(code).rules]
        assert len(ids) == len(set(ids))


def test_the_check_of_examples_can_fail() -> None:
    """A sentence with a figure is not read as one without."""
    assert read_numerals("It was 45%.", SHARED) != Numerals((), ())


def test_a_language_without_numbers_is_a_named_error() -> None:
    """Its numbers are not read by the rules of another language, and the message says what is missing."""
    with pytest.raises(LacksPart, match=r"languages/xx/numbers.toml is not there, so no number is read"):
        read_numerals("It was 45%.", "xx")


@pytest.mark.parametrize("code", CODES)
def test_every_currency_that_is_read_has_a_name(code: str) -> None:
    """Whatever word or sign of money the patterns know is read as money; « 67 EUR » ended in a traceback."""
    table = read_table(f"{FOLDER}/{code}/numbers.toml")
    written = re.findall(r"[^\W\d_]{2,}|[$€£¥₹¢]", f"{table['currency_before']} {table['currency_after']}")
    assert len(written) > 10
    for word in written:
        for text in (f"{word} 45", f"{word}45", f"45 {word}", f"45 {word}s", f"45 de {word}"):
            read_numerals(text, code)
