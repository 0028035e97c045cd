"""
Connections to public servers alone.

A server may send us anywhere: to a router, a database, whatever listens beside us. So the address is looked at when the
connection is made, whoever named it and however it was spelled, redirects included.
"""

import errno
import socket
from typing import Any

import aiohttp

from commonground.model.url import IPAddress, parse_ip
from commonground.online.manners import Manners

_REFUSED = "an address of a private network"
"""What the error says where a connection was refused: aiohttp keeps no more of it."""

_AddrInfo = tuple[int, int, int, str, tuple[Any, ...]]
_NAT64 = b"\x00\x64\xff\x9b" + bytes(8)


def public_connector(manners: Manners) -> aiohttp.TCPConnector:
    """Return what makes the connections of one session."""

    def opened(info: _AddrInfo) -> socket.socket:
        family, kind, protocol, _, (host, *_) = info
        if not may_be_asked(host, manners):
            raise PermissionError(errno.EACCES, _REFUSED)
        return socket.socket(family, kind, protocol)

    return aiohttp.TCPConnector(socket_factory=opened)


def may_be_asked(host: str, manners: Manners) -> bool:
    """Tell whether an IP address is one of the public internet, or one that our manners allow."""
    address = parse_ip(host.partition("%")[0])
    if address is None:
        return False
    if address.version == 6:
        teredo = address.teredo[1] if address.teredo else None
        address = address.ipv4_mapped or address.sixtofour or teredo or _translated(address.packed) or address
    return str(address) in manners.allowed or (address.is_global and not address.is_multicast)


def _translated(packed: bytes) -> IPAddress | None:
    """Return the IPv4 address that a network without IPv4 reaches by an IPv6 address (RFC 6052)."""
    return parse_ip(".".join(map(str, packed[12:]))) if packed.startswith(_NAT64) else None


def is_private(error: BaseException) -> bool:
    """Tell whether a connection failed because it would have led into a private network."""
    return isinstance(error, OSError) and _REFUSED in (error.strerror or "")
