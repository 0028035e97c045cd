"""The files below ``docs/``: pages, what may lie beside them, and what has no place there."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import partial
from pathlib import PurePosixPath

from msgspec.structs import replace

from commonground.files.reading import FILE_NAME, Tree
from commonground.languages import FIRST, Language, language_of
from commonground.languages.message import listed, texts_of
from commonground.model.address import target_path
from commonground.model.article import Article, Link
from commonground.model.glossary import GLOSSARY
from commonground.model.memory import Asked, Memory
from commonground.model.passage import Passage
from commonground.model.settings import Settings
from commonground.read import assets
from commonground.read.article import Sieve, read_article, unread
from commonground.read.decoding import MAX_BYTES, decode
from commonground.read.front_matter import EMPTY, read_front_matter, split

_text = texts_of(__name__)

_LANGUAGE = re.compile(r"[a-z]{2}")
_LONG_LANGUAGE = re.compile(r"[a-z]{3}")
"""Codes of ISO 639; one of three letters may be any folder's name, and counts where something else is known of it."""
_LIKE_A_PAGE = (".md", ".markdown", ".mdown", ".mdwn", ".mkd", ".mkdn", ".mdx", ".txt", ".rst")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class Docs:
    """
    What lies below ``docs/``; a file that is not read has its problem.

    Attributes:
        languages: The folders of languages with a page or a rule file, the default one first.
        pages: Language and key of each page by path.
        assets: The languages of the files that are no pages, by path; refused ones are among them.
        sieves: Where there are some, pages are only searched.
    """

    def __init__(
        self, tree: Tree, locales: Mapping[str, Language], settings: Settings, memory: Memory
    ) -> None:
        self._tree = tree
        self._locales = locales
        self._memory = memory
        self._pages_of = settings.pages
        self.sieves: Mapping[str, Sieve] = {}
        files = tree.files("docs")
        written = {path.split("/")[1] for path in files if path.endswith(".md")}
        folders = [name for name in tree.folders("docs") if _is_language(name, tree, locales)]
        known = [name for name in folders if name in written or tree.has(f"language/{name}.yaml")]
        first = next(iter(settings.languages), FIRST)
        self.languages = tuple(sorted(known, key=lambda name: (name != first, name)))
        self.assets: dict[str, str] = {}
        self.pages: dict[str, tuple[str, str]] = {}
        for name in sorted(set(folders) - set(known)):
            tree.leave_out(f"docs/{name}", _text("empty-language", name=name), "input/unknown-language")
        for path in files:
            folder = path.split("/")[1]
            if folder in self.languages:
                self._sort_in(path, folder)
            elif folder not in folders:
                places = [f"docs/{language}/" for language in self.languages or (FIRST,)]
                tree.leave_out(path, _text("no-language", path=path, places=listed(places, "or")))

    def _sort_in(self, path: str, language: str) -> None:
        """Put a file among the pages or the assets, and say what is wrong with its name."""
        name = PurePosixPath(path)
        strange = next((part for part in name.parts[2:] if not _NAME.fullmatch(part)), "")
        is_page = name.suffix == ".md" and not strange and name.name != "README.md"
        if is_page:
            self.pages[path] = language, _key(path)
        else:
            self.assets[path] = language
        if strange:
            self._tree.leave_out(path, _text("strange-name", name=strange), FILE_NAME)
        elif name.name == "README.md":
            self._tree.leave_out(path, _text("readme"), FILE_NAME)
        elif name.suffix.lower() in _LIKE_A_PAGE and not is_page:
            self._tree.leave_out(path, _text("no-page", path=path, name=name.stem))
        elif not is_page and not assets.most_bytes(path.lower()):
            self._tree.leave_out(path, assets.UNKNOWN_KIND, assets.RULE)
        elif name.suffix != name.suffix.lower():
            message = _text("capitals", ending=name.suffix, small=name.suffix.lower())
            self._tree.leave_out(path, message, FILE_NAME)

    def languages_of(self, only: Collection[str]) -> tuple[str, ...]:
        """Return the languages of some pages."""
        return tuple(dict.fromkeys(self.pages[path][0] for path in only if path in self.pages))

    def all(self) -> tuple[Article, ...]:
        """Read every page."""
        return self._read(self.pages)

    def some(self, only: Collection[str]) -> tuple[Article, ...]:
        """Read some pages, the originals of those that are translations, and pages whose anchors they link to."""
        chosen = [path for path in self.pages if path in only]
        if self.sieves:
            return self._read(chosen)
        inside = {_inside(path) for path in chosen}
        twins = [path for path in self.pages if _inside(path) in inside and path not in only]
        articles = self._read(
            [*chosen, *(path for path in twins if self.pages[path][0] == self.languages[0])]
        )
        known_originals = {
            a.key for a in articles if a.language == self.languages[0] and not a.front.translation
        }
        others = [path for path in twins if self.pages[path][0] != self.languages[0]]
        articles += self._read(path for path in others if self.pages[path][1] not in known_originals)
        links = [_target(article, link) for article in articles for link in article.links]
        known = {article.path for article in articles}
        # What is put beside a page by the build depends on that page.
        above = {page for path, _ in links if path not in self.pages for page in _above(path)}
        anchored = ({path for path, anchor in links if anchor} | above) & self.pages.keys() - known
        glossaries = {path for path in self.pages if self.pages[path][1] == self._pages_of.get(GLOSSARY)}
        named = ({*twins, *(path for path, _ in links)} & self.pages.keys()) | glossaries
        return (
            *articles,
            *map(_bare, self._read(sorted(anchored))),
            *map(self._stub, sorted(named - known - anchored)),
        )

    def read_assets(self) -> tuple[Passage, ...]:
        """Look into every file beside the pages; return the rows of tables as passages."""
        refused = {problem.path for problem in self._tree.problems}
        passages: list[Passage] = []
        for path, language in self.assets.items():
            data = None if path in refused else self._tree.read(path, assets.most_bytes(path))
            if data is not None:
                rows, problems = assets.read_asset(path, data, language, self._locale(language))
                passages += rows
                self._tree.problems += problems
        return tuple(passages)

    def _stub(self, path: str) -> Article:
        """Return a page of which only that it is there is asked, and whether it is a draft."""
        page = unread(path, *self.pages[path])
        data = self._tree.read(path, MAX_BYTES) or b""
        text = decode(path, data)[0] if b"draft" in data else None
        front = read_front_matter(path, split(text))[0] if text else page.front
        return replace(page, front=replace(EMPTY, draft=True)) if front.draft else page

    def _locale(self, language: str) -> Language:
        return self._locales.get(language) or language_of(language)

    def _read(self, paths: Iterable[str]) -> tuple[Article, ...]:
        read = self._memory.recall(
            [
                self._asked(path, data)
                for path in paths
                if (data := self._tree.read(path, MAX_BYTES)) is not None
            ]
        )
        self._tree.problems += (problem for _, problems in read for problem in problems)
        return tuple(article for article, _ in read if article is not None)

    def _asked(self, path: str, data: bytes) -> Asked[Article | None]:
        """Return how a page is read, and of what."""
        language, key = self.pages[path]
        locale, sieve = self._locale(language), self.sieves.get(language)
        # Its pages teach commands and files: what they show as code is no text of the site.
        reads_code = key.split("/")[0] != self._pages_of.get("contribute")
        read = partial(read_article, path, language, key, data, locale, sieve, reads_code=reads_code)
        return Asked(Article, read, (path, language, key, reads_code, data))


def _is_language(name: str, tree: Tree, locales: Mapping[str, Language]) -> bool:
    """Tell whether a folder is named like a language."""
    if _LONG_LANGUAGE.fullmatch(name):
        return name in locales or tree.has(f"language/{name}.yaml")
    return bool(_LANGUAGE.fullmatch(name))


def _inside(path: str) -> str:
    """Return the path inside its language folder: the same for a page and its translations."""
    return path.split("/", 2)[2]


def _key(path: str) -> str:
    """Return the key without a last ``index``: ``myths/index`` is ``myths``, ``index`` is the home page, ""."""
    key = _inside(path).removesuffix(".md")
    return "" if key == "index" else key.removesuffix("/index")


def _target(article: Article, link: Link) -> tuple[str, bool]:
    """Return the path that a link names, and whether it names an anchor there."""
    return target_path(article.path, link.target), "#" in link.target


def _above(path: str) -> tuple[str, str]:
    """Return where the page above a page may lie."""
    folder = path.rpartition("/")[0]
    return f"{folder}.md", f"{folder}/index.md"


def _bare(article: Article) -> Article:
    """Return what links to a page can be held against: its headings."""
    return replace(article, passages=(), links=())
