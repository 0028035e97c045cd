"""Cards of many short entries, made of data: the law act by act, the services, the words to use."""

import html
import re
from collections.abc import Callable, Iterator, Mapping

from commonground.markdown.bundle import inline_html
from commonground.model.problem import Level
from commonground.model.reference import OFFENCE, Entry, Service
from commonground.model.term import TermRule
from commonground.pages.pieces import words
from commonground.pages.services import bare_address, details, listed_services
from commonground.paper.page import Data, PrintedPage
from commonground.paper.words import plain

Row = Mapping[str, str]
Groups = Iterator[tuple[str, list[Row]]]
"""The title and the rows of each group."""

_TAG = re.compile(r"<[^>]*>")
_MOST_FORMS = 3


def listing(page: PrintedPage) -> Data | None:
    """Return the card of a page that shows data, None for any other page."""
    layout = page.article.front.layout
    groups = (
        [{"title": title, "rows": rows} for title, rows in _MADE[layout](page)] if layout in _MADE else []
    )
    if not groups:
        return None
    return {
        "shape": "listing",
        **page.head(layout),
        "lead": plain(page.article.front.description),
        "groups": groups,
        "foot": page.foot(),
    }


def _law(page: PrintedPage) -> Groups:
    """Yield the acts by what the law says of each, those that are no offence first."""
    entries = page.corpus.reference.provisions
    for offence in OFFENCE:
        rows = [
            _row(
                _said(page, entry, "act"),
                _said(page, entry, "section"),
                _said(page, entry, "who_can_be_charged"),
            )
            for entry in entries
            if entry.offence == offence and entry.act
        ]
        if rows:
            yield page.say(f"offence.{offence}"), rows


def _services(page: PrintedPage) -> Groups:
    for kind in page.corpus.settings.service_kinds:
        rows = [_service(page, entry) for entry in listed_services(page.corpus) if entry.kind == kind]
        if rows:
            yield page.say(f"services.kinds.{kind}"), rows


def _service(page: PrintedPage, entry: Service) -> Row:
    told = dict(details(entry, page.locale.code))
    reach = told.get("phone") or bare_address(told.get("web", ""))
    about = (_text(told[key]) for key in ("serves", "area", "hours") if key in told)
    return _row(_said(page, entry, "name"), _text(reach), " · ".join(about))


def _words(page: PrintedPage) -> Groups:
    """Yield the words to use by what they are about; those to think about are for the page itself."""
    rules = [rule for rule in page.corpus.terms.get(page.locale.code, ()) if rule.level is Level.ERROR]
    for subject in page.corpus.settings.subjects:
        rows = [_rule(page, rule) for rule in rules if rule.subject == subject and rule.prefer]
        if rows:
            yield page.say(f"subjects.{subject}"), rows


def _rule(page: PrintedPage, rule: TermRule) -> Row:
    forms = ", ".join(page.locale.typography.quote(form) for form in rule.avoid[:_MOST_FORMS])
    return _row(plain(", ".join(dict.fromkeys(rule.prefer))), "", plain(page.labelled("guide.rather", forms)))


def _row(name: str, mark: str, text: str) -> Row:
    return {"name": name, "mark": mark, "text": text}


def _said(page: PrintedPage, entry: Entry, key: str) -> str:
    return _text(words(entry, key, page.locale.code))


def _text(inline: str) -> str:
    """Return what a reader sees of inline Markdown."""
    return plain(html.unescape(_TAG.sub("", inline_html(inline)))) if inline else ""


_MADE: Mapping[str, Callable[[PrintedPage], Groups]] = {
    "law": _law,
    "services": _services,
    "language-guide": _words,
}
"""What the card of a layout is made of."""
