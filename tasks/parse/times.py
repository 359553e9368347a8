"""Times as pages print them.

In: a line of text. Out: the times in it, as UTC with their precision and the offset they were printed with. A day
stands as 00:00 UTC of the printed date. Relative times are in `relative_times`.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from schemas.folding import fold_width
from schemas.page import PrintedTime
from tasks.parse.vocabulary import read_words

MONTHS = {name: number for number, names in enumerate(read_words("months").values(), start=1) for name in names}
# Hours from UTC; the American abbreviations that other places share are read as American.
ZONES = {
    "UTC": 0.0, "GMT": 0.0, "Z": 0.0, "BST": 1.0, "CET": 1.0, "CEST": 2.0, "IST": 5.5, "HKT": 8.0, "SGT": 8.0,
    "JST": 9.0, "KST": 9.0, "AEST": 10.0, "ET": -5.0, "EST": -5.0, "EDT": -4.0, "CST": -6.0, "CDT": -5.0, "PT": -8.0,
    "PST": -8.0, "PDT": -7.0,
}  # fmt: skip
WESTERNMOST, EASTERNMOST = -12 * 60, 14 * 60
# Years before the web hold no page; reprint farms print 1900/1/1 for "no date".
FIRST_YEAR = 1990
LAST_YEAR = 2100

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
# Behind a bare `10:00`, `-18:00` is the end of a range; behind seconds or in ISO 8601 it is an offset.
_ZONE = r"""(?P<zone>
    Z\b | \(?(?:UTC|GMT)\s*(?:[+-]\s*\d{1,2}(?::?\d{2})?)?\)? | \+\d{2}:?\d{2}\b
    | (?:(?<=:\d\d:\d\d)|(?<=T\d\d:\d\d)|(?<=\.\d{3})|(?<=\.\d{6}))-\d{2}:?\d{2}\b(?!:)
    | (?:E[SD]?T|C[SD]T|P[SD]?T|BST|CES?T|HKT|SGT|JST|KST|IST|AEST)\b
)?"""
_CLOCK = rf"""(?:
    (?:\s|T|,|at|um|klo|[-–•|]){{0,4}}
    (?P<hour>[01]?\d|2[0-3])\s?[:時时点]\s?(?P<minute>[0-5]\d)(?:\s?[:分]\s?(?P<second>[0-5]\d)(?:\.\d+)?)?
    \s?分?\s?(?P<half>[AaPp]\.?[Mm]\.?)?\s?(?:Uhr)?\s?{_ZONE}
)?"""
_YEAR = r"(?<!\d)(?P<year>(?:19|20)\d{2})"
_DAY = r"(?<!\d)(?P<day>0?[1-9]|[12]\d|3[01])"
_FORMS = tuple(
    re.compile(form + _CLOCK, re.IGNORECASE | re.VERBOSE)
    for form in (
        rf"{_YEAR}\s?(?P<mark>[-/.年])\s?(?P<month>0?[1-9]|1[0-2])\s?(?:(?P=mark)|月)\s?{_DAY}(?!\d)\s?[日号號]?",
        # A month may be glued to the name before it, whose last letter is small.
        rf"(?:\b|(?=(?-i:[A-Z][a-z])))(?P<name>{_MONTH})\.?\s{{1,3}}{_DAY}(?:st|nd|rd|th)?\s?,?\s{{1,3}}{_YEAR}(?!\d)",
        rf"{_DAY}(?:st|nd|rd|th|\.|º)?\s?(?:de\s)?(?P<name>{_MONTH})\.?\s?,?\s?(?:de\s)?{_YEAR}(?!\d)",
        r"(?<!\d)(?P<first>[0-3]?\d)(?P<mark>[/.-])(?P<other>[0-3]?\d)(?P=mark)(?P<year>(?:19|20)\d{2})(?!\d)",
    )
)
_COMPACT = re.compile(r"(?<!\d)(?P<year>20\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(frozen=True, kw_only=True)
class FoundTime:
    """A time and where it stands in the line."""

    start: int
    end: int
    printed: PrintedTime


def find_times(line: str, *, assumed_offset: str | None = None) -> list[FoundTime]:
    """Gives the absolute times in a line, in order; `assumed_offset` (`+08:00`) is the site's where none is printed.

    >>> [t.printed.precision for t in find_times("2026年4月30日 11:02 / April 30, 2026")]
    ['minute', 'day']
    """
    folded = fold_width(line)
    if not any(character.isdigit() for character in folded):
        return []
    found: list[FoundTime] = []
    for form in _FORMS:
        for match in form.finditer(folded):
            printed = _printed_time(match.groupdict(), assumed_offset)
            if printed and all(match.end() <= other.start or match.start() >= other.end for other in found):
                found.append(FoundTime(start=match.start(), end=_end_of(match), printed=printed))
    return sorted(found, key=lambda time: time.start)


def parse_time(text: str, *, assumed_offset: str | None = None) -> PrintedTime | None:
    """Gives the first absolute time in a text, the compact `20260430` included; None where there is none."""
    found = find_times(text, assumed_offset=assumed_offset)
    if found:
        return found[0].printed
    compact = _COMPACT.search(text)
    return _printed_time(compact.groupdict(), assumed_offset) if compact else None


def _end_of(match: re.Match[str]) -> int:
    # The clock is optional and may have taken blanks or marks that belong to what follows.
    return match.start() + len(match.group().rstrip(" ,-–•|\t"))


def _printed_time(parts: dict[str, str | None], assumed_offset: str | None) -> PrintedTime | None:
    date = _date_of(parts)
    if date is None:
        return None
    if not parts.get("hour"):
        return PrintedTime(at=date, precision="day")
    hour = _hour_of_day(int(parts["hour"] or 0), parts.get("half"))
    at = date.replace(hour=hour, minute=int(parts["minute"] or 0), second=int(parts["second"] or 0))
    precision = "second" if parts["second"] else "minute"
    given = _offset_minutes(parts["zone"]) if parts["zone"] else None
    if given is not None:
        return PrintedTime(at=_to_utc(at, given), precision=precision, offset=format_offset(given))
    if assumed_offset:
        offset = f"assumed {assumed_offset}"
        return PrintedTime(at=_to_utc(at, _offset_minutes(assumed_offset) or 0), precision=precision, offset=offset)
    return PrintedTime(at=at, precision=precision)


def _date_of(parts: dict[str, str | None]) -> datetime | None:
    year = int(parts["year"] or 0)
    if parts.get("first"):
        first, other = int(parts["first"] or 0), int(parts["other"] or 0)
        # Only American slashes put the month first; a dot or dash, or a number above 12, says day first.
        month, day = (first, other) if parts["mark"] == "/" and first <= 12 else (other, first)
    else:
        month = MONTHS[(parts["name"] or "").lower()] if parts.get("name") else int(parts["month"] or 0)
        day = int(parts["day"] or 0)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None


def _hour_of_day(hour: int, half: str | None) -> int:
    if half and half.lower().startswith("p") and hour < 12:
        return hour + 12
    return 0 if half and half.lower().startswith("a") and hour == 12 else hour


def _offset_minutes(zone: str) -> int | None:
    name = zone.strip("() ").upper()
    if name in ZONES:
        return round(ZONES[name] * 60)
    match = re.search(r"([+-])\s*(\d{1,2}):?(\d{2})?$", name)
    if not match:
        return None
    minutes = (int(match[2]) * 60 + int(match[3] or 0)) * (1 if match[1] == "+" else -1)
    return minutes if EASTERNMOST >= minutes >= WESTERNMOST else None


def format_offset(minutes: int) -> str:
    """Gives an offset from UTC in minutes as `+08:00`."""
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02d}:{rest:02d}"


def _to_utc(local: datetime, offset_minutes: int) -> datetime:
    return local.replace(tzinfo=timezone(timedelta(minutes=offset_minutes))).astimezone(UTC)
