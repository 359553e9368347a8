"""Gets one page over HTTP.

In: a capture whose `url` is an http(s) address. Out: the capture with what the response says of itself, and the bytes
or the error. Proxies are those of the environment's standard variables. Nothing is retried, no credentials are sent,
and cookies live no longer than one address's redirects.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import httpx

from schemas.fetches import Capture
from tasks.fetch.addresses import is_inner_host, parse_web_address
from tasks.fetch.errors import (
    AddressError,
    FetchError,
    HttpError,
    RedirectError,
    TooLargeError,
    UnreachableError,
    UnreadableInputError,
)
from tasks.fetch.inflate import inflate
from tasks.fetch.labels import printable

MAX_WEB_BYTES = 10 * 1024 * 1024
MAX_REDIRECTS = 5
CONNECT_SECONDS = 10.0
READ_SECONDS = 30.0
TOTAL_SECONDS = 60.0

REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5",
    # Only what `inflate` unpacks with a bound: httpx itself would unpack without one.
    "Accept-Encoding": "gzip",
}
_PLAIN = frozenset({"", "identity"})
_GZIP = frozenset({"gzip", "x-gzip"})


def fetch_web(capture: Capture, address: str, *, version: str) -> tuple[Capture, bytes | FetchError]:
    """Gives the capture with the response's facts, and the page's bytes (at most 10 MiB) or what was wrong.

    At most 5 redirects and 60 seconds, 10 of them to connect and 30 between two pieces of the answer. `version` is
    that of newslake, which the site is told.
    """
    work = _fetch(capture, address, version)
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    # A notebook's loop runs in this thread already, so the work gets a thread of its own.
    with ThreadPoolExecutor(max_workers=1) as executor:
        return executor.submit(asyncio.run, work).result()


async def _fetch(capture: Capture, address: str, version: str) -> tuple[Capture, bytes | FetchError]:
    try:
        async with asyncio.timeout(TOTAL_SECONDS), _open_client(version) as client:
            response = await _follow(client, parse_web_address(address))
            capture = _add_facts(capture, response)
            return capture, await _read_page(response, capture.location)
    except FetchError as error:
        return capture, error
    except (TimeoutError, httpx.TimeoutException):
        return capture, UnreachableError(f"{capture.location} didn't answer in time: try again later")
    except (httpx.TransportError, UnicodeError) as error:
        reason = printable(str(error)) or type(error).__name__
        return capture, UnreachableError(
            f"{capture.location} can't be reached ({reason}): check the address and the network, or try again later"
        )


def _open_client(version: str) -> httpx.AsyncClient:
    headers = {"User-Agent": f"newslake/{version}", **REQUEST_HEADERS}
    try:
        return httpx.AsyncClient(
            headers=headers,
            timeout=httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
            # A hook sees a redirect before httpx reads its target, the loop in `_follow` never reads its body.
            event_hooks={"response": [_check_redirect]},
        )
    except (ImportError, ValueError, OSError) as error:
        # The message of the cause may hold a proxy's password.
        raise UnreachableError(
            "The network settings of the environment can't be used: correct HTTP_PROXY, HTTPS_PROXY, ALL_PROXY "
            "(http or https proxies only), SSL_CERT_FILE and SSL_CERT_DIR, or unset them"
        ) from error


async def _follow(client: httpx.AsyncClient, url: httpx.URL) -> httpx.Response:
    request = client.build_request("GET", url)
    for _ in range(MAX_REDIRECTS + 1):
        response = await client.send(request, stream=True)
        if response.next_request is None:
            return response
        await response.aclose()
        request = response.next_request
    raise RedirectError(f"{url} is still no page after {MAX_REDIRECTS} redirects: give the page's final address")


async def _check_redirect(response: httpx.Response) -> None:
    if not response.has_redirect_location:
        return
    url = response.url
    try:
        target = parse_web_address(str(url.join(response.headers["location"])))
    except AddressError as error:
        raise RedirectError(f"{url} redirects to where newslake doesn't follow ({error})") from error
    except (httpx.InvalidURL, UnicodeError) as error:
        raise RedirectError(f"{url} redirects to an invalid address: give the page's final address") from error
    if await is_inner_host(target.host) and not await is_inner_host(url.host):
        raise RedirectError(f"{url} redirects from the internet to {target} in the inner network: not followed")


def _add_facts(capture: Capture, response: httpx.Response) -> Capture:
    media_type = (_header(response, "content-type") or "").partition(";")[0].strip().lower()
    return replace(
        capture,
        final_url=str(response.url.copy_with(fragment=None)),
        fetched_at=datetime.now(UTC),
        http_status=response.status_code,
        media_type=media_type or None,
        charset=(response.charset_encoding or "").strip().lower() or None,
        etag=_header(response, "etag"),
        last_modified=_header(response, "last-modified"),
    )


def _header(response: httpx.Response, name: str) -> str | None:
    return printable(response.headers.get(name, "")).strip() or None


async def _read_page(response: httpx.Response, label: str) -> bytes:
    if response.status_code != httpx.codes.OK:
        phrase = httpx.codes.get_reason_phrase(response.status_code)
        answer = f"{response.status_code} {phrase}".strip()
        raise HttpError(f"{label} answered {answer} instead of a page: check the address, or try again later")
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in _PLAIN | _GZIP:
        raise UnreadableInputError(
            f"{label} came compressed in a way that wasn't asked for ({printable(encoding)}): save the page to a file"
        )
    body = await _read_body(response, label)
    return inflate(body, limit=MAX_WEB_BYTES, label=label) if body and encoding in _GZIP else body


async def _read_body(response: httpx.Response, label: str) -> bytes:
    body = bytearray()
    declared = response.headers.get("content-length", "")
    too_large = TooLargeError(f"{label} has more than {MAX_WEB_BYTES:,} bytes, the most that a page may have")
    if declared.isdecimal() and int(declared) > MAX_WEB_BYTES:
        raise too_large
    async for piece in response.aiter_raw():
        body += piece
        if len(body) > MAX_WEB_BYTES:
            raise too_large
    return bytes(body)
