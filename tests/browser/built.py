"""The built site as the tests see it: how it is made and served, where its pages are, what words it uses."""

import fcntl
import json
import os
import subprocess
import sys
import threading
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml
from msgspec import Struct

from commonground.languages import read_languages
from commonground.read.settings import read_settings

ROOT = Path(__file__).resolve().parents[2]
EPOCH = "1795348800"  # 22 November 2026, noon: the day on which the tests happen
PUBLISHED = (
    "https://site.example/common-ground/"  # a sub-path, so that a link from the root would be found out
)
LANGUAGES = ("en", "fr")

_KEPT = json.loads((ROOT / "evidence/quoted.lock").read_text(encoding="utf-8").splitlines()[0])

# One page for each template, by name; the key is the page's address without its language.
TEMPLATES = {
    "home": "",
    "questions": "myths",
    "myth": "myths/is-selling-sex-illegal-in-canada",
    "research-list": "research",
    "research": "research/repressive-policing-and-violence",
    "journalists": "media",
    "media": "media/reporting-violence",
    "language-guide": "media/language-guide",
    "figures": "media/figures",
    "figure": f"figures/{_KEPT['finding'].replace('#', '-')}/{_KEPT['digest'][:8]}",
    "draft": "media/check-your-draft",
    "law": "policy/canadian-law-today",
    "provision": "policy/canadian-law-today/cc286-2",
    "law-timeline": "policy/canadian-law-today/timeline",
    "model": "model",
    "model-full": "model/full-view",
    "policy": "policy/model-policy",
    "area": "model/culture",
    "lesson": "model/culture/lesson-3-follow-a-number",
    "slides": "model/culture/slides",
    "cards": "dialogues/question-cards",
    "self-assessment": "model/self-assessment",
    "library": "evidence",
    "source": "evidence/platt2018",
    "how-we-check": "about/how-we-check",
    "checks": "about/checks",
    "glossary": "about/glossary",
    "safety": "about/safety-and-privacy",
    "accessibility": "about/accessibility",
    "corrections": "about/corrections",
    "licence": "about/licence",
    "contribute": "contribute",
    "write": "contribute/write",
    "help": "help",
    "search": "search",
    "not-found": "no-such-page",
}


def written(folder: str) -> tuple[str, ...]:
    """Return the names of the pages of a folder that are there in every language; one may wait for its translation."""
    names = [{path.stem for path in (ROOT / "docs" / lang / folder).glob("*.md")} for lang in LANGUAGES]
    return tuple(sorted(set.intersection(*names) - {"index"}))


MYTHS = written("myths")
ARTICLES = (*(f"myths/{slug}" for slug in MYTHS), TEMPLATES["research"], TEMPLATES["media"])


@cache
def words(language: str) -> dict[str, object]:
    """Return every text the site itself says in one language."""
    folder = ROOT / "scripts/commonground/languages" / language
    parts = (
        tomllib.loads((folder / f"{part}.toml").read_text(encoding="utf-8")) for part in ("site", "articles")
    )
    own = read_settings((ROOT / "commonground.toml").read_bytes(), (), read_languages())[0].texts[language]
    table = {key: value for part in parts for key, value in part.items()}
    return {key: {**table.get(key, {}), **own.get(key, {})} for key in table | own}


def say(language: str, key: str, **values: object) -> str:
    """Return one text of the site by its dotted key, filled in."""
    found: object = words(language)
    for part in key.split("."):
        assert isinstance(found, dict), f"{key} leads through a text"
        found = found[part]
    return str(found).format(**values)


@cache
def front_matter(language: str, key: str) -> dict[str, object]:
    """Return the front matter of a page's Markdown file, or an empty one where the page is generated."""
    folder = ROOT / "docs" / language
    path = next((p for p in (folder / f"{key}.md", folder / key / "index.md") if p.is_file()), None)
    return yaml.safe_load(path.read_text(encoding="utf-8").split("---")[1]) if path else {}


def build(folder: Path, *, seed: str = "0", zone: str = "UTC") -> None:
    """Build the site into a folder that does not exist yet; it appears there only when it is whole."""
    part = folder.with_name(f"{folder.name}.part")
    settings = {
        "SITE_URL": PUBLISHED,
        "SOURCE_DATE_EPOCH": EPOCH,
        "PYTHONHASHSEED": seed,
        "TZ": zone,
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(part)]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | settings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"mkdocs build --strict failed:\n{done.stdout}{done.stderr}"
    part.rename(folder)


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Make a folder, unless another test process has made it; processes wait for each other."""
    with folder.with_name("build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            make(folder)
    return folder


class Site(Struct, frozen=True):
    """
    A built site on a local server.

    Attributes:
        folder: Where the files lie.
        base: Address of the English home page, ending in a slash.
        published: The address that the site says it has, ending in a slash.
    """

    folder: Path
    base: str
    published: str

    def url(self, key: str, language: str = "en") -> str:
        """Return the address of a page; the not-found page is any address that leads nowhere."""
        path = "/".join(part for part in ("fr" if language == "fr" else "", key) if part)
        return f"{self.base}{path}/" if path else self.base

    def file(self, url: str) -> Path | None:
        """Return the file behind an address of this site, or None where nothing answers."""
        for start in (self.base, self.published):
            if url.startswith(start):
                path = self.folder / unquote(urlsplit(url).path).removeprefix(urlsplit(start).path)
                path = path / "index.html" if path.is_dir() else path
                return path if path.is_file() else None
        return None


def headers_for(rules: str, path: str) -> Iterator[tuple[str, str]]:
    """Yield the headers that a `_headers` file gives an address."""
    applies = False
    for line in rules.splitlines():
        if line and not line[0].isspace():
            applies = fnmatch(path, line.strip())
        elif applies and ":" in line:
            name, _, value = line.partition(":")
            yield name.strip(), value.strip()


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """Serve a built site under a sub-path, with the headers that it asks for and its own page for lost readers."""
    prefix = urlsplit(PUBLISHED).path
    rules = folder / "_headers"
    headers = rules.read_text(encoding="utf-8") if rules.exists() else ""

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def translate_path(self, path: str) -> str:
            local = unquote(urlsplit(path).path)
            inside = local.startswith(prefix) and ".." not in local
            return str(folder / local.removeprefix(prefix)) if inside else str(folder / "no such file")

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            body = (folder / "404.html").read_bytes() if code == 404 else b""
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def end_headers(self) -> None:
            for name, value in headers_for(headers, "/" + urlsplit(self.path).path.removeprefix(prefix)):
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Stay quiet: the tests say what went wrong."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Site(folder, f"http://127.0.0.1:{server.server_port}{prefix}", PUBLISHED)
    finally:
        server.shutdown()
