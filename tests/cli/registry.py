"""A registry for tests: doi.org and Crossref's API on this machine alone. Every work in it is invented."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from msgspec import Struct, field

CSL = "application/vnd.citationstyles.csl+json"

ARTICLE: Mapping[str, object] = {
    "indexed": {"date-parts": [[2026, 11, 1]], "timestamp": 1793491200000},
    "reference-count": 1,
    "publisher": "Placeholder Press",
    "issue": "3",
    "license": [{"URL": "https://creativecommons.org/licenses/by/4.0/", "delay-in-days": 0}],
    "content-domain": {"domain": ["example.org"], "crossmark-restriction": True},
    "abstract": "<jats:p>Invented.</jats:p>",
    "DOI": "10.5555/invented.1",
    "type": "journal-article",
    "created": {"date-parts": [[2019, 3, 1]]},
    "page": "101-110",
    "source": "Crossref",
    "title": "Invented <i>work</i> &amp; imaginary neighbours: a study: with colons",
    "volume": "12",
    "author": [
        {"given": "Zoé", "family": "Exémple", "sequence": "first", "affiliation": []},
        {"name": "Institute of Invented Surveys", "sequence": "additional", "affiliation": []},
    ],
    "container-title": "Journal of Invented Studies",
    "language": "en",
    "issued": {"date-parts": [[2019, 3, 2]]},
    "reference": [{"key": "1", "unstructured": "Nobody. Nothing."}],
    "URL": "http://dx.doi.org/10.5555/invented.1",
    "ISSN": ["0000-0000"],
    "subject": [],
}
"""An article as doi.org gives it: more keys than CSL-JSON has, and some of other shapes."""


class Answer(Struct):
    """What the server says: ``body`` is sent as it is if bytes, else as JSON."""

    body: object
    status: int = 200
    kind: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


class Registry(Struct):
    """Answers by path and query; a list is used up one by one, its last entry stays. ``asked``: what came in."""

    address: str = ""
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def give(self, key: str, *answers: Answer) -> None:
        """Say what is answered to a path, with its query after "?"."""
        self.answers[key] = list(answers)

    def work(self, doi: str, own: Mapping[str, object] | None = None, *pointing: object) -> None:
        """Put a work into the API: its own entry, and the entries of notices that point to it."""
        entry = {"DOI": doi, "type": "journal-article", "title": ["An invented work"], **(own or {})}
        self.give(f"/v1/works/{doi}", Answer({"status": "ok", "message-type": "work", "message": entry}))
        found = {"total-results": len(pointing), "items": list(pointing)}
        self.give(f"/v1/works?updates:{doi}", Answer({"status": "ok", "message": found}))


@contextmanager
def serve() -> Iterator[Registry]:
    """Run the server on a free port of the loopback address."""
    registry = Registry()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            asked = unquote(parts.path)
            if parts.query:
                asked = f"{asked}?{parse_qs(parts.query)['filter'][0]}"
            registry.asked.append((asked, dict(self.headers)))
            answers = registry.answers.get(asked, [Answer("Resource not found.", 404, "text/plain")])
            answer = answers.pop(0) if len(answers) > 1 else answers[0]
            body = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.kind)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    registry.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield registry
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
