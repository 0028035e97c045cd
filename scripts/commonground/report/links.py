"""External links and where they stand, as text and as JSON."""

import json
from collections.abc import Callable, Iterator, Mapping

from commonground.online.answer import State
from commonground.online.extract import Place
from commonground.online.memory import FAILURES_TO_REPORT, Standing

Addresses = Mapping[str, tuple[Place, ...]]
Standings = Mapping[str, Standing]

_DUE = (
    f"To mend: failed on {FAILURES_TO_REPORT} different days or more. "
    "Open each one yourself first: some servers turn programs away without a word."
)
_HEADINGS = {
    State.MOVED: "Moved for good: write the new address",
    State.GONE: "Gone",
    State.UNREACHABLE: "Unreachable",
    State.BLOCKED: "Blocked for programs: a person can look",
    State.UNKNOWN: "Unknown: answers differ, or tell nothing",
    None: "Never asked: run commonground links --external",
    State.OK: "In order",
}
_ADVICE = {
    "evidence/": "Write its new address into the record. If it is gone for good, show a copy that an archive keeps: "
    "archived: {url: …, date: …, instead: true}.",
    "data/": "Look the entry up again; correct the address, or take the entry out.",
    "": "Write its new address, or take the link out.",
}


def as_text(addresses: Addresses, standings: Standings, *, everything: bool) -> str:
    """
    Return a list for people: what has to be mended first, then the rest by state, and counts.

    Args: everything: Whether to list also what is in order or was never asked.
    """
    due = [url for url in addresses if is_due(standings.get(url))]
    blocks = [_block(_DUE, due, addresses, standings, _advice)] if due else []
    for state, heading in _HEADINGS.items():
        if state in (State.OK, None) and not everything:
            continue
        urls = [url for url in addresses if url not in due and _state(standings.get(url)) == state]
        if urls:
            blocks.append(_block(heading, urls, addresses, standings, _place))
    return "\n\n".join([*blocks, _counted(addresses, standings, len(due))]) + "\n"


def as_json(addresses: Addresses, standings: Standings) -> str:
    """Return every address with its places and where it stands, for programs."""
    rows = [_row(url, places, standings.get(url)) for url, places in addresses.items()]
    return json.dumps({"version": 1, "addresses": rows}, ensure_ascii=False, indent=1) + "\n"


def is_due(standing: Standing | None) -> bool:
    """Tell whether somebody has to look at an address."""
    return standing is not None and standing.is_due


def _state(standing: Standing | None) -> State | None:
    return standing.answer.state if standing else None


def _block(
    heading: str,
    urls: list[str],
    addresses: Addresses,
    standings: Standings,
    tell: Callable[[Place], str],
) -> str:
    lines = [heading]
    for url in urls:
        lines.append(f"  {url}")
        lines += [f"    {text}" for text in _told(standings.get(url))]
        lines += [f"    {tell(place)}" for place in addresses[url]]
    return "\n".join(lines)


def _told(standing: Standing | None) -> Iterator[str]:
    if standing is None:
        return
    answer = standing.answer
    said = f"{answer.state}: {answer.reason}" if answer.reason else str(answer.state)
    yield f"{said} (asked on {standing.day})"
    if answer.moved_to:
        yield f"now at {answer.moved_to}"
    if standing.failed_on:
        yield f"failed on {', '.join(map(str, standing.failed_on))}"


def _place(place: Place) -> str:
    return str(place)


def _advice(place: Place) -> str:
    advice = next(text for folder, text in _ADVICE.items() if place.path.startswith(folder))
    return f"{place}: {advice}"


def _counted(addresses: Addresses, standings: Standings, due: int) -> str:
    states = [_state(standings.get(url)) for url in addresses]
    known = [f"{states.count(state)} {state}" for state in State if state in states]
    if None in states:
        known.append(f"{states.count(None)} never asked")
    what = "external address" if len(addresses) == 1 else "external addresses"
    return f"{len(addresses)} {what}: {', '.join(known) or 'none'}. {due} to mend."


def _row(url: str, places: tuple[Place, ...], standing: Standing | None) -> dict[str, object]:
    row: dict[str, object] = {
        "url": url,
        "state": None,
        "places": [
            {"path": place.path, "line": place.span.line, "column": place.span.column} for place in places
        ],
    }
    if standing:
        answer = standing.answer
        row |= {"state": str(answer.state), "reason": answer.reason, "moved_to": answer.moved_to}
        row |= {"day": str(standing.day), "failed_on": [str(day) for day in standing.failed_on]}
    return row | {"to_mend": is_due(standing)}
