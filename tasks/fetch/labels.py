"""How an input is named in rows and messages.

In: paths and addresses as the user typed them. Out: text that fits on one line, that any encoding can carry, and
that holds no credentials.
"""

import re

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_USER_INFO = re.compile(r"\A([a-z][a-z0-9+.-]*:[/\\]*)[^/\\?#]*@", re.IGNORECASE)
_UP_TO_LAST_AT = re.compile(r"\A([a-z][a-z0-9+.-]*:[/\\]*).*@", re.IGNORECASE | re.DOTALL)


def printable(name: str) -> str:
    r"""Gives the name with control characters, direction marks and undecodable bytes as backslash escapes.

    >>> printable("a\nb\udcff.txt")
    'a\\nb\\udcff.txt'
    """
    return _UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), name)


def without_credentials(address: str) -> str:
    """Gives the address with `***` for the user name and password before its host.

    >>> without_credentials("https://me:secret@news.example/@column")
    'https://***@news.example/@column'
    """
    return _USER_INFO.sub(r"\1***@", address)


def without_anything_before_at(address: str) -> str:
    """Gives a malformed address with `***` up to its last `@`, since a password may hold any character.

    >>> without_anything_before_at("https://me:se/cret@news.example/")
    'https://***@news.example/'
    """
    return _UP_TO_LAST_AT.sub(r"\1***@", address)
