"""What a user is told where nothing else has foreseen the error."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commonground.cli.main import main
from commonground.files.writing import NotWritten, write_files

from ..conftest import ROOT

COMMAND = [sys.executable, "-c", "from commonground.cli.main import main; main()"]


def failing(error: Exception, monkeypatch: pytest.MonkeyPatch) -> int:
    """Run `commonground check` where reading raises; return the exit code."""

    def read(*_: object) -> None:
        raise error

    monkeypatch.setattr("commonground.cli.reading.read_corpus", read)
    monkeypatch.setattr(sys, "argv", ["commonground", "check", "--root", str(ROOT)])
    with pytest.raises(SystemExit) as end:
        main()
    assert isinstance(end.value.code, int)
    return end.value.code


def test_a_fault_of_the_program_is_told_as_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Exit code 3, two lines, and a file with the traceback to send along."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert failing(KeyError("lampshade"), monkeypatch) == 3
    said = capsys.readouterr().err
    assert "fault of the program, not of your text: KeyError: 'lampshade'" in said
    assert "Traceback" not in said
    assert len(said.splitlines()) == 2
    (file,) = tmp_path.iterdir()
    assert str(file) in said
    assert "Traceback" in file.read_text(encoding="utf-8")


def test_a_programmer_sees_the_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """With COMMONGROUND_DEBUG it is shown, and no file is written."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv("COMMONGROUND_DEBUG", "1")
    assert failing(RecursionError("too deep"), monkeypatch) == 3
    assert "Traceback" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_fault_is_told_where_no_file_can_be_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A full disk may be what the fault is about."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    assert failing(ValueError("line one\nline two"), monkeypatch) == 3
    said = capsys.readouterr().err
    assert "line one line two" in said
    assert "COMMONGROUND_DEBUG=1" in said


def test_an_error_of_the_system_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A full disk is the user's to mend: the place, the reason, exit code 2."""
    assert failing(OSError(28, "No space left on device", "data/lamps.yaml"), monkeypatch) == 2
    assert "data/lamps.yaml" in (said := capsys.readouterr().err)
    assert "No space left on device" in said


def test_what_could_not_be_written_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A build whose disk is full in the middle tells it as it is; it was told as a fault of the program."""
    (tmp_path / "lamps").write_text("in the way", encoding="utf-8")
    with pytest.raises(NotWritten) as error:
        write_files(tmp_path, {"lamps/a.txt": b"a"})
    assert failing(error.value, monkeypatch) == 2
    said = capsys.readouterr().err
    assert "lamps" in said
    assert "fault of the program" not in said


def test_a_full_disk_behind_the_output_is_told() -> None:
    """What cannot be printed is no success."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "rules"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_who_goes_away_is_no_error_of_the_content() -> None:
    """`commonground rules | head -1` ends as other programs do, without a word."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [*COMMAND, "rules"], cwd=ROOT, stdout=write, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(write)
    assert done.returncode == 128 + signal.SIGPIPE
    assert done.stderr == ""


def test_a_stop_by_the_user_is_no_error_of_the_content() -> None:
    """Ctrl-C ends with the shell's own code for it, and without a traceback."""
    reading = [*COMMAND, "check", "-", "--lang", "en"]
    heard = signal.signal(
        signal.SIGINT, signal.SIG_DFL
    )  # a shell in the background ignores it, and so would its children
    running = subprocess.Popen(
        reading, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    signal.signal(signal.SIGINT, heard)
    time.sleep(1.5)  # it waits for a text by then
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=20)
    assert running.returncode == 128 + signal.SIGINT
    assert re.fullmatch(r"\s*Stopped\.\n", said)


def test_a_closed_input_is_told() -> None:
    """Nothing that was read is not the same as nothing wrong."""
    command = ["sh", "-c", '"$@" <&-', "sh", *COMMAND, "check", "-", "--lang", "en"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no standard input" in done.stderr


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_output_is_no_fault(closed: str, tmp_path: Path) -> None:
    """What would be said goes nowhere, and the exit code says the rest."""
    (tmp_path / "docs/en").mkdir(parents=True)
    (tmp_path / "docs/en/a.md").write_text("A lamp.", encoding="utf-8")
    call = ["sh", "-c", f'exec "$@" {closed}', "sh", *COMMAND, "check", "--root", str(tmp_path)]
    assert subprocess.run(call, capture_output=True, check=False).returncode == 1
