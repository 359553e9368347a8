"""Relative times as pages print them: `9h ago`, `3小时前`.

In: a line of text. Out: the relative time in it, and what it means when the time of fetching is known. It never
resolves from a clock.
"""

import functools
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from schemas.folding import fold_width
from schemas.page import PrintedTime
from tasks.parse.vocabulary import read_words

# Relative times without a number (`just now`, `昨天`) stand with an outlet's name at most.
LONGEST_WITHOUT_NUMBER = 40
_SPANS = {
    "now": timedelta(0), "second": timedelta(seconds=1), "minute": timedelta(minutes=1), "hour": timedelta(hours=1),
    "yesterday": timedelta(days=1), "day": timedelta(days=1), "week": timedelta(days=7), "month": timedelta(days=30),
    "year": timedelta(days=365),
}  # fmt: skip
# How exact a relative time is, where that isn't its own unit.
_PRECISIONS = {"now": "minute", "yesterday": "day", "year": "month"}


@dataclass(frozen=True, kw_only=True)
class RelativeTime:
    """A relative time and where it stands in the line: `9h ago` is 9 of unit 'hour'."""

    start: int
    end: int
    text: str
    count: int
    unit: str


def find_relative_time(line: str) -> RelativeTime | None:
    """Gives the last relative time in a line, where sites print it; None where there is none.

    >>> find_relative_time("链捕手9h ago").text, find_relative_time("3小时前").unit
    ('9h ago', 'hour')
    """
    has_number = any(map(str.isdigit, line))
    if not has_number and len(line) > LONGEST_WITHOUT_NUMBER:
        return None
    found = None
    for match in _relative_form(has_number=has_number).finditer(fold_width(line)):
        count = int(re.sub(r"\D", "", match.group()) or 0)
        text = line[match.start() : match.end()]
        found = RelativeTime(start=match.start(), end=match.end(), text=text, count=count, unit=match.lastgroup or "")
    return found


def resolve_relative(relative: RelativeTime, fetched_at: datetime | None) -> PrintedTime | None:
    """Gives the time that a relative one means when read at `fetched_at`; None where that is not known."""
    if fetched_at is None:
        return None
    try:
        at = fetched_at - _SPANS[relative.unit] * max(relative.count, 1)
    except OverflowError:
        return None
    precision = _PRECISIONS.get(relative.unit, relative.unit)
    if precision in ("day", "week", "month"):
        at = at.replace(hour=0, minute=0, second=0, microsecond=0)
    return PrintedTime(at=at, precision=precision)


@functools.cache
def _relative_form(*, has_number: bool) -> re.Pattern[str]:
    """Gives one form for all relative times; those with a number need not be tried on a line without one."""
    words = read_words("relative_times").items()
    return re.compile(
        "|".join(_unit_form(unit, forms) for unit, forms in words if has_number or "%" not in forms[0]), re.I
    )


def _unit_form(unit: str, words: list[str]) -> str:
    parts = (word.partition("%") for word in sorted(words, key=len, reverse=True))
    forms = (
        re.escape(before) + (rf"\d{{1,4}}\s*{re.escape(after.strip())}" if number else "")
        for before, number, after in parts
    )
    # `9h ago` may be glued to an outlet's name, but not to further letters behind it.
    left_edge = r"(?<![\d.])" if "%" in words[0] else r"(?<![^\W_])"
    return rf"(?P<{unit}>{left_edge}(?:{'|'.join(forms)})(?![A-Za-zÀ-ÿ\d]))"
