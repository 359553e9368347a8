"""Where a page offers other pieces to read: the lists that headings announce.

In: the blocks of a page. Out: `SideList`s, ranges of blocks below a heading whose words say what it is. What the cards
in them say is `related_reads`' work. Navigation, tags and advertisements are no such lists, whatever stands near them.
"""

from dataclasses import dataclass

from tasks.parse.html.blocks import COMMENT, Block, Blocks
from tasks.parse.html.hints import is_navigation
from tasks.parse.html.main_piece import is_sentence
from tasks.parse.vocabulary import is_end_of_content, related_kind

# How far above its heading the container of a list may be.
CONTAINER_HEIGHT = 6
# Running text in a row below a list shows that the piece goes on.
PROSE_IN_A_ROW = 3
LONGEST_LIST = 200


@dataclass(frozen=True, slots=True)
class SideList:
    """A list of other pieces: its kind, the place of its heading, and the place after its last block."""

    kind: str
    heading: int
    last: int


def find_lists(page: Blocks) -> list[SideList]:
    """Gives the lists of other pieces in page order."""
    lists: list[SideList] = []
    for place, block in enumerate(page.blocks):
        kind = related_kind(block.text)
        if kind and not (lists and place < lists[-1].last) and _may_announce(block):
            lists.append(SideList(kind, place, _end_of_list(page, place)))
    return [found for found in lists if found.last > found.heading + 1]


def _may_announce(block: Block) -> bool:
    if block.marks & COMMENT or (block.link_share > 0.5 and not block.level):
        return False
    return not any(is_navigation(element) for element in (block.element, *block.element.ancestors()))


def _end_of_list(page: Blocks, heading: int) -> int:
    first, last = _container_of(page, heading)
    # A container that begins with the heading is the list; in a wider one only what follows at once can be.
    is_own = heading - first <= 1
    end = heading + 1
    for place in range(heading + 1, min(last, heading + LONGEST_LIST)):
        block = page.blocks[place]
        if related_kind(block.text) or is_end_of_content(block.text):
            break
        if not is_own and _is_prose_run(page, place, last):
            break
        end = place + 1
    return end


def _container_of(page: Blocks, heading: int) -> tuple[int, int]:
    element = page.blocks[heading].element
    for around in (element, *element.ancestors(CONTAINER_HEIGHT)):
        found = page.ranges.get(around.index)
        if found and found[1] > heading + 1:
            return found
    return heading, heading + 1


def _is_prose_run(page: Blocks, place: int, last: int) -> bool:
    run = page.blocks[place : min(last, place + PROSE_IN_A_ROW)]
    return len(run) == PROSE_IN_A_ROW and all(is_sentence(block) and block.link_share < 0.3 for block in run)
