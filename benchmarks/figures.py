"""
Prints how right the figure reader is on the labelled sentences of tests/corpus/figures.

    .venv/bin/python -m benchmarks.figures

Recall: of the figures there, how many are found with the right span and value. Precision: of those found, how many are
right. Goals: 99 % and 98 %. The held-out sentences were set apart before the reader was mended with the others.
"""

from tests.read.figures.figure_corpus import LANGUAGES, Score, Sentence, read_sentences, score


def line(name: str, sentences: list[Sentence]) -> str:
    """Return one line of the table."""
    found: Score = score(sentences)
    return (
        f"  {name:22} {len(sentences):9} {found.there:8} {found.found:6} {found.right:6}"
        f" {found.recall:8.1%} {found.precision:10.1%}"
    )


def main() -> None:
    """Print a table for each language: a line a family, then the whole, then what was held out."""
    for language in LANGUAGES:
        tuned, held_out = (read_sentences(language, held_out=apart) for apart in (False, True))
        print(f"{language}                       sentences  figures  found  right   recall  precision")
        for family in dict.fromkeys(sentence.family for sentence in tuned):
            print(line(family, [sentence for sentence in tuned if sentence.family == family]))
        print(line("all of these", tuned))
        print(line("held out", held_out))


if __name__ == "__main__":
    main()
