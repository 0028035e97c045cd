"""Every record of the project in both languages: nothing of it is lost, printed twice, or taken for markup."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape
from typing import Any

import pytest

from commonground.model.corpus import Corpus
from commonground.model.csl import Item, as_csl
from commonground.model.schema.declared import made
from commonground.model.source import Checked, Source
from commonground.sources.formatted import format_references
from commonground.sources.official import reference_item

from ..own_language import own_language

NAMES_SHOWN = 3  # the style's limit: from seven authors on, the first three and "and others"
NAMES_MOST = 6
LAW = ("legislation", "legal_case")

# Words that the style itself adds: between names, before a container, for what has no date.
GLUE = {
    "en": {"and", "others", "in", "ed", "eds", "no", "date", "read", "p", "pp"},
    "fr": {"et", "autres", "dans", "éd", "sans", "date", "consulté", "le", "p", "n", "no"},
}
WRONG_MARKS = re.compile(
    r",,|;;|::|\.\.|,\.|\.,|[,;:]\)|\([,;. ]|\(\)|\[\]|“”|«\s*»|\s{2}|\s[,.)]|”\.|^[\s.,]"
)


def words(text: str) -> list[str]:
    """Return a text's words: what typography may change is no part of them."""
    return re.findall(r"\w+", text.casefold())


def take(part: str, text: list[str]) -> list[str]:
    """Return the words of a reference without those of one part, which must stand there in a row."""
    wanted = words(part)
    for start in range(len(text) - len(wanted) + 1):
        if text[start : start + len(wanted)] == wanted:
            return [*text[:start], "·", *text[start + len(wanted) :]]
    raise AssertionError(f"{part!r} is missing")


def names(people: Any, most: int) -> Iterator[str]:
    """Yield names in reading order, as many as the style shows."""
    shown = people if len(people) <= most else people[:NAMES_SHOWN]
    for person in shown:
        parts = (person.get(key) for key in ("given", "non-dropping-particle", "family", "literal"))
        yield " ".join(part for part in parts if part)


def day(item: Mapping[str, Any], language: str, months: list[str]) -> str:
    """Return a record's date as far as it is known, in words."""
    year, *rest = item["issued"]["date-parts"][0]
    month = months[rest[0] - 1] if rest else ""
    number = str(rest[1]) if len(rest) > 1 else ""
    return " ".join(
        part for part in ("1er" if (number, language) == ("1", "fr") else number, month, str(year)) if part
    )


def parts(source: Source, language: str, months: list[str]) -> Iterator[str]:
    """Yield every part of a record that its reference must show, each once."""
    item = as_csl(reference_item(source, own_language(language)))
    authors = item.get("author") or []
    yield from names(authors or item.get("editor") or [], NAMES_MOST)
    if item["type"] == "chapter" and authors:
        yield from names(item.get("editor") or [], len(item.get("editor") or []))
    yield from (
        str(item[key])
        for key in ("title", "container-title", "volume", "issue", "page", "number")
        if item.get(key)
    )
    if item["type"] in LAW:
        yield from law_parts(item, language, months)
    else:
        yield from (str(item[key]) for key in ("genre", "publisher", "publisher-place") if item.get(key))
        if source.year:
            yield str(source.year)
    doi = item.get("DOI") if not source.kept_copy else ""
    address = f"https://doi.org/{doi}" if doi else item.get("URL")
    if source.kept_copy:
        address = source.kept_copy.url
    if address:
        yield address
        yield " ".join(
            (
                str(source.checked.date.day),
                months[source.checked.date.month - 1],
                str(source.checked.date.year),
            )
        )


def law_parts(item: Mapping[str, Any], language: str, months: list[str]) -> Iterator[str]:
    """Yield what only the law has: section, court and day; the reporter's year stands before its volume."""
    if item["type"] == "legal_case":
        yield item["authority"]
        yield day(item, language, months)
        if item.get("container-title"):
            yield str(item["issued"]["date-parts"][0][0])
        return
    if item.get("section"):
        yield item["section"]
    if not item.get("container-title"):
        yield item["jurisdiction"]
        yield str(item["issued"]["date-parts"][0][0])


@pytest.fixture(scope="module", params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def references(project: Corpus, language: str) -> Mapping[str, str]:
    """Every reference as a reader sees it. Pandoc's warnings are errors, so there were none."""
    made = format_references(project.sources.values(), own_language(language))
    return {id: unescape(re.sub(r"<[^>]+>", "", html)) for id, html in made.items()}


def test_nothing_is_lost_and_nothing_stands_twice(
    project: Corpus, language: str, references: Mapping[str, str]
) -> None:
    """When every part of the record is taken out once, nothing but the style's own words is left."""
    months = [project.locale(language).typography.month(2026, number).split()[0] for number in range(1, 13)]
    wrong = {}
    for source in project.sources.values():
        left = words(references[source.id])
        try:
            for part in sorted(parts(source, language, months), key=lambda part: -len(words(part))):
                left = take(part, left)
        except AssertionError as error:
            wrong[source.id] = f"{error} in {references[source.id]}"
            continue
        if strange := set(left) - GLUE[language] - {"·"}:
            wrong[source.id] = f"{strange} is more than the record says in {references[source.id]}"
    assert wrong == {}


def without(own: str, text: str) -> str:
    """Return a text without a title or an address, found by its words: quotation marks inside may have changed."""
    if not (inner := words(own)):
        return text
    end = own[own.casefold().rindex(inner[-1]) + len(inner[-1]) :].replace(" ", "").strip("”»\"'")
    pattern = r"\W+".join(map(re.escape, inner)) + r"\s*".join(["", *map(re.escape, end)])
    return re.sub(pattern, "T", text, flags=re.IGNORECASE)


def test_marks_are_not_doubled(project: Corpus, language: str, references: Mapping[str, str]) -> None:
    """No two stops, empty brackets or stray spaces between the parts; what a title holds is its own affair."""
    wrong = {}
    for source in project.sources.values():
        text = references[source.id]
        item = as_csl(reference_item(source, own_language(language)))
        for own in (str(item.get(key) or "") for key in ("title", "DOI")):
            text = without(own, text)
        text = without(source.address, text)
        if found := WRONG_MARKS.search(text):
            wrong[source.id] = f"{found[0]!r} in {text}"
    assert wrong == {}


HOSTILE = "<script>alert(1)</script> </a><b onclick=x>&quot;\"'{\\} $x$ *y* [z](javascript:u) <!-- -->"


@pytest.mark.parametrize(
    "kind", ["article-journal", "chapter", "legal_case", "legislation", "report", "webpage"]
)
def test_a_hostile_record_stays_text(kind: str, language: str) -> None:
    """Whatever stands in any field of any kind of record, the page gets text and one link to where the record points."""
    fields = (
        "title", "container-title", "publisher", "publisher-place", "authority", "jurisdiction", "number", "section",
        "volume", "issue", "page", "genre",
    )  # fmt: skip
    csl: dict[str, object] = {"type": kind, **dict.fromkeys(fields, HOSTILE)}
    csl |= {
        "author": [{"family": HOSTILE, "given": HOSTILE}, {"literal": HOSTILE}],
        "editor": [{"literal": HOSTILE}],
    }
    csl |= {
        "issued": {"date-parts": [[2020, 1, 2]]},
        "URL": 'https://example.org/?a="><script>alert(1)</script>',
    }
    checked = Checked(date(2026, 11, 22), "https://example.org", "abstract")
    source = Source("a", "evidence/a.yaml", {"en": made(Item, csl)}, "cohort", True, (), {}, checked)
    html = format_references([source], own_language(language))["a"]
    tags = re.findall(r"<[^>]*>", html)
    assert len(tags) in (0, 2), html  # an address that is none is not linked
    assert all(re.fullmatch(r'<a rel="noreferrer" href="[^"<>]*">|</a>', tag) for tag in tags), tags
    assert "&lt;script&gt;" in html
