"""`make quick` runs the tests near a change."""

from pathlib import Path, PurePosixPath

import pytest

from . import test_contract
from .near import OF_A_CHECK, near

FILES = (
    "tests/test_contract.py",
    "tests/read/test_data.py",
    "tests/read/test_data_dates.py",
    "tests/model/test_url.py",
    "tests/checks/evidence/one_sided/expected.txt",
    "tests/checks/evidence/test_labelled_claims.py",
)
OF_ONE_SIDED = sorted(f"tests/test_contract.py::{test}[evidence/one-sided]" for test in OF_A_CHECK)


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        ("scripts/commonground/read/data.py", ["tests/read/test_data.py", "tests/read/test_data_dates.py"]),
        ("scripts/commonground/model/cohorts.py", ["tests/model"]),
        ("scripts/commonground/checks/evidence/one_sided.py", OF_ONE_SIDED),
        ("tests/checks/evidence/one_sided/breaks/docs/en/a.md", OF_ONE_SIDED),
        ("scripts/commonground/checks/shared/claims.py", ["tests/test_contract.py"]),
        ("tests/model/test_url.py", ["tests/model/test_url.py"]),
        ("docs/en/index.md", []),
    ],
)
def test_tests_lie_where_the_program_does(tmp_path: Path, changed: str, tests: list[str]) -> None:
    for file in FILES:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    assert near([PurePosixPath(changed)], tmp_path) == tests


def test_the_contract_asks_this_of_each_check() -> None:
    assert all(hasattr(test_contract, test) for test in OF_A_CHECK)
