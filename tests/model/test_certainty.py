"""How sure a fact is: the published rule, on made-up records."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from commonground.model.certainty import Certainty, Level, certainty
from commonground.read.corpus import read_corpus

from ..conftest import TODAY

LAMPS = Path(__file__).parent.parent / "checks/evidence/weighed_finding/passes"
BASE = LAMPS.parents[2] / "base"

Record = dict[str, object]
Weigh = Callable[..., Certainty]


@pytest.fixture
def weigh(tmp_path: Path) -> Weigh:
    """Weighs the page of lamps, where records say other things than they do there."""

    def weighed(*, front: str = "", **changes: Record) -> Certainty:
        for folder in ("docs/en/myths", "evidence"):
            (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / "language").symlink_to(BASE / "language")
        page = (LAMPS / "docs/en/myths/lamps.md").read_text(encoding="utf-8")
        if front:
            page = page.replace("agrees: [glow2022#brighter]\ndisagrees: [dark2021#dimmer]", front)
        (tmp_path / "docs/en/myths/lamps.md").write_text(page, encoding="utf-8")
        for path in (LAMPS / "evidence").glob("*.yaml"):
            record = yaml.safe_load(path.read_text(encoding="utf-8"))
            change = changes.get(path.stem, {})
            record["checked"] |= change.pop("checked", {})
            record["findings"][0] |= change.pop("finding", {})
            (tmp_path / f"evidence/{path.name}").write_text(yaml.safe_dump(record | change), encoding="utf-8")
        corpus = read_corpus(tmp_path, TODAY)
        page_read = corpus.article("en", "myths/lamps")
        assert page_read
        found = certainty(page_read, corpus)
        assert found
        return found

    return weighed


def test_two_studies_of_different_people_are_some_evidence(weigh: Weigh) -> None:
    found = weigh()
    assert (found.level, found.for_it, found.against_it) == (Level.SOME, 2, 1)
    assert not found.tests_a_cause


def test_papers_of_one_cohort_count_once(weigh: Weigh) -> None:
    found = weigh(lamp2020={"cohort": "streets"}, glow2022={"cohort": "streets"})
    assert (found.level, found.for_it) == (Level.LITTLE, 1)


def test_what_all_is_second_hand_is_little(weigh: Weigh) -> None:
    second = {"checked": {"how": "secondary"}}
    found = weigh(lamp2020=dict(second), glow2022=dict(second))
    assert found.level is Level.LITTLE
    assert found.is_second_hand


def test_as_many_against_as_for_is_little(weigh: Weigh) -> None:
    found = weigh(front="disagrees: [dark2021#dimmer]")
    assert (found.level, found.for_it, found.against_it) == (Level.LITTLE, 1, 1)


def test_a_study_that_contradicts_is_named_though_the_page_names_none(weigh: Weigh) -> None:
    """The record says that the two contest each other, and the page cites it."""
    found = weigh(front="agrees: [glow2022#brighter]")
    assert [finding.key for finding in found.disagreeing] == ["dark2021#dimmer"]


POOLED = {"measure": "odds ratio", "value": 2.0, "low": 1.4, "high": 2.9}


@pytest.mark.parametrize(
    ("low", "high", "level"), [(1.4, 2.9, Level.STRONG), (0.5, 0.9, Level.STRONG), (0.9, 2.9, Level.SOME)]
)
def test_a_review_is_strong_where_its_interval_stays_on_one_side(
    weigh: Weigh, low: float, high: float, level: Level
) -> None:
    pooled = {"estimate": POOLED | {"low": low, "high": high}}
    assert weigh(lamp2020={"design": "meta-analysis", "finding": pooled}).level is level


def test_a_single_study_with_a_sharp_interval_is_not_strong(weigh: Weigh) -> None:
    assert weigh(lamp2020={"finding": {"estimate": POOLED}}).level is Level.SOME


def test_a_fact_on_the_text_of_a_law_rests_on_no_study(weigh: Weigh) -> None:
    found = weigh(front="disagrees: [dark2021#dimmer]", lamp2020={"design": "statute"})
    assert found.level is Level.LAW


def test_a_fact_on_reviews_without_a_method_rests_on_texts(weigh: Weigh) -> None:
    found = weigh(front="disagrees: [dark2021#dimmer]", lamp2020={"design": "review"})
    assert found.level is Level.TEXTS
