"""What getting a page over HTTP gives, from a site on the loopback interface."""

import asyncio
import gzip
import socket
import time
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import pytest

from schemas.known import Known
from tasks.fetch import web

PAGE = b"<!doctype html><title>Tides</title><p>The harbour froze over on Monday.</p>"
HTML = {"Content_Type": "text/html; charset=UTF-8"}


def redirect(site: Any, path: str, target: str, status: int = 302) -> str:
    return str(site.give(path, status=status, Location=target))


def test_page_comes_with_the_facts_of_its_response(fetching: Any, site: Any) -> None:
    address = site.give("/tides", PAGE, **HTML, ETag='"a1"', Last_Modified="Tue, 03 Feb 2026 08:00:00 GMT")
    before = datetime.now(UTC)
    payload = fetching.payload(
        address + "#top", url="https://elsewhere.example/", fetched_at=datetime(2020, 1, 1, tzinfo=UTC)
    )
    capture = payload.capture
    assert payload.content == PAGE
    assert (capture.location, capture.url, capture.final_url) == (address + "#top", address, address)
    assert (capture.http_status, capture.media_type, capture.charset) == (200, "text/html", "utf-8")
    assert (capture.etag, capture.last_modified) == ('"a1"', "Tue, 03 Feb 2026 08:00:00 GMT")
    assert (capture.byte_count, capture.sha256) == (len(PAGE), sha256(PAGE).hexdigest())
    assert before <= capture.fetched_at <= datetime.now(UTC)


def test_headers_that_are_missing_are_none(fetching: Any, site: Any) -> None:
    capture = fetching.payload(site.give("/tides", PAGE, ETag=" ")).capture
    assert (capture.media_type, capture.charset, capture.etag, capture.last_modified) == (None, None, None, None)


def test_requests_say_honestly_who_asks(fetching: Any, site: Any) -> None:
    fetching.payload(site.give("/tides", PAGE))
    ((_, headers),) = site.requests
    assert headers["User-Agent"] == "newslake/9.8.7"
    assert "Authorization" not in headers
    assert "Cookie" not in headers


def test_text_that_is_declared_html_is_a_page(fetching: Any, site: Any) -> None:
    assert fetching.payload(site.give("/tides", b"The harbour froze", **HTML)).capture.kind == "page"


def test_page_that_was_read_before_is_unchanged(fetching: Any, site: Any) -> None:
    address = site.give("/tides", PAGE)
    known = Known(payloads={(address, sha256(PAGE).hexdigest(), "x1"): "article-7"})
    (row,) = fetching.batch(address, known=known).settled
    assert (row.outcome, row.article_id, row.http_status) == ("unchanged", "article-7", 200)


@pytest.mark.parametrize("status", [204, 304, 401, 404, 410, 429, 500, 503, 599])
def test_other_answer_than_a_page_is_rejected_with_its_status(fetching: Any, site: Any, status: int) -> None:
    row = fetching.rejection(site.give("/tides", status=status))
    assert (row.error_type, row.http_status) == ("HttpError", status)
    assert str(status) in str(row.error)
    assert row.fetched_at is not None


def test_redirects_are_followed_to_the_final_address(fetching: Any, site: Any) -> None:
    final = site.give("/final", PAGE)
    redirect(site, "/second", "final", 308)
    capture = fetching.payload(redirect(site, "/first", f"{site.address}/second#x", 301)).capture
    assert (capture.url, capture.final_url) == (f"{site.address}/first", final)


def test_five_redirects_are_followed_and_a_sixth_is_not(fetching: Any, site: Any) -> None:
    site.give("/0", PAGE)
    for step in range(6):
        redirect(site, f"/{step + 1}", f"/{step}")
    assert fetching.payload(f"{site.address}/5").content == PAGE
    assert fetching.rejection(f"{site.address}/6").error_type == "RedirectError"


def test_endless_redirects_are_rejected(fetching: Any, site: Any) -> None:
    assert fetching.rejection(redirect(site, "/round", "/round")).error_type == "RedirectError"
    assert len(site.requests) == 6


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://news.example/", "javascript:alert(1)", "data:text/html,a"]
)
def test_redirect_to_another_scheme_is_refused(fetching: Any, site: Any, target: str) -> None:
    assert fetching.rejection(redirect(site, "/start", target)).error_type == "RedirectError"


@pytest.mark.parametrize("target", ["http://h:port/", "http://[::1/", "//h:99999/"])
def test_redirect_to_an_invalid_address_is_refused(fetching: Any, site: Any, target: str) -> None:
    assert fetching.rejection(redirect(site, "/start", target)).error_type == "RedirectError"


def test_redirect_with_credentials_is_refused_without_showing_them(fetching: Any, site: Any) -> None:
    row = fetching.rejection(redirect(site, "/start", "http://me:hunter2@127.0.0.1/"))
    assert row.error_type == "RedirectError"
    assert "hunter2" not in str(row)


def test_redirect_from_the_internet_into_the_inner_network_is_refused(
    fetching: Any, site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_up = socket.getaddrinfo

    def look_up_here(host: str, *arguments: Any, **options: Any) -> Any:
        return look_up("93.184.215.14" if host == "news.example" else host, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", look_up_here)
    monkeypatch.setenv("HTTP_PROXY", site.address)
    monkeypatch.setenv("NO_PROXY", "")
    site.give("http://news.example/start", status=302, Location=f"{site.address}/secret")
    row = fetching.rejection("http://news.example/start")
    assert row.error_type == "RedirectError"
    assert "inner network" in str(row.error)
    assert [path for path, _ in site.requests] == ["http://news.example/start"]


def test_proxies_of_the_environment_are_used(fetching: Any, site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", site.address)
    site.give("http://news.example/tides", PAGE)
    assert fetching.payload("http://news.example/tides").content == PAGE


def test_proxy_that_cannot_be_used_is_an_error_without_its_password(
    fetching: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", "gopher://me:hunter2@127.0.0.1:9")
    row = fetching.rejection("http://news.example/tides")
    assert row.error_type == "UnreachableError"
    assert "hunter2" not in str(row)


def test_page_packed_in_transit_is_unpacked(fetching: Any, site: Any) -> None:
    payload = fetching.payload(site.give("/tides", gzip.compress(PAGE), Content_Encoding="gzip"))
    assert payload.content == PAGE


def test_gzip_file_on_a_site_is_unpacked(fetching: Any, site: Any) -> None:
    assert fetching.payload(site.give("/tides.gz", gzip.compress(PAGE))).content == PAGE


def test_unknown_packing_is_rejected(fetching: Any, site: Any) -> None:
    assert fetching.rejection(site.give("/a", b"?", Content_Encoding="br")).error_type == "UnreadableInputError"


def test_damaged_packing_is_rejected(fetching: Any, site: Any) -> None:
    row = fetching.rejection(site.give("/a", gzip.compress(PAGE)[:-9], Content_Encoding="gzip"))
    assert (row.error_type, row.http_status) == ("UnreadableInputError", 200)


@pytest.mark.parametrize("headers", [{"Content_Encoding": "gzip"}, {}])
def test_bomb_from_a_site_is_stopped_at_the_limit(fetching: Any, site: Any, headers: dict[str, str]) -> None:
    bomb = gzip.compress(b"a" * (web.MAX_WEB_BYTES + 1))
    assert fetching.rejection(site.give("/bomb", bomb, **headers)).error_type == "TooLargeError"


def test_page_that_declares_too_much_is_not_read(fetching: Any, site: Any) -> None:
    row = fetching.rejection(site.give("/a", b"", Content_Length=str(web.MAX_WEB_BYTES + 1)))
    assert (row.error_type, row.http_status) == ("TooLargeError", 200)


def test_page_that_goes_on_and_on_is_stopped_at_the_limit(
    fetching: Any, site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "MAX_WEB_BYTES", 100_000)

    def answer(handler: Any) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(1_000):
            handler.wfile.write(b"a" * 10_000)

    site.answers["/endless"] = answer
    assert fetching.rejection(f"{site.address}/endless").error_type == "TooLargeError"


@pytest.mark.parametrize("begins", [False, True], ids=["before the answer", "inside the page"])
def test_site_that_holds_back_is_given_up(
    fetching: Any, site: Any, monkeypatch: pytest.MonkeyPatch, begins: bool
) -> None:
    monkeypatch.setattr(web, "TOTAL_SECONDS", 0.2)

    def answer(handler: Any) -> None:
        if begins:
            handler.send_response(200)
            handler.end_headers()
            handler.wfile.write(b"<p>")
        site.released.wait(timeout=10)

    site.answers["/slow"] = answer
    started = time.perf_counter()
    row = fetching.rejection(f"{site.address}/slow")
    assert (row.error_type, row.http_status) == ("UnreachableError", 200 if begins else None)
    assert "in time" in str(row.error)
    assert time.perf_counter() - started < 5


def test_site_that_hangs_up_is_unreachable(fetching: Any, site: Any) -> None:
    row = fetching.rejection(site.give("/a", b"<p>", Content_Length="100"))
    assert (row.error_type, row.http_status) == ("UnreachableError", 200)


def test_site_that_talks_nonsense_is_unreachable(fetching: Any, site: Any) -> None:
    site.answers["/a"] = lambda handler: handler.wfile.write(b"\0\1\2 no HTTP\r\n\r\n")
    assert fetching.rejection(f"{site.address}/a").error_type == "UnreachableError"


def test_closed_port_is_unreachable(fetching: Any, site: Any) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        row = fetching.rejection(f"http://127.0.0.1:{port}/")
    assert (row.error_type, row.http_status, row.fetched_at) == ("UnreachableError", None, None)


def test_host_name_that_no_host_can_have_is_unreachable(fetching: Any, site: Any) -> None:
    assert fetching.rejection(f"http://{'a' * 70}.example/").error_type == "UnreachableError"


def test_empty_page_is_rejected(fetching: Any, site: Any) -> None:
    assert fetching.rejection(site.give("/a", Content_Encoding="gzip")).error_type == "EmptyInputError"


def test_one_failing_address_does_not_stop_the_others(fetching: Any, site: Any) -> None:
    batch = fetching.batch(site.give("/a", status=500), site.give("/b", PAGE), "http://me:pw@127.0.0.1/")
    assert len(batch.items) == 1
    assert [row.error_type for row in batch.settled] == ["HttpError", "AddressError"]


def test_pages_are_fetched_where_an_event_loop_runs_already(fetching: Any, site: Any) -> None:
    address = site.give("/tides", PAGE)

    async def notebook_cell() -> Any:
        return fetching.payload(address)

    assert asyncio.run(notebook_cell()).content == PAGE
