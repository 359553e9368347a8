"""The main piece of a page: which container holds it, and which blocks of that are its own.

In: the blocks of a page. Out: `MainPiece`, the range of blocks and those kept of it, title and datelines still among
them. A container is a range of blocks, so prefix sums give the text in it at once.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from tasks.parse.html.blocks import (
    CAPTION,
    CODE,
    COMMENT,
    FURNITURE,
    HIDDEN,
    NEGATIVE,
    QUOTE,
    TABLE,
    Block,
    Blocks,
)

LONG_TEXT, SHORT_TEXT = 80, 25
FRAGMENT_VALUE = -5.0
LINK_VALUE, MOST_LINK_WEIGHT = -0.5, 60
MOST_LINK_SHARE = 0.7
# A container inside the best that holds this share of its value is the better one.
CORE_SHARE = 0.8
# Hints are not followed where that gives this many times the text: then they are wrong.
MUCH_MORE = 5
# What each reading leaves out, the most trusting in markup first.
_READINGS = (NEGATIVE | FURNITURE | COMMENT | HIDDEN, COMMENT | HIDDEN, COMMENT)
# Heaps of search words are long and have no sentences.
LONGEST_WITHOUT_MARKS = 2_000
_CLAUSE_MARK = re.compile(r"[。，；！？]|[.,;!?] ")
_SENTENCE_END = re.compile(r"[.!?。！？…:：;；”\"」』)）][\"'”’」』)）]*$")


@dataclass(frozen=True, slots=True)
class MainPiece:
    """The range of blocks that the piece stands in, and the places of the blocks that are its own."""

    first: int
    last: int
    kept: tuple[int, ...]


def find_main_piece(page: Blocks) -> MainPiece:
    """Gives the main piece of a page; its blocks are few or none where the page has none."""
    best, most = MainPiece(0, 0, ()), 0.0
    for excluded in _READINGS:
        first, last = _best_range([value_of(block, excluded) for block in page.blocks], page)
        kept = tuple(i for i in range(first, last) if is_content(page.blocks[i], excluded))
        weight = sum(page.blocks[i].weight for i in kept)
        if weight > MUCH_MORE * most:
            best, most = MainPiece(first, last, kept), weight
    return best


def is_sentence(block: Block) -> bool:
    """Tells whether a block reads as running text and not as a label or menu word."""
    if block.weight >= LONG_TEXT:
        return (
            len(block.text) < LONGEST_WITHOUT_MARKS
            or _CLAUSE_MARK.search(block.text, LONGEST_WITHOUT_MARKS // 2) is not None
        )
    return block.weight >= SHORT_TEXT and _SENTENCE_END.search(block.text[-8:]) is not None


def value_of(block: Block, excluded: int) -> float:
    """Gives what a block says for (above 0) or against (below 0) its container holding the main piece."""
    if block.marks & excluded or (block.level and block.link_share <= 0.5):
        return 0.0
    if block.link_share > 0.5:
        return LINK_VALUE * min(block.weight, MOST_LINK_WEIGHT)
    return block.weight * (1 - block.link_share) if is_sentence(block) else FRAGMENT_VALUE


def is_content(block: Block, excluded: int) -> bool:
    """Tells whether a block inside the main container is the piece's own."""
    if block.marks & excluded or block.link_share > MOST_LINK_SHARE:
        return False
    return not block.marks & CAPTION or bool(block.marks & (TABLE | CODE | QUOTE))


def _best_range(values: Sequence[float], page: Blocks) -> tuple[int, int]:
    """Gives the range of the container worth most, narrowed while one inside it holds nearly all of that."""
    sums = [0.0, *accumulate(values)]
    ranges = sorted(set(page.ranges.values()), key=lambda found: (found[0] - found[1], found[0]))
    best = max(ranges, key=lambda found: sums[found[1]] - sums[found[0]], default=(0, 0))
    for first, last in ranges:
        inside = best[0] <= first and last <= best[1]
        if inside and sums[last] - sums[first] >= CORE_SHARE * (sums[best[1]] - sums[best[0]]):
            best = (first, last)
    return best
