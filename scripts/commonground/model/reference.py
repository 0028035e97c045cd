"""Reference data: the law, support services and the glossary (``data/*.yaml``)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from commonground.model.article import Link, RawHtml
from commonground.model.passage import Passage
from commonground.model.position import Span
from commonground.model.source import Text


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One entry of a list in a data file.

    ``values`` holds plain data: a text that a reader sees is ``{"en": …, "fr": …}`` of inline Markdown.
    """

    id: str
    path: str
    values: Mapping[str, object]
    span: Span

    def text(self, key: str) -> Text:
        """Return a bilingual text (``penalty.maximum`` reaches into a mapping), empty where there is none."""
        value: object = self.values
        for part in key.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        return value if isinstance(value, Mapping) else {}

    def day(self, key: str) -> date | None:
        """Return a date value, or None."""
        value = self.values.get(key)
        return value if isinstance(value, date) else None


@dataclass(frozen=True, slots=True)
class Reference:
    """
    Lists by name (``provisions``, ``timeline``, ``models``, ``open_questions``, ``services``, ``terms``, ``cohorts``, ``contested``, ``audits``) and their passages;
    the links, the HTML and the ids of sources in them, each with the path of its file.
    """

    lists: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()
    links: tuple[tuple[str, Link], ...] = ()
    html: tuple[tuple[str, RawHtml], ...] = ()
    sources: tuple[tuple[str, Span, str], ...] = ()

    def entries(self, name: str) -> tuple[Entry, ...]:
        """Return one list, empty where the site has none."""
        return self.lists.get(name, ())
