"""Patterns of English dates and what each stands for: `June 30`, `last week`, `Q3 2025`, `two years ago`, `1996`.

In: a half-width text's matches. Out: periods. Chinese dates are not here.
"""

import re

from tasks.extract.values import periods
from tasks.extract.values.moment import Moment, Rule
from tasks.extract.values.periods import Period
from tasks.extract.word_lists import one_of

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun", "July Jul", "August Aug",
         "September Sept Sep", "October Oct", "November Nov", "December Dec"), start=1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip
_RELATIVE_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_OFFSETS = {"this": 0, "last": -1, "previous": -1, "next": 1, "coming": 1}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_PARTS = {"early": "early", "mid": "middle", "late": "late"}

_LONG_MONTHS = one_of(name for name in _MONTHS if len(name) > 3 and name != "Sept")
_SHORT_MONTHS = one_of(name for name in _MONTHS if len(name) == 3 or name == "Sept")
_MONTH = rf"(?P<M>(?:{_LONG_MONTHS}|May)(?!\w)|(?:{_SHORT_MONTHS})(?!\w))(?:(?<=[A-Z][a-z]{{2}})\.|(?<=Sept)\.)?"
_ALL_WEEKDAYS = "|".join(name.capitalize() for name in _WEEKDAYS)
_LEAD = rf"(?:(?:{_ALL_WEEKDAYS}|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?,? )?"
_YEAR = r"(?P<Y>(?:1[89]|20)\d{2})(?!\w|-\d|[.,]\d)"
_DAY = r"(?P<D>[0-3]?\d)(?:st|nd|rd|th)?(?![\w%]|[.:]\d)"
_ZONE = r"(?: \(?(?:UTC|GMT|E[SD]?T|P[SD]?T|BST|CET|HKT|SGT)(?![A-Za-z])\)?)?"
_HALF_DAY = r"(?:[ap]\.m\.|[ap]m(?![A-Za-z])|[AP]M(?![A-Za-z]))"
_CLOCK = rf"(?:,? (?:at )?(?:[0-2]?\d:[0-5]\d(?::\d{{2}})?(?: ?{_HALF_DAY})?{_ZONE}|\d{{1,2}} ?{_HALF_DAY}{_ZONE}))"
_START = r"(?<![\w.$€£#/-])"
_PART = r"(?:(?P<P>[Ee]arly|[Mm]id|[Ll]ate)[- ])?"
_WHICH = r"(?P<R>[Tt]his|[Ll]ast|[Nn]ext|[Pp]revious|[Cc]oming) "

_PATTERNS: dict[str, str] = {
    "month_day": (
        rf"{_START}{_LEAD}{_MONTH} {_DAY}(?: ?[-–] ?(?P<D2>[0-3]?\d)(?:st|nd|rd|th)?(?!\w))?(?:,? {_YEAR})?{_CLOCK}?"
    ),
    "day_month": (rf"{_START}{_LEAD}(?P<D>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? {_YEAR})?{_CLOCK}?"),
    "month_year": rf"{_START}{_PART}{_MONTH},? (?:of )?{_YEAR}",
    "month": rf"{_START}(?:{_PART}|(?:{_WHICH})?)(?P<M>{_LONG_MONTHS})(?!\w)(?! ?[A-Z]|['’])",
    "may": r"(?<= (?:in|of|by|to) )(?P<M>May)(?!\w|['’])",
    "weekday": rf"{_START}(?:{_WHICH})?(?P<W>{_ALL_WEEKDAYS})(?!\w){_CLOCK}?",
    "relative": rf"{_START}(?P<R>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow)(?!\w)",
    "this": rf"{_START}{_WHICH}(?P<U>week(?:end)?|month|quarter|year)(?!\w|-)",
    "ago": (
        rf"{_START}(?P<N>\d{{1,3}}|[Aa]n?|{one_of(name for name in _NUMBERS if len(name) > 2)})"
        r" (?P<U>day|week|month|year|decade)s? (?P<D>ago|later|earlier)(?!\w)"
    ),
    "quarter": (
        rf"{_START}(?:(?P<O>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[- ](?P<U>quarter|half)|(?P<L>[QH])(?P<N>[1-4])"
        r"|(?P<N2>[1-4])(?P<L2>[QH]))(?!\w)"
        rf"(?: (?:of )?(?:FY ?|fiscal )?{_YEAR}| of (?P<R>this|last|next) year)?"
    ),
    "fiscal": rf"{_START}(?:[Ff]iscal(?: [Yy]ear)? {_YEAR}|FY ?(?P<F>\d{{2}}|20\d{{2}})(?!\w))",
    "decade": rf"{_START}{_PART}(?P<T>(?:1[6-9]|20)\d0)s(?!\w)",
    "century": rf"{_START}{_PART}(?P<C>1\d|2[01]|[5-9])(?:st|nd|rd|th)[ -][Cc]entury(?!\w)",
    "years": rf"{_START}(?P<Y1>(?:19|20)\d{{2}}) ?[-–/] ?(?P<Y2>(?:19|20)?\d{{2}})(?![\w-]|[.,/]\d)",
    # a line of a year alone is furniture
    "year": (
        rf"{_START}(?<!\d,)(?!(?<![^\n])\d{{4}}(?:\n|\Z)){_PART}{_YEAR}"
        r"(?! ?[%\u4e00-\u9fff]| ?(?:people|jobs|workers|employees|miles|km|feet))"
    ),
    "clock": rf"(?<![\w.:])[0-2]?\d(?::[0-5]\d)? ?{_HALF_DAY}{_ZONE}",
}


def _year_of(match: re.Match[str], moment: Moment, month: int, day: int = 15) -> int | None:
    return moment.keep_year(int(match["Y"])) if match["Y"] else moment.guess_year(month, day)


def _read_month_day(match: re.Match[str], moment: Moment) -> Period | None:
    month, number = _MONTHS[match["M"]], int(match["D"])
    year = _year_of(match, moment, month, number)
    found = periods.day(year, month, number) if year else None
    if found and (last := match.groupdict().get("D2")):
        until = periods.day(found[0].year, month, int(last))
        return (found[0], until[1]) if until and found <= until else found
    return moment.keep_day(found)


def _read_month_year(match: re.Match[str], moment: Moment) -> Period | None:
    whole = periods.month(moment.keep_year(int(match["Y"])), _MONTHS[match["M"]])
    return periods.part_of_month(whole, _part(match)) if whole else None


def _read_may(match: re.Match[str], moment: Moment) -> Period | None:
    year = moment.guess_year(_MONTHS[match["M"]])
    return periods.month(year, _MONTHS[match["M"]]) if year else None


def _read_month(match: re.Match[str], moment: Moment) -> Period | None:
    number = _MONTHS[match["M"]]
    year = moment.guess_year(number)
    if year and moment.published_at and match["R"]:
        year = _year_relative(moment, match["R"].lower(), number)
    whole = periods.month(year, number) if year else None
    return periods.part_of_month(whole, _part(match)) if whole else None


def _year_relative(moment: Moment, word: str, month: int) -> int | None:
    published = moment.published_at
    if not published:
        return None
    if word == "last":
        return published.year - (month >= published.month)
    return published.year + (word == "next" and month <= published.month)


def _part(match: re.Match[str]) -> str:
    return _PARTS.get((match["P"] or "").lower(), "")


def _read_weekday(match: re.Match[str], moment: Moment) -> Period | None:
    """A bare or last weekday is the latest one up to publication, a coming one the first after it."""
    if not moment.published_at:
        return None
    word = (match["R"] or "").lower()
    ahead = (_WEEKDAYS[match["W"].lower()] - moment.published_at.weekday()) % 7
    if word in {"next", "coming"}:
        ahead = ahead or 7
    elif ahead and word != "this":
        ahead -= 7
    elif word == "last":
        ahead = -7
    found = periods.shift_days(moment.published_at, ahead)
    return (found, found) if found else None


def _read_relative(match: re.Match[str], moment: Moment) -> Period | None:
    origin = moment.published_at
    found = periods.shift_days(origin, _RELATIVE_DAYS[match["R"].lower()]) if origin else None
    return (found, found) if found else None


def _read_this(match: re.Match[str], moment: Moment) -> Period | None:
    published, offset, unit = moment.published_at, _OFFSETS[match["R"].lower()], match["U"]
    if not published:
        return None
    if unit in {"week", "weekend"}:
        week = periods.week_of(published, offset=offset)
        saturday = periods.shift_days(week[0], 5) if week else None
        return (saturday, week[1]) if week and saturday and unit == "weekend" else week
    if unit == "month":
        return periods.shift_months(published, offset)
    if unit == "year":
        return periods.year(published.year + offset)
    first = periods.shift_months(published, 3 * offset - (published.month - 1) % 3)
    return periods.months(first[0].year, first[0].month, first[0].month + 2) if first else None


def _read_ago(match: re.Match[str], moment: Moment) -> Period | None:
    word, unit = match["N"].lower(), match["U"]
    count = int(word) if word.isdigit() else _NUMBERS[word]
    origin = moment.published_at if match["D"] == "ago" else moment.anchor
    if not origin:
        return None
    count *= 1 if match["D"] == "later" else -1
    if unit in {"day", "week"}:
        found = periods.shift_days(origin, count * (7 if unit == "week" else 1))
        return (found, found) if found else None
    if unit == "month":
        return periods.shift_months(origin, count)
    return periods.year(origin.year + count * (10 if unit == "decade" else 1))


def _read_quarter(match: re.Match[str], moment: Moment) -> Period | None:
    unit = (match["U"] or match["L"] or match["L2"])[0].upper()
    digit = match["N"] or match["N2"]
    number = int(digit) if digit else _ORDINALS[match["O"].lower()]
    year = _quarter_year(match, moment)
    if not year or (unit == "H" and number > 2):
        return None
    length = 6 if unit == "H" else 3
    return periods.months(year, length * (number - 1) + 1, length * number)


def _quarter_year(match: re.Match[str], moment: Moment) -> int | None:
    if match["Y"]:
        return moment.keep_year(int(match["Y"]))
    if not moment.published_at:
        return moment.year
    return moment.published_at.year + _OFFSETS[match["R"]] if match["R"] else moment.year or moment.published_at.year


def _read_fiscal(match: re.Match[str], moment: Moment) -> Period | None:
    digits = match["Y"] or match["F"]
    return periods.year(moment.keep_year(int(digits) if len(digits) == 4 else 2000 + int(digits)))


def _read_decade(match: re.Match[str], _moment: Moment) -> Period | None:
    return periods.decade(int(match["T"]))


def _read_century(match: re.Match[str], _moment: Moment) -> Period | None:
    return periods.century(int(match["C"]))


def _read_years(match: re.Match[str], _moment: Moment) -> Period | None:
    first, last = match["Y1"], match["Y2"]
    start, end = periods.year(int(first)), periods.year(int(last if len(last) == 4 else first[:2] + last))
    return (start[0], end[1]) if start and end and start <= end else start


def _read_year(match: re.Match[str], moment: Moment) -> Period | None:
    whole = periods.year(moment.keep_year(int(match["Y"])))
    return periods.part_of_year(whole, _part(match)) if whole else None


def _read_clock(_match: re.Match[str], _moment: Moment) -> Period | None:
    return None


_RULES: dict[str, Rule] = {
    "month_day": _read_month_day, "day_month": _read_month_day, "month_year": _read_month_year, "month": _read_month,
    "may": _read_may, "weekday": _read_weekday, "relative": _read_relative, "this": _read_this, "ago": _read_ago,
    "quarter": _read_quarter, "fiscal": _read_fiscal, "decade": _read_decade, "century": _read_century,
    "years": _read_years, "year": _read_year, "clock": _read_clock,
}  # fmt: skip
ENGLISH_DATES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern), _RULES[name]) for name, pattern in _PATTERNS.items()
)
