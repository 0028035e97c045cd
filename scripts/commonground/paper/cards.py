"""Cards to cut out: what one can say, from the pages that offer it."""

from collections.abc import Sequence

from commonground.paper.page import Data, PrintedPage, short
from commonground.paper.words import names, of_block, shown

_MOST_NAMED = 2
_LONG = 310
"""Characters above which a card is as wide as the page."""


def card(page: PrintedPage) -> Data | None:
    """Return the card of an article, None where it offers nothing to say."""
    kind = page.corpus.types.get(page.article.front.type)
    passages = of_block(page.article, kind.sheet.say) if kind and kind.sheet and kind.sheet.say else []
    if not passages:
        return None
    text = shown(passages)
    named = names(passages, page.corpus, page.locale)[:_MOST_NAMED]
    return {
        "heading": page.title,
        "text": text,
        "wide": len(text) > _LONG,
        "source": "; ".join(named),
        "address": short(page.address),
    }


def cards(pages: Sequence[PrintedPage]) -> Data | None:
    """Return the cards of some pages of one language as a part of a document, in rows of two; a long one has a row."""
    found = [one for page in pages if (one := card(page))]
    if not found:
        return None
    wide = [one for one in found if one["wide"]]
    narrow = [one for one in found if not one["wide"]]
    rows = [narrow[at : at + 2] for at in range(0, len(narrow), 2)] + [[one] for one in wide]
    page = pages[0]
    days = [day for page in pages if (day := page.article.front.reviewed)]
    checked = page.say("evidence.checked", date=page.locale.day(min(days))) if days else ""
    return {
        "shape": "cards",
        "heading": page.say("paper.card_set"),
        "rows": rows,
        "cut": page.say("paper.cut"),
        "checked": " · ".join(filter(None, (page.say("site.name"), checked, page.say("paper.licence")))),
    }
