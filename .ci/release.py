"""`make release VERSION=2026.12.0`: gives what the changelog holds a version and a day, commits it and tags it. Nothing is sent anywhere."""

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

HEAD = "## Unreleased\n"
VERSION = re.compile(r"20\d\d\.(?:1[0-2]|[1-9])\.\d+")


def git(*words: str) -> str:
    return subprocess.run(["git", *words], check=True, capture_output=True, text=True).stdout


def refuse(why: str) -> None:
    print(why, file=sys.stderr)
    sys.exit(2)


def released(changelog: str, version: str, day: str) -> str:
    """Return the changelog with what was unreleased below a heading of its own."""
    return changelog.replace(HEAD, f"{HEAD}\n## {version} ({day})\n", 1).replace(
        " Nothing has been tagged yet.", ""
    )


def main(version: str) -> None:
    if not VERSION.fullmatch(version):
        refuse("Give a version, year.month.number: make release VERSION=2026.12.0")
    if git("status", "--porcelain"):
        refuse("Something has changed and is not committed. Commit it, or put it away, first.")
    if f"v{version}" in git("tag", "--list").split():
        refuse(f"v{version} is tagged already. Take the next number.")
    changelog = Path("CHANGELOG.md").read_text(encoding="utf-8")
    if "\n- " not in changelog.partition(HEAD)[2].partition("\n## ")[0]:
        refuse(
            "CHANGELOG.md says nothing below `## Unreleased`. Write what somebody would notice, effect first."
        )
    day = datetime.now(UTC).date().isoformat()
    project = Path("pyproject.toml").read_text(encoding="utf-8")
    citation = re.sub(r"(?m)^date-released:.*\n", "", Path("CITATION.cff").read_text(encoding="utf-8"))
    citation = re.sub(r"(?m)^version:.*$", f"version: {version}\ndate-released: {day}", citation, count=1)
    for path, text in {
        "CHANGELOG.md": released(changelog, version, day),
        "pyproject.toml": re.sub(r'(?m)^version = ".*"$', f'version = "{version}"', project, count=1),
        "CITATION.cff": citation,
    }.items():
        Path(path).write_text(text, encoding="utf-8")
    git("commit", "-qam", f"Release {version}")
    git("tag", "-a", f"v{version}", "-m", f"Release {version}")
    print(f"v{version} is tagged. To publish it: git push --follow-tags")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
