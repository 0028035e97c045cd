"""The picture that a shared link brings along: what the page found, who found it, and when that was checked."""

from collections.abc import Mapping

from msgspec import Struct

from commonground.languages import Language
from commonground.model.passage import Kind
from commonground.paper.page import Data, PrintedPage
from commonground.paper.sheet import lead_passages, source_line
from commonground.paper.words import plain, shown

_COLOURS = ("paper", "ground", "ink", "marigold", "lens-edge")

_MOST = 250
"""Characters that can be read on a picture as small as a telephone shows it."""


class Share(Struct, frozen=True):
    """One picture: ``text`` is never what people may have heard, and never a bare question."""

    label: str
    text: str
    lines: tuple[str, ...]

    @property
    def alt(self) -> str:
        """What the picture says, for who does not see it."""
        return " ".join((self.text, *self.lines))

    def data(self, locale: Language, colours: Mapping[str, str]) -> Data:
        """
        Return the values of the template.

        Args: colours: Those of the theme's colours for light screens that the site sets.
        """
        return {
            "lang": locale.code,
            "colours": {name: colour for name, colour in colours.items() if name in _COLOURS},
            "site": plain(locale.say("site.name")),
            "label": self.label,
            "text": self.text,
            "lines": self.lines,
        }


def share(page: PrintedPage) -> Share | None:
    """Return the picture of an article, None for one of a type without a sheet: it gets the site's own."""
    front = page.article.front
    kind = page.corpus.types.get(front.type)
    if kind is None or kind.sheet is None:
        return None
    lead = lead_passages(page)
    description = [passage for passage in page.article.passages if passage.kind is Kind.DESCRIPTION][:1]
    chosen = lead if len(shown(lead)) <= _MOST else description
    source = source_line(lead, page) if lead != description else ""
    checked = front.reviewed
    day = page.say("evidence.checked", date=page.locale.day(checked)) if checked else ""
    label = page.say("blocks.fact") if kind.sheet.lead == "fact" else ""
    return Share(label, shown(chosen), tuple(filter(None, (source, day))))


def site_share(locale: Language) -> Share:
    """Return the picture of every other page: what the site is."""
    return Share("", plain(locale.say("site.tagline")), ())
