"""
Times the checks of evidence and figures on 1,000 articles, with all of the project's own records.

The articles are copies of our own, read once; what is timed is what `commonground check` does with them after reading.
Prints the fewest, middle and most seconds of several runs. Goal: under 2 s.
"""

import statistics
import time
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path

from msgspec.structs import replace

from commonground.checks import registry
from commonground.model.corpus import Corpus
from commonground.read.corpus import read_corpus

ROOT = Path(__file__).parent.parent
ARTICLES = 1000
RUNS = 5


def many(corpus: Corpus) -> Corpus:
    """Return the corpus with 1,000 articles, each a copy of one of ours that cites."""
    ours = [article for article in corpus.articles if article.citations]
    copies = (
        replace(article, key=f"{article.key}-{number}")
        for number, article in enumerate(islice(cycle(ours), ARTICLES))
    )
    return replace(corpus, articles=tuple(copies))


def main() -> None:
    """Time the family ``evidence`` and print a line."""
    corpus = many(read_corpus(ROOT, datetime.now(UTC).date()))
    figures = sum(len(passage.figures) for article in corpus.articles for passage in article.passages)
    registry.run(replace(corpus, articles=()), families=("evidence",))  # load the checks
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        registry.run(
            replace(corpus), families=("evidence",)
        )  # a new corpus: nothing is kept from the last run
        times.append(time.perf_counter() - start)
    print(
        f"{ARTICLES} articles, {figures} figures, {len(corpus.findings)} findings: "
        f"{min(times):.2f} / {statistics.median(times):.2f} / {max(times):.2f} s (min / median / max of {RUNS})"
    )


if __name__ == "__main__":
    main()
