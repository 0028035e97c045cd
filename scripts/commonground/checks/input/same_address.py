"""Each address of the site is written once."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import Value, texts_of
from commonground.model.address import OWN_FOLDERS, file_path, page_file, source_key
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each file of ``docs/`` whose address something else takes, or is a folder or file of."""
    taken = {address.casefold(): what for address, what in _made(corpus)}
    written = sorted(_written(corpus))
    for address, path in written:
        other = taken.setdefault(address.casefold(), path)
        if other != path:
            message = _text("taken", address=_shown(address), other=other)
            yield _problem(path, FILE_START, message)
    for address, path in written:
        parts = address.split("/")
        folders = ["/".join(parts[:end]) for end in range(1, len(parts))]
        if file := next((taken[name.casefold()] for name in folders if name.casefold() in taken), ""):
            message = _text("in-file", address=_shown(address), file=file)
            yield _problem(path, FILE_START, message)
        elif own := _own_folder(folders, path, corpus):
            yield _problem(path, FILE_START, _text("own-folder", folder=own))


def _made(corpus: Corpus) -> Iterator[tuple[str, Value]]:
    """Yield (path below the site's root, what it is) of the pages that no file of ``docs/`` is."""
    there, default = set(corpus.pages.values()), corpus.default_language
    for language in corpus.languages:
        for path, (_, key) in corpus.pages.items():
            if (language, key) not in there:
                yield page_file(language, key, default), _text("notice", path=path)
        for id in corpus.source_ids:
            yield page_file(language, source_key(id), default), _text("source", id=id)
        for kept in corpus.quoted:
            yield page_file(language, kept.key, default), _text("kept", finding=kept.finding)


def _written(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield (path below the site's root, file) of what is written by hand."""
    for path, (language, key) in corpus.pages.items():
        yield page_file(language, key, corpus.default_language), path
    for path in corpus.assets:
        _, language, inside = path.split("/", 2)
        yield file_path(language, inside, corpus.default_language), path


def _shown(address: str) -> str:
    return f"/{address.removesuffix('index.html')}"


def _own_folder(folders: list[str], path: str, corpus: Corpus) -> str:
    """Return the folder of the site itself in which an address lies, "" where it lies in none."""
    top = folders[0] if folders else ""
    others = set(corpus.languages) - {corpus.default_language}
    is_default = path.startswith(f"docs/{corpus.default_language}/")
    return top if is_default and (top in OWN_FOLDERS or top in others) else ""
