"""The archive of the site works from a folder, and holds nothing but the site."""

import io
import zipfile

import pytest

from commonground.paper.offline import PATH, altered, archive, for_folder, members

SITE = "https://lamps.example/town/"
THERE = ("index.html", "lamps/index.html", "fr/lamps/index.html", "lamps/lamps-a4.pdf", "assets/css/site.css")


@pytest.mark.parametrize(
    ("page", "written", "packed"),
    [
        pytest.param("index.html", "./", "index.html", id="itself"),
        pytest.param("index.html", "lamps/", "lamps/index.html", id="folder"),
        pytest.param("lamps/index.html", "../", "../index.html", id="up"),
        pytest.param("lamps/index.html", "../#lit", "../index.html#lit", id="fragment"),
        pytest.param("lamps/index.html", "#lit", "#lit", id="same-page"),
        pytest.param("lamps/index.html", "../fr/lamps/", "../fr/lamps/index.html", id="language"),
        pytest.param("lamps/index.html", "lamps-a4.pdf", "lamps-a4.pdf", id="sheet"),
        pytest.param("lamps/index.html", "../assets/css/site.css?12ab", "../assets/css/site.css", id="stamp"),
        pytest.param("lamps/index.html", "../data/lamps.csv", f"{SITE}data/lamps.csv", id="not-along"),
        pytest.param("index.html", "dark/", f"{SITE}dark/", id="page-not-along"),
        pytest.param("index.html", "https://moths.example/", "https://moths.example/", id="elsewhere"),
        pytest.param("index.html", "tel:9-8-8", "tel:9-8-8", id="telephone"),
    ],
)
def test_links_lead_to_files_or_to_the_web(page: str, written: str, packed: str) -> None:
    """A folder has no page of its own: the file is named."""
    html = f'<p><a class="x" href="{written}">lamps</a></p>'
    assert for_folder(page, html.encode(), THERE, SITE).decode() == html.replace(written, packed, 1)


def test_what_needs_a_server_stays_behind() -> None:
    """Scripts, their policy and preloads; the text stays."""
    html = (
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        '<link rel="preload" href="x.woff2" as="font">\n<script type="module" src="x.js"></script>\n'
        '<script type="application/ld+json">{"a": 1}</script>\n<p>Lamps.</p>'
    )
    assert for_folder("index.html", html.encode(), THERE, SITE).decode().strip() == "<p>Lamps.</p>"


def test_a_page_without_its_scripts_says_so() -> None:
    """What needs scripts is hidden, and what stands in for it is shown, in a browser that would run them."""
    packed = for_folder("index.html", b'<html lang="en"><p>Lamps.</p></html>', THERE, SITE)
    assert packed == b'<html data-without-scripts lang="en"><p>Lamps.</p></html>'


def test_only_what_people_read_goes_along() -> None:
    """No search index, no data, no feeds, no picture for other sites, and not itself."""
    paths = [
        *THERE,
        "404.html",
        "_headers",
        "feed.xml",
        "share.png",
        "fr/share.png",
        "data/x.csv",
        "pagefind/y.js",
    ]
    assert members([*paths, "assets/js/site.js", PATH]) == sorted(THERE)


def test_the_same_site_gives_the_same_archive_and_nothing_else_passes() -> None:
    """Deterministic; a page altered, added or missing in the archive is named."""
    files = {name: f"<p>{name}</p>".encode for name in ("index.html", "lamps/index.html")}
    data = archive(files, SITE)
    assert data == archive(dict(reversed(files.items())), SITE)
    assert list(altered(data, files, SITE)) == []
    planted = io.BytesIO()
    with zipfile.ZipFile(planted, "w") as packed:
        packed.writestr("index.html", "<p>87 lamps</p>")
        packed.writestr("more.html", "<p>88 lamps</p>")
    assert list(altered(planted.getvalue(), files, SITE)) == ["index.html", "more.html", "lamps/index.html"]
