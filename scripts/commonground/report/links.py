"""External links and where they stand, as text and as JSON."""

import json
from collections.abc import Callable, Iterator, Mapping

from commonground.languages.catalogue import say
from commonground.languages.message import Message, Value, listed, texts_of
from commonground.online.answer import State
from commonground.online.extract import Place
from commonground.online.memory import FAILURES_TO_REPORT, Standing

Addresses = Mapping[str, tuple[Place, ...]]
Standings = Mapping[str, Standing]

_text = texts_of(__name__)

_DUE = _text("due", most=FAILURES_TO_REPORT)
_HEADINGS = {
    State.MOVED: _text("head-moved"),
    State.GONE: _text("head-gone"),
    State.UNREACHABLE: _text("head-unreachable"),
    State.BLOCKED: _text("head-blocked"),
    State.UNKNOWN: _text("head-unknown"),
    None: _text("head-never"),
    State.OK: _text("head-ok"),
}
_NAMES = {
    State.OK: _text("ok"),
    State.MOVED: _text("moved"),
    State.GONE: _text("gone"),
    State.BLOCKED: _text("blocked"),
    State.UNREACHABLE: _text("unreachable"),
    State.UNKNOWN: _text("unknown"),
}


def as_text(addresses: Addresses, standings: Standings, language: str, *, everything: bool) -> str:
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
            blocks.append(_block(heading, urls, addresses, standings, str))
    blocks.append([_counted(addresses, standings, len(due))])
    return "\n\n".join("\n".join(say(line, language) for line in block) for block in blocks) + "\n"


def as_json(addresses: Addresses, standings: Standings, language: str) -> str:
    """Return every address with its places and where it stands, for programs; reasons in a language."""
    rows = [_row(url, places, standings.get(url), language) for url, places in addresses.items()]
    return json.dumps({"version": 1, "addresses": rows}, ensure_ascii=False, indent=1) + "\n"


def is_due(standing: Standing | None) -> bool:
    """Tell whether somebody has to look at an address."""
    return standing is not None and standing.is_due


def _state(standing: Standing | None) -> State | None:
    return standing.answer.state if standing else None


def _block(
    heading: Message,
    urls: list[str],
    addresses: Addresses,
    standings: Standings,
    tell: Callable[[Place], Value],
) -> list[Value]:
    """Return lines."""
    lines: list[Value] = [heading]
    for url in urls:
        below = [*_told(standings.get(url)), *(tell(place) for place in addresses[url])]
        lines += [f"  {url}", *(_text("below", text=text) for text in below)]
    return lines


def _told(standing: Standing | None) -> Iterator[Message]:
    if standing is None:
        return
    answer, day = standing.answer, str(standing.day)
    state = _NAMES[answer.state]
    if answer.reason:
        yield _text("told-reason", state=state, reason=answer.reason, day=day)
    else:
        yield _text("told", state=state, day=day)
    if answer.moved_to:
        yield _text("now-at", address=answer.moved_to)
    if standing.failed_on:
        yield _text("failed-on", days=listed(map(str, standing.failed_on)))


def _advice(place: Place) -> Message:
    if place.path.startswith("evidence/"):
        return _text("advice-evidence", place=str(place))
    if place.path.startswith("data/"):
        return _text("advice-data", place=str(place))
    return _text("advice", place=str(place))


def _counted(addresses: Addresses, standings: Standings, due: int) -> Message:
    states = [_state(standings.get(url)) for url in addresses]
    known = [
        _text("count", number=states.count(state), state=_NAMES[state]) for state in State if state in states
    ]
    if None in states:
        known.append(_text("never", number=states.count(None)))
    told = listed(known) if known else _text("none")
    return _text("counted", n=len(addresses), states=told, due=due)


def _row(url: str, places: tuple[Place, ...], standing: Standing | None, language: str) -> dict[str, object]:
    row: dict[str, object] = {
        "url": url,
        "state": None,
        "places": [
            {"path": place.path, "line": place.span.line, "column": place.span.column} for place in places
        ],
    }
    if standing:
        answer = standing.answer
        row |= {
            "state": str(answer.state),
            "reason": say(answer.reason or "", language),
            "moved_to": answer.moved_to,
        }
        row |= {"day": str(standing.day), "failed_on": [str(day) for day in standing.failed_on]}
    return row | {"to_mend": is_due(standing)}
