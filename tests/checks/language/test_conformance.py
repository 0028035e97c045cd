"""
The cases that every engine of these rules must agree on: this one, and the one in the browser.

After a rule has changed, `.venv/bin/python -m tests.checks.language.test_conformance` writes what is found now; read the
difference before you commit it.
"""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from commonground.languages import read_languages
from commonground.matching.compiled import compile_terms
from commonground.matching.engine import Engine, Found
from commonground.model.passage import Kind, Passage
from commonground.model.quotations import carried
from commonground.read.sentences import addresses, sentences, speech
from commonground.read.terms import read_terms

ROOT = Path(__file__).parents[3]
FILE = ROOT / "tests/corpus/language/conformance.json"
GAP = "\n\n"
WHOLE = json.loads(FILE.read_text(encoding="utf-8"))


@cache
def engine(language: str) -> Engine:
    path = f"language/{language}.yaml"
    rules, problems = read_terms(path, (ROOT / path).read_bytes(), language)
    assert not problems
    return Engine(compile_terms(rules, read_languages()[language]))


def found_in(language: str, text: str) -> list[dict[str, object]]:
    """Return what stands in a plain text, as the file has it; an empty line parts paragraphs."""
    locale = read_languages()[language]
    paragraphs = [(part, [end.end() for end in re.finditer("\n", part)]) for part in text.split(GAP)]
    result, offset = [], 0
    for (part, _), ranges in zip(paragraphs, carried(paragraphs, locale.words.elisions), strict=True):
        passage = Passage(
            path="-",
            language=language,
            kind=Kind.PARAGRAPH,
            text=part,
            segments=((0, 1, 1),),
            sentences=sentences(part, (), locale),
            speech=tuple({*speech(part, (), locale), *ranges}),
            unread=tuple(addresses(part)),
        )
        result += [_as_json(found, offset) for found in engine(language).find(passage)]
        offset += len(part) + len(GAP)
    return result


def _as_json(found: Found, offset: int) -> dict[str, object]:
    return {
        "start": found.start + offset,
        "end": found.end + offset,
        "rule": found.rule.rule_id,
        "level": str(found.level),
        "loose": found.loose,
        "edits": [
            {
                "start": edit.start + offset,
                "end": edit.end + offset,
                "text": edit.text,
                **({"check_after": True} if edit.check else {}),
            }
            for edit in found.edits
        ],
        **({"situation": found.situation.id} if found.situation else {}),
    }


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in WHOLE["cases"]])
def test_case(case):
    """Each case gives exactly the places, levels and replacements it names."""
    assert found_in(case["language"], case["text"]) == case["found"]


def test_cases_cover_both_languages_and_have_ids_of_their_own():
    """The file is no empty promise: hundreds of cases, some of which find nothing."""
    cases = WHOLE["cases"]
    assert len({case["id"] for case in cases}) == len(cases)
    for language in ("en", "fr"):
        mine = [case for case in cases if case["language"] == language]
        assert len(mine) > 100
        assert 0.2 < sum(not case["found"] for case in mine) / len(mine) < 0.8


def write() -> None:
    """Write what is found now."""
    cases = [{**case, "found": found_in(case["language"], case["text"])} for case in WHOLE["cases"]]
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
    head = json.dumps(WHOLE["about"], ensure_ascii=False)
    FILE.write_text(f'{{"version": 1, "about": {head},\n"cases": [\n{lines}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    write()
