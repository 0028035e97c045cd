"""The last audit: how many cited sentences somebody read beside their findings, and what was found."""

from collections.abc import Iterable, Iterator, Mapping
from math import sqrt

from commonground.languages import Language
from commonground.model.corpus import Corpus
from commonground.model.reference import Entry
from commonground.model.source import in_language
from commonground.pages.pieces import heading, plain

_Z = 1.959964
"""The normal quantile of a 95% interval."""


def last_audit(corpus: Corpus, locale: Language) -> Iterator[str]:
    """Yield the blocks about the audits of the latest day, none where there is no audit."""
    audits = corpus.reference.entries("audits")
    latest = max((day for entry in audits if (day := entry.day("date"))), default=None)
    shown = [entry for entry in audits if latest and entry.day("date") == latest]
    if shown:
        yield heading(2, locale.say("audit.title"), "audit")
    for entry in shown:
        yield from _audit(entry, locale)


def wilson(found: int, of: int) -> tuple[float, float]:
    """
    Return the 95% interval of a share, as shares from 0 to 1.

    Source: Wilson, J. Am. Stat. Assoc. 22 (1927) 209-212.
    """
    share, spread = found / of, _Z**2 / of
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def _audit(entry: Entry, locale: Language) -> Iterator[str]:
    day, sentences = entry.day("date"), _number(entry.values, "sentences")
    about, by, mended = (
        plain(in_language(entry.text(key), locale.code)) for key in ("about", "by", "mended")
    )
    if day is None or sentences < 1:
        return
    number = locale.typography.number(f"{sentences:,}")
    yield locale.say("audit.line", date=locale.day(day), n=number, about=about, by=by)
    yield "\n".join(_table(entry, sentences, locale))
    yield locale.say("audit.mended", mended=mended)
    yield locale.say("audit.repeat")


def _table(entry: Entry, sentences: int, locale: Language) -> Iterator[str]:
    yield _row(locale.say(f"audit.{key}") for key in ("kind", "found", "share"))
    yield _row(["---"] * 3)
    faults = entry.values.get("faults")
    for fault in faults if isinstance(faults, list) else ():
        found = _number(fault, "found")
        kind = fault.get("kind")
        name = plain(in_language(kind, locale.code)) if isinstance(kind, Mapping) else ""
        low, high = wilson(found, sentences)
        share, least, most = (
            locale.typography.number(f"{100 * one:.1f}%") for one in (found / sentences, low, high)
        )
        yield _row([name, str(found), locale.say("audit.interval", share=share, low=least, high=most)])


def _number(values: object, key: str) -> int:
    value = values.get(key) if isinstance(values, Mapping) else None
    return value if isinstance(value, int) else 0


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
