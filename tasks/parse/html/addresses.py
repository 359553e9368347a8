"""Addresses on a page: absolute, of the web, without what is no address.

In: an address as markup has it, and the page's own. Out: an absolute http(s) address, or None.
"""

from urllib.parse import urljoin, urlsplit

LONGEST_ADDRESS = 2_000


def absolute_address(address: str | None, base: str | None) -> str | None:
    """Gives the absolute http(s) address that a reference means on a page at `base`; None where it means none.

    >>> absolute_address("../b?c=1#d", "https://news.example/x/a")
    'https://news.example/b?c=1'
    >>> absolute_address("javascript:void(0)", "https://news.example/"), absolute_address("/b", None)
    (None, None)
    """
    if not address or len(address) > LONGEST_ADDRESS or address.startswith("#"):
        return None
    try:
        joined = urljoin(base or "", "".join(address.split()))
        parts = urlsplit(joined)
        is_of_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return joined.split("#", 1)[0] if is_of_web else None
