"""The sentences of ``tests/corpus/language/replacements_<lang>.txt``: what is offered in each, and what it then says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).parents[3]
_LINE = re.compile(r"(.*?) (=>|~>) ?(.*)")

Found = Mapping[str, object]
"""One use as ``test_conformance.found_in`` gives it."""


class Sentence(Struct, frozen=True):
    """
    One sentence: its kind, its text, what it becomes with every replacement made, "" where none is offered.

    ``check``: somebody is told to look at the words around.
    """

    kind: str
    text: str
    becomes: str
    check: bool


def sentences(language: str) -> Iterator[Sentence]:
    """Yield the sentences of a language."""
    path = ROOT / f"tests/corpus/language/replacements_{language}.txt"
    kind = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            kind = line[3:]
        elif line and not line.startswith("#"):
            found = _LINE.fullmatch(line)
            assert found, line
            yield Sentence(kind, found[1], found[3], found[2] == "~>")


def outcome(sentence: Sentence, found: Sequence[Found]) -> Sentence:
    """Return a sentence as it is after the first replacement of each use."""
    edits = [one["edits"][0] for one in found if one["edits"]]
    text = sentence.text
    for edit in sorted(edits, key=lambda edit: edit["start"], reverse=True):
        text = text[: edit["start"]] + edit["text"] + text[edit["end"] :]
    check = any("check_after" in edit for edit in edits)
    return Sentence(sentence.kind, sentence.text, text if edits else "", check)
