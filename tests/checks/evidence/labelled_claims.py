"""
The labelled sentences of ``tests/corpus/claims``: read, held against ``evidence/uncited-claim``, counted.

Groups of sentences are named; from the last one of each file no word list was made.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from commonground.checks.evidence.uncited_claim import claims_something
from commonground.checks.shared.citing import Page
from commonground.checks.shared.claiming import Claim
from commonground.model.passage import Kind
from commonground.read.prose import inline_passage

from ...own_language import own_language
from ..language.labelled import Score

FOLDER = Path(__file__).parents[2] / "corpus/claims"


class Group(Struct):
    """Sentences of one kind: how many, how often the check is right, and each fault as a line."""

    sentences: int = 0
    score: Score = field(default_factory=Score)
    faults: list[str] = field(default_factory=list)


def sentences(language: str) -> Iterator[tuple[str, bool, str]]:
    """Yield the group of each sentence, whether it wants a source, and the sentence."""
    group = ""
    for line in (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            group = line[3:]
        elif line[:2] in ("+ ", "- "):
            yield group, line[0] == "+", line[2:]


def is_reported(language: str, text: str) -> bool:
    """Tell whether the check would report a sentence on a page of ours."""
    locale = own_language(language)
    passage = inline_passage(
        text, path="-", language=language, locale=locale, place=(1, 1), kind=Kind.PARAGRAPH
    )
    page = Page("-", (passage,), ())
    return any(claims_something(Claim(page, passage, one, (), locale)) for one in passage.sentences)


def measure(language: str) -> dict[str, Group]:
    """Return the groups of one language by name, in the order of the file."""
    found: dict[str, Group] = {}
    for name, wanted, text in sentences(language):
        group = found.setdefault(name, Group())
        group.sentences += 1
        reported = is_reported(language, text)
        group.score.right += reported and wanted
        group.score.false += reported and not wanted
        group.score.missed += wanted and not reported
        if reported is not wanted:
            group.faults.append(f"  {'missed' if wanted else 'false '}  {text}")
    return found
