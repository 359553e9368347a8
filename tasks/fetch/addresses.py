"""Checks addresses before anything is sent to them.

In: addresses as the user or a site gives them. Out: parsed http(s) URLs without credentials and fragment, paths for
file addresses, and whether a host lies in the inner network. Nothing is requested here.
"""

import asyncio
import ipaddress
import re
import socket
from urllib.parse import urlsplit
from urllib.request import url2pathname

import httpx

from tasks.fetch.errors import AddressError
from tasks.fetch.labels import printable, without_anything_before_at, without_credentials

WEB_SCHEMES = ("http", "https")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+):[/\\]", re.IGNORECASE)
_HIGHEST_PORT = 65535


def scheme_of(source: str) -> str | None:
    """Gives the scheme of an address in lower case, None for what is a path.

    >>> scheme_of("HTTPS://news.example/"), scheme_of("pages/a.txt")
    ('https', None)
    """
    found = _SCHEME.match(source)
    return found[1].lower() if found else None


def parse_web_address(address: str) -> httpx.URL:
    """Gives an http(s) address as a URL without its fragment; raises AddressError where it can't be used.

    >>> str(parse_web_address("https://news.example/a#top"))
    'https://news.example/a'
    """
    url = _parse(address)
    if url.userinfo:
        raise AddressError(
            f"{label_of(address)} has a user name or password in it: newslake sends none, give the address without"
        )
    if url.scheme not in WEB_SCHEMES or not url.host or (url.port or 0) > _HIGHEST_PORT:
        raise AddressError(f"{label_of(address)} is not a complete http or https address: check it")
    return url.copy_with(fragment=None)


def path_of_file_address(address: str) -> str:
    """Gives the path of a `file:` address on this machine; raises AddressError for one on another.

    >>> path_of_file_address("file:///srv/pages/a%20b.txt")
    '/srv/pages/a b.txt'
    """
    parts = urlsplit(address)
    if parts.netloc not in {"", "localhost"} or not parts.path:
        raise AddressError(f"{label_of(address)} names no file on this machine: write file:///PATH")
    return url2pathname(parts.path)


def label_of(address: str) -> str:
    """Gives an address as rows and messages may show it, without credentials."""
    try:
        _parse(address)
    except AddressError:
        return printable(without_anything_before_at(address))
    return printable(without_credentials(address))


async def is_inner_host(host: str) -> bool:
    """Tells whether a host is, or resolves to, an address that the public internet doesn't reach.

    A host that can't be resolved here is none: behind a proxy, names need not resolve.
    """
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return any(is_inner_address(str(entry[4][0])) for entry in found)


def is_inner_address(address: str) -> bool:
    """Tells whether an IP address is private, loopback, link-local or otherwise not of the public internet.

    >>> is_inner_address("127.0.0.1"), is_inner_address("::ffff:10.0.0.8"), is_inner_address("93.184.215.14")
    (True, True, False)
    """
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return not ip.is_global or ip.is_multicast


def _parse(address: str) -> httpx.URL:
    try:
        return httpx.URL(address)
    except (httpx.InvalidURL, UnicodeError) as error:
        label = printable(without_anything_before_at(address))
        raise AddressError(f"{label} is no valid address: check it, and escape special characters in it") from error
