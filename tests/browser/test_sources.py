"""A source's page tells all that its record holds."""

import html
import json
import re

import pytest

from commonground.text.typography import typographic

from .built import LANGUAGES, Site, say

TAGS = re.compile(r"<[^>]+>")


def seen(text: str) -> str:
    """Return what a reader sees of HTML, on one line."""
    return " ".join(html.unescape(TAGS.sub(" ", text)).split())


def shown(text: str) -> str:
    """Return a text of a record as the page shows it."""
    return " ".join(typographic(text).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_tells_all_that_its_record_holds(site: Site, language: str) -> None:
    """Findings with anchor, place, caution and who disagrees; limits; the disagreement in a sentence; the files to take."""
    wrong: dict[str, list[str]] = {}
    for source in json.loads((site.folder / "data/evidence.json").read_bytes())["sources"]:
        path = site.file(site.url(f"evidence/{source['id']}", language))
        assert path is not None
        page = path.read_text(encoding="utf-8")
        main = page[page.index("<main") : page.index("</main>")]
        texts = [source["limits"], source.get("contested"), source.get("population"), source.get("period")]
        links = [
            f'href="../{id}/"' for id in (*source.get("contested_by", ()), *source.get("superseded_by", ()))
        ]
        links += [f'data/references/{source["id"]}.{ending}"' for ending in ("bib", "ris", "json")]
        for finding in source["findings"]:
            texts += [finding.get(key) for key in ("states", "where", "caution", "withheld")]
            links.append(f'<li id="finding-{finding["id"]}">')
            links += [
                f'href="../{key.partition("#")[0]}/#finding-' for key in finding.get("contested_by", ())
            ]
        text = seen(main)
        lacks = [part for part in (shown(words[language]) for words in texts if words) if part not in text]
        lacks += [link for link in links if link not in main]
        if lacks:
            wrong[source["id"]] = lacks
    assert wrong == {}


def test_a_page_names_the_pages_that_rely_on_it(site: Site) -> None:
    """Each page that cites a source is named there, and no other."""
    for language in LANGUAGES:
        cited: dict[str, set[str]] = {}
        for path in (site.folder / ("fr" if language == "fr" else ".")).rglob("index.html"):
            text = path.read_text(encoding="utf-8")
            if f'<html lang="{language}">' in text:
                key = path.parent.relative_to(site.folder).as_posix()
                # A page of one provision is a part of the law's page.
                key = re.sub(r"(canadian-law-today)/(?!timeline|models|open-questions).*", r"\1", key)
                for id in re.findall(r'<li id="source-\d+" data-source="([^"]+)"', text):
                    cited.setdefault(id, set()).add(key)
        assert cited
        for source in json.loads((site.folder / "data/evidence.json").read_bytes())["sources"]:
            page = site.file(site.url(f"evidence/{source['id']}", language))
            assert page is not None
            part = page.read_text(encoding="utf-8").partition('<h2 id="pages">')[2].partition("</div>")[0]
            found = {
                (page.parent / link).resolve().relative_to(site.folder.resolve()).as_posix()
                for link in re.findall(r'<li><a href="([^"]+)"', part)
            }
            assert found == cited.get(source["id"], set()), source["id"]
            assert (say(language, "source.no_pages") in html.unescape(part)) is not bool(found)
