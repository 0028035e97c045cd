"""Prints the tests that lie nearest to what differs from the branch `main`: what `make quick` runs."""

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parent.parent
PROGRAM = PurePosixPath("scripts/commonground")
TESTS = PurePosixPath("tests")
CONTRACT = TESTS / "test_contract.py"
"""Runs every check on the pages that break it and that must not."""

OF_A_CHECK = (
    "test_breaking_tree_gives_exactly_the_expected_lines",
    "test_passing_tree_gives_nothing",
    "test_message_names_a_next_step",
)
"""What the contract asks of each check alone: a change of one check asks no other."""


def changed() -> Iterator[PurePosixPath]:
    """Yield the files that differ from `main`, new ones included, from the root."""
    base = _git("merge-base", "HEAD", "main") or ["HEAD"]
    for path in _git("diff", "--name-only", "--diff-filter=d", base[0]) + _git(
        "ls-files", "--others", "--exclude-standard"
    ):
        yield PurePosixPath(path)


def near(paths: Iterable[PurePosixPath], root: Path = ROOT) -> list[str]:
    """Return the test files and folders to run for changed files, each once, in order."""
    wanted = {test for path in paths for test in _near(path, root)}
    return sorted(str(test) for test in wanted if not wanted.intersection(test.parents))


def _near(path: PurePosixPath, root: Path) -> Iterator[PurePosixPath]:
    in_program = path.is_relative_to(PROGRAM)
    folder = TESTS / path.relative_to(PROGRAM).parent if in_program else path.parent
    if check := _check(path, root):
        yield from (PurePosixPath(f"{CONTRACT}::{test}[{check}]") for test in OF_A_CHECK)
    elif path.is_relative_to(TESTS / "checks") or path.is_relative_to(PROGRAM / "checks"):
        yield CONTRACT
    if in_program:
        named = [
            PurePosixPath(test.relative_to(root)) for test in root.glob(f"{folder}/test_{path.stem}*.py")
        ]
        yield from named
        if not named and not check and list(root.glob(f"{folder}/test_*.py")):
            yield folder
    elif path.is_relative_to(TESTS) and path.name.startswith("test_") and path.suffix == ".py":
        yield path


def _check(path: PurePosixPath, root: Path) -> str:
    """Return the id of the check that a file is of, itself or one of its examples; "" for what several share."""
    for above in (TESTS / "checks", PROGRAM / "checks"):
        if path.is_relative_to(above):
            family, name, *_ = [*path.relative_to(above).with_suffix("").parts, ""]
            if (root / TESTS / "checks" / family / name / "expected.txt").exists():
                return f"{family}/{name}".replace("_", "-")
    return ""


def _git(*words: str) -> list[str]:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.split("\n")[:-1] if done.returncode == 0 else []


if __name__ == "__main__":
    print("\n".join(near(changed())))
