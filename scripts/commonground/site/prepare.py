"""What stops a build before or after its pages are made, each with its reason in the words of MkDocs' errors."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from traceback import extract_tb

import jinja2
from mkdocs.exceptions import PluginError

from commonground.checks.registry import Report
from commonground.files.processors import on_all_processors
from commonground.files.reading import visible
from commonground.files.writing import write_files
from commonground.languages import SHOWN_BY
from commonground.languages.catalogue import say
from commonground.languages.message import Message, texts_of
from commonground.languages.own_files import BrokenOwnFile
from commonground.languages.terminal import terminal_language, told
from commonground.model.corpus import Corpus
from commonground.model.memory import Memory
from commonground.model.problem import Level
from commonground.model.settings import Settings
from commonground.model.url import is_clean_web_address
from commonground.paper import offline
from commonground.paper.press import Press
from commonground.paper.printed import DoesNotFit, Printed, print_site
from commonground.read.clock import WrongClock, today
from commonground.read.corpus import NothingToRead, read_corpus
from commonground.read.remembered import PROGRAM, Remembered, kept_below, printed_below
from commonground.report.as_text import line
from commonground.site.theme import Theme
from commonground.sources.formatted import ReferencesError, format_references
from commonground.verify.site import verify

_text = texts_of(__name__)


def unwritable(error: OSError, place: Path) -> PluginError:
    return stopped(_text("unwritable", path=str(error.filename or place), why=str(error.strerror)))


def undrawable(error: jinja2.UndefinedError) -> PluginError:
    """Return what to say of a template, perhaps one of the site's own, that asks for what is not there."""
    *_, place = (frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(".html"))
    return stopped(_text("undrawable", path=place.filename, line=place.lineno or 1, why=str(error)))


def read_or_stop(root: Path) -> Corpus:
    """Return the corpus, or stop the build with the reason why there is none."""
    try:
        corpus = read_corpus(root, today(), kept=kept_below(root), each=on_all_processors)
    except (NothingToRead, WrongClock, BrokenOwnFile) as error:
        raise PluginError(str(error)) from None
    except OSError as error:
        place = str(error.filename or root)
        raise stopped(_text("unreadable", path=place, why=str(error.strerror))) from None
    return corpus


def stopped(message: Message) -> PluginError:
    """Return what stops the build, in the terminal's language."""
    return PluginError(told(message))


def stop_at_errors(report: Report) -> None:
    """Stop where a check found an error. Raises: PluginError: It names them all."""
    language = terminal_language()
    errors = [
        line(problem, language or report.language_of(problem.path))
        for problem in report.problems
        if problem.level is Level.ERROR
    ]
    if errors:
        head = say(_text("errors", n=len(errors)), language or report.language)
        raise PluginError("\n".join((head, *errors)))


def verify_or_stop(folder: Path, corpus: Corpus, root: Path) -> None:
    """Read what was built as a reader gets it, or stop before it takes the old site's place."""
    kept = kept_below(root, "verified")
    memory = Remembered(on_all_processors, kept, layers=PROGRAM) if kept else Memory(on_all_processors)
    problems = verify(folder, corpus, memory).problems
    if problems:
        language = terminal_language() or corpus.default_language
        head = say(_text("built-errors", n=len(problems)), language)
        raise PluginError("\n".join((head, *(line(problem, language) for problem in problems))))


def need_addresses(settings: Settings) -> None:
    """Stop at a setting of the environment that is no address. Raises: PluginError: It names the variable."""
    for name, address in (
        ("SITE_URL", settings.address),
        ("REPORT_URL", settings.tracker),
        ("EDIT_URL", settings.edit),
    ):
        if address and not is_clean_web_address(address):
            raise stopped(_text("no-address", name=name, address=visible(address)))


def need_templates(corpus: Corpus, theme: Theme) -> None:
    for kind in corpus.types:
        if theme.find(f"types/{kind}.html") is None:
            raise stopped(_text("no-template", type=kind, folder=theme.folders[0].name))


def compare_languages(corpus: Corpus, engine: Sequence[str]) -> None:
    """The engine leaves out a language that it does not know, without a word."""
    for language in corpus.languages:
        if language not in engine:
            raise stopped(_text("not-named", language=language))
        if lacking := [part for part in SHOWN_BY if not corpus.locale(language).has_part(part)]:
            raise stopped(corpus.locale(language).lacks(lacking[0]))
    for language in engine:
        if language not in corpus.languages:
            raise stopped(_text("no-page", language=language))


def printed(corpus: Corpus, site_url: str, theme: Theme, root: Path) -> Printed:
    """Return everything that is printed."""
    try:
        return print_site(
            corpus, site_url, Press(theme.find, printed_below(root, "paper"), on_all_processors)
        )
    except DoesNotFit as error:
        raise stopped(error.message) from None


def pack_offline(folder: Path, site_url: str) -> None:
    """Put the built site into an archive that works from a folder."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    readers = {name: path.read_bytes for name, path in files.items()}
    write_files(folder, {offline.PATH: offline.archive(readers, site_url)})


def references(corpus: Corpus, root: Path) -> dict[str, Mapping[str, str]]:
    kept = kept_below(root, "references")
    try:
        found = {
            language: format_references(corpus.sources.values(), corpus.locale(language), kept)
            for language in corpus.languages
        }
        if kept:
            kept.tidy()
        return found
    except ReferencesError as error:
        raise PluginError(str(error)) from None
