"""What programs are told of a page: valid in its shape, safe in a script element, and no more than we know."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from msgspec.structs import replace

from commonground.metadata.structured_data import About, structured_data
from commonground.model.corpus import Corpus

from .shapes import graph_faults

SITE = "https://site.example/"
MYTH = "myths/is-selling-sex-illegal-in-canada"


def about(corpus: Corpus, key: str, language: str = "en", **more: Any) -> About:
    """Return what is known of one of the project's articles."""
    article = corpus.article(language, key)
    assert article
    more = {"above": [("Questions", f"{SITE}myths/")], **more}
    front = article.front
    return About(
        corpus, language, SITE, f"{SITE}{key}/", front.title, front.description, article=article, **more
    )


def nodes(page: About) -> dict[str, Mapping[str, Any]]:
    """Return the page's nodes by type."""
    data = json.loads(structured_data(page))
    assert graph_faults(data) == []
    return {node["@type"]: node for node in data["@graph"]}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_question_page_is_an_article_that_reviews_a_claim(project: Corpus, language: str) -> None:
    """What is reviewed is the claim as people make it, never our warning; the rating is a word and no number."""
    found = nodes(about(project, MYTH, language))
    assert set(found) == {"Article", "ClaimReview", "BreadcrumbList"}
    claim = found["ClaimReview"]
    expected = {
        "en": "Selling sex is illegal in Canada.",
        "fr": "Vendre des services sexuels est illégal au Canada.",
    }
    assert claim["claimReviewed"] == expected[language]
    assert claim["itemReviewed"] == {"@type": "Claim", "text": expected[language]}
    assert claim["reviewRating"] == {
        "@type": "Rating",
        "alternateName": {"en": "Misleading", "fr": "Trompeuse"}[language],
    }
    assert (
        found["Article"]["publisher"]["name"] == {"en": "Common Ground", "fr": "Terrain d’entente"}[language]
    )


def test_every_question_page_says_which_claim_it_reviews(project: Corpus) -> None:
    """The block with our warning stands on the page; the claim alone is for programs."""
    for article in project.articles:
        if article.front.type == "myth":
            claim = nodes(about(project, article.key, article.language))["ClaimReview"]["claimReviewed"]
            warning = " ".join(p.text for p in article.passages if p.block == "myth")
            assert claim
            assert claim not in warning


def test_a_page_without_a_claim_reviews_none(project: Corpus) -> None:
    """Nothing is made up from the page's own words."""
    page = about(project, MYTH)
    assert page.article is not None
    front = replace(page.article.front, claim="")
    assert "ClaimReview" not in nodes(replace(page, article=replace(page.article, front=front)))


def test_the_day_is_the_one_on_which_the_page_was_checked(project: Corpus) -> None:
    """We do not know when a page was first published, and do not say so."""
    page = about(project, MYTH)
    assert page.article
    day = page.article.front.reviewed
    data = structured_data(page)
    assert f'"dateModified":"{day}"' in data
    assert f'"lastReviewed":"{day}"' in data
    assert "datePublished" not in data


def test_cited_sources_are_works_with_their_identifiers(project: Corpus) -> None:
    """A study has its DOI and authors, a statute where it is published, a judgment its neutral citation."""
    ids = ("platt2018", "criminalcode1985", "bedford2013")
    page = about(project, MYTH, "fr", cited=[project.sources[id] for id in ids])
    study, statute, case = nodes(page)["Article"]["citation"]
    assert study["@type"] == "ScholarlyArticle"
    assert study["sameAs"] == "https://doi.org/10.1371/journal.pmed.1002680"
    assert study["author"][0] == {"@type": "Person", "name": "Lucy Platt"}
    assert study["isPartOf"] == {"@type": "Periodical", "name": "PLOS Medicine"}
    assert (statute["name"], statute["legislationIdentifier"]) == ("Code criminel", "L.R.C. 1985, ch. C-46")
    assert (case["name"], case["identifier"]) == ("Canada (Procureur général) c. Bedford", "2013 CSC 72")


def test_every_record_is_a_work_of_the_right_shape(project: Corpus) -> None:
    """Whatever kind of source a page cites, or is about."""
    for language in ("en", "fr"):
        assert nodes(about(project, MYTH, language, cited=list(project.sources.values())))
    for source in project.sources.values():
        page = About(
            project, "en", SITE, f"{SITE}evidence/{source.id}/", source.title, source.id, source=source
        )
        assert nodes(page)["WebPage"]["mainEntity"]["name"]


def test_the_library_is_a_data_set(project: Corpus) -> None:
    """All records in one file, under the licence of the site."""
    found = nodes(about(project, "evidence"))
    assert found["Dataset"]["distribution"]["contentUrl"] == f"{SITE}data/evidence.json"
    assert "Dataset" not in nodes(about(project, "about/licence"))


def test_a_hostile_text_cannot_end_the_script(project: Corpus) -> None:
    """A record or a title may hold anything; what stands in the page can neither end nor open an element or a comment."""
    hostile = '</script><!-- <script> ]]> & \u2028 \\ "'
    source = project.sources["platt2018"]
    source = replace(source, csl={"en": replace(source.item, title=hostile)})
    page = replace(about(project, MYTH, cited=[source]), title=hostile, description=hostile)
    data = structured_data(page)
    assert not {"<", ">", "&"} & set(data)
    graph = json.loads(data)["@graph"]
    assert graph[0]["headline"] == hostile
    assert graph[0]["citation"][0]["name"] == hostile


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        pytest.param({"@type": "Recipe"}, "wanted", id="another-type"),
        pytest.param({"datePublished": "2020-01-01"}, "unknown datePublished", id="unknown-property"),
        pytest.param({"dateModified": "yesterday"}, "no date", id="no-date"),
        pytest.param({"url": "/myths/"}, "no whole address", id="relative-address"),
        pytest.param({"headline": ""}, "no plain text", id="empty"),
        pytest.param(
            {"publisher": {"@type": "Person", "name": "A"}}, "Organization is wanted", id="a-person"
        ),
        pytest.param({"citation": []}, "no list", id="empty-list"),
    ],
)
def test_the_shapes_find_faults(project: Corpus, change: dict[str, object], fault: str) -> None:
    """A check that cannot fail is none."""
    data = json.loads(structured_data(about(project, MYTH)))
    data["@graph"][0] |= change
    assert any(fault in found for found in graph_faults(data))


def test_the_shapes_miss_nothing(project: Corpus) -> None:
    """Each required property is asked for."""
    data = json.loads(structured_data(about(project, MYTH)))
    for kind, key in (
        ("Article", "headline"),
        ("ClaimReview", "claimReviewed"),
        ("BreadcrumbList", "itemListElement"),
    ):
        short = {
            **data,
            "@graph": [
                {k: v for k, v in node.items() if (node["@type"], k) != (kind, key)}
                for node in data["@graph"]
            ],
        }
        assert f"{kind} has no {key}" in graph_faults(short)
