"""The last audit: how many cited sentences somebody read beside their findings, and what was found."""

from collections.abc import Iterator
from math import sqrt

from commonground.languages import Language
from commonground.model.corpus import Corpus
from commonground.model.reference import Audit
from commonground.model.source import in_language
from commonground.pages.pieces import heading, plain, table, whole

_Z = 1.959964
"""The normal quantile of a 95% interval."""


def last_audit(corpus: Corpus, locale: Language) -> Iterator[str]:
    """Yield the blocks about the audits of the latest day, none where there is no audit."""
    audits = corpus.reference.audits
    latest = max((audit.date for audit in audits), default=None)
    shown = [audit for audit in audits if audit.date == latest]
    if shown:
        yield heading(2, locale.say("audit.title"), "audit")
    for audit in shown:
        yield from _audit(audit, locale)


def wilson(found: int, of: int) -> tuple[float, float]:
    """
    Return the 95% interval of a share, as shares from 0 to 1.

    Source: Wilson, J. Am. Stat. Assoc. 22 (1927) 209-212.
    """
    share, spread = found / of, _Z**2 / of
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def _audit(audit: Audit, locale: Language) -> Iterator[str]:
    about, by, mended = (
        plain(in_language(text, locale.code)) for text in (audit.about, audit.by, audit.mended)
    )
    if audit.sentences < 1:
        return
    number = whole(audit.sentences, locale)
    yield locale.say("audit.line", date=locale.day(audit.date), n=number, about=about, by=by)
    yield table((locale.say(f"audit.{key}") for key in ("kind", "found", "share")), _rows(audit, locale))
    yield locale.say("audit.mended", mended=mended)
    yield locale.say("audit.repeat")


def _rows(audit: Audit, locale: Language) -> Iterator[tuple[str, ...]]:
    for fault in audit.faults:
        found = fault.found
        name = plain(in_language(fault.kind, locale.code))
        low, high = wilson(found, audit.sentences)
        share, least, most = (
            locale.typography.number(f"{100 * one:.1f}%") for one in (found / audit.sentences, low, high)
        )
        yield name, str(found), locale.say("audit.interval", share=share, low=least, high=most)
