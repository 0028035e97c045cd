"""The last audit on the page about the checks."""

from datetime import date

import pytest
from msgspec.structs import replace

from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.reference import Audit, Fault, Reference
from commonground.pages.audit import last_audit, wilson


@pytest.mark.parametrize(
    ("found", "of", "low", "high"),
    [
        (0, 303, 0.0, 0.013),
        (26, 303, 0.059, 0.123),
        (8, 303, 0.013, 0.051),
        (4, 29, 0.055, 0.3056),
        (5, 5, 0.566, 1.0),
    ],
)
def test_wilson(found: int, of: int, low: float, high: float) -> None:
    """Values as they are printed elsewhere."""
    assert wilson(found, of) == (pytest.approx(low, abs=0.0006), pytest.approx(high, abs=0.0006))


def audit(day: date, found: int) -> Audit:
    return Audit(
        id=f"a{day}",
        path="data/audits.yaml",
        span=FILE_START,
        date=day,
        about={"en": "English pages", "fr": "pages anglaises"},
        by={"en": "a program", "fr": "un programme"},
        sentences=300,
        faults=(Fault(kind={"en": "misleading", "fr": "trompeur"}, found=found),),
        mended={"en": "all of them", "fr": "toutes"},
    )


def test_the_last_audit_is_shown(shipped: Corpus) -> None:
    """The latest day alone, with the interval of each kind of fault."""
    audits = (audit(date(2026, 1, 2), 30), audit(date(2026, 3, 4), 3))
    corpus = replace(shipped, reference=Reference(audits=audits))
    text = "\n".join(last_audit(corpus, corpus.locale("en")))
    assert "On 4 March 2026, 300 cited sentences (English pages)" in text
    assert "| misleading | 3 | 1.0% (0.3% to 2.9%) |" in text
    assert "January" not in text
    assert "1,0" in "\n".join(last_audit(corpus, corpus.locale("fr")))


def test_without_an_audit_nothing_is_shown(shipped: Corpus) -> None:
    """No heading either."""
    assert list(last_audit(replace(shipped, reference=Reference()), shipped.locale("en"))) == []


@pytest.fixture(scope="module")
def shipped() -> Corpus:
    from commonground.languages import read_languages

    return Corpus(("en", "fr"), date(2026, 11, 1), locales=read_languages())
