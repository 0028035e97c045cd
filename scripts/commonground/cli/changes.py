"""``commonground changes``: what a set of changes means for the site."""

from collections.abc import Collection, Iterator
from pathlib import Path

import click
from msgspec import MsgspecError

from commonground.checks.registry import Report
from commonground.cli.explaining import Explained
from commonground.cli.history import changed_since, tree_before
from commonground.cli.owners import PATHS, owners
from commonground.cli.reading import ROOT, progress
from commonground.cli.speaking import WrongUse
from commonground.cli.touched import fresh, touched
from commonground.files.reading import Unreadable, read_bytes
from commonground.languages.catalogue import say
from commonground.languages.message import texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.passage import CITATION_CHARACTER, Passage, Sentence
from commonground.model.source import in_language
from commonground.read.article import read_article
from commonground.report import as_comment
from commonground.report import changes as changes_file
from commonground.report.changes import Basis, Changes, Claim, Told

_text = texts_of(__name__)

_MOST_BYTES = 8 << 20
_FORMATS = ("json", "markdown")


@click.command(cls=Explained)
@click.option("--base", metavar="COMMIT")
@click.option("--from", "given", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--preview", default="", metavar="ADDRESS")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="markdown", show_default=True)
@ROOT
def changes(base: str | None, given: Path | None, preview: str, form: str, root: Path) -> None:
    """Say what the changes since COMMIT mean: what must change, claims beside their findings, translations behind, who reviews."""
    if (base is None) is (given is None):
        raise WrongUse(_text("one-of"))
    found = _given(given) if given else _found(root, base or "")
    text = changes_file.render(found) if form == "json" else as_comment.render(found, preview)
    click.echo(text, nl=False)


def _given(path: Path) -> Changes:
    try:
        return changes_file.parse(read_bytes(path.parent, path.name, _MOST_BYTES))
    except Unreadable as error:
        raise WrongUse(_text("unreadable", path=str(path), fault=error.message)) from None
    except MsgspecError:
        raise WrongUse(_text("misshapen", path=str(path))) from None


def _found(root: Path, base: str) -> Changes:
    changed = changed_since(root, base)
    with progress(_text("busy")):
        corpus, report = fresh(root, base)
    written = [article for article in corpus.articles if article.path in changed]
    languages = {article.language for article in written}
    with tree_before(root, base) as before:
        claims = tuple(claim for article in written for claim in _claims(corpus, article, before))
    return Changes(
        version=1,
        language=languages.pop() if len(languages) == 1 else corpus.default_language,
        problems=tuple(_told(report)),
        pages=touched(corpus, changed),
        claims=claims,
        behind=tuple(_behind(corpus, changed)),
        reviewers=owners(_codeowners(root), changed),
        before=report.known,
    )


def _told(report: Report) -> Iterator[Told]:
    for one in report.problems:
        message = say(one.message, report.language_of(one.path))
        yield Told(one.path, one.span.line, one.level, one.rule, message)


def _behind(corpus: Corpus, changed: Collection[str]) -> Iterator[str]:
    for article in corpus.published.articles:
        original = corpus.original_of(article)
        if original and original.path in changed and corpus.is_behind(article):
            yield article.path


def _claims(corpus: Corpus, article: Article, before: Path) -> Iterator[Claim]:
    """Yield each cited sentence that the page did not have; one that cites the same in the same section took another's place."""
    file = before / article.path
    place = (article.path, article.language, article.key)
    locale = corpus.locale(article.language)
    old = read_article(*place, file.read_bytes(), locale)[0] if file.is_file() else None
    known = {_words(passage, sentence): cited for passage, sentence, cited in _cited(old)}
    now = {_words(passage, sentence) for passage, sentence, _ in _cited(article)}
    gone: dict[tuple[str, ...], str] = {cited: text for text, cited in known.items() if text not in now}
    for passage, sentence, cited in _cited(article):
        text = _words(passage, sentence)
        if text not in known or known[text] != cited:
            was = text if text in known else gone.get(cited, "")
            yield _claim(corpus, passage, sentence, was)


def _cited(article: Article | None) -> Iterator[tuple[Passage, Sentence, tuple[str, ...]]]:
    for passage in article.passages if article else ():
        for sentence in passage.sentences:
            if sentence.citations:
                yield passage, sentence, tuple(citation.key for citation in sentence.citations)


def _words(passage: Passage, sentence: Sentence) -> str:
    return " ".join(passage.text[sentence.start : sentence.end].replace(CITATION_CHARACTER, "").split())


def _claim(corpus: Corpus, passage: Passage, sentence: Sentence, was: str) -> Claim:
    line = passage.span(sentence.start, sentence.end).line
    keys = dict.fromkeys(citation.key for citation in sentence.citations)
    bases = tuple(Basis(key, _states(corpus, key, passage.language)) for key in keys)
    return Claim(passage.path, line, _words(passage, sentence), bases, was)


def _states(corpus: Corpus, key: str, language: str) -> str:
    """Return what a finding states; a source that is cited as a whole gives its title."""
    if finding := corpus.findings.get(key):
        return in_language(finding.states, language)
    source = corpus.sources.get(key)
    return source.title if source else ""


def _codeowners(root: Path) -> str:
    path = next((path for path in PATHS if (root / path).is_file()), None)
    return (root / path).read_text(encoding="utf-8", errors="replace") if path else ""
