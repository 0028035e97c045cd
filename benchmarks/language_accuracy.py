"""
Holds the word rules against the labelled sentences of tests/corpus/language and prints precision and recall.

    .venv/bin/python -m benchmarks.language_accuracy             a table a language
    .venv/bin/python -m benchmarks.language_accuracy --held-out  the sentences that are half names, titles and everyday senses
    .venv/bin/python -m benchmarks.language_accuracy --faults    each false alarm and each miss as well
    .venv/bin/python -m benchmarks.language_accuracy --write     and put the figures on the site

Precision: of what is reported, how much an editor would want. Recall: of what an editor would want, how much is
reported. Place, rule and whether a quotation is anybody's must be as labelled. A family is the `subject` of a rule. Some of
these sentences led to better rules, so on text nobody has seen yet both figures will be lower; and a family has few marked
words, so that one more or less is many percent. The head of the held-out files
says which of their sentences were unseen when.
"""

import sys

from benchmarks.published import publish
from tests.checks.language.labelled import Outcome, Score, measure, measure_held_out


def line(name: str, score: Score) -> str:
    """Return one row: name, precision, recall, and what they were counted from."""
    return (
        f"  {name:14} precision {score.precision:6.1%}  recall {score.recall:6.1%}"
        f"  ({score.right} right, {score.false} false, {score.missed} missed)"
    )


def show(language: str, outcome: Outcome) -> None:
    """Print the tables of one language."""
    print(f"{language}: {outcome.sentences} sentences")
    print(line("all", outcome.whole))
    for scores in (outcome.by_kind, dict(sorted(outcome.by_level.items())), outcome.by_subject):
        print("\n".join(line(name, score) for name, score in scores.items()))


def main() -> None:
    """Print both languages."""
    held_out = "--held-out" in sys.argv
    outcomes = {
        language: measure_held_out(language) if held_out else measure(language) for language in ("en", "fr")
    }
    for language, outcome in outcomes.items():
        show(language, outcome)
        if "--faults" in sys.argv:
            print("\n".join(outcome.faults))
    if "--write" in sys.argv and not held_out:
        publish({"labelled": {language: outcome.published() for language, outcome in outcomes.items()}})


if __name__ == "__main__":
    main()
