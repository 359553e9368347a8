"""A site on the loopback interface, and the few words that every test of fetching needs."""

import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from schemas.draft import Batch
from schemas.fetches import Fetch, Payload
from schemas.known import Known
from tasks.fetch import FetchSettings, fetch_batch, find_inputs

PROXY_VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")


@dataclass
class Site:
    """Answers by path, what was asked for, and an event that ends answers which hold back."""

    address: str = ""
    answers: dict[str, Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)

    def give(self, path: str, body: bytes = b"", *, status: int = 200, **headers: str) -> str:
        """Makes the site answer a path with a body; header names have underscores for hyphens."""

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in {"Content_Length": str(len(body)), **headers}.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(body)

        self.answers[path] = answer
        return self.address + path


class Server(ThreadingHTTPServer):
    """A server that says nothing of clients that hang up, as they should where a page is too large."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        timeout = 10

        def do_GET(self) -> None:
            site.requests.append((self.path, dict(self.headers)))
            site.answers[self.path](self)

        def log_message(self, *arguments: object) -> None:
            """Keeps the tests' output clean."""

    server = Server(("127.0.0.1", 0), Handler)
    site.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield site
    site.released.set()
    server.shutdown()
    server.server_close()
    thread.join(timeout=10)


class Fetching:
    """The stage as the flow uses it, with settings that tests rarely care about."""

    def batch(self, *sources: str, known: Known | None = None, **settings: Any) -> Batch[Payload]:
        """Fetches the sources."""
        words = {"run_id": "run-1", "version": "9.8.7", "extractor": "x1", **settings}
        return fetch_batch(find_inputs(sources), settings=FetchSettings(**words), known=known or Known())

    def payload(self, source: str, /, **settings: Any) -> Payload:
        """Fetches a source that gives one payload and nothing else."""
        batch = self.batch(source, **settings)
        assert batch.settled == ()
        (payload,) = batch.items
        return payload

    def rejection(self, source: str, /, **settings: Any) -> Fetch:
        """Fetches a source that gives one rejected row and nothing else."""
        batch = self.batch(source, **settings)
        assert batch.items == ()
        (row,) = batch.settled
        assert row.outcome == "rejected"
        assert row.error is not None
        assert "\n" not in row.error
        return row


@pytest.fixture
def fetching() -> Fetching:
    return Fetching()
