"""What is kept between runs."""

import json
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.online.answer import Answer, State, answer_to
from commonground.online.client import PRIVATE
from commonground.online.links import judge
from commonground.online.memory import Standing, UnreadableMemory, load, remember, save

DAY = date(2026, 11, 22)
GONE = answer_to(404)
DOWN = judge("no answer", Answer(State.UNREACHABLE, PRIVATE))
DIFFERENT = judge("ok", GONE)


def after(*answers: tuple[int, Answer]) -> Standing:
    """Return how an address stands after answers on some days, counted from the first."""
    standing = None
    for days, answer in answers:
        standing = remember(standing, answer, DAY + timedelta(days))
    assert standing is not None
    return standing


@pytest.mark.parametrize(
    ("answers", "is_due"),
    [
        pytest.param([(0, GONE), (7, GONE)], False, id="twice"),
        pytest.param([(0, GONE), (7, DOWN), (14, GONE)], True, id="three-days"),
        pytest.param([(0, GONE), (0, GONE), (0, DOWN)], False, id="three-times-in-a-day"),
        pytest.param([(0, GONE), (7, GONE), (14, Answer(State.OK)), (21, GONE)], False, id="answered-between"),
        pytest.param([(0, GONE), (7, Answer(State.MOVED, None, "x")), (9, GONE), (14, GONE)], False, id="moved-between"),
        pytest.param([(0, GONE), (7, Answer(State.UNKNOWN)), (14, GONE), (21, DOWN)], True, id="unknown-between"),
        pytest.param([(0, GONE), (7, Answer(State.BLOCKED)), (14, GONE)], False, id="blocked-is-no-failure"),
        pytest.param([(0, Answer(State.BLOCKED)), (7, Answer(State.BLOCKED)), (14, Answer(State.BLOCKED))], False, id="blocked"),
    ],
)  # fmt: skip
def test_three_failures_on_different_days_are_to_be_mended(
    answers: list[tuple[int, Answer]], is_due: bool
) -> None:
    """A bad day of a server is nobody's business; a good answer starts the count anew."""
    assert after(*answers).is_due is is_due


REASONS = [GONE.reason, PRIVATE, DIFFERENT.reason]
ANSWERS = st.builds(Answer, st.sampled_from(State), st.sampled_from([None, *REASONS]), st.text())
STANDINGS = st.builds(Standing, ANSWERS, st.dates(), st.lists(st.dates(), max_size=4).map(tuple))


@given(st.dictionaries(st.text(), STANDINGS, max_size=4))
def test_what_is_kept_is_read_again(standings: dict[str, Standing]) -> None:
    """Nothing is lost in the file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "new/links.json"
        save(path, standings)
        assert load(path) == standings
        assert [file.name for file in path.parent.iterdir()] == ["links.json"]


@pytest.mark.parametrize(
    "reason",
    [
        pytest.param({"text": "online/client.in-another-version"}, id="no-such-text"),
        pytest.param({"text": "online/answer.status"}, id="nothing-filled-in"),
        pytest.param({}, id="empty"),
    ],
)
def test_a_reason_that_cannot_be_told_is_left_out(tmp_path: Path, reason: object) -> None:
    """The state and the days still count."""
    path = tmp_path / "links.json"
    kept = {"state": "gone", "day": "2026-11-22", "reason": reason, "failed_on": ["2026-11-22"]}
    path.write_text(json.dumps({"version": 2, "addresses": {"a": kept}}), encoding="utf-8")
    assert load(path) == {"a": Standing(Answer(State.GONE), DAY, (DAY,))}


def test_no_file_is_nothing_known(tmp_path: Path) -> None:
    """The first run has no memory."""
    assert load(tmp_path / "links.json") == {}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff", id="not-utf-8"),
        pytest.param(b"[1]", id="list"),
        pytest.param(b'{"version": 1, "addresses": {}}', id="other-version"),
        pytest.param(b'{"version": 2, "addresses": []}', id="no-mapping"),
        pytest.param(b'{"version": 2, "addresses": {"a": {"state": "fine", "day": "2026-11-22"}}}', id="state"),
        pytest.param(b'{"version": 2, "addresses": {"a": {"state": "ok", "day": "soon"}}}', id="day"),
        pytest.param(b'{"version": 2, "addresses": {"a": {"state": "ok", "day": "2026-11-22", "failed_on": 3}}}', id="days"),
        pytest.param(b'{"version": 2, "addresses": {"a": {"state": "ok", "day": "2026-11-22", "failed_on": [3]}}}', id="day-in-days"),
    ],
)  # fmt: skip
def test_another_file_is_refused_with_the_next_step(tmp_path: Path, content: bytes) -> None:
    """What is no memory is not overwritten."""
    path = tmp_path / "links.json"
    path.write_bytes(content)
    with pytest.raises(UnreadableMemory, match=r"links\.json.* no memory .* Delete it"):
        load(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """The reason of the system stands in the message."""
    with pytest.raises(UnreadableMemory, match="Is a directory"):
        load(tmp_path)
