"""The parts of pages that are Markdown made from data: appended to a page's own text, rendered and cited like any article."""

from collections.abc import Callable, Mapping

from commonground.export.checks_page import checks_page
from commonground.export.glossary_page import glossary_page
from commonground.export.guide_page import guide_page
from commonground.export.law_page import law_page
from commonground.export.services_page import services_page
from commonground.model.corpus import Corpus

_PAGES: Mapping[str, Callable[[Corpus, str], str]] = {
    "law": law_page,
    "language-guide": guide_page,
    "glossary": glossary_page,
    "checks": checks_page,
    "services": services_page,
}


def generated_part(layout: str, corpus: Corpus, language: str) -> str:
    """Return the Markdown that completes a page of this layout, "" for layouts that need none."""
    make = _PAGES.get(layout)
    return make(corpus, language) if make else ""
