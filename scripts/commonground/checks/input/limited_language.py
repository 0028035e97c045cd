"""What cannot be read in a language is told."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages import SHOWN_BY
from commonground.languages.message import listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
_PARTS = {
    "numbers": _text("numbers"),
    "words": _text("words"),
    "articles": _text("articles"),
    "reading": _text("reading"),
    "law": _text("law"),
}


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each language of which the program does not know all that it reads and shows pages by."""
    for code in corpus.languages:
        language = corpus.locale(code)
        limits = [_PARTS[name] for name in language.lacking]
        limits += [_text("site")] * any(not language.has_part(name) for name in SHOWN_BY)
        limits += [_text("rules")] * (
            not corpus.terms.get(code) and not corpus.is_broken(f"language/{code}.yaml")
        )
        if limits:
            message = _text("limits", code=code, limits=listed(limits, "semicolon"))
            yield _problem(f"docs/{code}", FILE_START, message)
