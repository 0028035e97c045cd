"""How to cite a page of this site: a reference in words, and the same for reference managers."""

import hashlib
from collections.abc import Iterator, Mapping

from msgspec import Struct

from commonground.export.fields import fields
from commonground.model.address import page_path
from commonground.model.anchor import anchor
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.csl import Day, Item, Name
from commonground.pages.generated import generated_part, is_made_of_data
from commonground.pages.pieces import day
from commonground.pages.provision import listed_acts
from commonground.sources.written import bibtex, ris

FOLDER = "data/pages"
FIELDS = {f"{FOLDER}/*": fields(computed="ID PY ET N1 year version note")}
FORMATS = {"bibtex": "bib", "ris": "ris"}
"""Formats by name, with the ending of their files."""


class PageReference(Struct, frozen=True):
    """
    A page as somebody cites it.

    Attributes:
        words: The reference in one line of plain text.
        item: The same as a CSL-JSON item; its date is the day on which the page was last checked.
        version: Short digest of what the page says; it changes when the text or the data below it does.
        files: Path below the site's root of each format, by the format's name.
    """

    words: str
    item: Item
    version: str
    files: Mapping[str, str]


def page_reference(article: Article, corpus: Corpus, site: str) -> PageReference | None:
    """
    Return how to cite an article, or a page made of data; None for pages that only lead on, and for one that is not dated.

    Args: site: Address of the site, ending in a slash.
    """
    checked = article.front.reviewed
    layout = article.front.layout
    if checked is None or (article.front.type == "page" and not is_made_of_data(layout)):
        return None
    made = generated_part(layout, corpus, article.language)
    if layout == "law":
        made += listed_acts(corpus, article.language)
    locale = corpus.locale(article.language)
    version = hashlib.sha256(f"{article.digest}\n{made}".encode()).hexdigest()[:8]
    address = site + page_path(article.language, article.key, corpus.default_language)
    told = {"date": day(checked, locale), "version": version}
    name = locale.say("site.name")
    words = locale.say("share.reference", site=name, title=article.front.title, address=address, **told)
    item = Item(
        type="webpage",
        title=article.front.title,
        author=(Name(literal=name),),
        issued=Day(date_parts=((checked.year, checked.month, checked.day),)),
        version=version,
        url=address,
        language=article.language,
        note=locale.say("share.note", **told),
    )
    path = f"{FOLDER}/{article.language}/{article.key}"
    return PageReference(words, item, version, {form: f"{path}.{ending}" for form, ending in FORMATS.items()})


def files(corpus: Corpus, site: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, content) of every page that can be cited; none while nobody knows their addresses."""
    name = corpus.locale(corpus.default_language).say("site.name")
    slug = anchor(name) or "site"
    for article in corpus.articles if site else ():
        if reference := page_reference(article, corpus, site):
            id = f"{slug}-{article.language}-{article.key.replace('/', '-')}"
            for form, write in (("bibtex", bibtex), ("ris", ris)):
                yield reference.files[form], write(id, reference.item).encode()
