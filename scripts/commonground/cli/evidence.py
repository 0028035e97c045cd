"""``commonground evidence``: look at records, and say that pages were compared with them."""

from collections.abc import Iterator
from pathlib import Path

import click

from commonground.checks.shared.citing import all_citations, sentence_at
from commonground.checks.shared.claiming import places_of
from commonground.cli.evidence_add import add
from commonground.cli.evidence_find import find
from commonground.cli.evidence_online import check
from commonground.cli.explaining import ExplainedGroup
from commonground.cli.reading import ROOT, read, relative, source_called
from commonground.cli.speaking import WrongUse, reader_language, tell
from commonground.cli.writing import write
from commonground.edit.recorded import quoted_lock, reviewed_lock
from commonground.export.quotable import kept_state, quotable
from commonground.files.reading import visible
from commonground.languages import Language
from commonground.languages.catalogue import say
from commonground.languages.message import listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.passage import CITATION_CHARACTER
from commonground.model.quoted import PATH as QUOTED
from commonground.model.source import Finding, Source
from commonground.read.quoted import RULE as ALTERED
from commonground.read.reviews import PATH
from commonground.report.as_text import line

_text = texts_of(__name__)


@click.group(cls=ExplainedGroup)
def evidence() -> None:
    """Look at, add and confirm evidence records."""


evidence.add_command(add)
evidence.add_command(find)
evidence.add_command(check)


@evidence.command("list")
@ROOT
def list_(root: Path) -> None:
    """List every record: id, year, kind, number of findings, title."""
    sources = read(root).sources.values()
    width = max((len(source.id) for source in sources), default=0)
    for source in sources:
        click.echo(
            f"{source.id:{width}}  {source.year or '----'}  {source.design:19}  {len(source.findings):3}  {source.title}"
        )


@evidence.command()
@click.argument("id")
@ROOT
def show(id: str, root: Path) -> None:
    """Show the record called ID: what it found, how far that reaches, how it was read. ID may name one finding."""
    corpus = read(root)
    source = source_called(corpus, id.partition("#")[0])
    findings = [_finding(corpus, id)] if "#" in id else list(source.findings)
    click.echo("\n".join([*_head(source), *(line for finding in findings for line in _lines(finding))]))


@evidence.command("used-by")
@click.argument("id")
@ROOT
def used_by(id: str, root: Path) -> None:
    """List each sentence that rests on the record or finding called ID, with its place."""
    corpus = read(root)
    _finding(corpus, id) if "#" in id else source_called(corpus, id)
    lines = list(_users(corpus, id))
    click.echo("\n".join(lines) or say(_text("nothing", id=id), reader_language()))


@evidence.command()
@click.argument("paths", nargs=-1)
@ROOT
def confirm(paths: tuple[str, ...], root: Path) -> None:
    """Record that the pages at PATHS (all without PATHS) say what their records say now."""
    corpus = read(root)
    wanted = [relative(root, path) for path in paths]
    now = {
        (passage.path, finding.key): finding.digest
        for passage, citation in all_citations(corpus)
        if not passage.owner and (finding := corpus.findings.get(citation.key))
    }
    chosen = {place: digest for place, digest in now.items() if not wanted or _is_in(place[0], wanted)}
    kept = {place: digest for place, digest in corpus.reviews.items() if place in now} | chosen
    write(root, {PATH: reviewed_lock(kept)})
    changed = sum(corpus.reviews.get(place) != digest for place, digest in chosen.items())
    tell(_text("confirmed", changed=changed, same=len(chosen) - changed, path=PATH))


@evidence.command()
@ROOT
def keep(root: Path) -> None:
    """Keep each figure offered to journalists as it stands today, at an address that will not change."""
    corpus = read(root)
    if faulty := next(iter(corpus.met(ALTERED)), None):
        raise WrongUse(_text("not-written", problem=line(faulty, reader_language())))
    known = {(quoted.finding, quoted.digest) for quoted in corpus.quoted}
    states = [kept_state(source, finding, corpus) for source, finding in quotable(corpus)]
    new = [state for state in states if (state.finding, state.digest) not in known]
    write(root, {QUOTED: quoted_lock([*corpus.quoted, *new])})
    tell(_text("kept", new=len(new), old=len(states) - len(new), path=QUOTED))


@evidence.command()
@click.argument("id")
@ROOT
def qualifiers(id: str, root: Path) -> None:
    """Propose `must_say` for the record called ID: words of its people, limits and cautions that a text may leave out."""
    corpus = read(root)
    source = source_called(corpus, id)
    for finding in source.findings:
        click.echo(f"[@{finding.key}]")
        for language in corpus.languages:
            texts = (source.population, source.limits, finding.caution, finding.states)
            said = " ".join(text.get(language, "") for text in texts)
            found = dict.fromkeys((*_qualifying(said, corpus.locale(language)), *source.places))
            asked = [words for _, words in corpus.must_say(finding, language)]
            told = listed(asked, "semicolon") if asked else _text("none-asked")
            tell(_text("qualifiers", language=language, words=listed(found), asked=told))


def _qualifying(text: str, locale: Language) -> list[str]:
    """Return the words of a text that qualify whom or what was studied, as they stand there."""
    listed = locale.words.claims.get("qualifiers", ())
    return [text[start:end] for start, end in places_of(text, listed)]


def _is_in(path: str, wanted: list[str]) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in wanted)


def _finding(corpus: Corpus, key: str) -> Finding:
    source = source_called(corpus, key.partition("#")[0])
    if finding := corpus.findings.get(key):
        return finding
    known = listed(finding.key for finding in source.findings)
    raise WrongUse(_text("no-finding", key=visible(key), source=source.id, known=known))


def _head(source: Source) -> list[str]:
    checked = source.checked
    return [
        f"{source.id}: {source.title}",
        f"  {source.design}, {'peer-reviewed' if source.peer_reviewed else 'not peer-reviewed'}; read {checked.date} "
        f"({checked.how}): {checked.url}",
        *(f"  limits ({language}): {text}" for language, text in source.limits.items()),
        *(f"  contested ({language}): {text}" for language, text in source.contested.items()),
    ]


def _lines(finding: Finding) -> Iterator[str]:
    yield ""
    yield f"[@{finding.key}]"
    for name, texts in (
        ("states", finding.states), ("where", finding.where), ("caution", finding.caution), ("withheld", finding.withheld),
    ):  # fmt: skip
        yield from (f"  {name} ({language}): {text}" for language, text in texts.items())
    if finding.figures:
        yield f"  figures: {', '.join(finding.figures)}"
    yield from (f"  plain ({language}): {', '.join(texts)}" for language, texts in finding.plain.items())
    if finding.contested_by:
        yield f"  contested by: {', '.join(finding.contested_by)}"


def _users(corpus: Corpus, id: str) -> Iterator[str]:
    seen = set()
    for passage, citation in all_citations(corpus):
        if id not in (citation.key, citation.source):
            continue
        sentence = sentence_at(passage, citation.offset)
        start, end = (sentence.start, sentence.end) if sentence else (0, len(passage.text))
        place = passage.span(start, end)
        line = f"{passage.path}:{place.line}:{place.column}: {' '.join(passage.text[start:end].replace(CITATION_CHARACTER, '').split())}"
        if line not in seen:
            seen.add(line)
            yield line
