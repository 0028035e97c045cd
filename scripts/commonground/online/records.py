"""
What registries say about a source: its bibliographic data, and the notices that correct or retract it.

Data come by DOI content negotiation, which every registration agency answers. Notices come from Crossref's REST API
(https://api.crossref.org), which holds Retraction Watch's too. We ask for one thing at a time and name ourselves.
"""

import json
import os
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from urllib.parse import quote

import requests

from commonground.model.url import host_of
from commonground.read.csl_item import clean_text, normal_doi

RESOLVER = ("COMMONGROUND_RESOLVER", "https://doi.org")
CROSSREF = ("COMMONGROUND_CROSSREF", "https://api.crossref.org")
"""Environment variable that names another server, such as a mirror or a test's, and the server asked without it."""

RETRACTIONS = ("retraction", "withdrawal", "removal")
"""Kinds of notice after which the publisher no longer stands behind the work."""

_CSL = "application/vnd.citationstyles.csl+json"
_JSON = "application/json"
_SECONDS = (10, 30)
_MOST_BYTES = 8 << 20
_TRIES = 3
_WAIT = 5.0
_LONGEST_WAIT = 60.0
_PAUSE = 1.0
# Names of relations to what mends or replaces a work; those that end in -of or -for point the other way.
_TOLD_BY_RELATION = re.compile(
    r"is-replaced-by|(?!.*-(?:of|for)$).*(?:retract|correct|errat|corrig|withdraw|concern).*"
)


class NoAnswer(Exception):
    """A question got no usable answer; the message says why and what to do next."""


class NoConnection(NoAnswer):
    """The server cannot be reached at all: asking on is of no use."""


class NotRegistered(NoAnswer):
    """The server does not know the DOI."""


@dataclass(frozen=True, slots=True)
class Notice:
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
    address = f"{_base(RESOLVER)}/{quote(doi, safe='/:;()')}"
    item = Client().ask(address, _CSL)
    if not isinstance(item, dict) or not (item.get("title") or item.get("type")):
        raise NoAnswer(f"{_host(address)} sent JSON that describes no source. Look at the source's own page.")
    return {"DOI": doi, **item}


@dataclass(slots=True)
class Client:
    """Asks servers one question at a time, with a pause between."""

    _session: requests.Session = field(default_factory=requests.Session)
    _last: float = float("-inf")

    def notices(self, doi: str) -> tuple[Notice, ...]:
        """
        Return the notices about a work, from its own entry and from theirs, by DOI.

        Raises: NoAnswer: Crossref cannot be asked, does not know the DOI or sends no usable answer.
        """
        works = f"{_base(CROSSREF)}/v1/works"
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
        headers = {
            "Accept": accept,
            "User-Agent": f"CommonGround/{version('commonground')} (evidence records)",
        }
        for attempt in range(1, _TRIES + 1):
            time.sleep(max(0.0, self._last + _PAUSE - time.monotonic()))
            try:
                with self._session.get(
                    address, params=query, headers=headers, timeout=_SECONDS, stream=True
                ) as answer:
                    self._last = time.monotonic()
                    if answer.status_code in (429, 503) and attempt < _TRIES:
                        time.sleep(_wait(answer))
                        continue
                    return _read(answer)
            except requests.RequestException as error:
                raise _no_connection(address, error) from None
        raise AssertionError  # the last attempt returns or raises


def _read(answer: requests.Response) -> object:
    host, status = _host(answer.url), answer.status_code
    if status == 404:
        raise NotRegistered(
            f"{host} does not know this DOI. Compare it with the one on the source's own page."
        )
    if status == 406:
        raise NoAnswer(f"{host} has no bibliographic data for this DOI. Look at the source's own page.")
    if status != 200:
        raise NoAnswer(f"{host} answered with an error ({status}). Try again later.")
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip()
    if not kind.endswith("json"):
        raise NoAnswer(
            f"{host} sent {clean_text(kind) or 'something without a type'} instead of bibliographic data. "
            "Try again later."
        )
    data = bytearray()
    for part in answer.iter_content(1 << 16):
        data += part
        if len(data) > _MOST_BYTES:
            raise NoAnswer(
                f"{host} sent more than {_MOST_BYTES:,} bytes, more than any entry needs. Try again later."
            )
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise NoAnswer(f"{host} sent broken JSON. Try again later.") from None


def _wait(answer: requests.Response) -> float:
    """
    Return the seconds that the server asks us to wait.

    Raises: NoAnswer: It asks for more than a minute.
    """
    asked = answer.headers.get("Retry-After", "").strip()
    seconds = _WAIT
    if asked.isdecimal():
        seconds = float(asked)
    elif asked:
        try:
            then = parsedate_to_datetime(asked)
            seconds = (then.replace(tzinfo=then.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
        except ValueError:
            pass
    if seconds > _LONGEST_WAIT:
        raise NoAnswer(f"{_host(answer.url)} asks us to wait {seconds:.0f} seconds. Try again after that.")
    return max(0.0, seconds)


def _no_connection(address: str, error: requests.RequestException) -> NoAnswer:
    host = _host(address)
    if isinstance(error, requests.Timeout):
        return NoConnection(f"{host} did not answer in time. Try again later.")
    if isinstance(error, requests.TooManyRedirects):
        return NoAnswer(f"{host} sends us in circles. Try again later.")
    if isinstance(error, requests.ConnectionError):
        return NoConnection(f"{host} cannot be reached. Check the connection.")
    return NoAnswer(f"{host} gave no usable answer. Try again later.")


def _base(server: tuple[str, str]) -> str:
    return os.environ.get(*server).rstrip("/")


def _host(address: str) -> str:
    return host_of(address) or address


def _message(answer: object, address: str) -> Mapping[str, object]:
    """Return the part of Crossref's answer that matters."""
    if isinstance(answer, dict) and isinstance(message := answer.get("message"), dict):
        return message
    raise NoAnswer(f"{_host(address)} sent JSON without a message. Try again later.")


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
            except ValueError:
                return None
    return None
