"""The parts of pages that are Markdown made from data: appended to a page's own text, rendered and cited like any article."""

from collections.abc import Callable, Mapping

from commonground.model.corpus import Corpus
from commonground.pages.adapting import adapting_page
from commonground.pages.checks import checks_page, rules_page
from commonground.pages.glossary import glossary_page
from commonground.pages.guide import guide_page
from commonground.pages.law import PAGES, law_page, part_of_its_own
from commonground.pages.services import services_page
from commonground.pages.waiting import waiting_page

_PAGES: Mapping[str, Callable[[Corpus, str], str]] = {
    "law": law_page,
    **{layout: part_of_its_own(name) for name, layout in PAGES.items()},
    "language-guide": guide_page,
    "glossary": glossary_page,
    "checks": checks_page,
    "rules": rules_page,
    "services": services_page,
    "waiting": waiting_page,
    "adapting": adapting_page,
}


def is_made_of_data(layout: str) -> bool:
    """Tell whether pages of this layout are completed by what is made from data."""
    return layout in _PAGES


def generated_part(layout: str, corpus: Corpus, language: str) -> str:
    """Return the Markdown that completes a page of this layout, "" for layouts that need none."""
    make = _PAGES.get(layout)
    return make(corpus, language) if make else ""
