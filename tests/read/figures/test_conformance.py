"""
The cases that every engine of the numbers must agree on: this one, and the one in the browser.

After a rule has changed, `.venv/bin/python -m tests.read.figures.test_conformance` writes what is read now; read the
difference before you commit it.
"""

import json
from pathlib import Path

import pytest

from commonground.languages import read_languages
from commonground.model.figure import Quantity
from commonground.read.figures import knows_numbers, read_numerals

from .figure_corpus import FOLDER, read_sentences

FILE = FOLDER / "conformance.json"
EVERY = 4
"""Of the labelled sentences, every fourth is a case."""


def languages() -> list[str]:
    return [code for code in read_languages() if knows_numbers(code)]


def read(language: str, text: str) -> dict[str, object]:
    """Return what stands in a text, as the file has it."""
    numerals = read_numerals(text, language)
    return {
        "figures": [
            {
                "start": figure.start,
                "end": figure.end,
                "text": figure.text,
                "quantities": [_quantity(one) for one in figure.quantities],
                **({"bare": _quantity(figure.bare)} if figure.bare else {}),
            }
            for figure in numerals.figures
        ],
        "leftAlone": [
            {"start": one.start, "end": one.end, "reason": one.reason.name.lower()}
            for one in numerals.left_alone
        ],
    }


def _quantity(one: Quantity) -> dict[str, str]:
    return {"value": str(one.value), "unit": one.unit.value, "detail": one.detail}


def cases(path: Path = FILE) -> list[dict[str, object]]:
    return list(json.loads(path.read_text(encoding="utf-8"))["cases"])


@pytest.mark.parametrize("language", languages())
def test_every_case_is_read_as_the_file_says(language: str) -> None:
    """Each text gives exactly its figures, values and reasons."""
    mine = [case for case in cases() if case["language"] == language]
    assert len(mine) > 100
    for case in mine:
        found = read(language, str(case["text"]))
        assert found == {"figures": case["figures"], "leftAlone": case["leftAlone"]}, case["text"]


def main() -> None:
    """Write the cases anew."""
    written = []
    for language in languages():
        sentences = [one for apart in (False, True) for one in read_sentences(language, held_out=apart)]
        for one in sentences[::EVERY]:
            written.append({"language": language, "text": one.text, **read(language, one.text)})
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in written)
    FILE.write_text(f'{{"version": 1, "cases": [\n{lines}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
