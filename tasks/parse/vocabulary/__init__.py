"""The words that tell a page's parts apart, in many languages, as data files beside this module.

Out: look-ups over lines. `line_key` is how lines and words are compared. Nothing here decides where a piece begins.
"""

import functools
import re
import tomllib
from importlib import resources

from schemas.folding import fold_width

_EDGE = re.compile(r"^[\s#*•·|>\-–—▶»:]+|[\s:：…?!>»|.。]+$")
_SPACES = re.compile(r"\s+")
_COUNT = re.compile(r"\s*\(\s*\d[\d,.]*\s*\)$|^\d[\d,.]*\s+(?=\D)")
LONGEST_HEADING = 40
LONGEST_NOTICE = 200


def line_key(line: str) -> str:
    """Gives a line without width, case, edges of punctuation and counts, as words are compared here.

    >>> line_key("## Related  Reads："), line_key("Comments (12)")
    ('related reads', 'comments')
    """
    key = fold_width(line).replace("’", "'")
    return _SPACES.sub(" ", _EDGE.sub("", _COUNT.sub("", _EDGE.sub("", key)))).casefold()


def related_kind(line: str) -> str | None:
    """Gives the kind of list ('related', 'recommended', 'hot', 'latest') that the line is a heading of, else None.

    >>> related_kind("相关阅读"), related_kind("Hot Articles"), related_kind("The related articles were wrong.")
    ('related', 'hot', None)
    """
    return related_headings().get(line_key(line)) if len(line) <= LONGEST_HEADING else None


def is_end_of_content(line: str) -> bool:
    """Tells whether what follows the line belongs to the site: comments, market tickers, legal notes."""
    return len(line) <= LONGEST_HEADING and line_key(line) in _furniture()[0]


def is_furniture(line: str) -> bool:
    """Tells whether the line itself is the site's: a button, a menu word, a legal or subscription notice."""
    if len(line) <= LONGEST_HEADING and line_key(line) in _furniture()[1]:
        return True
    # Sentences of a piece may begin like a button; notices that long are rare.
    return len(line) <= LONGEST_NOTICE and line.casefold().startswith(_furniture()[2])


def says_partial(line: str) -> bool:
    """Tells whether the line says that the page shows only part of the piece."""
    return any(words in line.casefold() for words in _partial())


@functools.cache
def related_headings() -> dict[str, str]:
    """Gives the kind by heading; the kinds that promise more win where a word stands in two."""
    lists = read_words("related")
    return {line_key(word): kind for kind in reversed(lists) for word in lists[kind]}


@functools.cache
def _furniture() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    words = read_words("furniture")
    end = frozenset(map(line_key, words["end"]))
    return end, end | frozenset(map(line_key, words["anywhere"])), tuple(o.casefold() for o in words["openings"])


@functools.cache
def _partial() -> tuple[str, ...]:
    return tuple(words.casefold() for words in read_words("furniture")["partial"])


@functools.cache
def read_words(name: str) -> dict[str, list[str]]:
    """Gives the lists of one data file by their names."""
    text = resources.files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
