"""
The labelled sentences of ``tests/corpus/language``: read, held against the engine, counted.

``<lang>.txt`` names the rule of each use, and some of its sentences led to better rules. ``held_out_<lang>.txt`` says only what
an editor should hear of; its head says which of its sentences were unseen when.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import asdict

from commonground.languages import read_languages
from commonground.matching.compiled import compile_terms
from commonground.matching.engine import Engine
from commonground.model.passage import Kind
from commonground.model.term import TermRule
from commonground.read.prose import inline_passage
from commonground.read.settings import read_settings
from commonground.read.terms import read_terms

ROOT = Path(__file__).parents[3]
_MARK = re.compile(r"\{([^|{}]+)(?:\|([a-z0-9-]+)(\|loose)?)?\}")
_HELD_OUT = "held_out_"

Use = tuple[int, int, str, bool]
"""Start, end, rule ("" for any), and whether it is a quotation that nobody is named for."""


class Sentence(Struct, frozen=True):
    """One sentence: its kind, its text without marks, the uses marked in it, its line in the file."""

    kind: str
    text: str
    uses: tuple[Use, ...]
    line: int


class Score(Struct):
    """Uses that were found and should be (``right``), found and should not (``false``), not found (``missed``)."""

    right: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


class Outcome(Struct):
    """
    All scores of a language: together, by kind of sentence, by level of rule, by its subject; and each fault as a line.

    Subjects stand in the order of the locale, those that no sentence tries among them.
    """

    sentences: int = 0
    whole: Score = field(default_factory=Score)
    by_kind: dict[str, Score] = field(default_factory=dict)
    by_level: dict[str, Score] = field(default_factory=dict)
    by_subject: dict[str, Score] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def published(self) -> dict[str, object]:
        """Return what the site shows: numbers of sentences and uses, in all and by subject."""
        subjects = {subject: asdict(score) for subject, score in self.by_subject.items()}
        return {"sentences": self.sentences, "all": asdict(self.whole), "subjects": subjects}


def sentences(language: str, *, held_out: bool = False) -> Iterator[Sentence]:
    """Yield the labelled sentences of a language."""
    path = ROOT / f"tests/corpus/language/{_HELD_OUT if held_out else ''}{language}.txt"
    kind = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("== "):
            kind = line[3:]
        elif line and not line.startswith("#"):
            yield _sentence(kind, line, number)


def _sentence(kind: str, line: str, number: int) -> Sentence:
    text, uses, last = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[last : mark.start()]
        uses.append((len(text), len(text) + len(mark[1]), mark[2] or "", bool(mark[3])))
        text += mark[1]
        last = mark.end()
    return Sentence(kind, text + line[last:], tuple(uses), number)


def rules_of(language: str) -> tuple[TermRule, ...]:
    """Return the project's rules of a language."""
    path = f"language/{language}.yaml"
    return read_terms(path, (ROOT / path).read_bytes(), language)[0]


def subjects() -> tuple[str, ...]:
    """Return what the project's rules are about, in order."""
    return read_settings((ROOT / "commonground.toml").read_bytes(), (), read_languages())[0].subjects


def measure(language: str) -> Outcome:
    """Hold the project's rules against the labelled sentences; place, rule and looseness must be as labelled."""
    by_id = {rule.id: rule for rule in rules_of(language)}
    outcome = Outcome(by_subject={subject: Score() for subject in subjects()})
    for sentence, found in _found(language, held_out=False):
        outcome.sentences += 1
        _count(outcome, sentence, found, by_id)
    return outcome


def measure_held_out(language: str) -> Outcome:
    """Hold the project's rules against the held-out sentences; any rule may report a use, at any level."""
    outcome = Outcome()
    for sentence, found in _found(language, held_out=True):
        outcome.sentences += 1
        found = {(start, end, "", False) for start, end, _, _ in found}
        for name, uses in _sorted_out(sentence, found):
            for start, end, _, _ in sorted(uses):
                for score in (outcome.whole, outcome.by_kind.setdefault(sentence.kind, Score())):
                    setattr(score, name, getattr(score, name) + 1)
                if name != "right":
                    outcome.faults.append(_fault(sentence, name, start, end))
    return outcome


def _found(language: str, *, held_out: bool) -> Iterator[tuple[Sentence, set[Use]]]:
    """Yield each labelled sentence and what the rules find in it."""
    locale = read_languages()[language]
    engine = Engine(compile_terms(rules_of(language), locale))
    for sentence in sentences(language, held_out=held_out):
        passage = inline_passage(
            sentence.text, path="-", language=language, locale=locale, place=(1, 1), kind=Kind.PARAGRAPH
        )
        yield sentence, {(f.start, f.end, f.rule.id, f.loose) for f in engine.find(passage)}


def _count(outcome: Outcome, sentence: Sentence, found: set[Use], rules: Mapping[str, TermRule]) -> None:
    for name, uses in _sorted_out(sentence, found):
        for start, end, rule, _ in sorted(uses):
            scores = (
                outcome.whole,
                outcome.by_kind.setdefault(sentence.kind, Score()),
                outcome.by_level.setdefault(str(rules[rule].level), Score()),
                outcome.by_subject[rules[rule].subject],
            )
            for score in scores:
                setattr(score, name, getattr(score, name) + 1)
            if name != "right":
                outcome.faults.append(_fault(sentence, name, start, end, f" ({rule})"))


def _sorted_out(sentence: Sentence, found: set[Use]) -> Iterator[tuple[str, set[Use]]]:
    wanted = set(sentence.uses)
    right = {use for use in wanted if any(_same(use, other) for other in found)}
    yield "right", right
    yield "false", {use for use in found if not any(_same(use, other) for other in wanted)}
    yield "missed", wanted - right


def _fault(sentence: Sentence, name: str, start: int, end: int, rule: str = "") -> str:
    return f"line {sentence.line}: {name}: {sentence.text[start:end]!r}{rule}: {sentence.text}"


def _same(one: Use, other: Use) -> bool:
    """Tell whether two uses share a character and are of one rule and kind: an article more or less is no fault."""
    return one[0] < other[1] and other[0] < one[1] and one[2:] == other[2:]
