"""Links, ids, policy and requests of a built site: what is wrong is told with its page, what is right is left alone."""

import pytest

from ..said import said
from .conftest import HEAD, HOME, Verify, page

OTHER = page('<h2 id="lit">Lit</h2>', address="other/")


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("gone/", id="no-such-page"),
        pytest.param("other/#unlit", id="no-such-anchor"),
        pytest.param("#here", id="no-such-anchor-here"),
        pytest.param("other", id="a-folder-without-its-slash"),
        pytest.param("../elsewhere/", id="out-of-the-site"),
        pytest.param(f"{HOME}gone/", id="its-whole-address"),
        pytest.param("lamp.png", id="no-such-file"),
        pytest.param("http://[::1", id="no-address-at-all"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(verified: Verify, address: str) -> None:
    """The problem names the link and stands where it is written."""
    (problem,) = verified(f'<p>See</p>\n<p><a href="{address}">it</a></p>', {"other/index.html": OTHER})
    assert (problem.path, problem.rule, problem.span.line) == ("index.html", "site/broken-link", 2)
    assert address in said(problem)


@pytest.mark.parametrize(
    "address",
    [
        "other/", "./other/index.html", "other/#lit", "other/?q=1#lit", f"{HOME}other/#lit", "", "#lit-here",
        "lamps%20lit.csv", "https://elsewhere.example/gone", "mailto:lamps@site.example", "tel:+15145550123",
        "//elsewhere.example/x",
    ],
)  # fmt: skip
def test_a_link_that_leads_somewhere_passes(verified: Verify, address: str) -> None:
    """Pages, anchors and files that are there; other sites, letters and telephones are not this command's."""
    files = {"other/index.html": OTHER, "lamps lit.csv": "lamp\n"}
    assert verified(f'<p id="lit-here"><a href="{address}">it</a></p>', files) == []


def test_links_work_from_a_page_further_down_and_from_the_root(verified: Verify) -> None:
    """The page for lost readers is shown at any depth, so its addresses begin with the site's own path."""
    files = {
        "a/b/index.html": page('<a href="../../other/#lit">up</a>', address="a/b/"),
        "other/index.html": OTHER,
        "404.html": page('<a href="/lamps/other/">there</a><a href="/other/">not there</a>'),
    }
    (problem,) = verified("", files)
    assert (problem.path, problem.rule) == ("404.html", "site/broken-link")
    assert '"/other/"' in said(problem)


def test_links_in_a_template_count(verified: Verify) -> None:
    """What a script puts on the page is read as well."""
    (problem,) = verified(
        '<template><p><a href="gone/">x</a><template><i id="a"></i></template></p></template><a href="#a">a</a>'
    )
    assert '"gone/"' in said(problem)


def test_ids_that_stand_twice_are_told(verified: Verify) -> None:
    """Once a page, whatever bears them."""
    (problem,) = verified(
        '<h2 id="lamp">A</h2><svg><g id="other"/></svg><p id="lamp">b</p><p id="lamp">c</p>'
    )
    assert problem.rule == "site/duplicate-id"
    assert '"lamp" stands 3 times' in said(problem)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        pytest.param("", "", id="no-policy"),
        pytest.param('<meta http-equiv="content-security-policy" content="default-src *">', "", id="another-policy"),
        pytest.param(f'<script src="../assets/a.js"></script>{HEAD}', "", id="policy-too-late"),
        pytest.param(HEAD, "<script>let lamp = 1</script>", id="inline-script"),
        pytest.param(HEAD, '<script type="module">let lamp = 1</script>', id="inline-module"),
        pytest.param(HEAD, "<style>p { color: red }</style>", id="inline-style"),
        pytest.param(HEAD, '<p style="color: red">x</p>', id="style-attribute"),
        pytest.param(HEAD, '<p onclick="go()">x</p>', id="handler"),
        pytest.param(HEAD, '<svg onload="go()"></svg>', id="handler-of-a-drawing"),
        pytest.param(HEAD, '<template><p ONCLICK="go()">x</p></template>', id="handler-in-a-template"),
        pytest.param(HEAD, '<iframe srcdoc="<p>x"></iframe>', id="document-in-an-attribute"),
    ],
)  # fmt: skip
def test_what_the_policy_refuses_is_told(verified: Verify, head: str, body: str) -> None:
    """No page without the policy, and nothing in a page that it would refuse."""
    found = verified("", {"x/index.html": page(body, head=head, address="x/"), "assets/a.js": ""})
    assert [(problem.path, problem.rule) for problem in found] == [("x/index.html", "site/policy")]


def test_data_in_a_script_element_is_no_script(verified: Verify) -> None:
    """JSON is never run."""
    assert verified('<script type="application/json">{"lamp": "lit"}</script>') == []


@pytest.mark.parametrize(
    "body",
    [
        '<img alt="" src="https://elsewhere.example/lamp.png">',
        '<img alt="" src="//elsewhere.example/lamp.png">',
        '<img alt="" src="data:," srcset="data:, 1x, https://elsewhere.example/lamp.png 2x">',
        '<link rel="stylesheet" href="https://elsewhere.example/a.css">',
        '<link rel="preconnect" href="https://elsewhere.example">',
        '<iframe src="https://elsewhere.example/"></iframe>',
        '<form action="https://elsewhere.example/"><input></form>',
        '<a href="#x" id="x" ping="https://elsewhere.example/">x</a>',
        '<video poster="https://elsewhere.example/x.png"></video>',
        '<svg><image href="https://elsewhere.example/x.png"/></svg>',
        '<svg><use xlink:href="https://elsewhere.example/x.svg#a"/></svg>',
        '<object data="https://elsewhere.example/x"></object>',
        '<template><img alt="" src="http://elsewhere.example/lamp.png"></template>',
        '<script src="https://elsewhere.example/a.js"></script>',
    ],
)
def test_a_request_to_another_server_is_told(verified: Verify, body: str) -> None:
    """Whatever a browser would fetch before the reader chose to."""
    (problem,) = verified(body)
    assert problem.rule == "site/outside-request"
    assert "elsewhere.example" in said(problem)


def test_a_style_sheet_is_read_too(verified: Verify) -> None:
    """Pictures, fonts and sheets of other servers; our own, and those written in the sheet, are fine."""
    sheet = """@import "https://elsewhere.example/a.css"; p { background: url( 'https://elsewhere.example/b.png' ) }
    q { background: url(../img/lamp.png) } i { background: url("data:image/png;base64,AAAA") }"""
    found = verified("", {"assets/a.css": sheet})
    assert [problem.path for problem in found] == ["assets/a.css", "assets/a.css"]
    assert {"a.css", "b.png"} == {said(problem).split('"')[1].rpartition("/")[2] for problem in found}


ENGLISH = "We were told that the lamps of the town are lit by the people who live there."
FRENCH = "On nous a dit que les lampes de la ville sont allumées par les gens qui y habitent."


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<p>{FRENCH}</p>", id="paragraph"),
        pytest.param(f"<p>Lamps. <em>{FRENCH}</em></p>".replace("Lamps. ", ""), id="in-italics"),
        pytest.param(f'<img src="data:," alt="{FRENCH}">', id="alt-text"),
        pytest.param("<button>Quitter cette page</button>", id="a-button-of-the-other-language"),
        pytest.param(f'<div lang="fr"><p>{ENGLISH}</p></div>', id="english-marked-as-french"),
    ],
)
def test_a_text_in_the_wrong_language_is_told(verified: Verify, body: str) -> None:
    """A paragraph, an attribute or a button of another language than is said."""
    (problem,) = verified(body)
    assert problem.rule == "site/language"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<p>{ENGLISH}</p>", id="its-own-language"),
        pytest.param(f'<p lang="fr">{FRENCH}</p>', id="marked"),
        pytest.param(f'<p>{ENGLISH} <span lang="fr">{FRENCH}</span></p>', id="marked-within"),
        pytest.param(f"<p>The sign said «\u00a0{FRENCH}\u00a0» for years.</p>", id="quotation"),
        pytest.param("<p>Conseil du statut de la femme</p>", id="short-name"),
        pytest.param("<p>site.example/la-ville-et-les-lampes-qui-sont-dans-la-rue/</p>", id="address"),
        pytest.param(f"<p><code>{FRENCH}</code></p>", id="code"),
        pytest.param(f'<p data-reference="x2020">{FRENCH}</p>', id="reference"),
        pytest.param('<p lang="de">Die Lampen der Stadt sind an.</p>', id="a-language-the-site-has-not"),
        pytest.param("<p>Section</p><p>Article</p>", id="words-of-both"),
    ],
)  # fmt: skip
def test_no_language_is_told_where_none_is_wrong(verified: Verify, body: str) -> None:
    """Names, quotations, addresses, code, references and what is marked."""
    assert verified(body) == []
