"""Identity keys: hashes that are the same on any machine, in any order."""

import hashlib
import re
import unicodedata

ID_LENGTH = 20
_NOT_WORD = re.compile(r"[\W_]+")


def stable_id(*parts: object) -> str:
    """Gives 20 hexadecimal digits (80 bits of SHA-256) over the parts; None and "" differ.

    >>> stable_id("a", 1) == stable_id("a", 1), stable_id("ab", "c") == stable_id("a", "bc")
    (True, False)
    """
    digest = hashlib.sha256()
    for part in parts:
        value = b"\x00" if part is None else b"\x01" + str(part).encode("utf-8", "surrogatepass")
        digest.update(len(value).to_bytes(8, "big") + value)
    return digest.hexdigest()[:ID_LENGTH]


def name_key(name: str) -> str:
    """Gives a name without width, case, spaces and punctuation, for comparing names and titles.

    >>> name_key("DeepSeek Ｖ4!") == name_key("deepseek-v4")
    True
    """
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", name)).casefold()


def entity_id_of(entity_type: str, canonical_name: str) -> str:
    """Gives the id of an entity from its type and canonical name."""
    return stable_id("entity", entity_type, name_key(canonical_name) or canonical_name)


def match_key_of(url: str | None, title: str, publisher: str | None) -> str:
    """Gives what a related read and its article have in common: the canonical URL, else a hash of title and publisher.

    >>> match_key_of("https://a.example/1", "One", None)
    'https://a.example/1'
    >>> match_key_of(None, "Chips: up", "Daily") == match_key_of(None, "chips up", "DAILY")
    True
    """
    if url is not None:
        return url
    return "title:" + stable_id("match", name_key(title), name_key(publisher or ""))
