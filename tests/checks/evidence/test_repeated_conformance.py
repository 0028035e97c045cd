"""
The cases on which every engine of repeated claims must agree: this one, and the one in the browser.

After a pattern has changed, `.venv/bin/python -m tests.checks.evidence.test_repeated_conformance` writes what is found now; read
the difference before you commit it.
"""

import json
from collections.abc import Iterator

from .labelled_repeated import FOLDER, repeated, sentences

FILE = FOLDER / "conformance.json"
LANGUAGES = ("en", "fr")
ABOUT = (
    "What both engines find in one paragraph of plain text with the project's own patterns: where the sentence begins and ends, in "
    "Unicode code points from 0, and the page or finding that answers. Sentences are invented."
)

PARAGRAPHS = {
    "en": [
        "Prostitution is illegal in Canada. That is not true. Prostitution is illegal in Canada.",
        "He read the report. All prostitution is slavery! 😀 The Super Bowl is the biggest day for sex trafficking.",
        "‘All prostitution is slavery’, she said. *The Super Bowl Is the Biggest Day for Sex Trafficking* is a film.",
        "Of 200 sex workers, 62 were afraid to call 911; about three in ten, or 31%, and not 30%.",
        "SELLING SEX IS ILLEGAL IN CANADA, AND PROSTITUTES SPREAD HIV.",
        "Isn’t prostitution illegal in Canada? Prosti\u00adtution is illegal in Canada…",
    ],
    "fr": [
        "La prostitution est illégale au Canada. C’est faux. La prostitution est illégale au Canada.",
        "« Toute prostitution est de l’esclavage », dit-elle. Toute prostitution est de l’esclavage.",
        "Sur 200 travailleuses du sexe, 62 avaient peur d’appeler le 911, soit 31,0\u00a0%.",
        "De 600\u202f000 à 800\u202f000 personnes sont victimes de la traite chaque année.",
        "AUCUNE FEMME NE CHOISIT LA PROSTITUTION.",
    ],
}
"""Beside the labelled sentences: several sentences, marks, signs and spaces that the engines could read differently."""


def texts() -> Iterator[tuple[str, str]]:
    """Yield language and text of each case."""
    for language in LANGUAGES:
        yield from ((language, one.text) for one in sentences(language))
        yield from ((language, text) for text in PARAGRAPHS[language])


def cases() -> list[dict[str, object]]:
    """Return what this engine finds, as the file has it."""
    found = ((language, text, repeated(language, text)) for language, text in texts())
    return [
        {"language": language, "text": text, "found": [list(one) for one in here]}
        for language, text, here in found
    ]


def write() -> None:
    """Write the file; see the head of this module."""
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases())
    FILE.write_text(
        f'{{"version": 1, "about": {json.dumps(ABOUT)},\n"cases": [\n{lines}\n]}}\n', encoding="utf-8"
    )


def test_this_engine_finds_what_the_file_says() -> None:
    """Each case gives exactly its sentences and answers."""
    assert cases() == json.loads(FILE.read_text(encoding="utf-8"))["cases"]


if __name__ == "__main__":
    write()
