"""A server on this machine that answers in every way a server can."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

LOCAL = "127.0.0.1"
"""The address of the server, which is no public one."""


class Server(ThreadingHTTPServer):
    """
    What a path means is written in it: ``/404`` answers 404, ``/301/to/x`` leads to ``/x`` for good.

    ``asked`` lists the paths, ``agents`` who asked; ``at_once`` is the greatest number of slow requests under way together.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.at_once = 0
        self.closing = threading.Event()
        self.under_way = 0
        self.lock = threading.Lock()
        super().__init__((LOCAL, 0), Answerer)

    @property
    def base(self) -> str:
        return f"http://{LOCAL}:{self.server_address[1]}"

    def handle_error(self, *_: object) -> None:
        """A client that gives up is no news."""


class Answerer(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server

    def do_GET(self) -> None:
        server, path = self.server, self.path
        with server.lock:
            server.asked.append(path)
            server.agents.add(self.headers["User-Agent"])
        self.answer(path)

    def do_HEAD(self) -> None:
        """Some servers refuse to answer without a body."""
        self.send(405)

    def answer(self, path: str) -> None:
        first, _, rest = path.removeprefix("/").partition("/")
        if first == "hang":
            self.server.closing.wait()
        elif first == "slow":
            self.take_time()
            self.send(200)
        elif first == "loop":
            self.send(302, path)
        elif first == "mail":
            self.send(302, "mailto:a@example.org")
        elif first == "nonsense":
            self.wfile.write(b"\x00\x01 nonsense\r\n\r\n")
        elif first.isdigit() and rest:
            self.send(int(first), "/" + rest.removeprefix("to/"))
        else:
            self.send(int(first) if first.isdigit() else 200)

    def take_time(self) -> None:
        """Think for a while, and see how many others wait meanwhile."""
        server = self.server
        with server.lock:
            server.under_way += 1
            server.at_once = max(server.at_once, server.under_way)
        server.closing.wait(0.3)
        with server.lock:
            server.under_way -= 1

    def send(self, status: int, location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield running
        running.closing.set()
        running.shutdown()
        thread.join()
