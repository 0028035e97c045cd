"""How pages of this site are cited: in words and in files, with day and version."""

import pytest
from msgspec.structs import replace

from commonground.export.page_references import files as page_reference_files
from commonground.export.page_references import page_reference
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.reference import Reference

SITE = "https://site.example/"
MYTH = "myths/is-selling-sex-illegal-in-canada"
LAW = "policy/canadian-law-today"


def article(corpus: Corpus, key: str, language: str = "en") -> Article:
    found = corpus.article(language, key)
    assert found
    return found


def checked(corpus: Corpus, page: Article) -> str:
    """Return the day on which a page was checked, in words of its language."""
    day = page.front.reviewed
    assert day
    return corpus.locale(page.language).day(day)


@pytest.mark.parametrize(
    ("language", "begins", "ends"),
    [
        pytest.param(
            "en",
            "Common Ground, “Is selling sex illegal in Canada?” (last checked {day}, version ",
            f"), {SITE}{MYTH}/",
            id="english",
        ),
        pytest.param(
            "fr",
            "Terrain d’entente, «\u00a0Vendre des services sexuels est-il illégal au Canada?\u00a0» (page vérifiée le {day}, version ",
            f"), {SITE}fr/{MYTH}/",
            id="french",
        ),
    ],
)
def test_a_reference_in_words(project: Corpus, language: str, begins: str, ends: str) -> None:
    """Site, title, day, version and address, with the marks of the language."""
    page = article(project, MYTH, language)
    reference = page_reference(page, project, SITE)
    assert reference
    assert reference.words.startswith(begins.format(day=checked(project, page)))
    assert reference.words.endswith(f"{reference.version}{ends}")


def test_the_version_follows_the_content(project: Corpus) -> None:
    """Another text or other data below it is another version; another language is another page."""
    page = article(project, MYTH)
    law = article(project, LAW)
    without = replace(project, reference=Reference())
    versions = [
        page_reference(page, project, SITE),
        page_reference(replace(page, digest="0" * 64), project, SITE),
        page_reference(article(project, MYTH, "fr"), project, SITE),
        page_reference(law, project, SITE),
        page_reference(law, without, SITE),
    ]
    assert len({found.version for found in versions if found}) == 5
    assert page_reference(page, project, "https://other.example/").version == versions[0].version


def test_pages_that_only_lead_on_are_not_cited(project: Corpus) -> None:
    """Articles are, and pages made of data; the home page, lists and pages about the site are not."""
    for found in project.articles:
        cited = page_reference(found, project, SITE) is not None
        made_of_data = found.front.layout in (
            "law",
            "law-timeline",
            "law-models",
            "law-questions",
            "language-guide",
            "checks",
            "rules",
            "services",
            "glossary",
            "waiting",
            "adapting",
        )
        assert cited is (found.front.type != "page" or made_of_data), found.path


def test_every_format_tells_the_same(project: Corpus) -> None:
    """Title, site, address, day and version stand in the BibTeX and the RIS file of each page."""
    files = dict(page_reference_files(project, SITE))
    assert len(files) == 2 * sum(
        page_reference(found, project, SITE) is not None for found in project.articles
    )
    page = article(project, MYTH)
    reference = page_reference(page, project, SITE)
    assert reference
    bib, ris = (files[reference.files[name]].decode() for name in ("bibtex", "ris"))
    assert bib.startswith("@misc{common-ground-en-myths-is-selling-sex-illegal-in-canada,\n")
    for line in (
        "  author = {{Common Ground}},",
        "  title = {{Is selling sex illegal in Canada?}},",
        "  year = {2026},",
        f"  url = {{{SITE}{MYTH}/}},",
        f"  note = {{Last checked {checked(project, page)}, version {reference.version}.}}",
    ):
        assert line in bib.split("\n")
    for line in (
        "TY  - ELEC",
        "AU  - Common Ground",
        f"DA  - {page.front.reviewed:%Y/%m/%d}/",
        f"UR  - {SITE}{MYTH}/",
        f"ET  - {reference.version}",
    ):
        assert line in ris.split("\r\n")
