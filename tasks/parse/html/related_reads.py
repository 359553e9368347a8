"""Related reads: what the cards in a page's lists of other pieces say.

In: the blocks of a page and its lists. Out: the related reads, each target once, in page order: title, address,
summary, outlet and time. A card is what leads to one address; its first line is the title.
"""

from collections.abc import Sequence
from datetime import datetime

from schemas.keys import name_key
from schemas.page import ParsedRelatedRead
from tasks.parse.cards import LONGEST_FOOT, LONGEST_OUTLET, Card, is_foot
from tasks.parse.datelines import parse_dateline
from tasks.parse.html.addresses import absolute_address
from tasks.parse.html.blocks import Block, Blocks
from tasks.parse.html.hints import is_advertisement
from tasks.parse.html.main_piece import is_sentence
from tasks.parse.html.related_lists import SideList
from tasks.parse.scripts import weigh
from tasks.parse.vocabulary import is_furniture

# Below it stand categories and counts, above it summaries.
LIGHTEST_TITLE, HEAVIEST_TITLE = 20, 320
CARD_HEIGHT = 8
MOST_SUMMARY_LINES = 6


def read_related(
    page: Blocks, lists: Sequence[SideList], *, url: str | None, fetched_at: datetime | None
) -> tuple[ParsedRelatedRead, ...]:
    """Gives the related reads of the lists; relative times resolve only where `fetched_at` is known."""
    reads: list[ParsedRelatedRead] = []
    seen: set[str] = set()
    for side in lists:
        for card in _cards(page.blocks[side.heading + 1 : side.last], side.kind, url):
            keys = {name_key(card.title), card.url or ""} - {""}
            if not keys & seen and (card.url is None or card.url != url):
                reads.append(card.as_related_read(fetched_at=fetched_at))
            seen |= keys
    return tuple(reads)


def _cards(blocks: Sequence[Block], kind: str, url: str | None) -> list[Card]:
    cards: list[Card] = []
    lines = [(block, _target_of(block, url)) for block in blocks if not is_furniture(block.text)]
    has_links = any(target and target[0] for _, target in lines)
    is_time_first = bool(lines) and _is_foot(lines[0][0].text)
    waiting: str | None = None
    for block, target in lines:
        if target is None:
            continue
        if not _is_foot(block.text):
            if _take_line(cards, block, target[0], kind, has_links=has_links):
                cards[-1].foot, waiting = waiting, None
        elif is_time_first:
            waiting = block.text
        elif cards and cards[-1].foot is None:
            cards[-1].foot = block.text
    return [card for card in cards if weigh(card.title) >= LIGHTEST_TITLE]


def _take_line(cards: list[Card], block: Block, target: str | None, kind: str, *, has_links: bool) -> bool:
    """Adds a line to the cards; tells whether it began a new one."""
    current = cards[-1] if cards else None
    if current and name_key(block.text) == name_key(current.title):
        return False
    if current and target == current.url and (target or not block.level):
        return _add_detail(current, block)
    if target is None and has_links and not (current is None and block.level):
        return current is not None and _add_detail(current, block)
    if LIGHTEST_TITLE <= block.weight <= HEAVIEST_TITLE:
        cards.append(Card(title=block.text, kind=kind, url=target))
        return True
    return False


def _add_detail(card: Card, block: Block) -> bool:
    if is_sentence(block):
        if len(card.summary) < MOST_SUMMARY_LINES:
            card.summary.append(block.text)
    elif len(block.text) <= LONGEST_OUTLET:
        card.outlet = block.text
    return False


def _target_of(block: Block, url: str | None) -> tuple[str | None] | None:
    """Gives the address that a block leads to, in a tuple; None for a block that is an advertisement."""
    around = (block.element, *block.element.ancestors(CARD_HEIGHT))
    if any(map(is_advertisement, around)):
        return None
    link = next((element for element in around if element.tag == "a"), None)
    return (absolute_address(link.get("href"), url) if link else None,)


def _is_foot(text: str) -> bool:
    return is_foot(text) or (len(text) <= LONGEST_FOOT and parse_dateline(text) is not None)
