"""
What ``check`` passes, the build builds: changes that the check has nothing against are gathered in one project, and built.

``BUILD_EXAMPLES=2000 pytest tests/site/test_what_passes_builds.py`` looks further than a usual run.
"""

import os
import shutil
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config
from msgspec import Struct

from commonground.checks import registry
from commonground.edit.recorded import quoted_lock
from commonground.export.quotable import kept_state, quotable
from commonground.model.csl import CSL_TYPES
from commonground.model.front_matter import LAYOUTS
from commonground.model.problem import Level
from commonground.model.source import DESIGNS
from commonground.read.article_types import read_article_types
from commonground.read.corpus import NothingToRead, read_corpus
from commonground.report import as_github, as_json, as_markdown, as_sarif, as_text

from ..conftest import ROOT, TODAY
from ..constructs import any_blocks, inline
from ..invented import invented_page
from .conftest import EPOCH, TINY

EXAMPLES = int(os.environ.get("BUILD_EXAMPLES", "6"))
CHANGES = 14
"""Changes tried in one project; about half of them have an error and are taken back."""


class Change(Struct, frozen=True):
    """What is done to a project, and in words."""

    says: str
    make: Callable[[Path], None]


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=30)
TEXTS = st.sampled_from([
    "Lamps", "Are the lamps lit?", "214 lamps", "", " ", "«\u00a0Lampes\u00a0»", "a\nb", "[x](y)", "[x](http://[::1)", "`code`", "*a*", "{{ a }}",
    "{% raw %}", "<b>", "&amp;", "=1+1", "-", "---", "é" * 200, "lamp " * 60, "\\", '"', "'", "%", "%s", "{x}", "{}", "$&", "\u202e", "\u2028", "1e400",
    "9" * 5000, "2026-11-22", "true", "null", "~", "#", "a: b", "- a", "![x](y.png)", "[@example2020#count]", "@", "𝟘", "e\u0301",
]) | WORDS  # fmt: skip
NUMBERS = st.sampled_from(
    [0, 1, -1, 214, 10**17, -(10**17), 0.0, -0.0, 0.5, 1e300, -1e300, 1e-300, 2.99, 100, 100.1]
) | st.floats(allow_nan=False, allow_infinity=False)
DAYS = st.dates() | st.sampled_from([date.min, date.max, date(2026, 11, 22), date(2027, 11, 22)])
ADDRESSES = st.sampled_from(
    [
        "https://example.org/a",
        "http://[::1]/",
        "https://[x]/",
        "https://a:99999/",
        "mailto:a@b",
        "javascript:a",
        "//a",
        "/a",
        "a.md",
        "",
        "https://é.example/é",
        "https://example.org/" + "a" * 3000,
    ]
)
NAMES = st.sampled_from(
    [
        *read_article_types(),
        *LAYOUTS,
        "culture",
        "law",
        *DESIGNS,
        *CSL_TYPES,
        "in force",
        "crisis",
        "never",
        "full-text",
        "reviewed",
        "odds ratio",
        "source",
        "figure",
        "notice",
        "../x",
        "example2020",
        "example2020#count",
    ]
)
VALUES = st.recursive(
    TEXTS | NUMBERS | DAYS | ADDRESSES | NAMES | st.none() | st.booleans(),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(["en", "fr", "de", "id", "url", "x"]), inside, max_size=3)
    ),
    max_leaves=4,
)

PARTS = ("docs", "evidence", "data", "language")
FRONT_KEYS = (
    "title",
    "type",
    "description",
    "claim",
    "area",
    "themes",
    "layout",
    "reviewed",
    "review_by",
    "credits",
    "translation",
    "draft",
    "template",
    "hide",
    "status",
    "tags",
    "search",
    "date",
    "slug",
    "icon",
    "nav",
)
PAGES = ("docs/en/about/lit.md", "docs/en/index.md", "docs/fr/index.md", "docs/en/about/how-we-check.md")
RECORDS = (
    "evidence/example2020.yaml",
    "evidence/sample2019.yaml",
    "data/services.yaml",
    "data/law-timeline.yaml",
    "data/glossary.yaml",
    "language/en.yaml",
)
CSL_KEYS = (
    "URL",
    "DOI",
    "volume",
    "page",
    "container-title",
    "editor",
    "publisher",
    "number",
    "ISBN",
    "language",
    "accessed",
    "note",
    "author",
    "issued",
    "title",
    "type",
    "abstract",
    "authority",
    "section",
)
MORE_KEYS = (
    "estimate",
    "plain",
    "plain_fr",
    "caution",
    "caution_fr",
    "withheld",
    "quotable",
    "contested_by",
    "direction",
    "themes",
    "places",
    "period",
    "population",
    "archived",
    "acknowledged",
    "superseded_by",
    "retracted",
    "open_access",
    "contested",
    "label",
    "n",
    "low",
    "high",
    "level",
    "notes",
    "hours",
    "email",
    "chat",
    "text",
    "sources",
    "number",
    "court",
    "near",
    "safe",
    "names",
)
BODIES = st.sampled_from([
    "Lamps.", "## Lamps\n\nText.\n\n## Lamps\n\n### Lamps {#lamps}", "- a\n- b\n    - c", "1. a\n2. b", "| a | b |\n| - | - |\n| 1 | x |", "> A word.",
    "```\ncode\n```", "    indented", "[page](how-we-check.md)", "[home](../index.md#lamps)", "[web](https://example.org/x)", "<a@b.example>", "[mail](mailto:a@b.example)",
    "/// fact\nLamps.\n///", "/// details | More\nLamps.\n///", "/// chart\n214 lamps. [@example2020#count]\n///", "/// unknown\n///", "/// fact", "There were 214 lamps lit. [@example2020#count]",
    "[@example2020]", "[@nobody2020]", "[@example2020#count, p. 3]", "Lamps.[^1]\n\n[^1]: Note.", "![A lamp](lamp.png)", "![A lamp](https://example.org/a.png)",
    "<!-- allow links/broken-address: shown as an example -->\n[x](http://[::1)", "<!-- allow structure/picture-file: shown as an example -->\n![A lamp](//[x/a.png)",
    "<!-- allow structure/unsafe-html: shown as an example -->\n<script>x</script>", "<!-- allow links/internal: shown as an example -->\n[x](../../../../etc/passwd)",
    "<!-- allow links/internal: shown as an example -->\n[x](/absolute) [y](?a=b) [z](#nowhere)", "[x]: http://[::1\n\n[x] and [x][]", "<http://[::1>", "Text {.lamps}", "# Title\n\nText",
    "$1+1$", "{{ page.title }} {% include 'x' %}", "*[HTML]: x\n\nHTML", ":smile:", "==a== ~~b~~ ^c^", "a\\\nb", "\\[x\\]", "***", "Setext\n======", "&#0; &#xD800; &nbsp;", "[" * 40, "*" * 60, "> " * 11 + "x",
    "--8<-- \"lit.md\"", "[TOC]", "[[_TOC_]]", "a" * 3000, "word " * 800, "\ufeff", "\u200b", "\u2028", "\x00",
])  # fmt: skip
PATHS = st.sampled_from([
    "docs/en/about/{}.md", "docs/en/about/{}/index.md", "docs/en/{}.md", "docs/fr/{}.md", "docs/fr/about/{}.md", "docs/{}.md", "docs/en/{}/{}.md", "docs/en/a/b/c/d/e/{}.md", "docs/EN/{}.md", "docs/de/{}.md", "docs/en-CA/{}.md",
    "docs/en/about/{}.markdown", "docs/en/about/{}.MD", "docs/en/about/{}.html", "docs/en/about/{}.js", "docs/en/{}.png", "docs/fr/{}.svg", "docs/en/assets/{}.md", "docs/en/evidence/{}.md", "docs/en/figures/{}/index.md", "docs/en/fr/{}.md",
    "docs/en/data/{}.md", "docs/en/pagefind/{}.md", "docs/templates/{}.md", "docs/en/templates/{}.md", "evidence/{}.yml", "evidence/{}.yaml", "evidence/old/{}.yaml", "data/{}.yaml", "language/{}.yaml", "docs/.{}.md", "docs/en/.{}/x.md",
])  # fmt: skip
FILE_NAMES = st.sampled_from(
    [
        "x",
        "index",
        "README",
        "404",
        "lit",
        "LIT",
        "Lit",
        "example2020",
        "fr",
        "en",
        "search",
        "sitemap",
        "a.b",
        "x.fr",
        "x.png",
        "a b",
        "é",
        "a#b",
        "a?b",
        "a%20b",
        "a&b",
        "a'b",
        "CON",
        "-",
        "_x",
        "x" * 200,
        "a\nb",
        "\\",
        "~",
        "glossary",
        "services",
    ]
)

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


SHOWN = {
    "docs/en/law.md": ("layout: law\n", ""),
    "docs/en/help.md": ("layout: services\n", ""),
    "docs/en/about/glossary.md": ("layout: glossary\n", ""),
    "docs/en/media/figures.md": ("layout: figures\n", ""),
    "docs/en/evidence/index.md": ("layout: library\n", ""),
    "docs/en/about/drawn.md": (
        "",
        "/// chart\nOf the lamps, 21% were lit. [@example2020#count]\n///\n\n![A lamp](lamp.png)",
    ),
}
"""More pages, so that each part of the data is on one."""

GLOSSARY = """terms:
  - id: lamp
    term: {en: lamp, fr: lampe}
    also: {en: [lamp post], fr: []}
    definition: {en: "A light. [@example2020#count]", fr: "Une lumière. [@example2020#count]"}
    mark: true
"""


def project(folder: Path) -> Path:
    """Make the tiny project with the real templates and settings."""
    root = folder / "project"
    shutil.copytree(TINY, root)
    (root / "docs/en/about/lamp.png").write_bytes(PNG)
    for path, (key, text) in SHOWN.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(invented_page(text, more=key), "utf-8")
    (root / "data/glossary.yaml").write_text(GLOSSARY, "utf-8")
    record = yaml.safe_load((root / RECORDS[0]).read_text("utf-8"))
    record["findings"][0] |= {
        "states": "Of the lamps in the invented town, 214 (21%) were lit.",
        "states_fr": "Dans la ville inventée, 214 lampes (21 %) étaient allumées.",
        "figures": ["214", "21%"],
        "estimate": {"measure": "share", "value": 21, "label": "Lamps", "label_fr": "Lampes"},
        "quotable": {
            "heading": "Of the lamps in the town, 214 were lit",
            "heading_fr": "Dans la ville, 214 lampes étaient allumées",
            "not": "Do not use it to say all.",
            "not_fr": "Ne pas l'utiliser pour tout dire.",
        },
    }
    (root / RECORDS[0]).write_text(dump(record), "utf-8")
    keep(root)
    (root / "overrides").symlink_to(ROOT / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copy(ROOT / "tests/site/tiny/commonground.toml", root)
    return root


def keep(root: Path) -> None:
    """Keep each figure that is offered to journalists, as ``evidence keep`` does."""
    corpus = read_corpus(root, TODAY)
    states = [kept_state(source, finding, corpus) for source, finding in quotable(corpus)]
    (root / "evidence/quoted.lock").write_bytes(quoted_lock(states))


@st.composite
def front_matter(draw: st.DrawFn) -> Change:
    """A value in the front matter of a page is another, or a key is new."""
    page, key = draw(st.sampled_from(PAGES)), draw(st.sampled_from(FRONT_KEYS))
    value = draw(VALUES | st.lists(NAMES, max_size=3))

    def change(root: Path) -> None:
        _, front, body = (root / page).read_text("utf-8").split("---\n", 2)
        values = yaml.safe_load(front) | {key: value}
        (root / page).write_text(f"---\n{dump(values)}---\n{body}", "utf-8")

    return Change(f"{page}: {key} = {value!r}", change)


@st.composite
def body(draw: st.DrawFn) -> Change:
    """A page has more text."""
    page, text = draw(st.sampled_from(PAGES)), draw(BODIES | TEXTS | any_blocks())

    def change(root: Path) -> None:
        (root / page).write_text(f"{(root / page).read_text('utf-8')}\n{text}\n", "utf-8")

    return Change(f"{page}: + {text!r}", change)


@st.composite
def value(draw: st.DrawFn) -> Change:
    """A value somewhere in a record, a data file or a rule file is another, or there is one more."""
    path, new, more = (
        draw(st.sampled_from(RECORDS)),
        draw(VALUES),
        draw(st.sampled_from((*CSL_KEYS, *MORE_KEYS))),
    )
    turn = draw(st.integers(0, 10_000))
    adds, drops = draw(st.booleans()), draw(st.booleans())

    def change(root: Path) -> None:
        whole = yaml.safe_load((root / path).read_text("utf-8"))
        holders = list(holders_in(whole))
        holder = holders[turn % len(holders)]
        if isinstance(holder, dict):
            key = more if adds else list(holder)[turn % len(holder)]
            holder[key] = new
            if drops and not adds:
                del holder[key]
        elif adds or not holder:
            holder.append(deepcopy(holder[0]) if holder and drops else new)
        else:
            holder[turn % len(holder)] = new
        (root / path).write_text(dump(whole), "utf-8")

    return Change(f"{path}: part {turn}, {more if adds else 'a value'} = {new!r}", change)


def holders_in(value: Any) -> Any:
    """Yield each mapping and list of a value."""
    if isinstance(value, dict) and value:
        yield value
        for inside in value.values():
            yield from holders_in(inside)
    elif isinstance(value, list):
        yield value
        for inside in value:
            yield from holders_in(inside)


@st.composite
def known_value(draw: st.DrawFn) -> Change:
    """A record has something that it may have: what is drawn, quoted, contested, archived, and of any kind of source."""
    number, low, high = draw(NUMBERS), draw(NUMBERS), draw(NUMBERS)
    day, design, kind = draw(DAYS), draw(st.sampled_from(DESIGNS)), draw(st.sampled_from(CSL_TYPES))
    title, measure = draw(TEXTS), draw(st.sampled_from(["odds ratio", "share", "count", "lamps"]) | TEXTS)
    which = draw(st.integers(0, 8))

    def change(root: Path) -> None:
        path = root / "evidence/example2020.yaml"
        record = yaml.safe_load(path.read_text("utf-8"))
        finding = record["findings"][0]
        match which:
            case 0:
                finding["estimate"] = {
                    "measure": measure,
                    "value": number,
                    "low": low,
                    "high": high,
                    "level": 95,
                    "label": "Lamps",
                    "label_fr": "Lampes",
                }
            case 1:
                finding["estimate"] = {
                    "measure": measure,
                    "before": low,
                    "after": high,
                    "label": "Lamps",
                    "label_fr": "Lampes",
                }
            case 2:
                finding["quotable"] = {
                    "heading": f"Of 214 lamps, {title}",
                    "heading_fr": f"Sur 214 lampes, {title}",
                    "not": f"Do not use it to say {title}.",
                    "not_fr": "Ne pas l'utiliser pour dire tout.",
                }
            case 3:
                record["csl"]["type"] = kind
            case 4:
                record["design"] = design
            case 5:
                record["csl"]["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
            case 6:
                record["csl"]["title"] = title
            case 7:
                record["archived"] = {"url": "https://archive.example/1", "date": day, "instead": True}
            case _:
                record["checked"]["date"] = day
        path.write_text(dump(record), "utf-8")
        keep(root)

    return Change(
        f"the record: part {which} with {number}, {low}, {high}, {day}, {design}, {kind}, {title!r}, {measure!r}",
        change,
    )


@st.composite
def new_file(draw: st.DrawFn) -> Change:
    """There is one more file, with some name in some folder."""
    path = draw(PATHS).replace("{}", draw(FILE_NAMES))
    key, number = draw(st.sampled_from(["", "layout: services\n", "draft: true\n"])), draw(BODIES)

    def change(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(
            PNG if path.endswith(".png") else invented_page(str(number), more=key).encode("utf-8")
        )

    return Change(f"{path}: {key!r}, {number!r}", change)


@st.composite
def other_text(draw: st.DrawFn) -> Change:
    """A file is another text: lines of it are gone, twice there, indented, or others stand among them."""
    kind, turn, length = draw(st.integers(0, 4)), draw(st.integers(0, 10_000)), draw(st.integers(1, 4))
    text = draw(BODIES | TEXTS | inline(stray=True))

    def change(root: Path) -> None:
        files = sorted(
            path
            for part in PARTS
            for path in (root / part).rglob("*")
            if path.suffix in (".md", ".yaml", ".lock")
        )
        path = files[turn % len(files)]
        lines = path.read_text("utf-8").split("\n")
        at = turn % len(lines)
        some = lines[at : at + length]
        word = some[0][: turn % (len(some[0]) + 1)]
        lines[at : at + length] = [
            [],
            [*some, *some],
            [f"  {line}" for line in some],
            [word + text + some[0].removeprefix(word), *some[1:]],
            [text, *some],
        ][kind]
        path.write_text("\n".join(lines), "utf-8")

    return Change(f"text {turn}: way {kind} over {length} lines with {text!r}", change)


@st.composite
def moved(draw: st.DrawFn) -> Change:
    """A file has another name, or stands in another folder."""
    turn, path = draw(st.integers(0, 10_000)), draw(PATHS).replace("{}", draw(FILE_NAMES))

    def change(root: Path) -> None:
        files = sorted(path for part in PARTS for path in (root / part).rglob("*") if path.is_file())
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        files[turn % len(files)].rename(root / path)

    return Change(f"file {turn} becomes {path}", change)


def dump(value: Any) -> str:
    """Return YAML of a value."""
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False)


def has_errors(root: Path) -> bool:
    """Tell whether the check finds an error; that it ends at all, and can say what it finds, is what each change tries."""
    try:
        report = registry.run(read_corpus(root, TODAY))
    except NothingToRead:
        return True
    for form in (as_text, as_json, as_github, as_markdown, as_sarif):
        form.render(report).encode()
    return report.reaches(Level.ERROR)


def build_in(root: Path) -> None:
    """Build the site as ``mkdocs build`` does."""
    config = load_config(config_file=str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


@pytest.fixture
def _settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://site.example/lamps/")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")


CHANGE = front_matter() | body() | value() | known_value() | new_file() | other_text() | moved()


@pytest.mark.usefixtures("_settings")
@settings(
    max_examples=EXAMPLES,
    phases=[
        Phase.explicit,
        Phase.generate,
    ],  # each try is a build, so making a failure smaller would take an hour
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.function_scoped_fixture,
        HealthCheck.data_too_large,
    ],
)
@given(st.lists(CHANGE, min_size=CHANGES, max_size=CHANGES))
def test_what_the_check_passes_is_built(changes: list[Change]) -> None:
    """Of many changes, those that the check passes make a project that is built, with nothing outside its folder."""
    with TemporaryDirectory() as folder:
        root = project(Path(folder))
        for change in changes:
            before = Path(folder) / "before"
            shutil.copytree(root, before, symlinks=True)
            try:
                change.make(root)
                wrong = has_errors(root)
            except OSError:  # this system has no such file name
                wrong = True
            if wrong:
                shutil.rmtree(root)
                before.rename(root)
            else:
                shutil.rmtree(before)
        build_in(root)
        assert (root / "site/index.html").is_file()
        assert [path.name for path in Path(folder).iterdir()] == ["project"]
        assert not {path.name for path in root.iterdir()} - {
            "docs",
            "evidence",
            "data",
            "language",
            "overrides",
            "mkdocs.yml",
            "commonground.toml",
            "site",
            ".cache",
            ".site.lock",
        }
