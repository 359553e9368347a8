"""Related reads: what the cards in a page's lists of other pieces say.

In: the blocks of a page and its lists. Out: the related reads, each target once, in page order: title, address,
summary, outlet and time. A card is what leads to one address; its first line is the title.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from schemas.keys import name_key
from schemas.page import ParsedRelatedRead
from tasks.parse.datelines import parse_dateline
from tasks.parse.html.addresses import absolute_address
from tasks.parse.html.blocks import Block, Blocks, weigh
from tasks.parse.html.hints import is_advertisement
from tasks.parse.html.main_piece import is_sentence
from tasks.parse.html.related_lists import SideList
from tasks.parse.text import normalize_text
from tasks.parse.times import find_relative_time, parse_time, resolve_relative
from tasks.parse.vocabulary import is_furniture

# Below it stand categories and counts, above it summaries.
LIGHTEST_TITLE, HEAVIEST_TITLE = 20, 320
LONGEST_STAMP = 60
LONGEST_OUTLET = 40
CARD_HEIGHT = 8
MOST_SUMMARY_LINES = 6


@dataclass(slots=True)
class _Card:
    kind: str
    title: str
    url: str | None
    summary: list[str] = field(default_factory=list)
    stamp: str | None = None
    outlet: str | None = None


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
                reads.append(_related_read(card, fetched_at))
            seen |= keys
    return tuple(reads)


def _cards(blocks: Sequence[Block], kind: str, url: str | None) -> list[_Card]:
    cards: list[_Card] = []
    lines = [(block, _target_of(block, url)) for block in blocks if not is_furniture(block.text)]
    has_links = any(target and target[0] for _, target in lines)
    is_time_first = bool(lines) and _is_stamp(lines[0][0].text)
    waiting: str | None = None
    for block, target in lines:
        if target is None:
            continue
        if not _is_stamp(block.text):
            if _take_line(cards, block, target[0], kind, has_links=has_links):
                cards[-1].stamp, waiting = waiting, None
        elif is_time_first:
            waiting = block.text
        elif cards and cards[-1].stamp is None:
            cards[-1].stamp = block.text
    return [card for card in cards if weigh(card.title) >= LIGHTEST_TITLE]


def _take_line(cards: list[_Card], block: Block, target: str | None, kind: str, *, has_links: bool) -> bool:
    """Adds a line to the cards; tells whether it began a new one."""
    current = cards[-1] if cards else None
    if current and name_key(block.text) == name_key(current.title):
        return False
    if current and target == current.url and (target or not block.level):
        return _add_detail(current, block)
    if target is None and has_links and not (current is None and block.level):
        return current is not None and _add_detail(current, block)
    if LIGHTEST_TITLE <= block.weight <= HEAVIEST_TITLE:
        cards.append(_Card(kind, block.text, target))
        return True
    return False


def _add_detail(card: _Card, block: Block) -> bool:
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


def _is_stamp(text: str) -> bool:
    if len(text) > LONGEST_STAMP:
        return False
    relative = find_relative_time(text)
    if relative is not None:
        return len(text) - relative.end <= LONGEST_OUTLET // 2 and relative.start <= LONGEST_OUTLET
    return parse_dateline(text) is not None


def _related_read(card: _Card, fetched_at: datetime | None) -> ParsedRelatedRead:
    publisher, relative_text, printed = card.outlet, None, None
    if card.stamp:
        relative = find_relative_time(card.stamp)
        if relative:
            relative_text = normalize_text(relative.text)
            publisher = card.stamp[: relative.start].strip(" |·•-–—,/\t") or card.outlet
            printed = resolve_relative(relative, fetched_at)
        else:
            printed = parse_time(card.stamp)
    return ParsedRelatedRead(
        kind=card.kind, title=card.title, url=card.url, summary="\n".join(card.summary) or None, publisher=publisher,
        relative_time=relative_text, published_at=printed.at if printed else None,
        published_precision=printed.precision if printed else None,
    )  # fmt: skip
