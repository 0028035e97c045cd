"""
What registries say about a source: its bibliographic data, and the notices that correct or retract it.

Data come by DOI content negotiation, which every registration agency answers. Notices come from Crossref's REST API
(https://api.crossref.org), which holds Retraction Watch's too. We ask for one thing at a time and name ourselves.
"""

import asyncio
import json
import re
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from urllib.parse import quote

import aiohttp
from msgspec import Struct, field

from commonground.languages.message import texts_of
from commonground.languages.terminal import Spoken
from commonground.model.url import host_of
from commonground.online.connection import is_private, public_connector
from commonground.online.manners import Manners
from commonground.sources.csl_item import clean_text, normal_doi

_text = texts_of(__name__)

RESOLVER = "https://doi.org"
CROSSREF = "https://api.crossref.org"

RETRACTIONS = ("retraction", "withdrawal", "removal")
"""Kinds of notice after which the publisher no longer stands behind the work."""

_CSL = "application/vnd.citationstyles.csl+json"
_JSON = "application/json"
_AGENT = f"CommonGround/{version('commonground')} (evidence records)"
_SECONDS = 40.0
_LONGEST_RUN = 1800.0
_MOST_BYTES = 8 << 20
_TRIES = 3
_WAIT = 5.0
_LONGEST_WAIT = 60.0
# Names of relations to what mends or replaces a work; those that end in -of or -for point the other way.
_TOLD_BY_RELATION = re.compile(
    r"is-replaced-by|(?!.*-(?:of|for)$).*(?:retract|correct|errat|corrig|withdraw|concern).*"
)


class NoAnswer(Spoken):
    """A question got no usable answer."""


class NoConnection(NoAnswer):
    """The server cannot be reached at all: asking on is of no use."""


class NotRegistered(NoAnswer):
    """The server does not know the DOI."""


class NoTime(NoAnswer):
    """The run has taken as long as it may: nothing more is asked."""


class Notice(Struct, frozen=True):
    """
    A notice about a work.

    ``kind`` is Crossref's (correction, retraction, expression_of_concern …); ``id`` the notice's DOI, or another name
    where it has none; ``told_by`` who says so; ``is_own``: the work itself is the notice, and ``id`` what it is about.
    """

    id: str
    kind: str
    day: date | None = None
    told_by: str = ""
    title: str = ""
    is_own: bool = False

    @property
    def is_retraction(self) -> bool:
        """Tell whether the work no longer stands."""
        return self.kind in RETRACTIONS and not self.is_own


def fetch_item(doi: str) -> Mapping[str, object]:
    """
    Return what the DOI's registration agency says about the work, as CSL-JSON or nearly so.

    Raises: NoAnswer: There is no connection, no such DOI, or no usable answer.
    """
    address = f"{RESOLVER}/{quote(doi, safe='/:;()')}"
    item = Client().ask(address, _CSL)
    if not isinstance(item, dict) or not (item.get("title") or item.get("type")):
        raise NoAnswer(_text("no-source", host=host_of(address)))
    return {"DOI": doi, **item}


def manners() -> Manners:
    """Return how registries are asked in one run that starts now."""
    return Manners(timeout=_SECONDS, end=time.monotonic() + _LONGEST_RUN)


class _Reply(Struct, frozen=True):
    """What a server answered: ``data`` is empty where the rest says that it is of no use."""

    host: str
    status: int
    kind: str
    retry_after: str
    data: bytes


class Client(Struct):
    """Asks servers one question at a time, with a pause between, as long as a run may take."""

    _manners: Manners = field(default_factory=lambda: manners())
    _last: float = float("-inf")

    def notices(self, doi: str) -> tuple[Notice, ...]:
        """
        Return the notices about a work, from its own entry and from theirs, by DOI.

        Raises: NoAnswer: Crossref cannot be asked, does not know the DOI or sends no usable answer.
        """
        works = f"{CROSSREF}/v1/works"
        work = _message(self.ask(f"{works}/{quote(doi, safe='')}", _JSON), works)
        found = _message(
            self.ask(works, _JSON, {"filter": f"updates:{doi}", "rows": "100"}),
            works,
        )
        notices: dict[str, Notice] = {}
        for notice in (*_own(work, doi), *_pointing(found, doi)):
            known = notices.get(notice.id.casefold())
            if known is None or (notice.is_retraction and not known.is_retraction):
                notices[notice.id.casefold()] = notice
        return tuple(notices[key] for key in sorted(notices))

    def ask(self, address: str, accept: str, query: Mapping[str, str] | None = None) -> object:
        """
        Return the JSON at an address. A server that asks us to wait is waited for.

        Raises: NoAnswer: See its kinds.
        """
        for attempt in range(1, _TRIES + 1):
            time.sleep(max(0.0, self._last + self._manners.delay - time.monotonic()))
            if self._manners.at_most(self._manners.timeout) < self._manners.timeout:
                raise NoTime(_text("no-time", minutes=round(_LONGEST_RUN / 60)))
            reply = asyncio.run(self._reply(address, accept, query))
            self._last = time.monotonic()
            if reply.status not in (429, 503) or attempt == _TRIES:
                break
            time.sleep(self._manners.at_most(_wait(reply)))
        return _read(reply)

    async def _reply(self, address: str, accept: str, query: Mapping[str, str] | None) -> _Reply:
        """Ask once. Raises: NoAnswer: There is no connection, or what comes over it is no answer."""
        headers = {"Accept": accept, "User-Agent": _AGENT}
        try:
            async with (
                asyncio.timeout(self._manners.timeout),
                aiohttp.ClientSession(connector=public_connector(self._manners), headers=headers) as session,
                session.get(address, params=query) as answer,
            ):
                kind = answer.headers.get("Content-Type", "").partition(";")[0].strip()
                retry_after = answer.headers.get("Retry-After", "").strip()
                host = str(answer.url.authority)
                data = await _body(answer, host) if answer.status == 200 and kind.endswith("json") else b""
                return _Reply(host, answer.status, kind, retry_after, data)
        except (TimeoutError, aiohttp.ClientError, ValueError) as error:
            raise self._no_answer(host_of(address), error) from None

    def _no_answer(self, host: str, error: Exception) -> NoAnswer:
        if is_private(error):
            return NoAnswer(_text("private", host=host))
        if isinstance(error, TimeoutError):
            return NoConnection(_text("slow", host=host, seconds=f"{self._manners.timeout:g}"))
        if isinstance(error, aiohttp.TooManyRedirects):
            return NoAnswer(_text("circles", host=host))
        if isinstance(error, aiohttp.ClientConnectionError):
            return NoConnection(_text("unreachable", host=host))
        return NoAnswer(_text("unusable", host=host))


async def _body(answer: aiohttp.ClientResponse, host: str) -> bytes:
    """Return what is sent, unpacked. Raises: NoAnswer: It is too much."""
    data = bytearray()
    async for part in answer.content.iter_chunked(1 << 16):
        data += part
        if len(data) > _MOST_BYTES:
            raise NoAnswer(_text("too-much", host=host, most=f"{_MOST_BYTES:,}"))
    return bytes(data)


def _read(reply: _Reply) -> object:
    host = reply.host
    if reply.status == 404:
        raise NotRegistered(_text("unknown", host=host))
    if reply.status == 406:
        raise NoAnswer(_text("no-data", host=host))
    if reply.status != 200:
        raise NoAnswer(_text("error", host=host, status=reply.status))
    if not reply.kind.endswith("json"):
        kind = clean_text(reply.kind) or _text("no-kind")
        raise NoAnswer(_text("other-kind", host=host, kind=kind))
    try:
        return json.loads(reply.data)
    except (ValueError, RecursionError):
        raise NoAnswer(_text("broken", host=host)) from None


def _wait(reply: _Reply) -> float:
    """
    Return the seconds that the server asks us to wait.

    Raises: NoAnswer: It asks for more than a minute.
    """
    asked = reply.retry_after
    seconds = _WAIT
    if asked.isdecimal():
        seconds = float(asked)
    elif asked:
        try:
            then = parsedate_to_datetime(asked)
            seconds = (then.replace(tzinfo=then.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
        except (ValueError, OverflowError):
            pass
    if seconds > _LONGEST_WAIT:
        raise NoAnswer(_text("wait", host=reply.host, seconds=f"{seconds:.0f}"))
    return max(0.0, seconds)


def _message(answer: object, address: str) -> Mapping[str, object]:
    """Return the part of Crossref's answer that matters."""
    if isinstance(answer, dict) and isinstance(message := answer.get("message"), dict):
        return message
    raise NoAnswer(_text("no-message", host=host_of(address)))


def _entries(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, list):
        yield from (entry for entry in value if isinstance(entry, dict))


def _own(work: Mapping[str, object], doi: str) -> Iterator[Notice]:
    """Yield what a work's entry says: what updates it, what it updates, what replaces it."""
    for entry in _entries(work.get("updated-by")):
        yield _notice(entry, _id(entry))
    for entry in _entries(work.get("update-to")):
        about = normal_doi(entry.get("DOI"))
        yield _notice(entry, about or doi, is_own=about.casefold() not in ("", doi.casefold()))
    relations = work.get("relation")
    for name, entries in relations.items() if isinstance(relations, dict) else ():
        if _TOLD_BY_RELATION.fullmatch(str(name)):
            for entry in _entries(entries):
                yield Notice(clean_text(entry.get("id")), clean_text(name), told_by="publisher")


def _pointing(found: Mapping[str, object], doi: str) -> Iterator[Notice]:
    """Yield the notices whose entry names the work."""
    for item in _entries(found.get("items")):
        title = item.get("title")
        for entry in _entries(item.get("update-to")):
            if normal_doi(entry.get("DOI")).casefold() == doi.casefold():
                name = clean_text(title[0] if isinstance(title, list) and title else title)
                yield _notice(entry, normal_doi(item.get("DOI")) or _id(entry), title=name)


def _id(entry: Mapping[str, object]) -> str:
    """Return a notice's DOI, else the name by which it is recorded."""
    told_by, record = clean_text(entry.get("source")), clean_text(entry.get("record-id"))
    return normal_doi(entry.get("DOI")) or f"{told_by or 'notice'}-{record or 'without-doi'}"


def _notice(entry: Mapping[str, object], id: str, *, title: str = "", is_own: bool = False) -> Notice:
    kind = clean_text(entry.get("type")).lower() or "update"
    return Notice(id, kind, _day(entry.get("updated")), clean_text(entry.get("source")), title, is_own)


def _day(value: object) -> date | None:
    match value:
        case {"date-parts": [[int(year), int(month), int(day)], *_]}:
            try:
                return date(year, month, day)
            except (ValueError, OverflowError):
                return None
    return None
