"""
The labelled sentences of ``tests/corpus/repeated``: read, looked through for what they repeat, counted.

Of each list under a heading every second sentence is held out: no pattern is mended by it.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct, field

from commonground.languages import read_languages
from commonground.matching.repeated import Repeats
from commonground.model.passage import Kind
from commonground.read.prose import inline_passage
from commonground.read.repeated import read_repeated

from ..language.labelled import Score

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "tests/corpus/repeated"


class Sentence(Struct, frozen=True):
    """A sentence; ``keys``: of the pages and findings to which a remark may lead, none where it must stay silent."""

    text: str
    keys: tuple[str, ...]
    is_held_out: bool


class Half(Struct):
    """Sentences of one half: how many, how often the remarks are right, and each fault as a line."""

    sentences: int = 0
    score: Score = field(default_factory=Score)
    faults: list[str] = field(default_factory=list)


def sentences(language: str) -> Iterator[Sentence]:
    """Yield the labelled sentences of a language."""
    keys: Sequence[str] = ()
    seen = {"+": 0, "-": 0}
    for line in (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            keys, seen = line[3:].split(" or "), {"+": 0, "-": 0}
        elif line[:2] in ("+ ", "- "):
            seen[line[0]] += 1
            wanted = tuple(keys) if line[0] == "+" else ()
            yield Sentence(line[2:], wanted, seen[line[0]] % 2 == 0)


@cache
def engine(language: str) -> Repeats:
    """Return our own patterns, ready to be looked for."""
    path = f"language/repeated/{language}.yaml"
    claims, problems = read_repeated(path, (ROOT / path).read_bytes(), language)
    assert not problems
    return Repeats(claims)


def repeated(language: str, text: str) -> list[tuple[int, int, str]]:
    """Return what a paragraph repeats: where its sentence begins and ends, and the page or finding that answers."""
    locale = read_languages()[language]
    passage = inline_passage(
        text, path="-", language=language, locale=locale, place=(1, 1), kind=Kind.PARAGRAPH
    )
    return [(one.start, one.end, one.claim.key) for one in engine(language).find(passage)]


def measure(language: str) -> tuple[Half, Half]:
    """Return the half for tuning and the half held out."""
    halves = Half(), Half()
    for one in sentences(language):
        half = halves[one.is_held_out]
        found = {key for _, _, key in repeated(language, one.text)}
        right, wrong = found.intersection(one.keys), found.difference(one.keys)
        half.sentences += 1
        half.score.right += bool(right)
        half.score.false += len(wrong)
        half.score.missed += bool(one.keys) and not right
        if wrong or (one.keys and not right):
            half.faults.append(f"  {'false ' if wrong else 'missed'}  {one.text}")
    return halves
