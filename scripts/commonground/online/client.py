"""Our own request: what tells a moved address from a blocked or a gone one, which linkcheckmd does not say."""

import asyncio
from collections.abc import Sequence

import aiohttp
from yarl import URL

from commonground.languages.message import texts_of
from commonground.model.url import join_address
from commonground.online.answer import Answer, State, answer_to
from commonground.online.connection import is_private, public_connector
from commonground.online.extract import encoded
from commonground.online.manners import USER_AGENT, Manners

_text = texts_of(__name__)

PRIVATE = _text("private")

MOST_REDIRECTS = 10

_FOR_GOOD = frozenset((301, 308))
_REDIRECTS = _FOR_GOOD | {302, 303, 307}


def ask_all(urls: Sequence[str], manners: Manners) -> dict[str, Answer]:
    """
    Ask addresses one after the other and return what each answered; no fault of a server raises.

    Those for which no time is left are missing.
    """
    return asyncio.run(_ask_all(urls, manners))


async def _ask_all(urls: Sequence[str], manners: Manners) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    for url in urls:
        if answers:
            await asyncio.sleep(manners.at_most(manners.delay))
        if manners.at_most(manners.timeout) < manners.timeout:
            break
        answers[url] = await _ask(url, manners)
    return answers


async def _ask(url: str, manners: Manners) -> Answer:
    try:
        # A session for each address: it keeps cookies from one redirect to the next, and no longer.
        async with (
            asyncio.timeout(manners.timeout),
            aiohttp.ClientSession(
                connector=public_connector(manners), headers={"User-Agent": USER_AGENT}
            ) as session,
        ):
            return await _follow(session, url)
    except TimeoutError:
        return Answer(State.UNREACHABLE, _text("no-answer", seconds=f"{manners.timeout:g}"))
    except aiohttp.ClientConnectorDNSError:
        return Answer(State.UNREACHABLE, _text("no-host"))
    except aiohttp.ClientSSLError:
        return Answer(State.UNREACHABLE, _text("certificate"))
    except aiohttp.ClientConnectorError as error:
        return Answer(State.UNREACHABLE, PRIVATE if is_private(error) else _text("no-connection"))
    except (aiohttp.ClientError, ValueError):
        return Answer(State.UNREACHABLE, _text("not-understood"))


async def _follow(session: aiohttp.ClientSession, url: str) -> Answer:
    """Follow redirects; an address has moved as far as they are permanent, the temporary ones behind it are its business."""
    here, moved_to, for_good = url, "", True
    for _ in range(MOST_REDIRECTS + 1):
        # GET and not HEAD: some servers refuse HEAD, or answer it with a lie. The body is not read.
        async with session.get(URL(here, encoded=True), allow_redirects=False) as response:
            status, location = response.status, response.headers.get("Location", "")
        if status not in _REDIRECTS or not location:
            return answer_to(status, moved_to)
        here = encoded(join_address(here, location) or "")
        if not here:
            return Answer(State.UNKNOWN, _text("no-web-page"))
        for_good = for_good and status in _FOR_GOOD
        moved_to = here if for_good else moved_to
    return Answer(State.UNREACHABLE, _text("circle"))
