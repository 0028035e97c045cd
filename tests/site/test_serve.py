"""`mkdocs serve` while somebody writes: it never ends because of them, and each page says what is wrong with it."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
from msgspec import Struct

from ..conftest import ROOT
from .conftest import EPOCH, TINY

LIT = "docs/en/about/lit.md"
RECORD = "evidence/example2020.yaml"


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def start(root: Path, port: int, log: Path, host: str = "127.0.0.1") -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"{host}:{port}"]
    settings = {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    with log.open("w") as output:
        return subprocess.Popen(
            command, cwd=root, env=os.environ | settings, stdout=output, stderr=subprocess.STDOUT, text=True
        )


class Serving(Struct):
    """A server that shows a project, and what it says on its terminal."""

    root: Path
    port: int
    log: Path
    process: "subprocess.Popen[str]"

    def page(self, path: str) -> str:
        """Return what stands at a path, whatever its status."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=30) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            return error.read().decode()
        except OSError:
            return ""

    def wait_for(self, path: str, fits: Callable[[str], object], seconds: float = 60) -> str:
        """Ask for a page until it is as it should be."""
        end = time.monotonic() + seconds
        while not fits(page := self.page(path)):
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < end, f"{page}\n{self.log.read_text()}"
            time.sleep(0.2)
        return page

    def band(self, path: str, fits: Callable[[str], object]) -> str:
        """Return the text of the band above a page, once it is as it should be."""
        return text(self.wait_for(path, lambda page: fits(text(page))))

    def write(self, path: str, content: str | bytes) -> None:
        """Change a file, as an editor saves it."""
        (self.root / path).write_bytes(content.encode() if isinstance(content, str) else content)

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")


def text(page: str) -> str:
    """Return what the band above a page says, "" where there is none."""
    found = re.search(r'<section class="problems.*?</section>', page, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found[0])).split()) if found else ""


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A copy of the tiny project, shown; the one page that is only in English gets its French twin."""
    root = tmp_path_factory.mktemp("serve") / "project"
    shutil.copytree(TINY, root)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", root)
    port, log = free_port(), root.parent / "log"
    process = start(root, port, log)
    server = Serving(root, port, log, process)
    try:
        server.wait_for("about/lit/", lambda page: "<h1" in page)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture(autouse=True)
def put_back(serving: Serving) -> Iterator[None]:
    """Leave the project as it was found."""
    yield
    for path in (LIT, RECORD, "docs/en/index.md", "docs/fr/index.md"):
        shutil.copy(TINY / path, serving.root / path)
    shutil.copy(ROOT / "mkdocs.yml", serving.root)
    for template in ("types/page.html", "layouts/source.html"):
        shutil.copy(ROOT / "overrides" / template, serving.root / "overrides" / template)


def test_the_terminal_is_quiet(serving: Serving) -> None:
    """Where it is shown and how many problems there are; nothing of what MkDocs and others do meanwhile."""
    said = [line for line in serving.log.read_text().splitlines() if line.strip()]
    assert len(said) == 3, said
    assert "Building documentation" in said[0]
    assert re.search(r"0 errors, \d+ warnings, \d+ suggestions?\. Each stands above its page", said[1])
    assert f"Serving on http://127.0.0.1:{serving.port}/" in said[2]


def test_the_site_is_whole(serving: Serving) -> None:
    """With its search, without the policy that would refuse the reload script, and nothing is written to site/."""
    assert "Content-Security-Policy" not in serving.page("about/lit/")
    assert serving.page("pagefind/pagefind.js")
    assert not (serving.root / "site").exists()


def test_a_problem_stands_above_its_page_and_goes_with_its_cause(serving: Serving) -> None:
    """Level, place, rule and message, in the page's language; other pages say that there is an error elsewhere."""
    good = serving.read(LIT)
    serving.write(LIT, good + "\nThere were 77 more.\n")
    band = serving.band("about/lit/", lambda said: "uncited-figure" in said)
    assert f'Error {LIT}:12:12 evidence/uncited-figure "77" stands in a sentence' in band
    assert f"{LIT}:12:12" in serving.log.read_text()
    french = text(serving.page("fr/"))
    assert "1 erreur dans un autre fichier" in french
    assert f"{LIT}:12:12 evidence/uncited-figure" in french
    serving.write(LIT, good)
    serving.band("about/lit/", lambda said: "uncited-figure" not in said)
    assert "erreur" not in text(serving.page("fr/"))


def test_a_record_is_watched_too(serving: Serving) -> None:
    """Its own page shows what is wrong with it."""
    serving.write(RECORD, serving.read(RECORD).replace("design: ", "design: un"))
    band = serving.band("evidence/example2020/", lambda said: "invalid-record" in said)
    assert f"Error {RECORD}:" in band


BROKEN = {
    "front matter": ('---\ntitle: "x: "y\n---\n\nText.\n', "input/broken-yaml"),
    "no front matter": ("Text.\n", "the page has no front matter"),
    "another encoding": ("---\ntitle: é\n---\n".encode("latin-1"), "input/not-utf-8"),
    "a layout that is none": ('---\ntitle: "A"\ntype: page\nlayout: serviecs\n---\n\nText.\n', "structure/front-matter"),
    "a type that is none": ('---\ntitle: "A"\ntype: [1, 2]\n---\n\nText.\n', "structure/front-matter"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_page_that_cannot_be_read_is_there_all_the_same(serving: Serving, case: str) -> None:
    """With its file's name as a title where it has none, and what is wrong; the others go on."""
    content, said = BROKEN[case]
    serving.write(LIT, content)
    page = serving.wait_for("about/lit/", lambda page: said in text(page))
    assert LIT in text(page)
    assert not re.search(r"<h1[^>]*>\s*</h1>", page)
    assert "<h1" in serving.page("evidence/sample2019/")


def test_a_page_that_cannot_be_drawn_is_there_all_the_same(serving: Serving) -> None:
    """A template may be broken: the pages that need it say so."""
    serving.write("overrides/types/page.html", "{% block")
    serving.write(LIT, serving.read(LIT))  # templates are not watched
    assert "TemplateSyntaxError" in serving.band("about/lit/", lambda said: "cannot be shown" in said)
    serving.write("overrides/types/page.html", "{{ 1 / 0 }}")
    serving.write(LIT, serving.read(LIT))
    assert "ZeroDivisionError" in serving.band("about/lit/", lambda said: "ZeroDivision" in said)


def test_a_save_draws_what_is_asked_for_and_nothing_else(serving: Serving) -> None:
    """A page that cannot be drawn is told when somebody asks for it, and not before."""
    before = len(serving.log.read_text())
    serving.write("overrides/layouts/source.html", "{{ 1 / 0 }}")
    serving.write(LIT, serving.read(LIT) + "\nThe lamps are counted anew.\n")
    serving.wait_for("about/lit/", lambda page: "counted anew" in page)
    assert "ZeroDivisionError" not in serving.log.read_text()[before:]
    assert "ZeroDivisionError" in text(serving.page("evidence/sample2019/"))
    assert "ZeroDivisionError" in serving.log.read_text()[before:]


def test_what_is_made_of_all_pages_is_of_their_last_state(serving: Serving) -> None:
    """Who cites a source, the search and the data know a page that was saved and that nobody has asked for since."""
    cites, title = "[@example2020#count]", 'title: "Are the lamps lit?"'
    serving.write(
        LIT, serving.read(LIT).replace(cites, "[@sample2019#count]").replace(title, 'title: "Anew?"')
    )
    serving.wait_for("evidence/sample2019/", lambda page: "Anew?" in page)
    assert "Anew?" not in serving.page("evidence/example2020/")
    assert "Anew?" in serving.page("data/search/en-later.json")
    assert json.loads(serving.page("pagefind/pagefind-entry.json"))["languages"]["en"]["page_count"] > 1


def test_where_there_is_no_site_the_reason_is_shown(serving: Serving) -> None:
    """Every page is deleted, and one comes back."""
    pages = {path: path.read_bytes() for path in (serving.root / "docs").rglob("*.md")}
    for path in pages:
        path.unlink()
    assert "there is no page in" in serving.wait_for("about/lit/", lambda page: "nothing to show" in page)
    for path, content in pages.items():
        path.write_bytes(content)
    serving.wait_for("about/lit/", lambda page: "<main" in page)


def test_broken_settings_do_not_end_it(serving: Serving) -> None:
    """What was shown is shown on, until they are mended."""
    before = len(serving.log.read_text())
    serving.write("mkdocs.yml", "site_name: [")
    end = time.monotonic() + 30
    while "parsing the configuration file" not in (said := serving.log.read_text()[before:]):
        assert time.monotonic() < end, said
        time.sleep(0.2)
    assert "Traceback" not in said
    assert "<main" in serving.page("about/lit/")


def test_nothing_of_this_is_ever_a_traceback(serving: Serving) -> None:
    """Whatever the tests before did to it."""
    assert serving.process.poll() is None
    assert "Traceback" not in serving.log.read_text()


def test_a_taken_port_gives_way_to_the_next(tmp_path: Path) -> None:
    """It is told before anything is built, and the addresses on the pages are those of the port that serves."""
    shutil.copytree(TINY, tmp_path / "project")
    (tmp_path / "project" / "overrides").symlink_to(ROOT / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "project")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = start(tmp_path / "project", port, tmp_path / "log")
        server = Serving(tmp_path / "project", port + 1, tmp_path / "log", process)
        try:
            page = server.wait_for("about/lit/", lambda page: "<h1" in page)
        finally:
            process.terminate()
            process.wait(timeout=20)
    said = (tmp_path / "log").read_text()
    assert f"port {port} is taken" in said
    assert f"Serving on http://127.0.0.1:{port + 1}/" in said
    assert f"127.0.0.1:{port}/" not in page
    assert "Traceback" not in said


def test_an_address_that_cannot_be_used_is_told_at_once(tmp_path: Path) -> None:
    """Before anything is built, with what to do."""
    shutil.copytree(TINY, tmp_path / "project")
    (tmp_path / "project" / "overrides").symlink_to(ROOT / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "project")
    process = start(tmp_path / "project", 8000, tmp_path / "log", host="192.0.2.1")
    assert process.wait(timeout=60) == 1
    said = (tmp_path / "log").read_text()
    assert "192.0.2.1:8000 cannot be used" in said
    assert "Each stands above its page" not in said
    assert "Traceback" not in said
