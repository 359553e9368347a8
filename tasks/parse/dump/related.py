"""Cards: titles, summaries, outlets and times of other pieces that a page offers to read.

In: the dump's lines. Out: the ranges that hold cards, and the related reads in them, once each, in page order. A list
is known by its heading, or by the feet of its cards: an outlet with a relative time. The main piece is not here.
"""

import re
from collections.abc import Sequence
from datetime import datetime

from schemas.keys import name_key
from schemas.page import ParsedRelatedRead
from tasks.parse.cards import Card, is_bare_time
from tasks.parse.dump.lines import Line
from tasks.parse.dump.main_piece import Division, Range, SideList
from tasks.parse.scripts import weigh

# The heaviest line that can still be a title, and the lightest: below it stand categories and counts.
HEAVIEST_TITLE = 260.0
LIGHTEST_TITLE = 24.0
HEAVIEST_OUTLET = 30.0
SUMMARY_LINES = 6
# Of the cards of one list this share has a foot, or feet say nothing about it.
SHARE_WITH_FOOT = 0.6
# Without feet nothing shows where a list ends and a footer begins, so it is held short.
MOST_WITHOUT_FEET = 12
FEWEST_WORDS = 3

# Lists of what is read most number their titles.
_RANK = re.compile(r"^\d{1,2}[.、)]\s*(?=\D)")
_NO_TITLE_END = re.compile(r"[.:,;。：，；][\"'”’]?$")


def find_card_ranges(lines: Sequence[Line]) -> list[Range]:
    """Gives the ranges from the title of a first card to the foot of a last, where at least two cards have feet."""
    feet = [index for index, line in enumerate(lines) if line.is_foot]
    if len(feet) < 2:
        return []
    ranges: list[Range] = []
    for foot in feet:
        start = _card_start(lines, foot)
        if ranges and start <= ranges[-1].end:
            ranges[-1] = Range(start=ranges[-1].start, end=foot + 1)
        else:
            ranges.append(Range(start=start, end=foot + 1))
    return [found for found in ranges if sum(found.start <= foot < found.end for foot in feet) >= 2]


def _card_start(lines: Sequence[Line], foot: int) -> int:
    """Gives the line of the title above a foot: the nearest that repeats, else the nearest that is no prose."""
    if foot and _may_be_outlet(lines[foot - 1].text, lines[foot].text) and not lines[foot - 1].is_foot:
        foot -= 1
    above = range(foot - 1, max(-1, foot - 2 - SUMMARY_LINES), -1)
    keys = {name_key(line.text) for line in lines[foot + 1 : foot + 4]}
    for index in above:
        if lines[index].is_foot or lines[index].list_kind:
            break
        if name_key(lines[index].text) in keys:
            return index
    for index in above:
        if lines[index].is_foot or lines[index].list_kind or lines[index].is_dateline:
            return index + 1
        if not lines[index].is_prose:
            return index
    return foot


def read_related(
    lines: Sequence[Line], division: Division, cards: Sequence[Range], *, fetched_at: datetime | None
) -> tuple[ParsedRelatedRead, ...]:
    """Gives the related reads that the lists and card ranges hold, once each, in page order."""
    reads: dict[str, ParsedRelatedRead] = {}
    for side in _all_lists(division, cards):
        is_above = side.range.end <= division.main.start
        for card in _read_cards(lines[side.range.start : side.range.end], needs_foot=is_above):
            key = name_key(card.title)
            if key and key not in reads:
                card.kind = side.kind
                reads[key] = card.as_related_read(fetched_at=fetched_at)
    return tuple(reads.values())


def _all_lists(division: Division, cards: Sequence[Range]) -> list[SideList]:
    """Gives the lists in page order; cards that stand in no heading's list are related reads too."""
    unclaimed = [
        SideList(kind="related", range=card)
        for card in cards
        if not any(side.range.start < card.end and card.start < side.range.end for side in division.lists)
    ]
    return sorted((*division.lists, *unclaimed), key=lambda side: side.range.start)


def _read_cards(lines: Sequence[Line], *, needs_foot: bool) -> list[Card]:
    """Gives the cards of one list; where most have a foot, those without are no cards.

    Above the piece (`needs_foot`) lists are menus unless feet show that they are not.
    """
    cards = _collect_cards(lines)
    with_foot = [card for card in cards if card.foot is not None]
    if needs_foot or len(with_foot) >= SHARE_WITH_FOOT * len(cards):
        return with_foot
    cards = _collect_cards(lines[: _end_without_feet(lines)])
    return [card for card in cards if card.is_repeated or _reads_as_title(card.title)][:MOST_WITHOUT_FEET]


def _collect_cards(lines: Sequence[Line]) -> list[Card]:
    cards: list[Card] = []
    times_first = _times_come_first(lines)
    pending: str | None = None
    expects_title = True
    for line in lines:
        if line.is_foot or line.is_dateline:
            if times_first:
                pending, expects_title = line.text, True
            else:
                expects_title = _close_card(cards, line.text)
        elif not (line.is_furniture or line.is_credit):
            expects_title = _take_line(cards, line, expects_title=expects_title, foot=pending)
            pending = None if cards and cards[-1].foot == pending else pending
    return cards


def _end_without_feet(lines: Sequence[Line]) -> int:
    """Gives where a list without feet ends: at the site's own words, or two lines in a row too light for titles."""
    has_title, light = False, 0
    for index, line in enumerate(lines):
        light = light + 1 if line.weight < LIGHTEST_TITLE else 0
        if has_title and (line.is_furniture or light >= 2):
            return index
        has_title = has_title or _reads_as_title(line.text)
    return len(lines)


def _reads_as_title(text: str) -> bool:
    words = len(text.split()) if text.isascii() else FEWEST_WORDS
    return weigh(text) >= LIGHTEST_TITLE and words >= FEWEST_WORDS and not _NO_TITLE_END.search(text)


def _times_come_first(lines: Sequence[Line]) -> bool:
    first = next((line for line in lines if not line.is_furniture), None)
    return first is not None and (first.is_foot or first.is_dateline)


def _close_card(cards: list[Card], foot: str) -> bool:
    """Gives the last card its foot; a short line just above a bare time is the outlet, and no card of its own."""
    if len(cards) > 1 and cards[-2].foot is None and not cards[-1].summary and _may_be_outlet(cards[-1].title, foot):
        outlet = cards.pop().title
        cards[-1].outlet = outlet
    if cards and cards[-1].foot is None:
        cards[-1].foot = foot
    return True


def _may_be_outlet(text: str, foot: str) -> bool:
    return is_bare_time(foot) and weigh(text) <= HEAVIEST_OUTLET


def _take_line(cards: list[Card], line: Line, *, expects_title: bool, foot: str | None) -> bool:
    """Adds a line to the cards as title, repetition or summary; tells whether a title is expected next."""
    key = name_key(line.text)
    if cards and cards[-1].foot and key == name_key(cards[-1].outlet or ""):
        return True
    repeated = next((card for card in cards[-3:] if name_key(card.title) == key), None)
    if repeated:
        repeated.is_repeated = True
        return False
    if expects_title or not line.is_prose or not cards:
        if line.weight <= HEAVIEST_TITLE:
            cards.append(Card(title=_RANK.sub("", line.text), foot=foot))
        return False
    if len(cards[-1].summary) < SUMMARY_LINES:
        cards[-1].summary.append(line.text)
    return False
