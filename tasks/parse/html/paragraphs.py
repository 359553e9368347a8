"""Which blocks of the main piece are its paragraphs.

In: blocks in reading order, and the title. Out: those without title, furniture, what only frames the piece, and what
stands twice.
"""

from collections.abc import Iterator, Sequence

from schemas.keys import name_key
from tasks.parse.html.blocks import Block
from tasks.parse.html.main_piece import is_sentence
from tasks.parse.vocabulary import is_end_of_content, is_furniture

# Furniture words open short lines; a long one that opens so is a paragraph.
HEAVIEST_FURNITURE = 160
# The site's own notices begin when this share of the piece has been read.
END_SHARE = 0.5
# What stands above the title is no part of the piece where it is less than this share of it.
ABOVE_TITLE_SHARE = 0.2
LEAST_REPEATED_WEIGHT = 40


def choose_paragraphs(blocks: Sequence[Block], *, title: str | None) -> list[Block]:
    """Gives the blocks that are paragraphs of the piece, each text once."""
    title_key = name_key(title or "")
    return list(_once(_without_edges(list(_before_end(_below_title(blocks, title_key)))), title_key))


def _without_edges(blocks: list[Block]) -> list[Block]:
    """Gives the blocks from the first that says something: above it stand names and counts, below the last headings."""
    first = next((place for place, block in enumerate(blocks) if is_sentence(block) or block.level), 0)
    last = len(blocks)
    while last > first and blocks[last - 1].level:
        last -= 1
    return blocks[first:last]


def _below_title(blocks: Sequence[Block], title_key: str) -> Sequence[Block]:
    total, above = sum(block.weight for block in blocks), 0.0
    for place, block in enumerate(blocks):
        if above > ABOVE_TITLE_SHARE * total:
            break
        if name_key(block.text) == title_key:
            return blocks[place + 1 :]
        above += block.weight
    return blocks


def _before_end(blocks: Sequence[Block]) -> Iterator[Block]:
    total, read = sum(block.weight for block in blocks), 0.0
    for block in blocks:
        if is_end_of_content(block.text) and read >= END_SHARE * total:
            return
        read += block.weight
        if block.weight > HEAVIEST_FURNITURE or not is_furniture(block.text):
            yield block


def _once(blocks: Sequence[Block], title_key: str) -> Iterator[Block]:
    seen = {title_key}
    for block in blocks:
        key = name_key(block.text)
        if key in seen and (block.weight >= LEAST_REPEATED_WEIGHT or key == title_key):
            continue
        if not key and block.kind != "code":
            continue
        seen.add(key)
        yield block
