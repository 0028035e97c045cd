"""Figures for journalists: the number in words, who, where, when, how, and what it must not be used to say."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from commonground.export.fields import fields
from commonground.languages import FIRST, Language
from commonground.model.corpus import Corpus
from commonground.model.figure import Figure, agrees, is_among
from commonground.model.quoted import Quoted
from commonground.model.schema.declared import Text
from commonground.model.source import DESIGNS, HOW_CHECKED, Finding, Source
from commonground.model.spreadsheet import cell
from commonground.pages.pieces import NO_BREAK_SPACE
from commonground.read.figures import find_figures, knows_numbers
from commonground.sources.names import who

JSON_PATH = "data/figures.json"
CSV_PATH = "data/figures.csv"
_FIELDS = fields(computed="version page", reference="doi url", values="headline figures n interval")
FIELDS = {JSON_PATH: _FIELDS, CSV_PATH: _FIELDS}


def quotable(corpus: Corpus) -> Iterator[tuple[Source, Finding]]:
    """Yield each finding that is offered to journalists, with its source: by theme, the strongest kind of source first."""
    offered = [
        (source, finding)
        for source in corpus.sources.values()
        for finding in source.findings
        if finding.quotable and not finding.withheld
    ]
    yield from sorted(
        offered, key=lambda pair: (_place_of(corpus.settings.themes, theme(pair[0])), *_weakness(*pair))
    )


def theme(source: Source) -> str:
    """Return the subject under which the figures of a source are listed: its first."""
    return next(iter(source.themes), "")


def _weakness(source: Source, finding: Finding) -> tuple[int, int, int]:
    """Return what orders figures: the kind of study, how it was read, how few people it asked."""
    people = finding.estimate.n if finding.estimate and finding.estimate.n else 0
    return _place_of(DESIGNS, source.design), _place_of(HOW_CHECKED, source.checked.how), -people


def _place_of(listed: Sequence[str], one: str) -> int:
    return listed.index(one) if one in listed else len(listed)


def headline(finding: Finding, locale: Language) -> str:
    """Return the claim that heads a figure; of a record without one, the number in words, else in figures."""
    if heading := (finding.quotable.heading if finding.quotable else {}).get(locale.code):
        text = heading
    elif plain := finding.plain.get(locale.code):
        text = plain[0]
    else:
        text = locale.typography.number(finding.figures[0]) if finding.figures else ""
    return text[:1].upper() + text[1:]


def unsafe(finding: Finding) -> Text:
    """Return what the finding must not be used to say, by language."""
    return finding.quotable.unsafe if finding.quotable else {}


def interval(finding: Finding, locale: Language) -> str:
    """Return the interval of the estimate, "" where it has none."""
    estimate = finding.estimate
    if estimate is None or estimate.low is None or estimate.high is None:
        return ""
    low, high = (_as_recorded(value, finding, locale) for value in (estimate.low, estimate.high))
    return locale.say("chart.range", low=low, high=high)


def _as_recorded(value: float, finding: Finding, locale: Language) -> str:
    """Return a value with the digits that the record prints: 1.60 stays 1.60."""
    for figure in finding.figures:
        digits = re.sub(r"[^\d.]", "", figure)
        if digits and digits.count(".") <= 1 and float(digits.strip(".") or 0) == value:
            return locale.typography.number(figure)
    return locale.typography.number(f"{value:g}")


def kept_state(source: Source, finding: Finding, corpus: Corpus) -> Quoted:
    """Return a quotable finding as it would be kept today."""
    languages = corpus.languages
    caveat, warning = finding.caution or source.limits, unsafe(finding)
    return Quoted(
        finding=finding.key,
        digest=finding.digest,
        kept=corpus.today,
        headline={language: headline(finding, corpus.locale(language)) for language in languages},
        states=finding.states,
        caveat=caveat,
        unsafe=warning,
        by={language: who(source, corpus.locale(language)) for language in languages},
        figures=finding.figures,
        plain=finding.plain,
        beside=tuple(_beside(source, finding, (caveat, warning))),
    )


def _beside(source: Source, finding: Finding, texts: Iterable[Text]) -> Iterator[str]:
    """Yield the recorded figures of which some stand in texts about a finding that does not list them itself."""
    spoken = [(figure, code) for text in texts for code in text for figure in _figures(text[code], code)]
    given = [figure for figure, code in spoken if not is_among(figure, finding.sayable(code))]
    wanted = [quantity for figure in given for quantity in figure.quantities]
    others = [one for one in source.findings if one is not finding]
    listed = [(source.figures, source.values), *((one.figures, one.values) for one in others)]
    listed += [(one.plain.get(FIRST, ()), one.plain_values.get(FIRST, ())) for one in others]
    for texts_listed, values in listed:
        for text, value in zip(texts_listed, values, strict=True):
            if any(agrees(written, recorded) for written in wanted for recorded in value):
                yield text


def _figures(text: str, language: str) -> tuple[Figure, ...]:
    return find_figures(text, language) if knows_numbers(language) else ()


def files(corpus: Corpus, site: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, content) of the figures as JSON, and as CSV for spreadsheets."""
    rows = [_row(source, finding, corpus) for source, finding in quotable(corpus)]
    yield (
        JSON_PATH,
        (json.dumps({"version": 1, "figures": rows}, ensure_ascii=False, indent=1) + "\n").encode(),
    )
    text = io.StringIO()
    flat = [{key: _flat(value) for key, value in _by_language(row).items()} for row in rows]
    columns = list(dict.fromkeys(column for row in flat for column in row))
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(flat)
    yield CSV_PATH, b"\xef\xbb\xbf" + text.getvalue().encode()  # spreadsheets read UTF-8 by this mark


def _row(source: Source, finding: Finding, corpus: Corpus) -> dict[str, object]:
    state = kept_state(source, finding, corpus)
    return {
        "finding": finding.key,
        "headline": state.headline,
        "sentence": finding.states,
        "figures": list(finding.figures),
        "people": source.population,
        "places": list(source.places),
        "years": source.period,
        "n": finding.estimate.n if finding.estimate else None,
        "interval": {language: interval(finding, corpus.locale(language)) for language in corpus.languages},
        "design": source.design,
        "peer_reviewed": source.peer_reviewed,
        "where": finding.where,
        "caveat": state.caveat,
        "not": state.unsafe,
        "source": state.by,
        "doi": source.item.doi or None,
        "url": source.item.url or None,
        "page": f"{state.key}/",
    }


def _by_language(row: Mapping[str, object]) -> dict[str, object]:
    """Return a row with a column for each language of a text."""
    flat: dict[str, object] = {}
    for key, value in row.items():
        if isinstance(value, Mapping):
            flat |= {f"{key}_{language}": text for language, text in value.items()}
        else:
            flat[key] = value
    return flat


def _flat(value: object) -> str:
    """Return a cell; spreadsheets know no no-break space."""
    text = "; ".join(map(str, value)) if isinstance(value, list) else value
    return cell(text).replace(NO_BREAK_SPACE, " ")
