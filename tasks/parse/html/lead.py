"""The lead of a piece, where it stands outside the container of the text.

In: the blocks of a page, its main piece, the place of the headline, and the description that the page gives of itself.
Out: the places of the lead's blocks between headline and text.
"""

from schemas.keys import name_key
from tasks.parse.html.blocks import Block, Blocks
from tasks.parse.html.main_piece import MainPiece, is_sentence

MOST_LEAD_BLOCKS = 2
LIGHTEST_LEAD = 33
# As much of a description is compared as pages leave uncut.
COMPARED_LETTERS = 40


def find_lead(page: Blocks, piece: MainPiece, headline: int | None, description: str | None) -> tuple[int, ...]:
    """Gives the places of the blocks that open the piece: what the description repeats, else one or two sentences."""
    if headline is None or not piece.kept:
        return ()
    between = range(headline + 1, piece.kept[0])
    start = name_key(description or "")[:COMPARED_LETTERS]
    described = [place for place in between if _is_described(page.blocks[place], start)]
    if described:
        return (described[0],)
    sentences = [place for place in between if _may_be_lead(page.blocks[place])]
    return tuple(sentences) if len(sentences) <= MOST_LEAD_BLOCKS else ()


def _is_described(block: Block, start: str) -> bool:
    return len(start) >= COMPARED_LETTERS // 2 and name_key(block.text[:200]).startswith(start)


def _may_be_lead(block: Block) -> bool:
    return not block.marks and block.link_share < 0.3 and block.weight >= LIGHTEST_LEAD and is_sentence(block)
