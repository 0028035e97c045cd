"""Every cited sentence of the site with the findings that it rests on, as one JSON file."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby

from commonground.export.fields import fields
from commonground.model.address import page_path
from commonground.model.anchor import Anchors
from commonground.model.article import Article
from commonground.model.citation import Citation
from commonground.model.corpus import Corpus
from commonground.model.passage import CITATION_CHARACTER, Passage

PATH = "data/claims.json"
FIELDS = {PATH: fields(computed="version page anchor figures")}  # figures: taken from the claim itself


def files(corpus: Corpus, site: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, content)."""
    found = [claim for article in corpus.articles for claim in claims(article, corpus)]
    whole = {"version": 1, "claims": found}
    yield PATH, (json.dumps(whole, ensure_ascii=False, indent=1, default=str) + "\n").encode()


def claims(article: Article, corpus: Corpus) -> Iterator[Mapping[str, object]]:
    """
    Yield the claims of one article in reading order.

    Each has: claim (the sentence), page and anchor (below the site's root), language, findings (``source#finding``),
    figures (as written), sources, searches, reviewed (the day on which the page was last checked).
    """
    page = page_path(article.language, article.key, corpus.default_language)
    for passage, anchor, citations in _marks(article):
        start, end = _sentence(passage, citations[0].offset)
        found = [citation for citation in passage.citations if start <= citation.offset < end]
        yield {
            "claim": " ".join(passage.text[start:end].replace(CITATION_CHARACTER, "").split()),
            "page": page,
            "anchor": anchor,
            "language": article.language,
            "findings": list(dict.fromkeys(citation.key for citation in found if citation.finding)),
            "figures": [figure.text for figure in passage.figures if start <= figure.start < end],
            "sources": _of(found, corpus.source_ids),
            "searches": _of(found, corpus.search_ids),
            "reviewed": article.front.reviewed,
        }


def _of(citations: Iterable[Citation], ids: Collection[str]) -> list[str]:
    return list(dict.fromkeys(citation.source for citation in citations if citation.source in ids))


def _marks(article: Article) -> Iterator[tuple[Passage, str, list[Citation]]]:
    """Yield the first citation mark of each cited sentence, with its anchor; every mark uses one up."""
    anchors = Anchors()
    for passage in article.passages:
        seen: set[tuple[int, int]] = set()
        for offset, parts in groupby(passage.citations, key=lambda citation: citation.offset):
            citations = list(parts)
            if not citations[0].source:
                continue
            anchor = anchors.of_claim(citations[0].source, citations[0].finding)
            sentence = _sentence(passage, offset)
            if sentence not in seen:
                seen.add(sentence)
                yield passage, anchor, citations


def _sentence(passage: Passage, offset: int) -> tuple[int, int]:
    """Return where the sentence (of a table, the row) with this place begins and ends."""
    for sentence in passage.sentences:
        if sentence.start <= offset < sentence.end:
            return sentence.start, sentence.end
    return 0, len(passage.text)
