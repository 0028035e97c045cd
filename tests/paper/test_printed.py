"""What is printed says what the pages say, is the same from build to build, and can be read by everyone."""

import io
from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image

from commonground.files.kept import Kept
from commonground.languages.catalogue import say
from commonground.model.corpus import Corpus
from commonground.paper.cards import cards
from commonground.paper.listing import listing
from commonground.paper.page import PAPERS, PrintedPage
from commonground.paper.press import Kind, Press
from commonground.paper.printed import DoesNotFit, print_site
from commonground.paper.share import share
from commonground.paper.sheet import sheet
from commonground.read.pdf import texts
from commonground.site.theme import Theme

FIND = Theme(None).find
SITE = "https://lamps.example/"
QUESTION = "myths/can-sex-workers-call-the-police"


def page(corpus: Corpus, key: str, language: str = "en") -> PrintedPage:
    article = corpus.article(language, key)
    assert article
    return PrintedPage(article, corpus, SITE)


def pdf_of(press: Press, data: Mapping[str, object]) -> bytes:
    return _one(press, "pdf", data)


def picture_of(press: Press, data: Mapping[str, object]) -> bytes:
    return _one(press, "png", data)


def _one(press: Press, kind: Kind, data: Mapping[str, object]) -> bytes:
    (content,) = press.printed([(kind, data)])
    assert isinstance(content, bytes)
    return content


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return Press(FIND, Kept(tmp_path_factory.mktemp("press"), "kept"))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_sheet_is_one_page_that_says_what_the_article_says(
    project: Corpus, press: Press, language: str, paper: str
) -> None:
    """Fact, what people may have heard, a finding against, what one can say, the address: in this order."""
    shown = page(project, QUESTION, language)
    part = sheet(shown)
    assert part
    (text,) = texts(pdf_of(press, shown.document(paper, part)))
    words = " ".join(text.split())
    wanted = [part["heading"], part["lead"]["text"], part["heard"]["text"], part["misleads"]["text"]]
    wanted += [part["findings"]["against"], part["say"]["text"], part["foot"]["shown"]]
    places = [words.find(" ".join(str(one).split())) for one in wanted]
    assert -1 not in places
    assert places == sorted(places)


def test_a_sheet_is_tagged_and_names_its_language_and_title(project: Corpus, press: Press) -> None:
    """PDF/UA-1: what screen readers need."""
    shown = page(project, QUESTION, "fr")
    data = pdf_of(press, shown.document("a4", sheet(shown) or {}))
    with pypdfium2.PdfDocument(data) as document:
        assert document.is_tagged()
        assert document.get_metadata_value("Title") == shown.title
    assert b"/Lang (fr)" in data or b"/Lang(fr)" in data
    assert b"pdfuaid:part>1<" in data


def test_the_same_content_gives_the_same_bytes(project: Corpus, tmp_path: Path) -> None:
    """No clock and no chance: two presses print one PDF and one picture."""
    shown = page(project, QUESTION)
    document, picture = shown.document("letter", sheet(shown) or {}), share(shown)
    assert picture
    one, other = Press(FIND, Kept(tmp_path, "one")), Press(FIND, Kept(tmp_path, "other"))
    assert pdf_of(one, document) == pdf_of(other, document)
    assert picture_of(one, picture.data(shown.locale, {})) == picture_of(
        other, picture.data(shown.locale, {})
    )


def test_what_was_kept_is_what_would_be_printed(project: Corpus, tmp_path: Path) -> None:
    """Another content is printed anew; the same comes from the cache, and what nobody asks for is deleted."""
    shown = page(project, QUESTION)
    document: Mapping[str, object] = shown.document("letter", sheet(shown) or {})
    first = Press(FIND, Kept(tmp_path, "kept"))
    fresh = pdf_of(first, document)
    again = Press(FIND, Kept(tmp_path, "kept"))
    assert pdf_of(again, document) == fresh
    assert pdf_of(again, {**document, "title": "Lamps"}) != fresh
    assert len(list(tmp_path.glob("kept/*.pdf"))) == 2
    last = Press(FIND, Kept(tmp_path, "kept"))
    pdf_of(last, document)
    last.tidy()
    assert len(list(tmp_path.glob("kept/*.pdf"))) == 1


def test_a_sheet_is_never_cut_off(project: Corpus, press: Press) -> None:
    """Text that has no room stops the build, with the page and the longest text."""
    article = project.article("en", QUESTION)
    assert article
    long = tuple(
        replace(p, text=f"Lamps shine. {'They shine on. ' * 150}") if p.block == "quote-this" else p
        for p in article.passages
    )
    corpus = replace(project, languages=("en",), articles=(replace(article, passages=long),))
    with pytest.raises(DoesNotFit) as caught:
        print_site(corpus, SITE, press)
    assert article.path in say(caught.value.message, "en")
    assert "Lamps shine." in say(caught.value.message, "en")


@pytest.mark.parametrize("key", ["policy/canadian-law-today", "help", "media/language-guide"])
def test_pages_made_of_data_have_a_card(project: Corpus, press: Press, key: str) -> None:
    """Every group of the card stands in the PDF, on two pages at most: front and back."""
    shown = page(project, key)
    card = listing(shown)
    assert card
    pages = texts(pdf_of(press, shown.document("letter", card)))
    assert len(pages) <= 2
    words = " ".join(" ".join(pages).split())
    assert all(group["title"] in words for group in card["groups"])


def test_a_number_that_is_to_be_confirmed_is_on_no_card(project: Corpus) -> None:
    """As on the page: where nobody has phoned lately, the card gives the address on the web."""
    card = str(listing(page(project, "help")))
    entries = project.reference.services
    phones = [one.phone for one in entries if one.confirm and one.phone]
    assert phones
    sure = {one.phone for one in entries if not one.confirm}
    assert not [phone for phone in phones if phone not in sure and phone in card]


def test_a_service_without_a_way_in_is_on_no_card(project: Corpus) -> None:
    """What the page leaves out, since nothing leads there, the card leaves out too."""
    card = str(listing(page(project, "help")))
    unreachable = [one for one in project.reference.services if not one.way_in]
    assert unreachable
    assert not [one.id for one in unreachable if one.name["en"] in card]


def test_cards_say_what_the_pages_offer(project: Corpus, press: Press) -> None:
    """Six on a page, each with its source and address."""
    pages = [page(project, a.key) for a in project.articles if a.language == "en" and a.front.type == "myth"]
    made = cards(pages)
    assert made
    printed = texts(pdf_of(press, pages[0].document("a4", made)))
    assert len(printed) <= -(-len(pages) // 6) + 1
    words = "".join("".join(printed).split())  # a line may end after a dash
    said = [one["text"] for row in made["rows"] for one in row]
    assert [text for text in said if "".join(text.split()) not in words] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_shared_link_shows_the_answer_and_never_the_belief(
    project: Corpus, press: Press, language: str
) -> None:
    """1200 × 630 px, small; its text alternative says all that it shows."""
    shown = page(project, QUESTION, language)
    picture = share(shown)
    assert picture
    data = picture_of(press, picture.data(shown.locale, {}))
    assert len(data) < 60_000
    assert Image.open(io.BytesIO(data)).size == (1200, 630)
    assert picture.alt.startswith(picture.text)
    assert all(line in picture.alt for line in picture.lines)
    for every in (one for one in project.articles if one.language == language):
        made = share(PrintedPage(every, project, SITE))
        assert made is None or every.front.claim not in (made.text or None,)
        assert made is None or not made.text.endswith("?")
