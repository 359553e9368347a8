"""Which lines of a dump are the main piece.

In: the dump's lines. Out: the range of the main piece, and the lists of other pieces. A range is worth its prose less
the short lines between; lists of other pieces and the end of the content are walls. Metadata is not here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.parse.dump.lines import Line

# Worth of a line for the range it stands in, in units of weight; measured on rendered pages with gold.
MOST_FOR_A_LINE = 400.0
FURNITURE_WORTH = -45.0
SHORT_WORTH = -28.0
SHORT_SENTENCE_WORTH = 5.0
LONG_FRAGMENT_SHARE = 0.3
# Worth that must stand above a heading of the site's for it to end the piece.
ENOUGH_ABOVE = 300.0
# Prose below such a heading that shows that the piece goes on: in a row, or among the next lines; and how far below.
PROSE_IN_A_ROW, PROSE_IN_WINDOW, WINDOW = 3, 4, 8
LONGEST_INSERTED_LIST = 15
# What lines below the end of a piece are worth beside those above: comments may be longer than what they are about.
SHARE_BELOW_END = 0.3


@dataclass(frozen=True, kw_only=True)
class Range:
    """Lines from `start` up to, not including, `end`, and what they are worth."""

    start: int
    end: int
    worth: float = 0.0


@dataclass(frozen=True, kw_only=True)
class SideList:
    """The lines of a list of other pieces, below the heading that announces it, and its kind."""

    kind: str
    range: Range


@dataclass(frozen=True, kw_only=True)
class Division:
    """What a dump's lines belong to: the main piece, and lists of other pieces beside or inside its range."""

    main: Range
    lists: tuple[SideList, ...]


def divide(lines: Sequence[Line], cards: Sequence[Range]) -> Division:
    """Gives the range of lines worth most as the main piece, and the lists that headings announce.

    `cards` are ranges known to hold other pieces' titles and summaries. The piece is empty where no line reads as text.
    """
    is_card = [False] * len(lines)
    for card in cards:
        is_card[card.start : card.end] = [True] * (card.end - card.start)
    best, current = Range(start=0, end=0), Range(start=0, end=0)
    lists: list[SideList] = []
    share, index = 1.0, 0
    while index < len(lines):
        line, has_enough = lines[index], current.worth >= ENOUGH_ABOVE
        following, ends = index + 1, line.is_end and has_enough and not _resumes(lines, index)
        if line.list_kind:
            following, is_resumed = _end_of_list(lines, index, has_enough=has_enough)
            lists.append(SideList(kind=line.list_kind, range=Range(start=index + 1, end=following)))
            ends = has_enough and not is_resumed
        if ends or is_card[index]:
            share = SHARE_BELOW_END if ends else share
            current = Range(start=following, end=following)
        else:
            start = current.start if current.worth > 0 else index
            current = Range(start=start, end=following, worth=max(current.worth, 0.0) + share * worth_of(line))
            best = max(best, current, key=lambda found: found.worth)
        index = following
    return Division(main=best, lists=tuple(lists))


def worth_of(line: Line) -> float:
    """Gives what a line adds to the range it stands in; negative for lines that texts have few of."""
    if line.is_repeated:
        return 0.0
    if line.is_furniture:
        return FURNITURE_WORTH
    if line.is_prose:
        return min(line.weight if line.weight >= 80 else line.weight * 0.8, MOST_FOR_A_LINE)
    if line.weight >= 100:
        return line.weight * LONG_FRAGMENT_SHARE
    if line.is_sentence and line.weight >= 20:
        return SHORT_SENTENCE_WORTH
    return SHORT_WORTH


def _end_of_list(lines: Sequence[Line], heading: int, *, has_enough: bool) -> tuple[int, bool]:
    """Gives the line after the last of a heading's list, and whether the text goes on there.

    Below enough of a text, lists are short where it goes on; above it, they are menus and boxes of any length.
    """
    for index in range(heading + 1, len(lines)):
        line = lines[index]
        if line.is_end or line.list_kind:
            return index, False
        if line.is_prose and (not has_enough or index <= heading + LONGEST_INSERTED_LIST) and _goes_on(lines, index):
            return index, True
    return len(lines), False


def _goes_on(lines: Sequence[Line], start: int) -> bool:
    """Whether a text stands here: lists of other pieces have a title to every summary, and feet below them."""
    window = []
    for line in lines[start : start + WINDOW]:
        if line.is_foot or line.is_end or line.list_kind:
            break
        window.append(line.is_prose)
    in_a_row = len(window) >= PROSE_IN_A_ROW and all(window[:PROSE_IN_A_ROW])
    return in_a_row or sum(window) >= max(PROSE_IN_WINDOW, 0.55 * len(window))


def _resumes(lines: Sequence[Line], heading: int) -> bool:
    return _end_of_list(lines, heading, has_enough=True)[1]
