"""What a build makes of a project, and what it does when something is wrong with it."""

import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from commonground.model.front_matter import LAYOUTS
from commonground.site.staging import Staging

from ..conftest import ROOT
from .conftest import Build

LIT = "docs/en/about/lit.md"


def said(done: subprocess.CompletedProcess[str]) -> str:
    """Return what a failed build told the user."""
    assert done.returncode in (1, 2), done.stdout + done.stderr
    text = done.stdout + done.stderr
    assert "Traceback" not in text
    return text


def test_a_missing_translation_has_a_page_that_says_so(tiny: Path, mkdocs: Build) -> None:
    """The French address leads to a short French page with a link to the English one, which search engines leave out."""
    done = mkdocs(tiny)
    assert done.returncode == 0, done.stderr
    page = (tiny / "site/fr/about/lit/index.html").read_text(encoding="utf-8")
    assert '<html lang="fr">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert 'href="../../../about/lit/"' in page
    assert "canonical" not in page
    original = (tiny / "site/about/lit/index.html").read_text(encoding="utf-8")
    assert 'hreflang="fr" href="https://' not in original
    assert 'hreflang="x-default" href="https://site.example/lamps/about/lit/"' in original
    sitemap = (tiny / "site/sitemap.xml").read_text(encoding="utf-8")
    assert "https://site.example/lamps/fr/</loc>" in sitemap
    assert "lamps/fr/about/lit" not in sitemap


def test_a_link_leads_to_what_the_build_makes(tiny: Path, mkdocs: Build) -> None:
    """A finding on the page of its source, and a provision: they have an address although nobody wrote their pages."""
    law = (tiny / "docs/en/about/lit.md").read_text(encoding="utf-8")
    law = law.replace("type: page", "type: page\nlayout: law")
    (tiny / "docs/en/law.md").write_text(law, encoding="utf-8")
    links = "[count](evidence/example2020.md#finding-count), [lamps](law/lamps-1.md#covers)."
    home = tiny / "docs/en/index.md"
    home.write_text(f"{home.read_text(encoding='utf-8')}\n{links}\n", encoding="utf-8")
    done = mkdocs(tiny)
    assert done.returncode == 0, done.stderr
    page = (tiny / "site/index.html").read_text(encoding="utf-8")
    assert 'href="evidence/example2020/#finding-count"' in page
    assert 'href="law/lamps-1/#covers"' in page


def test_a_translation_that_nobody_read_says_so(tiny: Path, mkdocs: Build) -> None:
    """The notice stands on the page, and when the original changes a second one does."""
    assert mkdocs(tiny).returncode == 0
    home = tiny / "site/fr/index.html"
    assert "notice-machine" in home.read_text(encoding="utf-8")
    assert "notice-out-of-date" not in home.read_text(encoding="utf-8")
    original = tiny / "docs/en/index.md"
    original.write_text(original.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    assert mkdocs(tiny).returncode == 0
    assert "notice-out-of-date" in home.read_text(encoding="utf-8")


def test_a_draft_is_nowhere_on_the_site(tiny: Path, mkdocs: Build) -> None:
    """Neither its page nor its name is in any file; its translation is a page of its own no longer either."""
    draft = tiny / "docs/en/about/dim.md"
    lit = (tiny / LIT).read_text(encoding="utf-8")
    draft.write_text(
        lit.replace("Are the lamps lit?", "Dim quixotic lamps").replace(
            "credits: []", "credits: []\ndraft: true"
        ),
        encoding="utf-8",
    )
    home = tiny / "docs/fr/index.md"
    text = home.read_text(encoding="utf-8")
    home.write_text(text.replace("credits: []", "credits: []\ndraft: true"), encoding="utf-8")
    done = mkdocs(tiny)
    assert done.returncode == 0, done.stderr
    site = tiny / "site"
    assert not (site / "about/dim").exists()
    named = [path for path in site.rglob("*") if path.is_file() and b"quixotic" in path.read_bytes()]
    assert named == []
    assert "about/dim" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "notice" in (site / "fr/index.html").read_text(encoding="utf-8")
    assert (site / "about/lit/index.html").exists()


def test_sources_name_the_pages_that_cite_them(tiny: Path, mkdocs: Build) -> None:
    """A source's page lists each page that relies on it, and says so where none does."""
    assert mkdocs(tiny).returncode == 0
    cited = (tiny / "site/evidence/example2020/index.html").read_text(encoding="utf-8")
    assert '<a href="../../about/lit/">Are the lamps lit?</a>' in cited
    other = (tiny / "site/evidence/sample2019/index.html").read_text(encoding="utf-8")
    assert "No page relies on it yet." in other
    data = json.loads((tiny / "site/data/evidence.json").read_bytes())
    assert [source["id"] for source in data["sources"]] == ["example2020", "sample2019"]


def test_a_kept_copy_takes_over_on_the_source_page(tiny: Path, mkdocs: Build) -> None:
    """No link leads to the dead address, the page says so, and the data say which copy is shown."""
    record = tiny / "evidence/example2020.yaml"
    text = record.read_text(encoding="utf-8").replace(
        "csl:\n", "csl:\n  URL: https://dead.example/a\n  DOI: 10.1000/dead\n"
    )
    copy = "archived: {url: 'https://archive.example/1', date: 2026-01-02, instead: true}\n"
    record.write_text(text + copy, encoding="utf-8")
    done = mkdocs(tiny)
    assert done.returncode == 0, done.stderr
    page = (tiny / "site/evidence/example2020/index.html").read_text(encoding="utf-8")
    assert '<p class="kept-copy">The original address no longer answers.' in page
    assert page.count('href="https://archive.example/1"') == 3  # both references and the margin
    assert "Kept copy of 2 January 2026" in page
    assert "dead.example/a" in page
    assert 'href="https://dead.example' not in page
    assert 'href="https://doi.org/10.1000/dead"' not in page
    french = (tiny / "site/fr/evidence/example2020/index.html").read_text(encoding="utf-8")
    assert "L’adresse d’origine ne répond plus." in french
    whole = json.loads((tiny / "site/data/evidence.json").read_text(encoding="utf-8"))
    (source,) = [one for one in whole["sources"] if one["id"] == "example2020"]
    assert source["archived"] == {"url": "https://archive.example/1", "date": "2026-01-02", "instead": True}


def test_languages_of_content_and_engine_must_agree(tiny: Path, mkdocs: Build) -> None:
    """A language without its folder, or a folder without its language, is told before anything is left out."""
    (tiny / "docs/fr/index.md").unlink()
    (tiny / "docs/fr").rmdir()
    assert "docs/fr" in said(mkdocs(tiny))
    (tiny / "docs/fr").mkdir()
    (tiny / "docs/de").mkdir()
    (tiny / "language/de.yaml").write_text("[]")
    assert "docs/de" in said(mkdocs(tiny))


def with_language(tiny: Path, code: str, name: str) -> None:
    """Add a language with a home page, no word rules and no data, which would have to be in it."""
    shutil.rmtree(tiny / "data")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    own = f"          name: Français\n        - locale: {code}\n          name: {name}\n"
    (tiny / "mkdocs.yml").write_text(settings.replace("          name: Français\n", own), encoding="utf-8")
    texts = (tiny / "commonground.toml").read_text(encoding="utf-8").replace('"fr"]', f'"fr", "{code}"]')
    for text in dict.fromkeys(re.findall(r'fr = ("[^"]*")', texts)):
        texts = texts.replace(f"fr = {text}", f"fr = {text}, {code} = {text}")
    (tiny / "commonground.toml").write_text(texts, encoding="utf-8")
    page = (tiny / "docs/fr/index.md").read_text(encoding="utf-8")
    (tiny / f"docs/{code}").mkdir()
    text = page.replace("Les lampes sont allumées.", "Las lámparas están encendidas.").replace(
        "Lampes", "Lámparas"
    )
    (tiny / f"docs/{code}/index.md").write_text(text, encoding="utf-8")


def test_a_language_without_word_rules_has_pages_that_say_so(tiny: Path, mkdocs: Build) -> None:
    """The site is in Spanish, with what nobody has read yet and what no program reads told on its pages."""
    with_language(tiny, "es", "Español")
    done = mkdocs(tiny)
    assert done.returncode == 0, done.stderr
    page = (tiny / "site/es/index.html").read_text(encoding="utf-8")
    assert '<html lang="es"' in page
    assert "Ir al texto principal" in page
    assert "Ninguna persona de lengua española ha leído aún" in page
    assert "Todavía no hay reglas de palabras en este idioma." in page
    assert "Skip to the main text" not in page
    record = (tiny / "site/es/evidence/example2020/index.html").read_text(encoding="utf-8")
    assert "noviembre de 2026" in record


def test_a_language_that_the_program_does_not_know_stops_the_build_by_name(tiny: Path, mkdocs: Build) -> None:
    """No page is shown in the words of another language."""
    with_language(tiny, "pt", "Português")
    assert "languages/pt/site.toml is not there" in said(mkdocs(tiny))


# What a contributor may break, and a piece of the message that helps.
BROKEN = [
    pytest.param("evidence/example2020.yaml", b'id: "x', "input/broken-yaml", id="broken-yaml"),
    pytest.param(LIT, b"\xff\xfe---", "input/not-utf-8", id="wrong-encoding"),
    pytest.param("evidence/example2020.yaml", b"id: a\nid: b\n", "input/duplicate-key", id="duplicate-key"),
    pytest.param("language/en.yaml", b"- id: a\n  colour: red\n", "input/unknown-key", id="unknown-key"),
    pytest.param(
        "data/services.yaml", b"a: &a [x, x]\nb: [*a, *a]\n", "data/services.yaml:1:4", id="alias-bomb"
    ),
    pytest.param("evidence/example2020.yaml", None, "evidence/unknown-source", id="missing-evidence"),
    pytest.param("evidence/sample2019.yaml", b"id: example2020\n", "evidence/invalid-record", id="two-records-one-id"),
    pytest.param("docs/xx/index.md", b"Text.\n", "docs/xx", id="unknown-language-folder"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "content", "hint"), BROKEN)
def test_a_broken_file_stops_the_build_with_its_place(
    tiny: Path, mkdocs: Build, path: str, content: bytes | None, hint: str
) -> None:
    """The message names the file and what is wrong; the site that stood there before is untouched, and none is begun."""
    (tiny / "site").mkdir()
    (tiny / "site/index.html").write_text("the old site")
    if content is None:
        (tiny / path).unlink()
    else:
        (tiny / path).parent.mkdir(parents=True, exist_ok=True)
        (tiny / path).write_bytes(content)
    message = said(mkdocs(tiny))
    assert hint in message
    assert (tiny / "site/index.html").read_text() == "the old site"
    assert sorted(p.name for p in (tiny / "site").iterdir()) == ["index.html"]
    assert not list(tiny.glob("*building*")) + list(tiny.glob(".*building*"))


def test_empty_docs_are_told(tiny: Path, mkdocs: Build) -> None:
    """A project without a page ends with what a page would be."""
    for page in (tiny / "docs").rglob("*.md"):
        page.unlink()
    assert "there is no page" in said(mkdocs(tiny))


def test_a_place_that_cannot_be_written_is_told(tiny: Path, mkdocs: Build) -> None:
    """Where the output folder cannot be made, the message says which and what else to do."""
    (tiny / "blocked").write_text("a file, not a folder")
    message = said(mkdocs(tiny, "--site-dir", "blocked/site"))
    assert "cannot be written" in message
    assert "--site-dir" in message


def test_a_missing_pandoc_is_told(tiny: Path, mkdocs: Build, tmp_path: Path) -> None:
    """Without Pandoc the message names the package that brings it."""
    without = tmp_path / "without"
    without.mkdir()
    (without / "pypandoc.py").write_text(
        "def get_pandoc_version():\n    raise OSError('none')\n\nget_pandoc_path = get_pandoc_version\n"
    )
    message = said(mkdocs(tiny, PYTHONPATH=str(without)))
    assert "pypandoc_binary" in message
    assert not (tiny / "site").exists()


def test_a_wrong_clock_is_told(tiny: Path, mkdocs: Build) -> None:
    """SOURCE_DATE_EPOCH must be a number."""
    assert "SOURCE_DATE_EPOCH" in said(mkdocs(tiny, SOURCE_DATE_EPOCH="yesterday"))


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("SITE_URL", "ftp://site.example/"),
        ("SITE_URL", "http://[::1"),
        ("REPORT_URL", "javascript:alert(1)"),
        ("EDIT_URL", "http://[::1"),
        ("EDIT_URL", "https://\udcff/"),
    ],
)
def test_a_setting_that_is_no_address_is_told(tiny: Path, mkdocs: Build, name: str, address: str) -> None:
    """Pages would lead there."""
    assert f"Set {name}" in said(mkdocs(tiny, **{name: address}))


def test_a_site_without_an_address_is_built(tiny: Path, mkdocs: Build) -> None:
    """Until somebody says where it will be, it is where one looks at it."""
    done = mkdocs(tiny, SITE_URL="")
    assert done.returncode == 0, done.stderr
    assert '<link rel="canonical" href="http://localhost:8000/">' in (tiny / "site/index.html").read_text(
        encoding="utf-8"
    )


def test_a_folder_may_be_called_index(tiny: Path, mkdocs: Build) -> None:
    """The notice in French for a page of that name stands at its own address, and not at its folder's."""
    page = tiny / "docs/en/oil/index/index.md"
    page.parent.mkdir(parents=True)
    shutil.copy(tiny / LIT, page)
    done = mkdocs(tiny)
    assert done.returncode == 0, done.stderr
    assert (tiny / "site/fr/oil/index/index.html").is_file()
    assert not (tiny / "site/fr/oil/index.html").exists()


def test_each_layout_shows_the_sources_of_its_text(tiny: Path, mkdocs: Build) -> None:
    """A page of any layout may cite, and what it cites stands below it."""
    lit = (tiny / LIT).read_text(encoding="utf-8")
    for layout in LAYOUTS:
        page = tiny / f"docs/en/about/lit-{layout}.md"
        page.write_text(lit.replace("type: page", f"type: page\nlayout: {layout}"), encoding="utf-8")
    done = mkdocs(tiny)
    assert done.returncode == 0, done.stderr
    for layout in LAYOUTS:
        html = (tiny / f"site/about/lit-{layout}/index.html").read_text(encoding="utf-8")
        assert html.count('id="source-1"') == 1, layout


def test_a_type_without_a_template_is_told(tiny: Path, mkdocs: Build) -> None:
    """The message says which file is missing and what it may hold."""
    (tiny / "article_types").mkdir()
    (tiny / "article_types/lamp.toml").write_text('sections = ["unknown"]\n', encoding="utf-8")
    assert "Add overrides/types/lamp.html" in said(mkdocs(tiny))


def test_warnings_stop_nothing(tiny: Path, mkdocs: Build) -> None:
    """A warning of ours does not abort a strict build, and stands on no page of it."""
    page = tiny / LIT
    page.write_text(page.read_text(encoding="utf-8") + "\nThe luminary is on.\n", encoding="utf-8")
    assert mkdocs(tiny).returncode == 0
    assert not [
        path for path in (tiny / "site").rglob("*.html") if 'class="problems' in path.read_text("utf-8")
    ]


def test_a_second_build_at_once_is_refused(tiny: Path, mkdocs: Build) -> None:
    """Two builds would mix their files; the first one's stay."""
    building = Staging(tiny / "site")
    assert "being built already" in said(mkdocs(tiny))
    assert building.folder.is_dir()
    building.drop()
    assert mkdocs(tiny).returncode == 0


def test_a_fault_of_the_program_is_told_as_one(tiny: Path, mkdocs: Build, tmp_path: Path) -> None:
    """A template that divides by zero: exit code 3, no traceback, and the old site stays."""
    (tiny / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", tiny / "overrides")
    (tiny / "overrides/types/page.html").write_text("{{ 1 / 0 }}")
    (tiny / "site").mkdir()
    done = mkdocs(tiny, TMPDIR=str(tmp_path))
    assert done.returncode == 3
    assert "fault of the program, not of your text: ZeroDivisionError" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert len(list(tmp_path.glob("commonground-fault-*.txt"))) == 1
    assert not list((tiny / "site").iterdir())
    assert not list(tiny.glob(".site*"))


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="there is no file system in memory")
def test_a_machine_makes_no_difference(tiny: Path, mkdocs: Build) -> None:
    """
    After an edit, with all that is kept of an earlier build and all processors, the site has the same bytes as made anew by one
    processor, and in memory, where folders list their files in another order.
    """
    built(mkdocs, tiny, tiny / "site")
    page = tiny / "docs/en/about/lit.md"
    page.write_text(page.read_text("utf-8") + "\nLamps shine.\n", "utf-8")
    known = built(mkdocs, tiny, tiny / "site")
    shutil.rmtree(tiny / ".cache")
    processors = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(processors)})
    try:
        with tempfile.TemporaryDirectory(dir="/dev/shm") as memory:
            assert_same_bytes(known, built(mkdocs, tiny, Path(memory) / "site"))
    finally:
        os.sched_setaffinity(0, processors)


def test_the_engine_can_be_replaced(tiny: Path, mkdocs: Build, properdocs: Build, tmp_path: Path) -> None:
    """MkDocs is not maintained any more: ProperDocs, which continues it, builds the same bytes."""
    assert_same_bytes(built(mkdocs, tiny, tmp_path / "one"), built(properdocs, tiny, tmp_path / "other"))


def built(build: Build, root: Path, site: Path) -> dict[Path, bytes]:
    """Return what a build made, by path."""
    done = build(root, "--site-dir", str(site))
    assert done.returncode == 0, done.stderr
    return {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def assert_same_bytes(first: dict[Path, bytes], second: dict[Path, bytes]) -> None:
    """Fail with the names of the files that differ."""
    assert first
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []


def test_a_template_that_asks_for_what_its_page_lacks_stops_the_build(tiny: Path, mkdocs: Build) -> None:
    """It would print nothing, and nobody would see it."""
    (tiny / "overrides").unlink()
    (tiny / "overrides/types").mkdir(parents=True)
    (tiny / "overrides/types/page.html").write_text("{{ cg.answer }}", "utf-8")
    done = mkdocs(tiny)
    assert done.returncode == 1
    assert "overrides/types/page.html:1: " in done.stderr
    assert "no attribute 'answer'" in done.stderr
