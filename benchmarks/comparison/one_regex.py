"""
Finds every form of the word rules in a folder's Markdown with one regular expression: the least that a checker can do.

Prints `path:line:start:words`, a report a line. Run in a folder that has `language/en.yaml`; the argument is the folder to
search.
"""

import re
import sys
from pathlib import Path

import yaml


def main() -> None:
    """Search all files."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rules = yaml.load(Path("language/en.yaml").read_bytes(), Loader=loader)
    forms = sorted({form for rule in rules for form in rule.get("avoid", ())}, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b", re.IGNORECASE)
    for path in sorted(Path(sys.argv[1]).rglob("*.md")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            for match in pattern.finditer(line):
                print(f"{path}:{number}:{match.start()}:{match.group()}")


if __name__ == "__main__":
    main()
