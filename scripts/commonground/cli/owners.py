"""Who is asked to review which file: `.github/CODEOWNERS`, as the code host reads it."""

import re
from collections.abc import Collection, Iterable, Sequence

PATHS = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
"""Where the file may lie; the first that is there counts."""


def owners(text: str, paths: Iterable[str]) -> tuple[str, ...]:
    """Return who is named for some files, each once: for each file, the last line whose pattern matches it."""
    lines = [words for line in text.splitlines() if (words := line.partition("#")[0].split())]
    found = (name for path in paths for name in _of(path, lines) if name.startswith("@"))
    return tuple(dict.fromkeys(found))


def _of(path: str, lines: Sequence[Sequence[str]]) -> Collection[str]:
    for pattern, *names in reversed(lines):
        if _pattern(pattern).fullmatch(path):
            return names
    return ()


def _pattern(written: str) -> re.Pattern[str]:
    """Return a pattern of paths: rules are those of .gitignore, without negation and ranges."""
    anchored = "/" in written.rstrip("/")
    body = "".join(
        {"**": ".*", "*": "[^/]*", "?": "[^/]"}.get(part) or re.escape(part)
        for part in re.split(r"(\*\*|\*|\?)", written.strip("/"))
    )
    inside = "/.*" if written.endswith("/") else "(?:/.*)?"
    return re.compile(f"{'' if anchored else '(?:.*/)?'}{body}{inside}")
