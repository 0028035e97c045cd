"""``commonground evidence find``: the findings that a question may rest on, by word, theme and place."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from msgspec import Struct

from commonground.cli.explaining import Explained
from commonground.cli.reading import ROOT, read
from commonground.cli.speaking import WrongUse, reader_language, tell
from commonground.files.reading import visible
from commonground.languages.message import listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.source import Finding, Source, in_language

_text = texts_of(__name__)
_WORD = re.compile(r"\w+")
_SHORTEST = 4
"""Letters of a word that may be the beginning of another: "raid" finds "raids"."""


class _Hit(Struct, frozen=True):
    source: Source
    findings: tuple[Finding, ...]
    held: int
    together: int


@click.command(cls=Explained)
@click.argument("words", nargs=-1)
@click.option("--theme", default="")
@click.option("--place", default="")
@ROOT
def find(words: tuple[str, ...], theme: str, place: str, root: Path) -> None:
    """List the records that hold all WORDS, in any language, or as many as any does, each with its findings that hold the most."""
    corpus = read(root)
    if theme and theme not in corpus.settings.themes:
        raise WrongUse(_text("no-theme", theme=visible(theme), known=listed(corpus.settings.themes)))
    if not (words or theme or place):
        raise WrongUse(_text("nothing-asked"))
    asked = [word for text in words for word in _words(text)]
    found = list(_hits(corpus, asked, theme, place))
    most = max((hit.held for hit in found), default=0)
    hits = [hit for hit in found if hit.held == most]
    hits.sort(key=lambda hit: (-hit.together, hit.source.id))
    language = reader_language()
    for hit in hits:
        click.echo("\n".join(_lines(hit, language)))
    if most < len(asked) and hits:
        tell(_text("not-all", most=most, asked=len(asked)))
    tell(_text("found", n=len(hits)))


def _hits(corpus: Corpus, asked: list[str], theme: str, place: str) -> Iterator[_Hit]:
    where = _words(place)
    for source in corpus.sources.values():
        if theme and theme not in source.themes:
            continue
        about = _words(" ".join((*source.places, *source.population.values())))
        if not all(_stands_in(word, about) for word in where):
            continue
        general = _words(
            " ".join((source.title, *source.themes, *source.places, *source.population.values()))
        )
        ranked = [(_count(asked, _words(" ".join(one.states.values()))), one) for one in source.findings]
        everything = general | {
            word for one in source.findings for word in _words(" ".join(one.states.values()))
        }
        held = _count(asked, everything)
        if held or not asked:
            most = max((count for count, _ in ranked), default=0)
            best = tuple(one for count, one in ranked if count == most)
            yield _Hit(source, best, held, most)


def _lines(hit: _Hit, language: str) -> Iterator[str]:
    source = hit.source
    yield f"{source.id}  {source.year or '----'}  {source.design}  {source.title}"
    for finding in hit.findings:
        yield f"  [@{finding.key}] {in_language(finding.states, language)}"
        if caution := in_language(finding.caution, language):
            yield f"    ! {caution}"
        if finding.contested_by:
            yield f"    ≠ {', '.join(finding.contested_by)}"


def _words(text: str) -> set[str]:
    """Return the words of a text in small letters, without accents: nobody has to type them."""
    letters = (c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return set(_WORD.findall("".join(letters)))


def _count(asked: Iterable[str], words: set[str]) -> int:
    return sum(_stands_in(word, words) for word in asked)


def _stands_in(word: str, words: set[str]) -> bool:
    return word in words or (len(word) >= _SHORTEST and any(one.startswith(word) for one in words))
