"""``commonground evidence check --online``: notices both ways, and how they are acknowledged. All works are invented."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from commonground.cli.main import cli
from commonground.online import records
from commonground.online.manners import Manners

from .registry import Answer, Registry

DOI = "10.5555/invented.1"
NOTICE = "10.5555/notice.9"

RECORD = """id: {id}
csl:
  type: article-journal
  title: "An invented work of {id}"
  DOI: "{doi}"
design: cohort   # as it says itself
peer_reviewed: true
findings:
  - id: nothing
    states: An invented study found nothing.
    figures: []
    where: Abstract
limits: It is invented.
{more}checked: {{date: 2026-11-22, url: "https://example.org/", how: abstract}}
"""


def update(kind: str, doi: str | None = NOTICE, by: str = "publisher", **more: object) -> dict[str, object]:
    """An entry of update-to or updated-by, as the API has it."""
    entry: dict[str, object] = {
        "type": kind,
        "label": kind.capitalize(),
        "source": by,
        "updated": {
            "date-parts": [[2021, 7, 26]],
            "date-time": "2021-07-26T00:00:00Z",
            "timestamp": 1627257600000,
        },
        **more,
    }
    return {**entry, "DOI": doi} if doi else entry


def pointing(kind: str, about: str = DOI, doi: str = NOTICE) -> dict[str, object]:
    """The entry of a notice that points to a work."""
    return {"DOI": doi, "title": ["An invented\n<b>notice</b>\x1b[2J"], "update-to": [update(kind, about)]}


@pytest.fixture(autouse=True)
def quick(pauses: list[float]) -> None:
    """No test waits."""


@pytest.fixture
def record(library: Path) -> Path:
    """One record with a DOI in the project."""
    return write(library)


def write(library: Path, id: str = "sample2019", doi: str = DOI, more: str = "") -> Path:
    path = library / f"evidence/{id}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(RECORD.format(id=id, doi=doi, more=more), encoding="utf-8")
    return path


def look(library: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["evidence", "check", "--online", "--root", str(library), *words])


def test_no_news_is_no_line(library: Path, record: Path, registry: Registry) -> None:
    """A work without notices: exit code 0, and a count."""
    registry.work(DOI)
    result = look(library)
    assert (result.exit_code, result.output) == (0, "New notices: 0. Looked up: 1 of 1 sources with a DOI.\n")


@pytest.mark.parametrize(
    ("own", "found", "told"),
    [
        pytest.param(
            {"updated-by": [update("correction")]},
            (),
            f"correction: {NOTICE} (2021-07-26, according to publisher).",
            id="the-work-says-so",
        ),
        pytest.param(
            {},
            (pointing("expression_of_concern"),),
            f'expression of concern: {NOTICE} (2021-07-26, according to publisher). "An invented notice[2J"',
            id="the-notice-says-so",
        ),
        pytest.param(
            {"updated-by": [update("retraction", by="retraction-watch", **{"record-id": "20946"})]},
            (),
            f"retraction: {NOTICE} (2021-07-26, according to retraction-watch).",
            id="retraction-watch-says-so",
        ),
        pytest.param(
            {"updated-by": [update("correction", None, "retraction-watch", **{"record-id": "20946"})]},
            (),
            "correction: retraction-watch-20946 (2021-07-26, according to retraction-watch).",
            id="notice-without-doi",
        ),
        pytest.param(
            {"update-to": [update("removal", DOI.upper())]},
            (),
            f"removal: {DOI.upper()} (2021-07-26, according to publisher).",
            id="changed-in-place",
        ),
        pytest.param(
            {"update-to": [update("correction", "10.5555/other")]},
            (),
            "this work is itself a notice (correction) about 10.5555/other (2021-07-26, according to publisher).",
            id="itself-a-notice",
        ),
        pytest.param(
            {
                "relation": {
                    "is-replaced-by": [{"id-type": "doi", "id": "10.5555/new", "asserted-by": "subject"}]
                }
            },
            (),
            "is replaced by: 10.5555/new (according to publisher).",
            id="replaced",
        ),
    ],
)
def test_notices_are_found_both_ways(
    library: Path,
    record: Path,
    registry: Registry,
    own: dict[str, object],
    found: tuple[object, ...],
    told: str,
) -> None:
    """Whoever says so, the notice is told at the record's DOI with its kind, date and name; exit code 1."""
    registry.work(DOI, own, *found)
    result = look(library)
    assert result.exit_code == 1
    first, step, last = result.output.splitlines()
    assert first == f"evidence/sample2019.yaml:5:8: {told}"
    assert step.startswith("    Re")
    assert last == "New notices: 1. Looked up: 1 of 1 sources with a DOI."


def test_line_to_paste_runs_nothing_else(library: Path, record: Path, registry: Registry) -> None:
    """A notice's name that a shell would take for a command stands in quotation marks."""
    registry.work(DOI, {"updated-by": [update("correction", "10.5555/x;reboot")]})
    assert "sample2019 '10.5555/x;reboot' --why" in look(library).output


def test_one_notice_from_three_sides_is_one(library: Path, record: Path, registry: Registry) -> None:
    """Said by the work twice and by the notice: told once, as the retraction it is."""
    own = {"updated-by": [update("correction"), update("retraction", NOTICE.upper(), "retraction-watch")]}
    registry.work(DOI, own, pointing("correction"), pointing("retraction", about="10.5555/another"))
    result = look(library)
    assert result.output.count(": retraction: ") == 1
    assert "New notices: 1." in result.output
    assert "Then add to evidence/sample2019.yaml the line: retracted: 2021-07-26" in result.output


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        pytest.param(
            "correction", f'acknowledged: [{{notice: "{NOTICE}", date: 2026-11-01, why: x}}]\n', id="doi"
        ),
        pytest.param(
            "correction",
            f'acknowledged: [{{notice: "https://doi.org/{NOTICE.upper()}", date: 2026-11-01, why: x}}]\n',
            id="address",
        ),
        pytest.param("retraction", "retracted: 2021-07-26\n", id="retracted"),
        pytest.param("new_version", "superseded_by: [later2022]\n", id="superseded"),
    ],
)
def test_what_the_record_says_is_no_news(library: Path, registry: Registry, kind: str, more: str) -> None:
    """A notice that an editor has dealt with is silent."""
    write(library, more=more)
    write(library, "later2022", NOTICE)
    registry.work(DOI, {"updated-by": [update(kind)]})
    registry.work(NOTICE)
    result = look(library)
    assert (result.exit_code, result.output) == (0, "New notices: 0. Looked up: 2 of 2 sources with a DOI.\n")


def test_acknowledging_a_retraction_does_not_silence_it(library: Path, registry: Registry) -> None:
    """Only `retracted` says that a work no longer stands."""
    write(library, more=f'acknowledged: [{{notice: "{NOTICE}", date: 2026-11-01, why: x}}]\n')
    registry.work(DOI, {"updated-by": [update("retraction")]})
    assert look(library).exit_code == 1


def test_acknowledgement_is_written_and_silences(library: Path, record: Path, registry: Registry) -> None:
    """One line more, all else byte for byte; the check accepts the record, the next look is silent."""
    registry.work(DOI, {}, pointing("correction"))
    before = record.read_bytes()
    result = look(library, "--acknowledge", "sample2019", NOTICE.upper(), "--why", "It moves a  comma.")
    assert (result.exit_code, result.output) == (
        0,
        f"evidence/sample2019.yaml now acknowledges {NOTICE}.\n",
    )
    added = f'acknowledged:\n  - {{notice: "{NOTICE}", date: 2026-11-22, why: "It moves a comma."}}\n'
    assert record.read_bytes() == before + added.encode()
    assert look(library).exit_code == 0
    checked = CliRunner().invoke(cli, ["check", "--root", str(library)])
    assert "0 errors, 0 warnings" in checked.output
    again = look(library, "--acknowledge", "sample2019", NOTICE, "--why", "x")
    assert again.exit_code == 2
    assert f"evidence/sample2019.yaml acknowledges {NOTICE} already." in again.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["--acknowledge", "gone", NOTICE, "--why", "x"], 'no record called "gone"', id="source"),
        pytest.param(
            ["--acknowledge", "sample2019", "10.5555/x", "--why", "x"], "knows no notice", id="notice"
        ),
        pytest.param(["--acknowledge", "sample2019", NOTICE], "say in plain text why", id="no-reason"),
        pytest.param(
            ["--acknowledge", "sample2019", NOTICE, "--why", " "], "say in plain text why", id="empty"
        ),
        pytest.param(
            ["--acknowledge", "sample2019", NOTICE, "--why", "\x07"], "say in plain text", id="bell"
        ),
        pytest.param(
            ["--acknowledge", "sample2019", "10.5555/r", "--why", "x"], "cannot be set aside", id="retraction"
        ),
        pytest.param(["--why", "x"], "--why belongs to --acknowledge", id="reason-alone"),
        pytest.param(["gone"], 'no record called "gone"', id="id"),
        pytest.param(["nodoi"], "evidence/nodoi.yaml has no DOI", id="no-doi"),
    ],
)
def test_wrong_use_changes_nothing(
    library: Path, record: Path, registry: Registry, words: list[str], said: str
) -> None:
    """Each wrong use has one message and exit code 2."""
    write(library, "nodoi", "none")
    registry.work(DOI, {"updated-by": [update("correction"), update("retraction", "10.5555/r")]})
    before = record.read_bytes()
    result = look(library, *words)
    assert result.exit_code == 2
    assert said in result.output
    assert record.read_bytes() == before


def test_record_that_takes_no_line_is_said(library: Path, registry: Registry) -> None:
    """Where a line cannot be added safely, it is printed for a person to add."""
    path = library / "evidence/braces.yaml"
    path.parent.mkdir()
    path.write_text(f'{{id: braces, csl: {{type: book, title: T, DOI: "{DOI}"}}}}\n', encoding="utf-8")
    registry.work(DOI, {"updated-by": [update("correction")]})
    result = look(library, "--acknowledge", "braces", NOTICE, "--why", "x")
    assert result.exit_code == 2
    assert f'by hand: {{notice: "{NOTICE}", date: 2026-11-22, why: "x"}}' in result.output


def test_without_online_nothing_is_sent(library: Path, record: Path, registry: Registry) -> None:
    """The network is asked only by somebody who says so."""
    result = CliRunner().invoke(cli, ["evidence", "check", "--root", str(library)])
    assert result.exit_code == 2
    assert "say so with --online" in result.output
    assert registry.asked == []


def test_other_commands_load_nothing_that_makes_connections() -> None:
    """A check of one page does not wait for it, and cannot use it."""
    told = "import sys, commonground.cli.main; print([name for name in ('aiohttp', 'socket') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_questions_are_polite(library: Path, registry: Registry, pauses: list[float]) -> None:
    """One at a time, a second between, and we say who we are without an address of a person."""
    for number in "12":
        write(library, f"sample{number}", f"10.5555/{number}")
        registry.work(f"10.5555/{number}")
    look(library)
    assert [asked for asked, _ in registry.asked] == [
        "/v1/works/10.5555/1",
        "/v1/works?updates:10.5555/1",
        "/v1/works/10.5555/2",
        "/v1/works?updates:10.5555/2",
    ]
    assert pauses[0] == 0.0
    assert all(0.5 < pause <= 1.0 for pause in pauses[1:])
    assert len(pauses) == 4
    assert all(headers["User-Agent"].startswith("CommonGround/") for _, headers in registry.asked)
    assert not any("@" in headers["User-Agent"] for _, headers in registry.asked)


def test_only_the_named_source_is_looked_up(library: Path, record: Path, registry: Registry) -> None:
    """With an id nothing else is asked about."""
    write(library, "other", "10.5555/other")
    registry.work(DOI)
    assert "Looked up: 1 of 1 sources" in look(library, "sample2019").output


def test_doi_of_another_registry_is_not_called_clean(library: Path, record: Path, registry: Registry) -> None:
    """What Crossref does not know was not looked up, and the count says so."""
    result = look(library)
    assert result.exit_code == 0
    assert (
        f"evidence/sample2019.yaml:5:8: not looked up: Crossref does not know the DOI {DOI}." in result.output
    )
    assert "Looked up: 0 of 1 sources with a DOI." in result.output


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(Answer("", 500), id="error"),
        pytest.param(Answer(b"{", 200), id="broken"),
        pytest.param(Answer({"message": []}, 200), id="other-json"),
        pytest.param(Answer("", 429, headers={"Retry-After": "Wed, 01 Jan 2098 00:00:00 GMT"}), id="busy"),
        pytest.param(Answer("", 302, headers={"Location": "http://10.0.0.1/"}), id="private-network"),
        pytest.param(Answer("", 302, headers={"Location": "http://[::1"}), id="broken-redirect"),
        pytest.param(Answer(b"{}", 200, headers={"Content-Encoding": "gzip"}), id="not-packed"),
    ],
)
def test_one_bad_answer_does_not_stop_the_others(
    library: Path, record: Path, registry: Registry, answer: Answer
) -> None:
    """The rest is looked up; exit code 2 says that something was not."""
    write(library, "other", "10.5555/other")
    registry.give("/v1/works/10.5555/other", answer)
    registry.work(DOI)
    result = look(library)
    assert result.exit_code == 2
    assert "evidence/other.yaml:5:8: not looked up: 127.0.0.1:" in result.output
    assert "Looked up: 1 of 2 sources with a DOI." in result.output


@pytest.mark.parametrize(
    "day", [[10**30, 1, 1], [2021, 13, 1], [-1, 1, 1], [2021, 7], ["2021", "7", "26"], [None]]
)
def test_a_day_that_is_none_is_left_out(
    library: Path, record: Path, registry: Registry, day: list[object]
) -> None:
    """The notice is told without it."""
    registry.work(DOI, {"updated-by": [update("correction", updated={"date-parts": [day]})]})
    result = look(library)
    assert result.exit_code == 1
    assert f"correction: {NOTICE} (according to publisher)." in result.output


def test_no_connection_at_all_stops_soon(
    library: Path, registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Offline there are three messages, not one for each source."""
    for number in range(5):
        write(library, f"sample{number}", f"10.5555/{number}")
    monkeypatch.setattr(records, "CROSSREF", "http://127.0.0.1:9")
    result = look(library)
    assert result.exit_code == 2
    assert result.output.count("cannot be reached") == 3
    assert "The sources after it were not asked about." in result.output
    assert "Looked up: 0 of 5 sources with a DOI." in result.output


def test_a_run_ends(library: Path, record: Path, registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    """When its time is over nothing more is asked, and what was left out is said."""
    write(library, "other", "10.5555/other")
    monkeypatch.setattr(records, "manners", lambda: Manners(timeout=5, end=time.monotonic() + 4))
    result = look(library)
    assert result.exit_code == 2
    assert "asking takes longer than 30 minutes" in result.output
    assert "Looked up: 0 of 2 sources with a DOI." in result.output
    assert registry.asked == []
