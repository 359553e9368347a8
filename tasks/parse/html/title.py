"""The title of a page's article.

In: the tree, metadata and blocks of a page. Out: the headline as readers see it, without the site's name;
None where the page has none.
"""

import re
from collections.abc import Iterator, Sequence

from schemas.keys import name_key
from tasks.parse.html.blocks import COMMENT, HIDDEN, Block, Blocks
from tasks.parse.html.hints import words_of
from tasks.parse.html.linked_data import LinkedArticle
from tasks.parse.html.main_piece import MainPiece
from tasks.parse.html.meta import Meta
from tasks.parse.html.tree import Tree
from tasks.parse.scripts import HAN, WORD
from tasks.parse.text import normalize_text

LONGEST_TITLE = 400
_SEPARATOR = re.compile(
    r"\s+[|·•—–«»:/>-]{1,2}\s+|\s*[|｜_]+\s*|\s*[—–]{1,2}\s*|\s+-+\s*|:\s+"
    rf"|(?<=[{HAN}？！])[-—]+(?=[{HAN}])"
)
# A site's suffix says less than the headline before it.
LEAST_KEPT_SHARE = 0.3
LEAST_PRINTED = 8
# Blocks around the start of the piece among which its title stands.
ABOVE, BELOW = 15, 3
_TITLE_CLASS = re.compile(r"(?:^|[\s_-])(?:title|headline|heading)(?:$|[\s_-])")
LEAST_SHARED_WORDS = 0.25
LEAST_AGREEING_SHARE = 0.4
_WORD = re.compile(WORD)
_META_TITLES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "title")


def find_title(tree: Tree, page: Blocks, piece: MainPiece, meta: Meta, linked: LinkedArticle) -> str | None:
    """Gives the title: an h1 that agrees with what the page says of itself, else what a line near the piece prints.

    Where none is printed, it is what metadata says, without the site's name.
    """
    claimed = _claimed_titles(tree, meta, linked)
    site_names = {name_key(name) for name in _site_names(meta, linked)}
    start = piece.kept[0] if piece.kept else piece.first
    near = page.blocks[max(0, start - ABOVE) : start + BELOW]
    heading = _heading(page.blocks, near, claimed, site_names)
    if heading:
        return heading
    printed = {name_key(block.text) for block in near if len(block.text) >= LEAST_PRINTED and block.link_share < 0.5}
    parts = (_printed_part(claim, printed) for claim in claimed)
    named = (
        block.text for block in reversed(near) if _is_named_title(block) and name_key(block.text) not in site_names
    )
    stripped = (strip_site_name(claim, site_names) for claim in claimed)
    return next((part for part in parts if part), None) or next(named, None) or next(stripped, None)


def _claimed_titles(tree: Tree, meta: Meta, linked: LinkedArticle) -> list[str]:
    titles = (normalize_text(tree.text_of(element)) for element in tree.find("title"))
    page_title = next((title for title in titles if title), None)
    claims = (linked.text("headline"), meta.first(*_META_TITLES), meta.item("headline"), page_title)
    return [claim for claim in claims if claim and len(claim) <= LONGEST_TITLE]


def _heading(blocks: Sequence[Block], near: Sequence[Block], claimed: list[str], site_names: set[str]) -> str | None:
    """Gives the h1 that agrees with a claimed title, else one that stands by the piece or shares a claim's words."""
    shown = [
        block for block in blocks
        if block.level == 1 and len(block.text) <= LONGEST_TITLE and not block.marks & (HIDDEN | COMMENT)
        and name_key(block.text) not in site_names
    ]  # fmt: skip
    agreeing = [block.text for block in shown if any(_agree(block.text, claim) for claim in claimed)]
    if agreeing:
        return max(agreeing[:3], key=len)
    for block in shown[:1]:
        if block in near or any(_shared_words(block.text, claim) >= LEAST_SHARED_WORDS for claim in claimed):
            return block.text
    return None


def _is_named_title(block: Block) -> bool:
    is_title = _TITLE_CLASS.search(words_of(block.element)) is not None
    return is_title and LEAST_PRINTED <= len(block.text) <= LONGEST_TITLE and block.link_share < 0.5


def strip_site_name(title: str, site_names: set[str]) -> str:
    """Gives a title without the site's name at its end or start; `site_names` are keys of the names it is known by.

    >>> strip_site_name("Chips run short | The Daily", {name_key("The Daily")})
    'Chips run short'
    >>> strip_site_name("Chips run short - what now", set())
    'Chips run short - what now'
    """
    separators = list(_SEPARATOR.finditer(title))
    for separator in separators:
        if name_key(title[separator.end() :]) in site_names:
            return title[: separator.start()].strip()
    for separator in reversed(separators):
        if name_key(title[: separator.start()]) in site_names:
            return title[separator.end() :].strip()
    if separators and any(mark in separators[-1].group() for mark in "|｜_"):
        kept = title[: separators[-1].start()].strip()
        if len(kept) >= LEAST_KEPT_SHARE * len(title):
            return kept
    return title


def _printed_part(claim: str, printed: set[str]) -> str | None:
    """Gives the longest part of a claimed title before or after a separator that a line of the page prints."""
    separators = list(_SEPARATOR.finditer(claim))
    before = [claim[: separator.start()].strip() for separator in reversed(separators)]
    after = [claim[separator.end() :].strip() for separator in separators]
    parts = sorted((claim, *before, *after), key=len, reverse=True)
    return next((part for part in parts if len(part) >= LEAST_PRINTED and name_key(part) in printed), None)


def _site_names(meta: Meta, linked: LinkedArticle) -> Iterator[str]:
    yield from meta.all(
        "og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site", "publisher", "copyright"
    )
    yield from linked.names("publisher")


def _shared_words(heading: str, claim: str) -> float:
    words = set(_WORD.findall(heading.casefold()))
    return len(words & set(_WORD.findall(claim.casefold()))) / len(words) if words else 0.0


def _agree(heading: str, claim: str) -> bool:
    one, other = name_key(heading), name_key(claim)
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 2 and shorter in longer and len(shorter) >= LEAST_AGREEING_SHARE * len(longer)
