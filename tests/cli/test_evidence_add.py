"""``commonground evidence add``: from a DOI or a file to a record that the check wants completed. All works are invented."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from commonground.cli.main import cli
from commonground.languages import read_languages
from commonground.online import records as online
from commonground.read.corpus import read_corpus
from commonground.sources.formatted import format_references

from ..conftest import ROOT, TODAY
from .registry import ARTICLE, CSL, Answer, Registry

LIBRARY = ROOT / "tests/sources/bibliography"
DOI = "10.5555/invented.1"

BEGUN = """id: exemple2019
csl:
  type: article-journal
  title: "Invented work & imaginary neighbours: a study: with colons"
  author:
    - {family: "Exémple", given: "Zoé"}
    - {literal: "Institute of Invented Surveys"}
  container-title: "Journal of Invented Studies"
  volume: "12"
  issue: "3"
  page: "101-110"
  issued: {date-parts: [[2019, 3, 2]]}
  DOI: "10.5555/invented.1"
  URL: "https://doi.org/10.5555/invented.1"
  language: "en"
design:"""


def add(root: Path, source: object) -> Result:
    return CliRunner().invoke(cli, ["evidence", "add", str(source), "--root", str(root)])


def check(root: Path) -> Result:
    return CliRunner().invoke(cli, ["check", "--root", str(root)])


def records(root: Path) -> list[str]:
    """Every file of evidence/, hidden ones too."""
    return sorted(path.name for path in (root / "evidence").iterdir()) if (root / "evidence").is_dir() else []


def test_record_holds_what_the_registry_says_and_no_more(library: Path, registry: Registry) -> None:
    """The bibliographic part is filled in and clean; what only a reader can say is empty."""
    registry.give(f"/{DOI}", Answer(ARTICLE, kind=CSL))
    result = add(library, f"https://doi.org/{DOI}")
    assert (result.exit_code, result.output) == (
        0,
        "evidence/exemple2019.yaml is begun. Read the source, fill it in, then run: "
        "commonground check evidence/exemple2019.yaml\n",
    )
    text = (library / "evidence/exemple2019.yaml").read_text(encoding="utf-8")
    assert text.startswith(BEGUN)
    assert "checked:\n  date: 2026-11-22  #" in text
    ((_, headers),) = registry.asked
    assert headers["Accept"] == CSL
    assert headers["User-Agent"].startswith("CommonGround/")
    assert "@" not in headers["User-Agent"]


def test_check_names_every_gap_until_a_person_fills_it(library: Path, registry: Registry) -> None:
    """Add, complete, check: each empty place is an error with its line; the completed record is clean."""
    registry.give(f"/{DOI}", Answer(ARTICLE, kind=CSL))
    add(library, DOI)
    path = library / "evidence/exemple2019.yaml"
    text = path.read_text(encoding="utf-8")
    gaps = [
        number for number, line in enumerate(text.splitlines(), 1) if ":  # " in line and "themes" not in line
    ]
    assert len(gaps) == 8
    found = [line for line in check(library).output.splitlines() if "evidence/invalid-record" in line]
    assert [int(line.split(":")[1]) for line in found] == gaps
    assert all(" is empty. Give it " in line for line in found)
    assert all("delete" not in line for line in found)
    for gap, value in {
        "design:": "cross-sectional",
        "peer_reviewed:": "true",
        "  - id:": "tenants",
        "    states:": "An invented survey counted 214 tenants in an invented town.",
        "    figures:": '["214"]',
        "    where:": "Abstract",
        "limits:": "It is invented.",
        "  how:": "abstract",
    }.items():
        text = text.replace(f"\n{gap}  # ", f"\n{gap} {value}  # ")
    path.write_text(text, encoding="utf-8")
    result = check(library)
    assert "0 errors, 0 warnings" in result.output
    assert result.exit_code == 0
    for language, read in (("en", "Read 22 November 2026"), ("fr", "Consulté le 22 novembre 2026")):
        reference = format_references(
            read_corpus(library, TODAY).sources.values(), read_languages()[language]
        )["exemple2019"]
        assert reference.startswith("Zoé Exémple ")
        assert "Institute of Invented Surveys (2019). " in reference
        assert "Invented work &amp; imaginary neighbours: a study: with colons" in reference
        assert reference.endswith(f"{read}.")


def test_hostile_metadata_stays_text(library: Path, registry: Registry) -> None:
    """Whatever a registry sends, it comes out as one quoted text and never as YAML."""
    hostile = (
        'x"\n- !!python/object:os.system {a: &b "rm"}\nid: other # \u202e\x1b[2J <script>alert(1)</script>'
    )
    item = {
        **ARTICLE,
        "title": hostile,
        "volume": "0x1F",
        "issue": "no",
        "page": "*a",
        "container-title": "- : {",
    }
    registry.give(f"/{DOI}", Answer(item, kind=CSL))
    assert add(library, DOI).exit_code == 0
    text = (library / "evidence/exemple2019.yaml").read_text(encoding="utf-8")
    assert (
        '  title: "x\\" - !!python/object:os.system {a: &b \\"rm\\"} id: other # [2J alert(1)"\n'
        '  author:\n    - {family: "Exémple"' in text
    )
    assert '  container-title: "- : {"\n  volume: "0x1F"\n  issue: "no"\n  page: "*a"\n' in text
    assert "broken-yaml" not in check(library).output


def test_what_the_metadata_does_not_say_is_said(library: Path, registry: Registry) -> None:
    """Without author, year and kind the id says so, the output too, and the kind is a gap."""
    registry.give(f"/{DOI}", Answer({"title": ["The invented œuvre"], "type": "other"}, kind=CSL))
    result = add(library, DOI)
    assert "Not found in the metadata: type, author, issued." in result.output
    assert (
        'evidence/inventednd.yaml:3:8: error evidence/invalid-record: "type" is empty.'
        in check(library).output
    )


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        pytest.param(Answer("no", 404, "text/html"), "does not know this DOI", id="unknown"),
        pytest.param(Answer("no", 406), "has no bibliographic data for this DOI", id="no-csl"),
        pytest.param(Answer("no", 500), "answered with an error (500)", id="server-error"),
        pytest.param(
            Answer(b"<html>", 200, "text/html; charset=utf-8"), "sent text/html instead", id="a-page"
        ),
        pytest.param(Answer(b"{", 200, CSL), "sent broken JSON", id="broken-json"),
        pytest.param(Answer(b"\xff", 200, CSL), "sent broken JSON", id="not-utf-8"),
        pytest.param(Answer(b"[" * 99_999, 200, CSL), "sent broken JSON", id="deep-json"),
        pytest.param(Answer([], 200, CSL), "describes no source", id="other-json"),
        pytest.param(Answer(b" " * (8 << 20) + b"1", 200, CSL), "more than 8,388,608 bytes", id="huge"),
        pytest.param(Answer("", 302, headers={"Location": f"/{DOI}"}), "sends us in circles", id="circle"),
        pytest.param(Answer("", 302, headers={"Location": "file:///etc"}), "no usable answer", id="not-http"),
        pytest.param(Answer("", 503, headers={"Retry-After": "3600"}), "wait 3600 seconds", id="busy"),
    ],
)
def test_answers_that_are_no_use_leave_nothing(
    library: Path, registry: Registry, pauses: list[float], answer: Answer, said: str
) -> None:
    """One clear message with the server's name, exit code 2, no file."""
    registry.give(f"/{DOI}", answer)
    result = add(library, DOI)
    assert result.exit_code == 2
    assert said in result.output
    assert f"Error: {DOI}: 127.0.0.1:" in result.output
    assert records(library) == []


def test_no_connection_is_said(library: Path, registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    """Offline there is one message, which names the other way."""
    monkeypatch.setattr(online, "RESOLVER", "http://127.0.0.1:9")
    result = add(library, DOI)
    assert result.exit_code == 2
    assert (
        "127.0.0.1:9 cannot be reached. Check the connection. Or export the source to a file, and add that."
        in result.output
    )
    assert records(library) == []


def test_busy_server_is_waited_for(library: Path, registry: Registry, pauses: list[float]) -> None:
    """Retry-After is honoured, once it is in seconds."""
    busy = Answer("", 429, headers={"Retry-After": "7"})
    registry.give(f"/{DOI}", busy, Answer(ARTICLE, kind=CSL))
    assert add(library, DOI).exit_code == 0
    assert 7.0 in pauses
    assert len(registry.asked) == 2


def test_doi_that_ends_like_a_file_is_a_doi(library: Path, registry: Registry) -> None:
    """Only what is no DOI, or is there, is a file."""
    registry.give("/10.5555/a.json", Answer(ARTICLE, kind=CSL))
    assert add(library, "10.5555/a.json").exit_code == 0


@pytest.mark.parametrize("source", ["platt2018", "10.55", "library", "https://example.org/10.5555/x"])
def test_what_is_no_doi_is_not_asked_for(library: Path, registry: Registry, source: str) -> None:
    """Neither a DOI nor a file: nothing is sent."""
    result = add(library, source)
    assert result.exit_code == 2
    assert "is neither a DOI, such as 10.1371/journal.pmed.1002680, nor a file that is there" in result.output
    assert registry.asked == []


def test_recorded_doi_is_refused_without_asking(library: Path, registry: Registry) -> None:
    """However it is written, a DOI that a record has is refused with the record's path."""
    registry.give(f"/{DOI}", Answer(ARTICLE, kind=CSL))
    add(library, DOI)
    registry.asked.clear()
    result = add(library, "https://doi.org/10.5555/INVENTED.1")
    assert result.exit_code == 1
    assert "evidence/exemple2019.yaml is the record of 10.5555/INVENTED.1 already." in result.output
    assert registry.asked == []
    assert records(library) == ["exemple2019.yaml"]


def test_other_doi_of_a_recorded_work_is_refused(library: Path, registry: Registry) -> None:
    """An alias leads to a work that is recorded: its record is named."""
    registry.give(f"/{DOI}", Answer(ARTICLE, kind=CSL))
    registry.give("/10.5555/alias", Answer(ARTICLE, kind=CSL))
    add(library, DOI)
    result = add(library, "10.5555/alias")
    assert result.exit_code == 1
    assert f"evidence/exemple2019.yaml is the record of {DOI} already." in result.output


def test_taken_id_gets_a_letter(library: Path, registry: Registry) -> None:
    """Same name, same year: b, then c; a file that cannot be read keeps its name as well."""
    (library / "evidence").mkdir()
    (library / "evidence/Exemple2019.yaml").write_text("broken: [", encoding="utf-8")
    for number in "12":
        item = {**ARTICLE, "DOI": f"10.5555/{number}", "title": number}
        registry.give(f"/10.5555/{number}", Answer(item, kind=CSL))
        assert add(library, f"10.5555/{number}").exit_code == 0
    assert records(library) == ["Exemple2019.yaml", "exemple2019b.yaml", "exemple2019c.yaml"]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("library.ris", ["exemple2019.yaml", "placeholder2020.yaml"]),
        ("library.bib", ["exemple2019.yaml", "sample2001.yaml"]),
        ("library.json", ["sample1999.yaml"]),
    ],
)
def test_files_work_offline(
    library: Path, name: str, written: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each item of a file becomes a record, without a connection; a second time nothing does."""
    monkeypatch.setattr(online, "RESOLVER", "http://127.0.0.1:9")
    assert add(library, LIBRARY / name).exit_code == 0
    assert records(library) == written
    result = add(library, LIBRARY / name)
    assert result.exit_code == 1
    assert result.output.count("already. Correct that one instead.") == len(written)
    assert records(library) == written


def test_item_that_stands_twice_in_a_file_is_one_record(library: Path, tmp_path: Path) -> None:
    """The second of two items with one DOI is refused with the first one's record."""
    item = {"type": "book", "title": "An invented book", "DOI": "10.5555/twice"}
    (tmp_path / "two.json").write_text(json.dumps([item, item]), encoding="utf-8")
    assert add(library, tmp_path / "two.json").exit_code == 1
    assert records(library) == ["inventednd.yaml"]


def test_items_without_title_and_doi_are_not_taken_for_one(library: Path, tmp_path: Path) -> None:
    """What is known by nothing is not known to be the same."""
    (tmp_path / "two.json").write_text(json.dumps([{"type": "book"}, {"type": "book"}]), encoding="utf-8")
    assert add(library, tmp_path / "two.json").exit_code == 0
    assert records(library) == ["sourcend.yaml", "sourcendb.yaml"]


def test_broken_file_writes_nothing(library: Path, tmp_path: Path) -> None:
    """A file that breaks off after a good entry gives a place, and no record."""
    good = (LIBRARY / "library.bib").read_text(encoding="utf-8")
    (tmp_path / "broken.bib").write_text(good + "@article{x, title={", encoding="utf-8")
    result = add(library, tmp_path / "broken.bib")
    assert result.exit_code == 2
    assert "broken.bib:12:" in result.output
    assert records(library) == []


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            "gone.ris",
            '"gone.ris" is neither a DOI, such as 10.1371/journal.pmed.1002680, nor a file that is there.',
        ),
        (".", "cannot be read: Is a directory"),
        ("a\0b", '"a\\u0000b" cannot be read: '),
    ],
)
def test_file_that_cannot_be_read_is_said(library: Path, source: str, said: str) -> None:
    """A file that is not there, a folder, no name at all."""
    result = add(library, source)
    assert result.exit_code == 2
    assert said in result.output


def test_place_that_cannot_be_written_is_said(library: Path) -> None:
    """Where a file stands in the place of the folder: one message, and the file as it was."""
    (library / "evidence").write_text("mine", encoding="utf-8")
    result = add(library, LIBRARY / "library.ris")
    assert result.exit_code == 2
    assert "cannot be written" in result.output
    assert "Nothing was changed." in result.output
    assert (library / "evidence").read_text(encoding="utf-8") == "mine"


def test_read_only_folder_is_said(library: Path) -> None:
    """A folder that may not be written to stays empty."""
    (library / "evidence").mkdir(mode=0o555)
    if os.access(library / "evidence", os.W_OK):
        pytest.skip("this user may write everywhere")
    result = add(library, LIBRARY / "library.ris")
    assert result.exit_code == 2
    assert "cannot be written: Permission denied" in result.output
    assert records(library) == []


def test_half_of_a_file_is_never_written(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the second record fails, the first is not there either."""
    whole = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if "placeholder" in path.name:
            whole(path, data[:5])
            raise OSError(28, "No space left on device", str(path))
        return whole(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    result = add(library, LIBRARY / "library.ris")
    assert result.exit_code == 2
    assert "No space left on device" in result.output
    assert records(library) == []
