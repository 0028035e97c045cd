"""
What is about our site alone stands in ``commonground.toml``, ``data/``, ``docs/`` and ``language/``, not in the program.

Another organisation starts from the package: no code and no template names the site, its themes, areas, pages or services.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from commonground.model.front_matter import LAYOUTS
from commonground.model.settings import PAGES
from commonground.read.article_types import read_article_types

from .conftest import ROOT
from .test_languages import COMMENT, assert_still, python

SETTINGS = tomllib.loads((ROOT / "commonground.toml").read_text(encoding="utf-8"))
GENERAL = {*read_article_types(), *LAYOUTS, *PAGES, "health", "support", "legal"}
"""Words that the program has for other things: types of articles, layouts, parts of a site, keys of records."""

IDS = {id for key in ("themes", "areas", "service_kinds") for id in SETTINGS[key]} - GENERAL
PATHS = {path for path in SETTINGS["pages"].values() if "/" in path}
NAMES = {
    *SETTINGS["name"].values(),
    *(name for text in SETTINGS["themes"].values() for name in text.values() if " " in name),
}
PLACE = re.compile(r"\.gc\.ca|canadian|sex.?work|travail du sexe|trabajo sexual", re.IGNORECASE)
QUOTED = re.compile(r"""(["'`])(?P<text>(?:\\.|(?!\1).)*)\1""")

SUBJECT = re.compile(
    r"sex.?(work|trade)|(sell|buy)ing sex|travail(leuses?|leurs?)? du sexe|trabaj\w+ sexual|prostitu|trafficking|proxen|escort"
    r"|stripp|brothel|bordel|burdel|\bpimp|\bporn|criminal code|code criminel|código penal|d[eé]s?crimin|despenal|stigma|estigma",
    re.IGNORECASE,
)
STILL_ON_IT = {
    "languages/es/words.toml": "the gender of nouns: a dictionary, which replacements need",
    "languages/fr/words.toml": "the gender of nouns, likewise for the word rules that the package brings along",
    "languages/numbers.toml": "a rule for sections that are known without the word; numbers are read alike on every site",
    "overrides/assets/js/language/sentences.js": "endings of web addresses",
    "read/sentences.py": "endings of web addresses",
}
"""Files that have words of our subject, and why; comments and docstrings may."""

STILL = {
    "scripts/commonground/read/statute.py": "reads the XML in which one country publishes its laws",
}
"""Files that tell of our site, and why. A file of the language folders is read by ``test_languages``."""


def sources() -> Iterator[Path]:
    """Yield the program's code, data and templates, but for lists of words by which any text is read."""
    for folder in ("scripts/commonground", "overrides"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".js", ".html", ".css", ".csl") or path.name == "site.toml":
                yield path


def told(path: Path) -> Iterator[str]:
    """Yield what a file says of our site; comments and docstrings may."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        texts = [name for name, source in python(text) if name != source]
    else:
        text = COMMENT.get(path.suffix, COMMENT[".html"]).sub("", text)
        texts = [found["text"] for found in QUOTED.finditer(text)] + [text]
    for one in texts:
        yield from ({one} & IDS) if path.name != "site.toml" else ()
        yield from (path for path in PATHS if path in one)
        yield from (name for name in NAMES if name in one)
        yield from PLACE.findall(one)


def test_the_program_tells_of_no_site() -> None:
    """Each file that does is in the list with its reason, and the list names no other."""
    assert_still({str(path.relative_to(ROOT)): sorted(set(told(path))) for path in sources()}, STILL)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("theme.py", 'THEME = "stigma"', id="theme"),
        pytest.param("path.html", "{{ cg.url('about/glossary') }}", id="path"),
        pytest.param("name.html", "<p>Common Ground</p>", id="name"),
        pytest.param("place.js", "const leave = 'https://weather.gc.ca/';", id="address"),
    ],
)
def test_what_tells_of_our_site_is_found(tmp_path: Path, name: str, text: str) -> None:
    """A theme, a path, a name, an address."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert list(told(tmp_path / name))


def lists() -> Iterator[tuple[str, str]]:
    """Yield (path, text) of all that the package is made of, comments and docstrings aside."""
    package = ROOT / "scripts/commonground"
    for path in sorted((*package.rglob("*.*"), *(ROOT / "overrides").rglob("*.*"))):
        name = path.relative_to(package if path.is_relative_to(package) else ROOT).as_posix()
        if path.suffix == ".py":
            yield (
                name,
                "\n".join(
                    text for text, source in python(path.read_text(encoding="utf-8")) if text != source
                ),
            )
        elif path.suffix in (".toml", ".yaml", ".yml", ".md", ".html", ".css", ".js", ".typ"):
            lines = path.read_text(encoding="utf-8").splitlines()
            yield (
                name,
                "\n".join(line for line in lines if not line.lstrip().startswith(("#", "//", "*", "/*"))),
            )


def test_the_program_has_no_words_of_our_subject() -> None:
    """They stand in ``own_words`` and ``texts`` of ``commonground.toml``."""
    found = {name: sorted({match[0] for match in SUBJECT.finditer(text)}) for name, text in lists()}
    assert_still(found, STILL_ON_IT)
