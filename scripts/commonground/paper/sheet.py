"""The one-page sheet of an article: what it says first, what studies found, what nobody knows, what one can say."""

from collections.abc import Iterable, Sequence

from commonground.model.article_type import SheetParts
from commonground.model.passage import Kind, Passage
from commonground.model.source import DESIGNS, Finding, Source
from commonground.paper.page import Data, PrintedPage
from commonground.paper.words import cited, names, of_block, part, plain, shown
from commonground.sources.names import place_name, who

_MOST_FINDINGS = 3
_MOST_ITEMS = 6
_LONG = 260
"""Characters above which a finding is told only where no shorter one is left."""

_MOST_NAMED = 3


def sheet(page: PrintedPage) -> Data | None:
    """Return what an article's sheet shows, None where its type has none."""
    kind = page.corpus.types.get(page.article.front.type)
    if kind is None or kind.sheet is None:
        return None
    parts = kind.sheet
    return {
        "shape": "sheet",
        **page.head("sheet"),
        "lead": _lead(page, parts.lead),
        "heard": _block(page, "myth"),
        "misleads": _block(page, "misleads"),
        "pairs": _pairs(part(page.article, parts.pairs or parts.lead, page.locale)),
        "findings": _findings(page, parts),
        "lists": [found for name in parts.lists if (found := _list(page, name))],
        "say": _block(page, parts.say),
        "foot": page.foot(),
    }


def lead_passages(page: PrintedPage) -> list[Passage]:
    """Return what an article says first: the passages of its lead, else its description."""
    kind = page.corpus.types.get(page.article.front.type)
    found = part(page.article, kind.sheet.lead, page.locale) if kind and kind.sheet else []
    told = [passage for passage in found if passage.kind in (Kind.PARAGRAPH, Kind.ITEM)]
    return told or [p for p in page.article.passages if p.kind is Kind.DESCRIPTION]


def _label(name: str) -> str:
    """Return the key of what a part is called."""
    return f"blocks.{name}" if name == "fact" else f"sections.{name}"


def _lead(page: PrintedPage, name: str) -> Data:
    passages = lead_passages(page)
    return {
        "text": shown(passages),
        "source": source_line(passages, page),
        "label": page.say(_label(name)),
    }


def source_line(passages: Iterable[Passage], page: PrintedPage) -> str:
    """Return who found what some passages say; of a single source also its kind and how it was read."""
    passages = list(passages)
    named = names(passages, page.corpus, page.locale)
    if len(named) != 1:
        return "; ".join(named[:_MOST_NAMED]) + ("." if named else "")
    source = next(
        page.corpus.sources[c.source]
        for p in passages
        for c in p.citations
        if c.source in page.corpus.sources
    )
    read = page.say("sources.read_as", how=page.say(f"read_as.{source.checked.how}"))
    return f"{named[0]}. {page.say(f'designs.{source.design}.name')}, {read}."


def _block(page: PrintedPage, name: str) -> Data | None:
    passages = of_block(page.article, name) if name else []
    return {"label": page.say(f"blocks.{name}"), "text": shown(passages)} if passages else None


def _pairs(passages: Sequence[Passage]) -> Data | None:
    """Return the first table of a part whose rows have two cells."""
    rows = [[plain(p.text[start:end]) for start, end in p.cells] for p in passages if p.kind is Kind.ROW]
    rows = [row for row in rows if len(row) == 2]
    return {"head": rows[0], "rows": rows[1:]} if len(rows) > 1 else None


def _list(page: PrintedPage, name: str) -> Data | None:
    items = [plain(p.text) for p in part(page.article, name, page.locale) if p.kind is Kind.ITEM]
    return {"title": page.say(f"sections.{name}"), "items": items[:_MOST_ITEMS]} if items else None


def _findings(page: PrintedPage, parts: SheetParts) -> Data | None:
    lead = [finding for _, finding in cited(lead_passages(page), page.corpus)]
    passages = [p for name in parts.findings for p in part(page.article, name, page.locale)]
    there = [
        (source, finding)
        for source, finding in cited(passages, page.corpus)
        if finding not in lead and not finding.withheld and page.locale.code in finding.states
    ]
    against = next((pair for pair in there if _opposes(pair[1], lead)), None)
    rest = [pair for pair in there if pair is not against and not _opposes(pair[1], lead)]
    chosen = _strongest(rest, page, _MOST_FINDINGS - (against is not None), against)
    rows = [_row(page, *pair, against=False) for pair in chosen]
    if against:
        rows.insert(1, _row(page, *against, against=True))
    title, odd = page.say("paper.findings"), page.say("paper.against")
    return {"title": title, "against": odd, "rows": rows} if rows else None


def _opposes(finding: Finding, lead: Iterable[Finding]) -> bool:
    """Tell whether the records set a finding against one on which the lead rests."""
    return any(finding.key in one.contested_by or one.key in finding.contested_by for one in lead)


def _strongest(
    pairs: Iterable[tuple[Source, Finding]],
    page: PrintedPage,
    most: int,
    besides: tuple[Source, Finding] | None,
) -> list[tuple[Source, Finding]]:
    """Return the findings of the strongest kinds of source, of each source its first, short before long."""

    def rank(pair: tuple[Source, Finding]) -> tuple[bool, bool, int]:
        source, finding = pair
        text = finding.states.get(page.locale.code, "")
        return len(text) > _LONG, not finding.figures, DESIGNS.index(source.design)

    found: dict[str, tuple[Source, Finding]] = {}
    for source, finding in sorted(pairs, key=rank):
        if besides is None or source is not besides[0]:
            found.setdefault(source.id, (source, finding))
    return list(found.values())[:most]


def _row(page: PrintedPage, source: Source, finding: Finding, *, against: bool) -> Data:
    language = page.locale.code
    people = source.population.get(language) or ", ".join(
        place_name(place, page.locale) for place in source.places
    )
    years = source.period.get(language, "")
    design, name = page.say(f"designs.{source.design}.name"), who(source, page.locale)
    side = " · ".join(plain(text) for text in (people, years, design, name) if text)
    return {"text": plain(finding.states[language]), "side": side, "against": against}
