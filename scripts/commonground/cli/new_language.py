"""``commonground new language CODE``: the folder and the home page of a language, and what is missing to read and show it."""

import re
from collections.abc import Iterator
from pathlib import Path

from commonground.cli.reading import read_home_pages
from commonground.cli.speaking import WrongUse, reader_language, tell
from commonground.cli.writing import write
from commonground.files.reading import visible
from commonground.languages import FIRST, FOLDER, language_of, own_files, read_languages
from commonground.languages.catalogue import say
from commonground.languages.faults import missing
from commonground.languages.message import Message, texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.read.settings import PATH as SETTINGS

_text = texts_of(__name__)

_CODE = re.compile(r"[a-z]{2,3}")
_TEXTS = ("site", "articles")


def begin_language(code: str, root: Path) -> None:
    """
    Write what a language begins with, but nothing that is there already, and say what it lacks.

    Raises: click.UsageError: It is no code of a language, or its folder cannot be written here.
    """
    if not _CODE.fullmatch(code):
        raise WrongUse(_text("no-code", code=visible(code)))
    # Only what the home pages need: a language that is begun lacks texts, which stops whoever reads everything.
    corpus = read_home_pages(root)
    files = {path: text for path, text in _files(corpus, code, root) if not (root / path).exists()}
    write(root, {path: text.encode() for path, text in files.items()})
    for path in files:
        tell(_text("begun", path=path))
    read_languages.cache_clear()
    language_of.cache_clear()
    told = [*missing(language_of(code)), *_beside(corpus, code, root)]
    tell(_text("missing") if told else _text("nothing-missing"))
    for line in told:
        tell(_text("line", text=line))
    if code != FIRST:
        tell(_text("then"))


def _files(corpus: Corpus, code: str, root: Path) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of what a language begins with: texts to translate stand as comments, so that none is shown by mistake."""
    folder = own_files.PACKAGE / FOLDER
    if not folder.resolve().is_relative_to(root.resolve()):
        raise WrongUse(_text("elsewhere", folder=str(folder.parent)))
    own = folder.resolve().relative_to(root.resolve()).as_posix()
    for part in _TEXTS:
        lines = (folder / FIRST / f"{part}.toml").read_text(encoding="utf-8").splitlines()
        head = _comment(_text("take-away"))
        yield f"{own}/{code}/{part}.toml", head + "".join(f"# {line}".rstrip() + "\n" for line in lines)
    yield (
        f"{own}/{code}/typography.toml",
        _comment(_text("see", path=f"{FIRST}/typography.toml"))
        + f'locale = "{code}"\nquotes = ["“", "”"]\ncolon = ":"\n',
    )
    home = corpus.article(corpus.default_language, "")
    if home is not None and code != corpus.default_language:
        yield f"docs/{code}/index.md", _home(home)


def _comment(text: Message) -> str:
    return f"# {say(text, reader_language())}\n"


def _home(original: Article) -> str:
    """Return the home page as a draft to translate."""
    front = original.front
    lines = [f'title: "{front.title}"', "type: page", f'description: "{front.description}"']
    if front.layout:
        lines.append(f"layout: {front.layout}")
    days = (("reviewed", front.reviewed), ("review_by", front.review_by))
    lines += [f"{key}: {day}" for key, day in days if day]
    lines += ["credits: []", "draft: true", f'translation: {{of: "{original.digest}", status: machine}}']
    return "---\n{}\n---\n{}".format("\n".join(lines), original.body)


def _beside(corpus: Corpus, code: str, root: Path) -> Iterator[Message]:
    """Yield what is missing outside the language's folder."""
    if not (root / f"language/{code}.yaml").exists():
        yield _text(
            "no-rules", path=f"language/{code}.yaml", model=f"language/{corpus.default_language}.yaml"
        )
    if corpus.settings.found and code not in corpus.settings.languages:
        yield _text("no-setting", path=SETTINGS, code=code)
    settings = root / "mkdocs.yml"
    if settings.exists() and f"locale: {code}\n" not in settings.read_text(encoding="utf-8"):
        yield _text("no-entry", entry=f"{{locale: {code}, name: …}}")
