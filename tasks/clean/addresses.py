"""Addresses of pages: one form for all that lead to the same page.

In: URLs as pages and users write them. Out: canonical URLs and sites. Nothing is fetched.
"""

import functools
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from publicsuffixlist import PublicSuffixList
from w3lib.url import canonicalize_url

# Parameters that say where a reader came from, and never which page they read.
_TRACKING = re.compile(
    r"^(utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|igshid|mc_[ce]id|_hs\w+|yclid|spm|scm|share_token|"
    r"share_source|ref_?src|ref_url|cmpid|ocid|smid|ns_\w+|at_\w+|ito|ftcamp|s?cid|srsltid|from_source|invite_?code)$",
    re.IGNORECASE,
)
_DEFAULT_PORTS = {"http": 80, "https": 443}


def canonical_url_of(url: str | None) -> str | None:
    """Gives a web address in its one form: lower-case host, no tracking, fragment, credentials or default port.

    None for what is no http(s) address.

    >>> canonical_url_of("HTTPS://News.Example.com:443/a?utm_source=x&id=7#top")
    'https://news.example.com/a?id=7'
    >>> canonical_url_of("mailto:someone@example.com") is None
    True
    """
    try:
        parts = urlsplit(canonicalize_url(url or "", keep_fragments=False))
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
        return None
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    netloc = host if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"
    query = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(key)]
    return urlunsplit((parts.scheme, netloc, parts.path or "/", urlencode(query), ""))


def site_of(url: str | None) -> str | None:
    """Gives the registered domain of an address, or its host where there is none.

    >>> site_of("https://www.news.example.co.uk/a"), site_of("http://127.0.0.1:80/")
    ('example.co.uk', '127.0.0.1')
    """
    host = urlsplit(url).hostname if url else None
    if not host:
        return None
    if host.replace(".", "").isdigit():
        return host
    return _suffixes().privatesuffix(host) or host


def is_root(url: str) -> bool:
    """Tells whether an address is a site's front page, which no single article has for long."""
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


@functools.cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()
