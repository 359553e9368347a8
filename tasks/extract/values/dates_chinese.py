"""Patterns of Chinese dates and what each stands for: `4 月下旬`, `去年三季度`, `两日后`, `周五晚上 7 点钟`.

In: a half-width text's matches. Out: periods. English dates are not here.
"""

import re

from tasks.extract.values import periods
from tasks.extract.values.moment import Moment, Rule
from tasks.extract.values.numbers import parse_chinese_numeral
from tasks.extract.values.periods import Period
from tasks.extract.word_lists import one_of

_RELATIVE_YEARS = {"今年": 0, "本年度": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1, "后年": 2, "後年": 2}
_RELATIVE_MONTHS = {
    "本月": 0, "这个月": 0, "這個月": 0, "当月": 0, "當月": 0,
    "上个月": -1, "上個月": -1, "上月": -1, "下个月": 1, "下個月": 1, "下月": 1,
}  # fmt: skip
_RELATIVE_DAYS = {
    "今天": 0, "今日": 0, "今早": 0, "今晨": 0, "今晚": 0, "昨天": -1, "昨日": -1, "昨晚": -1, "昨夜": -1,
    "前天": -2, "前日": -2, "明天": 1, "明日": 1, "明晚": 1, "后天": 2, "後天": 2,
}  # fmt: skip
_EVENT_DAYS = {
    "同日": 0, "当日": 0, "當日": 0, "当天": 0, "當天": 0, "当晚": 0, "當晚": 0, "同一天": 0,
    "次日": 1, "翌日": 1, "隔日": 1,
}  # fmt: skip
_WEEKS = {"本": 0, "这": 0, "這": 0, "上": -1, "下": 1}
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_PARTS = {"上旬": "early", "初": "early", "中旬": "middle", "中": "middle", "下旬": "late", "底": "late", "末": "late"}
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "首": 1}
_DIGITS = dict(zip("零〇一二三四五六七八九", "00123456789", strict=True))


_NUMERAL = r"[一二三四五六七八九十]{1,3}"
_DAYPART = r"(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚間|深夜|午夜|夜间)"
_HOUR = (
    r"\d{1,2}(?: ?[点點](?:钟|鐘|半| ?\d{1,2} ?分)?| ?[时時](?!代|间|期|尚|候|常|而|刻|段|长)(?: ?\d{1,2} ?分)?"
    r"|:\d{2}(?::\d{2})?)"
)
_CLOCK = rf"(?: ?{_DAYPART}? ?{_HOUR})"
_YEAR = (
    r"(?:(?P<Y>(?:1\d|2[01])\d{2}) ?年|(?P<YC>[一二][零〇一二三四五六七八九]{3})年"
    rf"|(?P<YR>{one_of(_RELATIVE_YEARS)})(?:年(?=[初底末中]))?)"
)
_MONTH = (
    rf"(?:(?P<M>\d{{1,2}}|{_NUMERAL}) ?月(?!球|亮|饼|薪|嫂|色|牙|光|租|票|季|经|子|老|间)份?"
    rf"|(?P<MR>{one_of(_RELATIVE_MONTHS)}))"
)
_DAY = rf"(?P<D>\d{{1,2}}|{_NUMERAL}) ?[日号號](?!元|圆|圓|均|常|线|線|内|店|楼|文|语|本)"
_WEEK = r"(?:周|週|星期|礼拜)"
_DASH = r" ?[-–—~至到] ?"
_ALONE = r"(?<![\d第])(?<!\d[.,:])"

_PATTERNS: dict[str, str] = {
    "years": rf"{_ALONE}(?P<Y1>(?:1\d|2[01])\d{{2}}) ?年?{_DASH}(?P<Y2>\d{{4}}) ?年",
    "months": (
        rf"{_ALONE}(?:{_YEAR} ?(?:[的,] ?)?)?(?P<M1>\d{{1,2}}) ?月?{_DASH}(?P<M2>\d{{1,2}}) ?月份?"
        r"(?! ?\d{1,2} ?[日号])"
    ),
    "day": rf"{_ALONE}(?:{_YEAR} ?)?{_MONTH} ?{_DAY}{_CLOCK}?",
    "month": rf"{_ALONE}(?:{_YEAR} ?)?{_MONTH}(?P<MP>上旬|中旬|下旬|初|底|末)?",
    "quarter": (
        rf"{_ALONE}(?:{_YEAR} ?)?(?:第(?P<Q>[一二三四1-4]) ?季度?|(?P<QD>[一二三四首1-4]) ?季度"
        r"|(?P<QA>[上下])半年|(?P<QF>前三季度|全年)|Q(?P<QE>[1-4])(?![\dA-Za-z]))"
    ),
    "year": rf"{_ALONE}{_YEAR}(?:度|(?P<YP>[初底末中](?!国|心|期|间|等|央|部)))?",
    "fiscal": rf"{_ALONE}(?P<YF>(?:19|20)\d{{2}}) ?(?:财年|財年|财政年度|学年)",
    "edge": r"年(?P<EP>[初底末])(?!\d)",
    "decade": r"(?:(?P<CE>上|本)世纪|(?P<CN>\d{2}) ?世纪)?(?P<DE>[1-9]0|[一二三四五六七八九]十)年代",
    "century": (
        r"(?<![\d上])(?P<C>\d{1,2}|[一二十]{1,3}[一二三四五六七八九]?) ?世[纪紀]"
        r"(?!\d{1,2}年代|[一二三四五六七八九]十年代|经济报道)(?:初|末|中叶|后期)?"
    ),
    "relative": rf"(?P<W>{one_of(_RELATIVE_DAYS)}){_CLOCK}?",
    "event": rf"(?P<W>{one_of(_EVENT_DAYS)}){_CLOCK}?",
    "week": (
        rf"(?<![一二三四五六七八九十几数\d\s个])(?P<W>[上本这這下])(?:个|個)?{_WEEK}"
        rf"(?P<WD>[一二三四五六日天末](?!年|月))?{_CLOCK}?"
    ),
    "weekday": (
        rf"(?<![一-鿿\d][一二三四五六七八九十两几每])(?<![每逢]){_WEEK}"
        rf"(?P<WB>[一二三四五六日](?![\d年月期])|末(?!端))(?P<WC>{_DAYPART}?{_CLOCK})?"
    ),
    "offset": (
        rf"{_ALONE}(?P<ON>\d{{1,4}}|[一两二三四五六七八九十]{{1,3}}|半) ?(?P<OU>天|日|个?月|個月|周|年|个?星期)"
        r"(?P<OD>之?前|之?[后後]|以前|以[后後])(?!者|景|台|端|续|世|来)"
    ),
    "bareday": rf"{_ALONE}(?P<BD>\d{{1,2}}) ?日(?!元|圆|圓|均|常|线|線|内|店|文|语|本|游|后|後|前|报){_CLOCK}?",
    "iso": (
        rf"{_ALONE}(?P<IY>(?:19|20)\d{{2}})(?P<IS>[-/.])(?P<IM>\d{{1,2}})(?P=IS)(?P<ID>\d{{1,2}})(?!\d)"
        r"(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?"
    ),
    "clock": rf"(?<![\d.,:]){_DAYPART} ?{_HOUR}",
}


def _year_of(match: re.Match[str], moment: Moment) -> int | None:
    if digits := match["Y"]:
        return moment.keep_year(int(digits))
    if numeral := match["YC"]:
        return moment.keep_year(int("".join(_DIGITS[char] for char in numeral)))
    if (word := match["YR"]) and moment.published_at:
        return moment.keep_year(moment.published_at.year + _RELATIVE_YEARS[word])
    return None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else int(parse_chinese_numeral(text) or 0)


def _month_of(match: re.Match[str], moment: Moment, day_number: int = 15) -> Period | None:
    year = _year_of(match, moment)
    if word := match["MR"]:
        return periods.shift_months(moment.published_at, _RELATIVE_MONTHS[word]) if moment.published_at else None
    number = _number(match["M"])
    year = year or (None if match["YR"] else moment.guess_year(number, day_number))
    return periods.month(year, number) if year else None


def _read_day(match: re.Match[str], moment: Moment) -> Period | None:
    number = _number(match["D"])
    month = _month_of(match, moment, number)
    return moment.keep_day(periods.day(month[0].year, month[0].month, number)) if month else None


def _read_month(match: re.Match[str], moment: Moment) -> Period | None:
    month = _month_of(match, moment)
    return periods.part_of_month(month, _PARTS.get(match["MP"] or "", "")) if month else None


def _read_months(match: re.Match[str], moment: Moment) -> Period | None:
    first, last = int(match["M1"]), int(match["M2"])
    year = _year_of(match, moment) or moment.guess_year(first)
    return periods.months(year, first, last) if year and first <= last else None


def _read_years(match: re.Match[str], _moment: Moment) -> Period | None:
    first, last = periods.year(int(match["Y1"])), periods.year(int(match["Y2"]))
    return (first[0], last[1]) if first and last and first[0] <= last[0] else None


def _read_quarter(match: re.Match[str], moment: Moment) -> Period | None:
    year = _year_of(match, moment) or moment.year or (moment.published_at.year if moment.published_at else None)
    if year is None:
        return None
    if match["QF"]:
        return periods.months(year, 1, 9 if match["QF"] == "前三季度" else 12)
    if half := match["QA"]:
        return periods.months(year, 1, 6) if half == "上" else periods.months(year, 7, 12)
    quarter = match["Q"] or match["QD"] or match["QE"]
    number = _QUARTERS.get(quarter) or int(quarter)
    return periods.months(year, 3 * number - 2, 3 * number)


def _read_year(match: re.Match[str], moment: Moment) -> Period | None:
    year = _year_of(match, moment)
    whole = periods.year(year) if year else None
    return periods.part_of_year(whole, _PARTS.get(match["YP"] or "", "")) if whole else None


def _read_fiscal(match: re.Match[str], moment: Moment) -> Period | None:
    return periods.year(moment.keep_year(int(match["YF"])))


def _read_edge(match: re.Match[str], moment: Moment) -> Period | None:
    year = moment.year or (moment.published_at.year if moment.published_at else None)
    whole = periods.year(year) if year else None
    return periods.part_of_year(whole, _PARTS[match["EP"]]) if whole else None


def _read_decade(match: re.Match[str], _moment: Moment) -> Period | None:
    tens = _number(match["DE"])
    if match["CN"]:
        century = (int(match["CN"]) - 1) * 100
    else:
        century = 2000 if match["CE"] == "本" or (not match["CE"] and tens <= 20) else 1900
    return periods.decade(century + tens) if century + tens > 0 else None


def _read_century(match: re.Match[str], _moment: Moment) -> Period | None:
    return periods.century(_number(match["C"]))


def _read_relative(match: re.Match[str], moment: Moment) -> Period | None:
    return _shift(moment, _RELATIVE_DAYS[match["W"]], is_from_event=False)


def _read_event(match: re.Match[str], moment: Moment) -> Period | None:
    return _shift(moment, _EVENT_DAYS[match["W"]], is_from_event=True)


def _shift(moment: Moment, count: int, *, is_from_event: bool) -> Period | None:
    origin = moment.anchor if is_from_event else moment.published_at
    shifted = periods.shift_days(origin, count) if origin else None
    return (shifted, shifted) if shifted else None


def _read_week(match: re.Match[str], moment: Moment) -> Period | None:
    if not moment.published_at:
        return None
    week = periods.week_of(moment.published_at, offset=_WEEKS[match["W"]])
    return _day_of_week(week, match["WD"]) if week else None


def _read_weekday(match: re.Match[str], moment: Moment) -> Period | None:
    """A weekday with an hour repeats; without one it is the last such day up to publication."""
    if match["WC"] or not moment.published_at:
        return None
    week = periods.week_of(moment.published_at)
    found = _day_of_week(week, match["WB"]) if week else None
    if found and found[0] > moment.published_at:
        week = periods.week_of(moment.published_at, offset=-1)
        found = _day_of_week(week, match["WB"]) if week else None
    return found


def _day_of_week(week: Period, name: str | None) -> Period | None:
    if not name:
        return week
    start = periods.shift_days(week[0], 5 if name == "末" else _WEEKDAYS[name])
    return (start, week[1] if name == "末" else start) if start else None


def _read_offset(match: re.Match[str], moment: Moment) -> Period | None:
    is_before = match["OD"] in {"前", "之前", "以前"}
    origin = moment.published_at if is_before else moment.anchor
    if not origin or match["ON"] == "半":
        return None
    count = _number(match["ON"]) * (-1 if is_before else 1)
    unit = match["OU"][-1]
    if unit in "天日周期":
        shifted = periods.shift_days(origin, count * (7 if unit in "周期" else 1))
        return (shifted, shifted) if shifted else None
    return periods.shift_months(origin, count) if unit == "月" else periods.year(origin.year + count)


def _read_bareday(match: re.Match[str], moment: Moment) -> Period | None:
    """A day without its month is the last such day up to publication."""
    number = int(match["BD"])
    if not moment.published_at or not 1 <= number <= 31:
        return None
    month = periods.shift_months(moment.published_at, 0 if number <= moment.published_at.day else -1)
    return moment.keep_day(periods.day(month[0].year, month[0].month, number)) if month else None


def _read_iso(match: re.Match[str], moment: Moment) -> Period | None:
    year = moment.keep_year(int(match["IY"]))
    return moment.keep_day(periods.day(year, int(match["IM"]), int(match["ID"])))


def _read_clock(_match: re.Match[str], _moment: Moment) -> Period | None:
    return None


_RULES: dict[str, Rule] = {
    "years": _read_years, "months": _read_months, "day": _read_day, "month": _read_month, "quarter": _read_quarter,
    "year": _read_year, "fiscal": _read_fiscal, "edge": _read_edge, "decade": _read_decade, "century": _read_century,
    "relative": _read_relative, "event": _read_event, "week": _read_week, "weekday": _read_weekday,
    "offset": _read_offset, "bareday": _read_bareday, "iso": _read_iso, "clock": _read_clock,
}  # fmt: skip
CHINESE_DATES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern), _RULES[name]) for name, pattern in _PATTERNS.items()
)
