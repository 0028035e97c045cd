"""
Holds the patterns of language/repeated against the labelled sentences of tests/corpus/repeated.

    .venv/bin/python -m benchmarks.repeated_claims            both halves of both languages
    .venv/bin/python -m benchmarks.repeated_claims --faults   each fault in the half for tuning as well
    .venv/bin/python -m benchmarks.repeated_claims --write    and put the figures of the other half on the site

Precision: of the remarks, how many lead to the page or finding that answers. Recall: of the sentences that repeat something, how
many get a remark. The same (machine) author wrote the sentences, first, and then the patterns: on texts of others expect less. The
faults of the half that is held out are not shown, so that nobody mends a pattern by them.
"""

import sys

from benchmarks.language_accuracy import line
from benchmarks.published import publish
from msgspec.structs import asdict
from tests.checks.evidence.labelled_repeated import measure


def main() -> None:
    """Print both languages."""
    repeated = {}
    for language in ("en", "fr"):
        tuning, held_out = measure(language)
        print(language)
        print(line("tuning", tuning.score))
        if "--faults" in sys.argv:
            print("\n".join(tuning.faults))
        print(line("held out", held_out.score))
        repeated[language] = {"sentences": held_out.sentences, **asdict(held_out.score)}
    if "--write" in sys.argv:
        publish({"repeated": repeated})


if __name__ == "__main__":
    main()
