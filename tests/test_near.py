"""`make quick` runs the tests near a change."""

from pathlib import Path, PurePosixPath

import pytest

from .near import near

FILES = (
    "tests/test_contract.py",
    "tests/read/test_data.py",
    "tests/read/test_data_dates.py",
    "tests/model/test_url.py",
)


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        ("scripts/commonground/read/data.py", ["tests/read/test_data.py", "tests/read/test_data_dates.py"]),
        ("scripts/commonground/model/cohorts.py", ["tests/model"]),
        ("scripts/commonground/checks/evidence/strength.py", ["tests/test_contract.py"]),
        ("tests/checks/evidence/strength/breaks/docs/en/a.md", ["tests/test_contract.py"]),
        ("tests/model/test_url.py", ["tests/model/test_url.py"]),
        ("docs/en/index.md", []),
    ],
)
def test_tests_lie_where_the_program_does(tmp_path: Path, changed: str, tests: list[str]) -> None:
    for file in FILES:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    assert near([PurePosixPath(changed)], tmp_path) == tests
