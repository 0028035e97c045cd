"""
A figure is planted in every place of a project: none gets through.

The project of ``planted/`` has a mark with a name, ``⟦…⟧``, at each place. Nothing is in their stead in the clean project; in
the planted one each is a figure that stands nowhere else.
"""

import gzip
import os
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config

from commonground.checks import registry
from commonground.edit.recorded import quoted_lock
from commonground.export.quotable import kept_state, quotable
from commonground.files.kept import Kept
from commonground.model.corpus import Corpus
from commonground.model.memory import Memory, in_order
from commonground.model.problem import Level
from commonground.read.corpus import read_corpus
from commonground.read.remembered import PROGRAM, Remembered
from commonground.site import prepare
from commonground.verify.site import verify

from ..conftest import ROOT, TODAY
from ..said import said

EXAMPLES = int(os.environ.get("REMEMBERED_EXAMPLES", "6"))
CHANGED = (".csv", ".html", ".json", ".xml", ".pdf", ".pf_fragment")
DAMAGES = st.sampled_from(
    [
        "",
        "",
        "87",
        "214 of them",
        '<a href="#nowhere">x</a>',
        '<img src="https://elsewhere.example/">',
        '<b id="main">x</b>',
    ]
)
PLANTED = Path(__file__).parent / "planted"
MARK = re.compile("⟦([^⟧]+)⟧")
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc000000301010018dd8db00000000049454e44ae426082"
)
TEXTS = {
    path.relative_to(PLANTED).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(PLANTED.rglob("*"))
    if path.is_file()
}
PLACES = [(path, match[1]) for path, text in TEXTS.items() for match in MARK.finditer(text)]
FIGURES = {place: f"87.{number}" for number, place in enumerate(PLACES, start=101)}
"""A figure for each place, as the file and the mark name it."""

REFUSED = {"docs/en/about/refused.md", "docs/en/about/drawing.svg"}
"""Files that no check lets through: what they are made of is refused, whatever it says."""

UNSEEN = {
    "abstract", "address of a source", "comment", "language of a source", "name of a closed service", "name of a service that is not listed", "note on the reading",
    "title of a drawing", "what to do", "why to confirm a service", "words of a drawing",
}  # fmt: skip
"""Places that no reader of the site sees; a part of a reference that cannot be one, such as an address, is left out of it."""


def filled(path: str, planted: Callable[[tuple[str, str]], bool]) -> str:
    """Return the text of a file with figures in some of its places."""

    def fill(match: re.Match[str]) -> str:
        place = (path, match[1])
        return f" {FIGURES[place]}%" if planted(place) else ""

    return MARK.sub(fill, TEXTS[path])


def write(root: Path, planted: Callable[[tuple[str, str]], bool]) -> Path:
    """Write the project with figures in some places."""
    for path in TEXTS:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(filled(path, planted), encoding="utf-8")
    (root / "docs/en/about/lamp.png").write_bytes(PNG)
    return root


def errors(root: Path) -> set[tuple[str, str, str]]:
    """Return path, rule and message of each error; that a record was changed at all proves nothing here."""
    problems = registry.run(read_corpus(root, TODAY)).problems
    found = {(p.path, p.rule, said(p)) for p in problems if p.level is Level.ERROR}
    return {one for one in found if one[1] != "evidence/unkept-figure"}


def rounds() -> Iterator[set[tuple[str, str]]]:
    """Yield sets of places that together hold each once, with one of each file in a set: files are judged by themselves."""
    by_file = [[place for place in PLACES if place[0] == path] for path in TEXTS]
    for number in range(max(map(len, by_file))):
        yield {places[number] for places in by_file if number < len(places)}


@pytest.fixture(scope="module")
def stopped(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """The places in which a planted figure is an error of ``commonground check``."""
    root = write(tmp_path_factory.mktemp("checked"), lambda place: False)
    clean = errors(root)
    assert {path for path, _, _ in clean} == REFUSED, "the project is in order but for what is refused"
    found = {place for place in PLACES if place[0] in REFUSED}
    for places in rounds():
        for path, _ in places:
            (root / path).write_text(filled(path, places.__contains__), encoding="utf-8")
        new = {path for path, _, _ in errors(root) - clean}
        found |= {place for place in places if place[0] in new}
        for path, _ in places:
            (root / path).write_text(filled(path, lambda place: False), encoding="utf-8")
    return found


def site_of(root: Path) -> Path:
    """Build the site of a project with every check and the wall switched off."""
    (root / "overrides").symlink_to(ROOT / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copy(ROOT / "tests/site/tiny/commonground.toml", root)
    corpus = read_corpus(root, TODAY)
    kept = quoted_lock(kept_state(source, finding, corpus) for source, finding in quotable(corpus))
    (root / "evidence/quoted.lock").write_bytes(kept)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prepare, "stop_at_errors", lambda *_: None)
        patch.setattr(prepare, "verify_or_stop", lambda *_: None)
        patch.setenv("SITE_URL", "https://site.example/lamps/")
        patch.setenv("SOURCE_DATE_EPOCH", "1795348800")
        places = {"docs_dir": str(root / "docs"), "site_dir": str(root / "site")}
        config = load_config(config_file=str(root / "mkdocs.yml"), **places)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    return root / "site"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the planted project."""
    return site_of(write(tmp_path_factory.mktemp("built"), lambda place: True))


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the clean project, without what is refused."""
    root = write(tmp_path_factory.mktemp("clean"), lambda place: False)
    (root / "docs/en/about/refused.md").unlink()
    drawing = root / "docs/en/about/drawing.svg"
    drawing.write_text(
        re.sub(r"<(title|text)>.*?</\1>", "", drawing.read_text(encoding="utf-8")), encoding="utf-8"
    )
    return site_of(root)


def published(site: Path) -> Mapping[str, str]:
    """Return the text of every file of a site, packed ones unpacked."""
    found = {}
    for path in (path for path in site.rglob("*") if path.is_file()):
        data = path.read_bytes()
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                data = b"\n".join(archive.read(name) for name in archive.namelist())
        elif path.suffix.startswith(".pf_"):
            data = gzip.decompress(data)
        found[path.relative_to(site).as_posix()] = data.decode("utf-8", "replace")
    return found


def test_there_are_many_places() -> None:
    """Every field of every kind of file, and every construct of Markdown."""
    assert len(set(PLACES)) == len(PLACES) >= 140


def test_the_wall_alone_tells_every_planted_figure(built: Path, tmp_path: Path) -> None:
    """With all checks switched off, whatever was planted and can be seen is reported by the verification of the built site."""
    texts = "\n".join(published(built).values())
    seen = {place for place in PLACES if re.search(rf"87[.,]{FIGURES[place][3:]}", texts)}
    corpus = read_corpus(write(tmp_path, lambda place: False), TODAY)
    told = "\n".join(said(p) for p in verify(built, corpus).problems if p.rule.startswith("site/unread"))
    missed = {place for place in seen if not re.search(rf"87[.,]{FIGURES[place][3:]}", told)}
    assert {name for _, name in missed} == set()
    assert {name for _, name in set(PLACES) - seen} == UNSEEN


def test_no_planted_figure_is_published(stopped: set[tuple[str, str]], built: Path, tmp_path: Path) -> None:
    """Each is stopped by a check, or else by the wall as it stands in the build, with the corpus that has the figure too."""
    left = [place for place in PLACES if place not in stopped and place[1] not in UNSEEN]
    planted = read_corpus(write(tmp_path, left.__contains__), TODAY)
    told = "\n".join(said(p) for p in verify(built, planted).problems if p.rule.startswith("site/unread"))
    through = [
        name for place in left for name in (place[1],) if not re.search(rf"87[.,]{FIGURES[place][3:]}", told)
    ]
    assert through == []


def test_the_clean_project_is_built(clean: Path) -> None:
    """The same project without the figures raises no alarm: its numbers are read, cited or computed."""
    assert verify(clean, read_corpus(clean.parent, TODAY)).problems == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Of these lamps, 12.", id="the-volume-of-a-journal"),
        pytest.param("12", id="alone"),
        pytest.param("There were about 214 of them", id="a-rounded-figure-of-a-finding"),
    ],
)
def test_a_number_of_a_record_is_no_number_at_large(clean: Path, text: str, tmp_path: Path) -> None:
    """What a reference or a rounded figure says counts where that source or finding is named, and nowhere else."""
    page = f'<!doctype html><html lang="en"><head></head><body><p>{text}</p></body></html>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    found = verify(tmp_path, read_corpus(clean.parent, TODAY)).problems
    assert "site/unread-figure" in {problem.rule for problem in found}


def remembering(root: Path) -> Memory:
    """Return a memory of readings that are kept in a folder."""
    return Remembered(in_order, Kept(root, ".cache/verified"), layers=PROGRAM)


@pytest.fixture(scope="module")
def remembered(clean: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Corpus]:
    """The clean site, remembered in the folder beside it, and its corpus."""
    folder, corpus = tmp_path_factory.mktemp("remembered"), read_corpus(clean.parent, TODAY)
    shutil.copytree(clean, folder / "site")
    assert verify(folder / "site", corpus, remembering(folder)).problems == ()
    return folder / "site", corpus


def test_what_was_verified_before_is_judged_as_if_it_were_new(
    clean: Path, built: Path, tmp_path: Path
) -> None:
    """With what is remembered of one site and corpus, another site, or the same one held against another corpus, is told alike."""
    planted = read_corpus(write(tmp_path / "planted", lambda place: True), TODAY)
    corpora = (read_corpus(clean.parent, TODAY), planted)
    for site, corpus in [(site, corpus) for site in (clean, built) for corpus in (*corpora, corpora[0])]:
        assert verify(site, corpus, remembering(tmp_path)) == verify(site, corpus)


@settings(max_examples=EXAMPLES, deadline=None)
@given(turn=st.integers(0, 10_000), at=st.integers(0, 10_000), text=DAMAGES, goes=st.booleans())
def test_after_any_damage_to_a_site_the_wall_says_what_it_says_without_memory(
    remembered: tuple[Path, Corpus], turn: int, at: int, text: str, goes: bool
) -> None:
    """A file says something more, has the bytes of another one, or is gone: what is remembered of the others hides nothing."""
    site, corpus = remembered
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(site.parent, folder, dirs_exist_ok=True)
        files = sorted(path for path in (folder / "site").rglob("*") if path.suffix in CHANGED)
        damaged, other = files[turn % len(files)], files[at % len(files)]
        data, said_first = damaged.read_bytes(), damaged.read_bytes().find(b"<p")
        if text and said_first > 0:
            damaged.write_bytes(data[:said_first] + text.encode() + data[said_first:])
        elif goes:
            damaged.unlink()
        else:
            damaged.write_bytes(other.read_bytes())
        assert verify(folder / "site", corpus, remembering(folder)) == verify(folder / "site", corpus)
