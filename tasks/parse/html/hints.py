"""What markup says that an element is for, by its tag, role, class names and id.

Out: look-ups on elements; the words are in `words.toml`. What follows from them is decided in `blocks` and
`main_piece`.
"""

import functools
import re
import tomllib
from importlib import resources

from tasks.parse.html.tree import Element

_WORDS = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


def _words(section: str, name: str) -> frozenset[str]:
    return frozenset(_WORDS[section][name].split())


def _any_of(name: str) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _words("names", name)), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])")


BLOCK_TAGS = _words("tags", "block")
SKIPPED_TAGS = _words("tags", "skipped")
SILENT_TAGS = _words("tags", "silent")
WHOLE_PAGE_TAGS = _words("tags", "whole_page")
HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}
ERROR_TITLES = tuple(_WORDS["titles"]["error"])
MOST_HINT_CHARACTERS = 300
# Pages repeat their class names, and pages of a site each other's.
NAMES_REMEMBERED = 4096
_FURNITURE_TAGS, _FURNITURE_ROLES = _words("tags", "furniture"), _words("roles", "furniture")
_MENU_TAGS, _MENU_ROLES = _words("tags", "menu"), _words("roles", "menu")
_NEGATIVE, _COMMENT, _CAPTION, _ADVERTISEMENT = map(_any_of, ("negative", "comment", "caption", "advertisement"))
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_INVISIBLE_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_furniture_element(element: Element) -> bool:
    """Tells whether tag or role say that an element belongs to the site's frame."""
    return element.tag in _FURNITURE_TAGS or element.attributes.get("role", "").lower() in _FURNITURE_ROLES


def words_of(element: Element) -> str:
    """Gives an element's class names and id in lower case, words parted by hyphens; empty where it has none."""
    names = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"[:MOST_HINT_CHARACTERS]
    return _parted(names) if len(names) > 1 else ""


@functools.lru_cache(maxsize=NAMES_REMEMBERED)
def _parted(names: str) -> str:
    return _CAMEL.sub("-", names).lower()


@functools.lru_cache(maxsize=NAMES_REMEMBERED)
def is_negative(words: str) -> bool:
    """Tells whether class or id say that an element is no part of a main piece."""
    return _NEGATIVE.search(words) is not None


@functools.lru_cache(maxsize=NAMES_REMEMBERED)
def is_comment(words: str) -> bool:
    """Tells whether class or id say that an element holds readers' comments."""
    return _COMMENT.search(words) is not None


@functools.lru_cache(maxsize=NAMES_REMEMBERED)
def is_caption(words: str) -> bool:
    """Tells whether class or id say that an element describes a picture."""
    return _CAPTION.search(words) is not None


def is_hidden(element: Element) -> bool:
    """Tells whether an element says itself that it is not shown."""
    attributes = element.attributes
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        return True
    style = attributes.get("style")
    return style is not None and _INVISIBLE_STYLE.search(style) is not None


def is_navigation(element: Element) -> bool:
    """Tells whether an element is a menu of the site."""
    return element.tag in _MENU_TAGS or element.attributes.get("role", "").lower() in _MENU_ROLES


def is_advertisement(element: Element) -> bool:
    """Tells whether an element says itself that it is paid for."""
    return (
        "sponsored" in element.attributes.get("rel", "").lower() or _ADVERTISEMENT.search(words_of(element)) is not None
    )
