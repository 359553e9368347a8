"""Stretches of the calendar: a day, a week, a month, a quarter, a year, and the one nearest to a date.

In: numbers of years, months, days. Out: first and last day, inclusive; None for what the calendar doesn't have.
"""

import calendar
from datetime import date, timedelta

Period = tuple[date, date]


def day(year: int, month: int, number: int) -> Period | None:
    """Gives one day, None where the calendar has no such day."""
    try:
        only = date(year, month, number)
    except ValueError:
        return None
    return only, only


def month(year: int, number: int) -> Period | None:
    """Gives a month from its first to its last day."""
    if not (1 <= number <= 12 and 1 <= year <= 9999):
        return None
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def months(year: int, first: int, last: int) -> Period | None:
    """Gives the months from first to last of a year: a quarter, a half, the year."""
    start, end = month(year, first), month(year, last)
    return (start[0], end[1]) if start and end else None


def year(number: int) -> Period | None:
    """Gives a whole year."""
    return months(number, 1, 12)


def decade(first: int) -> Period | None:
    """Gives the ten years from the given one on."""
    start, end = year(first), year(first + 9)
    return (start[0], end[1]) if start and end else None


def century(number: int) -> Period | None:
    """Gives a century, counted from 1, by the common reading: the 20th runs from 1900 to 1999."""
    start, end = year(100 * number - 100), year(100 * number - 1)
    return (start[0], end[1]) if start and end else None


def week_of(when: date, *, offset: int = 0) -> Period | None:
    """Gives the week from Monday to Sunday that holds the day, moved by whole weeks."""
    monday = shift_days(when, 7 * offset - when.weekday())
    sunday = shift_days(monday, 6) if monday else None
    return (monday, sunday) if monday and sunday else None


def shift_days(when: date, count: int) -> date | None:
    """Gives the day that many days later, None beyond the calendar's ends."""
    try:
        return when + timedelta(days=count)
    except OverflowError:
        return None


def shift_months(when: date, count: int) -> Period | None:
    """Gives the month that lies that many months from the day's own."""
    years, index = divmod(when.year * 12 + when.month - 1 + count, 12)
    return month(years, index + 1)


def part_of_month(whole: Period, part: str) -> Period:
    """Gives the early, middle or late ten days of a month; a whole month for another word."""
    first, last = whole
    if part == "early":
        return first, first.replace(day=10)
    if part == "middle":
        return first.replace(day=11), first.replace(day=20)
    return (first.replace(day=21), last) if part == "late" else whole


def part_of_year(whole: Period, part: str) -> Period:
    """Gives the first, middle or last months of a year; the whole year for another word.

    >>> part_of_year((date(2026, 1, 1), date(2026, 12, 31)), "late")
    (datetime.date(2026, 10, 1), datetime.date(2026, 12, 31))
    """
    bounds = {"early": (1, 3), "middle": (5, 8), "late": (10, 12)}.get(part)
    return (months(whole[0].year, *bounds) or whole) if bounds else whole


def nearest_year(published: date, month_number: int, day_number: int = 15) -> int:
    """Gives the year in which that day or month lies nearest to the date of publication."""
    distances = [
        (abs((found[0] - published).days), year_number)
        for year_number in (published.year, published.year - 1, published.year + 1)
        if (found := day(year_number, month_number, min(day_number, 28)))
    ]
    return min(distances)[1] if distances else published.year
