"""Makes the articles that the benchmarks of the word rules read: many, different, of one size."""

import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parent.parent
SIZE = 6_700
FRONT = '---\ntitle: "Article {number}"\ntype: page\ndescription: "Made for a benchmark."\nreviewed: 2026-11-22\n---\n\n'
LISTED = "Two prostitutes and a former addict spoke, and the johns left.\n\n"


def articles() -> Iterator[str]:
    """
    Yield English articles of 6.7 kB, again and again, cut at paragraphs from the project's own.

    One in five has three listed words added. About half of them quote or name listed words, as pages on this subject
    do.
    """
    pages = sorted((ROOT / "docs/en").rglob("*.md"))
    bodies = [page.read_text(encoding="utf-8").split("---\n", 2)[2] for page in pages]
    paragraphs = cycle("\n\n".join(bodies).split("\n\n"))
    for number in range(sys.maxsize):
        text = LISTED if number % 5 == 0 else ""
        while len(text.encode()) < SIZE - 300:
            text += f"{next(paragraphs)}\n\n"
        yield FRONT.format(number=number) + text


def lay_out(folder: Path, count: int) -> int:
    """Write a project of some articles and the English word rules; return the articles' size in characters."""
    (folder / "language").mkdir()
    rules = (ROOT / "language/en.yaml").read_bytes()
    (folder / "language/en.yaml").write_bytes(rules)
    pages = folder / "docs/en/pages"
    pages.mkdir(parents=True)
    size = 0
    for number, text in enumerate(islice(articles(), count)):
        size += (pages / f"{number:05}.md").write_text(text, encoding="utf-8")
    return size
