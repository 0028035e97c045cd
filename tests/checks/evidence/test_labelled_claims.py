"""The guess which statements need a source: as good as the site says, useful on our pages, and quiet where nothing is claimed."""

import json

import pytest
from msgspec.structs import asdict

from commonground.checks.evidence import uncited_claim
from commonground.model.corpus import Corpus

from ...conftest import ROOT
from .labelled_claims import is_reported, measure

MEASURED = json.loads((ROOT / "language/accuracy.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_site_says_what_is_measured(language: str) -> None:
    """After a change of the word lists, ``python -m benchmarks.uncited_claims --write`` measures anew."""
    last = list(measure(language).values())[-1]
    assert MEASURED["claims"][language] == {"sentences": last.sentences, **asdict(last.score)}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_most_reports_on_our_own_pages_are_right(language: str) -> None:
    """Three of four: a suggestion that is mostly wrong would be read by nobody."""
    own = next(iter(measure(language).values())).score
    assert own.precision >= 0.75
    assert own.recall >= 0.6


@pytest.mark.parametrize(
    ("language", "text", "reported"),
    [
        pytest.param("en", "Police raids make sex workers less safe.", True, id="effect"),
        pytest.param("en", "Do police raids make sex workers less safe?", False, id="question"),
        pytest.param("en", "“Police raids make sex workers less safe” was the title.", False, id="quotation"),
        pytest.param("en", "Ask sex workers whether police raids make them less safe.", False, id="advice"),
        pytest.param("en", "We do not know whether raids make sex workers less safe.", False, id="of-ourselves"),
        pytest.param("en", "The study looked at what raids do to sex workers.", False, id="of-a-study"),
        pytest.param("en", "They are then less safe than other workers.", False, id="leans-on-the-sentence-before"),
        pytest.param("en", "The lamps of the town are lit at night.", False, id="of-something-else"),
        pytest.param("fr", "Les descentes de police rendent le travail moins sûr.", True, id="effet"),
        pytest.param("fr", "L'étude porte sur ce que font les descentes de police.", False, id="etude-elidee"),
        pytest.param("fr", "Demandez aux gens ce que changent les descentes de police.", False, id="conseil"),
    ],
)  # fmt: skip
def test_what_counts_as_a_claim(language: str, text: str, reported: bool) -> None:
    """Words tell, and only of our own sentences."""
    assert is_reported(language, text) is reported


def test_the_project_is_not_flooded(project: Corpus) -> None:
    """Fewer than two suggestions a page, whatever was written last."""
    assert len(list(uncited_claim.check(project))) < 2 * len(project.articles)
