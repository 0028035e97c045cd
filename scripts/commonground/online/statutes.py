"""The files of the public consolidation, as the Department of Justice's repository has them now."""

import asyncio
from urllib.parse import quote

import aiohttp

from commonground.languages.message import texts_of
from commonground.languages.terminal import Spoken
from commonground.model.url import host_of
from commonground.online.connection import is_private, public_connector
from commonground.online.manners import USER_AGENT, Manners
from commonground.read.statute import MOST_BYTES

_text = texts_of(__name__)

_RAW = "https://raw.githubusercontent.com"
_SECONDS = 120.0


class NotFetched(Spoken):
    """A file could not be had; the message says why."""


def fetch_statute(repository: str, path: str, server: str = _RAW, manners: Manners | None = None) -> bytes:
    """
    Return a file of the newest commit of a repository, such as ``justicecanada/laws-lois-xml``.

    Raises: NotFetched: There is no connection, no such file, or more than a law needs.
    """
    address = f"{server}/{quote(repository)}/HEAD/{quote(path)}"
    return asyncio.run(_fetch(address, manners or Manners(timeout=_SECONDS)))


async def _fetch(address: str, manners: Manners) -> bytes:
    host = host_of(address)
    try:
        async with (
            asyncio.timeout(manners.timeout),
            aiohttp.ClientSession(
                connector=public_connector(manners), headers={"User-Agent": USER_AGENT}
            ) as session,
            session.get(address) as answer,
        ):
            if answer.status != 200:
                raise NotFetched(_text("error", host=host, status=answer.status))
            data = bytearray()
            async for part in answer.content.iter_chunked(1 << 16):
                data += part
                if len(data) > MOST_BYTES:
                    raise NotFetched(_text("too-much", host=host, most=MOST_BYTES >> 20))
            return bytes(data)
    except TimeoutError:
        raise NotFetched(_text("slow", host=host, seconds=f"{manners.timeout:g}")) from None
    except (aiohttp.ClientError, ValueError) as error:
        private, unreachable = _text("private", host=host), _text("unreachable", host=host)
        raise NotFetched(private if is_private(error) else unreachable) from None
