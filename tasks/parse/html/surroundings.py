"""What the lines around a page's main piece say: datelines, bylines and credit lines, as readers see them.

In: the blocks of a page, its main piece and the place of the headline. Out: `Surroundings`. The same rules read text
dumps, so that one page gives the same saved either way.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tasks.parse.credits import CreditLine, parse_credit_line
from tasks.parse.datelines import parse_dateline
from tasks.parse.html.blocks import COMMENT, HIDDEN, Blocks
from tasks.parse.html.main_piece import MainPiece
from tasks.parse.said import Said, first_said
from tasks.parse.vocabulary import related_kind

# Blocks above and below the headline, and around the foot of the piece, in which such lines stand.
ABOVE, BELOW, FOOT = 5, 10, 8


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the lines say, and the places of the blocks that say it: they are no part of the piece."""

    said: Said
    places: frozenset[int]


def read_surroundings(
    page: Blocks, piece: MainPiece, headline: int | None, *, assumed_offset: str | None
) -> Surroundings:
    """Gives what datelines, bylines and credit lines around the piece say; the first that names a field settles it.

    `assumed_offset` is what clock times without an offset are read with.
    """
    near = dict.fromkeys(place for place in _places_of_datelines(piece, headline) if _is_seen(page, place))
    found = {place: parse_dateline(page.blocks[place].text, assumed_offset=assumed_offset) for place in near}
    datelines = {place: line for place, line in found.items() if line}
    credit_lines = dict(_credit_lines(page, piece, headline))
    said = first_said(
        list(datelines.values()), [(page.blocks[place].text, credit) for place, credit in credit_lines.items()]
    )
    return Surroundings(said, frozenset((*datelines, *credit_lines)))


def _places_of_datelines(piece: MainPiece, headline: int | None) -> Iterator[int]:
    """Gives the places in which datelines may stand: below the headline, then above it, then at the foot."""
    first, last = _edges(piece)
    anchor = first if headline is None else headline
    yield from range(anchor, max(first, anchor + BELOW) + BELOW)
    yield from range(anchor - 1, anchor - ABOVE, -1)
    yield from range(last - FOOT // 3, last + FOOT // 3)


def _credit_lines(page: Blocks, piece: MainPiece, headline: int | None) -> Iterator[tuple[int, CreditLine]]:
    first, last = _edges(piece)
    start = first - ABOVE if headline is None else min(headline, first)
    for place in range(max(0, start), min(len(page.blocks), last + FOOT)):
        block = page.blocks[place]
        if place > last and related_kind(block.text):
            return
        if _is_seen(page, place) and (credit := parse_credit_line(block.text)):
            yield place, credit


def _edges(piece: MainPiece) -> tuple[int, int]:
    return (piece.kept[0], piece.kept[-1] + 1) if piece.kept else (piece.first, piece.last)


def _is_seen(page: Blocks, place: int) -> bool:
    return 0 <= place < len(page.blocks) and not page.blocks[place].marks & (COMMENT | HIDDEN)
