"""What servers may do to us: send anything at all, slowly, or send us elsewhere."""

import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonground.online import linkcheck
from commonground.online.answer import State
from commonground.online.client import PRIVATE, ask_all
from commonground.online.connection import may_be_asked
from commonground.online.links import check_external
from commonground.online.manners import Manners
from commonground.online.records import Client, NoAnswer

from .conftest import LOCAL

QUICK = Manners(delay=0, timeout=1.5, allowed=(LOCAL,))
ELSEWHERE = "127.0.0.2"  # as private as LOCAL, and allowed to nobody
JSON = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


class Raw(socketserver.ThreadingTCPServer):
    """Sends bytes to whoever asks, all at once or one by one; ``asked`` counts."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, host: str = LOCAL) -> None:
        self.answer = b""
        self.pause = 0.0
        self.asked = 0
        super().__init__((host, 0), Sender)

    @property
    def base(self) -> str:
        return "http://{}:{}".format(*self.server_address)

    def handle_error(self, *_: object) -> None:
        """A client that gives up is no news."""


class Sender(socketserver.BaseRequestHandler):
    server: Raw

    def handle(self) -> None:
        self.server.asked += 1
        self.request.recv(1 << 16)
        step = 1 if self.server.pause else len(self.server.answer) or 1
        for start in range(0, len(self.server.answer), step):
            self.request.sendall(self.server.answer[start : start + step])
            time.sleep(self.server.pause)


@contextmanager
def running(host: str = LOCAL) -> Iterator[Raw]:
    with Raw(host) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def server() -> Iterator[Raw]:
    with running() as one:
        yield one


@pytest.fixture
def elsewhere() -> Iterator[Raw]:
    with running(ELSEWHERE) as one:
        one.answer = JSON + b"Content-Length: 2\r\n\r\n{}"
        yield one


@pytest.mark.parametrize(
    ("host", "public"),
    [
        ("8.8.8.8", True), ("1.1.1.1", True), ("2001:4860:4860::8888", True), ("64:ff9b::8.8.8.8", True),
        ("127.0.0.1", False), ("127.8.0.1", False), ("0.0.0.0", False), ("10.1.2.3", False), ("172.16.0.1", False),
        ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("224.0.0.1", False),
        ("255.255.255.255", False), ("198.18.0.1", False), ("::1", False), ("::", False), ("fe80::1%eth0", False),
        ("fd00::1", False), ("ff02::1", False), ("::ffff:127.0.0.1", False), ("::ffff:10.0.0.1", False),
        ("64:ff9b::10.0.0.1", False), ("2002:7f00:1::", False), ("2002:a00:1::", False), ("no-number", False),
    ],
)  # fmt: skip
def test_only_the_public_internet_is_asked(host: str, public: bool) -> None:
    """Loopback, private, link-local, shared and multicast addresses are refused in every spelling."""
    assert may_be_asked(host, Manners()) is public


def test_an_address_may_be_allowed() -> None:
    """One address, not its neighbours."""
    assert may_be_asked(LOCAL, QUICK)
    assert not may_be_asked(ELSEWHERE, QUICK)


@pytest.mark.parametrize("host", [ELSEWHERE, "0x7f000002", "2130706434", "127.2", "[::ffff:127.0.0.2]"])
@pytest.mark.parametrize("status", [302, 308])
def test_no_redirect_leads_into_a_private_network(
    server: Raw, elsewhere: Raw, host: str, status: int
) -> None:
    """Our requests do not follow, however the address is spelled; the server there is not asked."""
    port = elsewhere.server_address[1]
    location = f"http://{host}:{port}/secret".encode()
    server.answer = b"HTTP/1.1 %d Moved\r\nLocation: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" % (
        status,
        location,
    )
    with pytest.raises(NoAnswer, match="none of the internet" if host == ELSEWHERE else LOCAL):
        Client(QUICK).ask(server.base, "application/json")
    answer = ask_all([server.base], QUICK)[server.base]
    assert answer.state is State.UNREACHABLE
    assert answer.reason == PRIVATE or host != ELSEWHERE
    assert elsewhere.asked == 0


def test_linkcheckmd_follows_no_redirect_into_a_private_network(server: Raw, elsewhere: Raw) -> None:
    """It makes connections of its own, in a process of its own."""
    server.answer = (
        b"HTTP/1.1 302 Found\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n" % elsewhere.base.encode()
    )
    assert linkcheck.words([server.base], QUICK) == {server.base: "no answer"}
    assert elsewhere.asked == 0


def test_a_link_into_a_private_network_is_not_asked(elsewhere: Raw) -> None:
    """An author's link, too: it is told, and no program of ours opens it."""
    ((_, answer),) = check_external([f"{elsewhere.base}/"], QUICK)
    assert (answer.state, answer.reason) == (State.UNREACHABLE, PRIVATE)
    assert linkcheck.words([f"{elsewhere.base}/"], QUICK) == {f"{elsewhere.base}/": "no answer"}
    assert elsewhere.asked == 0


SLOW = {
    "status": b"HTTP/1.1 200 OK" + b" " * 99,
    "headers": b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 99,
    "many headers": b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: a\r\n" % n for n in range(99)),
    "body": JSON + b"Content-Length: 999\r\n\r\n" + b" " * 99,
    "chunks": JSON + b"Transfer-Encoding: chunked\r\n\r\n" + b"1\r\n \r\n" * 99,
}


@pytest.mark.parametrize("part", SLOW)
def test_a_server_that_drips_is_given_up(server: Raw, part: str) -> None:
    """The limit is for the whole answer, not for the next byte."""
    fast, slow = SLOW[part][:20], SLOW[part]
    server.answer, server.pause = slow, 0.05
    began = time.monotonic()
    try:
        with pytest.raises(NoAnswer, match=r"did not answer within 1\.5 seconds"):
            Client(QUICK).ask(server.base, "application/json")
        assert time.monotonic() - began < 4
    finally:
        server.answer, server.pause = fast, 0.0


def test_nothing_is_asked_after_the_end(server: Raw) -> None:
    """What there is no time for has no answer, rather than a bad one."""
    server.answer, before = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", server.asked
    late = Manners(delay=0, timeout=1, end=time.monotonic(), allowed=(LOCAL,))
    assert dict(check_external([f"{server.base}/a", f"{server.base}/b"], late)) == {}
    assert server.asked == before


HOSTILE = [
    b"",
    b"\x00" * 50,
    b"HTTP/1.1 200 OK\r\n\xff\xfe: \x80\r\n\r\n{}",
    b"HTTP/1.1 99999999999999999999 OK\r\n\r\n",
    b"HTTP/1.1 -1 OK\r\n\r\n",
    b"HTTP/9.9 200 OK\r\n\r\n{}",
    b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: http://a:99999999/\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: \xff\xff\xff\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: //\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: http://xn--\xc3\xa9/\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: http://%s/\r\n\r\n" % (b"a" * 300),
    b"HTTP/1.1 302 Found\r\nLocation: javascript:alert(1)\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nURI: \r\nLocation:\r\n\r\n",
    b"HTTP/1.1 503 Busy\r\nRetry-After: Mon, 99 Foo 99999999999999999999 99:99:99 +9999\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 503 Busy\r\nRetry-After: %s\r\nContent-Length: 0\r\n\r\n" % (b"9" * 5000),
    b"HTTP/1.1 503 Busy\r\nRetry-After: Mon, 01 Jan 0001 00:00:00 +2359\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nSet-Cookie: \x01=\x02; expires=never\r\nContent-Type: text/json\r\n\r\n[",
    JSON + b"Content-Encoding: gzip\r\n\r\nnot gzip",
    JSON + b"Content-Encoding: br, zstd\r\n\r\n{}",
    JSON + b"Content-Length: -5\r\n\r\n{}",
    JSON + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}",
    JSON + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFFFF\r\n{}",
    JSON + b"Transfer-Encoding: chunked\r\n\r\n-1\r\n{}",
    JSON + b"\r\n" + b"9" * 9000,
    JSON + b'\r\n{"a": "\\ud800"}',
    b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: a\r\n" % n for n in range(5000)) + b"\r\n{}",
    b"HTTP/1.1 200 OK\r\nX: " + b"a" * 1_000_000 + b"\r\n\r\n{}",
    b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
    b"HTTP/1.1 100 Continue\r\n\r\n" * 50,
]


def survives(server: Raw, answer: bytes) -> None:
    """Every asker copes: a value or NoAnswer, and one state."""
    server.answer, server.pause = answer, 0.0
    with suppress(NoAnswer):
        Client(QUICK).ask(server.base, "application/json")
    assert ask_all([server.base], QUICK)[server.base].state in State


@pytest.mark.parametrize("answer", HOSTILE)
def test_no_answer_is_too_bad(server: Raw, answer: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken heads, lengths, encodings, redirects and dates are told; none raises anything else."""
    slept = time.sleep
    monkeypatch.setattr(time, "sleep", lambda seconds: slept(min(seconds, 0.01)))
    survives(server, answer)


HEADS = st.sampled_from([b"Location", b"Content-Type", b"Content-Length", b"Content-Encoding", b"Transfer-Encoding",
                         b"Set-Cookie", b"Connection", b"Refresh"])  # fmt: skip


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    status=st.sampled_from([b"200", b"204", b"301", b"302", b"304", b"404", b"999", b"0", b"abc"]),
    heads=st.lists(st.tuples(HEADS, st.binary(max_size=30)), max_size=4),
    body=st.binary(max_size=50),
)
def test_any_bytes_are_an_answer(
    server: Raw, status: bytes, heads: list[tuple[bytes, bytes]], body: bytes
) -> None:
    """Whatever is sent, the next address is asked as if nothing had been."""
    lines = [
        b"HTTP/1.1 " + status + b" X",
        *(name + b": " + value for name, value in heads),
        b"Connection: close",
    ]
    survives(server, b"\r\n".join(lines) + b"\r\n\r\n" + body)
