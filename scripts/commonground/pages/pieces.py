"""Small pieces of Markdown that the generated pages share."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from commonground.languages import Language
from commonground.languages.law import Law
from commonground.model.address import relative
from commonground.model.article import Article
from commonground.model.marks import CITATION
from commonground.model.reference import Confirmed, Entry

NO_BREAK_SPACE = "\u00a0"

_CODE_OR_TEXT = re.compile(r"(`[^`]*`)")
_SPECIAL = re.compile(r"[\\*_\[\]<>{}|#]")
_MARKUP = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_`]")
_PARTIAL_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")


def plain(text: str) -> str:
    """Return text that is no Markdown so that it shows as it stands; code between backticks stays code."""
    parts = _CODE_OR_TEXT.split(" ".join(text.split()))
    return "".join(part if part.startswith("`") else _SPECIAL.sub(_entity, part) for part in parts)


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def quoted(text: str, locale: Language) -> str:
    """Return plain text in the quotation marks of the language."""
    return locale.typography.quote(plain(text))


def listed(texts: Iterable[str]) -> str:
    """Return texts as one enumeration, commas between."""
    return ", ".join(texts)


def heading(level: int, text: str, id: str = "", name: str = "") -> str:
    """Return a heading with an id and a class, either of which may be empty."""
    marks = [f"#{id}" if id else "", f".{name}" if name else ""]
    attributes = " ".join(mark for mark in marks if mark)
    return f"{'#' * level} {one_line(text)}" + (f" {{{attributes}}}" if attributes else "")


def fold(line: str, blocks: Iterable[str]) -> str:
    """Return blocks of Markdown that a reader opens by a line of inline Markdown."""
    return joined([f"/// details | {one_line(line)}", *blocks, "///"]).rstrip("\n")


def one_line(text: str) -> str:
    """Return inline Markdown without line breaks: a list item or table cell is one line."""
    return re.sub(r"[ \n\t]+", " ", text).strip()


def bare(text: str) -> str:
    """Return inline Markdown as its readers see it, without its citations."""
    return one_line(_MARKUP.sub(lambda match: match[1] or "", CITATION.sub("", text)))


def facts(pairs: Iterable[tuple[str, str]], locale: Language) -> str:
    """Return labelled texts as a bullet list; a pair without text is left out."""
    colon = locale.typography.colon
    return "\n".join(f"- **{label}{colon}** {one_line(text)}" for label, text in pairs if text)


def words(entry: Entry, key: str, language: str) -> str:
    """Return a field (``penalty.maximum`` is one of another) in one language; a text that is the same in all as it stands."""
    value: object = entry
    for part in key.split("."):
        value = getattr(value, part)
    return text_of(value, language)


def text_of(value: object, language: str) -> str:
    """Return one value in one language; a value of another kind than text is ""."""
    if isinstance(value, Mapping):
        value = value.get(language)
    return value.strip() if isinstance(value, str) else ""


def to_confirm(entry: Confirmed, locale: Language) -> str:
    """Return what is to be looked up again and why, "" for an entry that needs it not."""
    if not entry.confirm:
        return ""
    why = words(entry, "confirm_why", locale.code)
    return f"{one_line(locale.say('law.confirm', why=why))}\n{{.to-confirm}}"


def day(when: date, locale: Language) -> str:
    """Return a date in words: 22 November 2026, 1er janvier 2026."""
    return locale.day(when)


def partial_day(value: object, locale: Language) -> str:
    """Return a date, a month (``2021-03``) or a year (``1892``) in words; what is none of them as it stands."""
    if isinstance(value, date):
        return day(value, locale)
    match = _PARTIAL_DATE.fullmatch(str(value or ""))
    if match is None:
        return str(value or "")
    year, month = int(match["year"]), match["month"]
    if match["day"]:
        return day(date(year, int(month), int(match["day"])), locale)
    if month:
        return locale.typography.month(year, int(month))
    return str(year)


def unbroken(section: str, law: Law) -> str:
    """Return the number of a section bound to its abbreviation: "s. 286.1" never breaks across lines."""
    signs = {sign for sign in (*law.labels, *law.section, law.chapter) if sign.endswith(".")}
    for sign in sorted(signs, key=len, reverse=True):
        section = re.sub(rf"(?<!\w){re.escape(sign)} (?=\d)", f"{sign}{NO_BREAK_SPACE}", section)
    return section


def joined(parts: Iterable[str]) -> str:
    """Return blocks of Markdown with a blank line between; empty ones are left out."""
    return "\n\n".join(part for part in parts if part) + "\n"


def has_layout(article: Article, layout: str) -> bool:
    """Tell whether an article names this layout."""
    return article.front.layout == layout


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table of inline Markdown."""
    first = list(head)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (first, ["---"] * len(first), *rows))


def whole(number: int, locale: Language) -> str:
    """Return a whole number as the language writes it: 1,200 or 1 200."""
    return locale.typography.number(f"{number:,}")


def link_between(text: str, path: str, here: str, anchor: str = "") -> str:
    """Return a link from one page to another by their paths (``page_path``)."""
    return f"[{text}]({relative(path, here)}/{f'#{anchor}' if anchor else ''})"
