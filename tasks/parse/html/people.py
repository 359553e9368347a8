"""Authors and publisher of a page, from what its markup says.

In: the tree, metadata and JSON-LD of a page. Out: names. What datelines and credit lines say is
`surroundings`' work.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from schemas.keys import name_key
from tasks.parse.datelines import parse_dateline
from tasks.parse.html.hints import words_of
from tasks.parse.html.linked_data import LinkedArticle
from tasks.parse.html.meta import Meta
from tasks.parse.html.tree import Element, Tree
from tasks.parse.labels import split_names
from tasks.parse.text import normalize_text

LONGEST_NAME = 60
MOST_AUTHORS = 12
MOST_BYLINE_ELEMENTS = 20
MOST_BYLINE_CHARACTERS = 160
MOST_NAME_WORDS = 8
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"^\s*(?:https?:|/|@|www\.)|facebook\.com|\.html?$")
_META_AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "cxenseparse:author",
)
_META_PUBLISHERS = (
    "og:site_name",
    "article:publisher_name",
    "dc.publisher",
    "publisher",
    "application-name",
    "mediaid",
)
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author|authors|author-name|autor|writer|editor-name)(?:$|[\s_-])")
_NO_NAME = re.compile(
    r"^(?:admin(?:istrator)?|editor|staff|guest|(?:about )?(?:the )?authors?|(?:(?:written|posted|published) )?by|"
    r"unknown|redaktion|null|none|undefined|contributors?|follow|share|updated|published|on|in)$"
    r"|https?:|www\.|@|\d{3,}|[<>{}|]",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:(?:written|posted|published|reviewed|story|words)\s+)?(?:by|von|par|por|di|door)\s*(?::\s*|\s+)|^author\s*[:|]\s*|^作者\s*[:：|]\s*",
    re.IGNORECASE,
)


def find_authors(tree: Tree, meta: Meta, linked: LinkedArticle) -> tuple[str, ...]:
    """Gives the people that markup names as authors, each once, in its order; empty where it names none."""
    publishers = {name_key(name) for name in (*linked.names("publisher"), *meta.all("og:site_name"))}
    sources = (
        linked.names("author") or linked.names("creator"),
        meta.all(*_META_AUTHORS),
        meta.items.get("author", [])[:MOST_AUTHORS],
        _texts_of_bylines(tree),
    )
    for names in sources:
        found = [name for name in _people_in(names) if name_key(name) not in publishers]
        if found:
            return tuple(dict.fromkeys(found))[:MOST_AUTHORS]
    return ()


def find_publisher(meta: Meta, linked: LinkedArticle, url: str | None) -> str | None:
    """Gives the outlet that markup names as the page's publisher; None where it names none."""
    names = (*linked.names("publisher"), *linked.names("sourceOrganization"), *meta.all(*_META_PUBLISHERS))
    host = urlsplit(url).hostname if url else None
    return next((name for name in names if _is_outlet(name, host)), None)


def _is_outlet(name: str, host: str | None) -> bool:
    return len(name) <= LONGEST_NAME and not name.startswith(("http", "@")) and name != host


def _people_in(names: Iterable[str]) -> Iterator[str]:
    for raw in names:
        if len(raw) > 4 * LONGEST_NAME or _ADDRESS.search(raw):
            continue
        for name in split_names(_OPENING.sub("", raw)):
            if not _NO_NAME.search(name):
                yield name


def _texts_of_bylines(tree: Tree) -> list[str]:
    """Gives the names in the first element that a link relation or a class marks as a byline."""
    for element in tree.find("a"):
        if "author" in element.attributes.get("rel", "").lower().split() and (names := _names_in(tree, element)):
            return names
    for element in tree.find("span", "a", "p", "div", "address", "em", "strong", "li"):
        if _BYLINE_CLASS.search(words_of(element)) and (names := _names_in(tree, element)):
            return names
    return []


def _names_in(tree: Tree, element: Element) -> list[str]:
    """Gives the piece of a short element's text that reads as names: around it stand roles and dates."""
    if element.end - element.index > MOST_BYLINE_ELEMENTS:
        return []
    pieces = [
        normalize_text(piece)
        for inner in (element, *tree.inside(element))
        for piece in inner.children
        if isinstance(piece, str)
    ]
    if sum(map(len, pieces)) > MOST_BYLINE_CHARACTERS:
        return []
    return next((names for piece in pieces if (names := _names_of_piece(piece))), [])


def _names_of_piece(piece: str) -> list[str]:
    dateline = parse_dateline(piece)
    if dateline:
        return list(dateline.authors)
    name = _OPENING.sub("", piece)
    return [name] if _reads_as_name(name) else []


def _reads_as_name(text: str) -> bool:
    if _NO_NAME.search(text) or any(character.isdigit() for character in text):
        return False
    words = _WORD.findall(text)
    return (
        1 <= len(words) <= MOST_NAME_WORDS
        and len(text) <= LONGEST_NAME
        and not words[0][0].islower()
        and len(text) >= 2
    )
