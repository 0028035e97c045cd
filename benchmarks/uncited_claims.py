"""
Holds the check evidence/uncited-claim against the labelled sentences of tests/corpus/claims.

    .venv/bin/python -m benchmarks.uncited_claims            a line a group of sentences
    .venv/bin/python -m benchmarks.uncited_claims --faults   each false report and each miss as well
    .venv/bin/python -m benchmarks.uncited_claims --write    and put the figures of the last group on the site

Precision: of what is reported, how much wants a source. Recall: of what wants one, how much is reported. From the last group of
each file no word list was made: its figures are the ones that the site shows. Whoever makes a list from one of its sentences
moves it to another group, and writes new ones.
"""

import sys

from benchmarks.language_accuracy import line
from benchmarks.published import publish
from msgspec.structs import asdict
from tests.checks.evidence.labelled_claims import measure


def main() -> None:
    """Print both languages."""
    claims = {}
    for language in ("en", "fr"):
        groups = measure(language)
        print(language)
        for name, group in groups.items():
            print(line(name, group.score))
            if "--faults" in sys.argv:
                print("\n".join(group.faults))
        last = list(groups.values())[-1]
        claims[language] = {"sentences": last.sentences, **asdict(last.score)}
    if "--write" in sys.argv:
        publish({"claims": claims})


if __name__ == "__main__":
    main()
