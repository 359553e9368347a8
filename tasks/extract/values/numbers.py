"""Numbers in digits, Chinese numerals and English words, with their scale: `5 万`, `三十五`, `1.2bn`, `six`.

In: half-width text. Out: numbers with place and value. Units, currencies and degree words are not here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_CHINESE_DIGITS = dict(zip("零〇一二两兩三四五六七八九", (0, 0, 1, 2, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_CHINESE_SMALL = {"十": 10, "百": 100, "千": 1000}
_CHINESE_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_CHINESE_RUN = "零〇一二两兩三四五六七八九十百千万萬亿億"
_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "one": 1, "a": 1,
}  # fmt: skip
_SCALES = {
    "trillion": 1e12, "billion": 1e9, "million": 1e6, "thousand": 1e3, "hundred": 1e2, "dozen": 12,
    "trn": 1e12, "tn": 1e12, "bn": 1e9, "mln": 1e6, "mn": 1e6, "k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12,
}  # fmt: skip
_LONG_SCALES = "trillion|billion|million|thousand|hundred|dozen"

_NUMBER = re.compile(
    rf"""
    (?<![\d._])(?<!\d,)(?<![A-Za-z]-)(?P<digits>(?:\d{{1,3}}(?:,\d{{3}}){{1,5}}|\d{{1,15}})(?:\.\d{{1,8}})?)(?![\d])
    | (?<![\d第{_CHINESE_RUN}几数.])(?P<chinese>[几数幾數]?[{_CHINESE_RUN}]{{1,14}}[几幾]?)
    | (?<![\w-])(?P<words>(?:{"|".join(_WORDS)})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?
        (?=[ -][A-Za-z]))
    | (?<![\w-])(?P<bare>(?:multi-|multi)?(?:trillion|billion|million)s?)(?=[- ](?:dollar|yen|yuan|euro|pound|won))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CHINESE_SCALE = re.compile(
    r"[ ]?[多余餘]?[ ]?([十百千]?万[亿億]|[十百千]?[万萬亿億]|[百千](?![瓦克米帕赫卡分])|兆(?![瓦赫帕]))"
)
_ENGLISH_SCALE = re.compile(
    rf"[ -]?({_LONG_SCALES}|trn|tn|bn|mln|mn)(?![A-Za-z])|([KkMmBbT])(?![A-Za-z0-9])", re.IGNORECASE
)
_NEXT_DIGITS = re.compile(r"[ ]?(\d{1,4}(?:\.\d{1,4})?)(?=[ ]?[千百万])")


@dataclass(frozen=True, slots=True)
class Number:
    """A number's place and value; `letter` is a one-letter scale, which alone may also be a unit (`5m`)."""

    start: int
    end: int
    low: float
    high: float
    kind: str
    letter: str = ""
    scale: float = 1.0
    is_vague: bool = False

    @property
    def is_scaled(self) -> bool:
        """Whether a word of scale is part of the number."""
        return self.scale > 1


def find_numbers(text: str) -> Iterator[Number]:
    """Gives the numbers of a half-width text in order, each with its scale applied.

    >>> [(n.low, n.high) for n in find_numbers("5 万, 三十五, 1.2bn, six currencies")]
    [(50000.0, 50000.0), (35.0, 35.0), (1200000000.0, 1200000000.0), (6.0, 6.0)]
    """
    position = 0
    while match := _NUMBER.search(text, position):
        number = _READERS[str(match.lastgroup)](text, match)
        if number:
            yield number
        position = max(number.end if number else 0, match.end())


def parse_chinese_numeral(numeral: str) -> float | None:
    """Gives the value of a Chinese numeral, None where the characters don't make one.

    >>> parse_chinese_numeral("三十五"), parse_chinese_numeral("两万亿"), parse_chinese_numeral("一二")
    (35.0, 2000000000000.0, None)
    """
    total, section, digit = 0.0, 0.0, None
    for char in numeral:
        if char in _CHINESE_DIGITS:
            if digit:
                return None
            digit = _CHINESE_DIGITS[char]
        elif char in _CHINESE_SMALL:
            section += (1 if digit is None else digit) * _CHINESE_SMALL[char]
            digit = None
        else:
            section += digit or 0
            total, section = _apply_large(total, section, _CHINESE_LARGE[char])
            digit = None
    return total + section + (digit or 0)


def _apply_large(total: float, section: float, scale: int) -> tuple[float, float]:
    if section == 0 and total:
        return total * scale, 0.0
    if scale > total > 0:
        return (total + section) * scale, 0.0
    return total + (section or 1) * scale, 0.0


def _read_digits(text: str, match: re.Match[str]) -> Number:
    digits, end = match["digits"].replace(",", ""), match.end()
    if scale := _CHINESE_SCALE.match(text, end):
        factor = _chinese_scale(scale[1])
        value, end = _scaled(digits, factor), scale.end()
        if rest := _NEXT_DIGITS.match(text, end):
            value, end = _add_rest(text, value, rest)
        return Number(match.start(), end, value, value, "digits", scale=factor)
    if scale := _ENGLISH_SCALE.match(text, end):
        factor = _SCALES[(scale[1] or scale[2]).lower()]
        value = _scaled(digits, factor)
        return Number(match.start(), scale.end(), value, value, "digits", scale[2] or "", scale=factor)
    value = float(digits)
    return Number(match.start(), end, value, value, "digits")


def _scaled(digits: str, factor: float) -> float:
    # In floating point 4.6 times 10**8 is not 460,000,000.
    return float(Decimal(digits) * Decimal(factor))


def _add_rest(text: str, value: float, rest: re.Match[str]) -> tuple[float, int]:
    scale = _CHINESE_SCALE.match(text, rest.end())
    if not scale or (addend := _scaled(rest[1], _chinese_scale(scale[1]))) >= value:
        return value, rest.start()
    return value + addend, scale.end()


def _chinese_scale(scale: str) -> float:
    return 1e12 if scale == "兆" else parse_chinese_numeral(scale) or 1.0


def _read_chinese(_text: str, match: re.Match[str]) -> Number | None:
    numeral = match["chinese"]
    core = numeral.strip("几数幾數")
    value = parse_chinese_numeral(core)
    if value is None:
        return None
    low, high, is_vague = value, value, core != numeral
    if is_vague:
        low, high = (value + 1, value + 9) if numeral.startswith(core) else (value * 2, value * 9)
    scale = value if core[0] in "十百千万萬亿億" and core != "十" else 1.0
    return Number(match.start(), match.end(), low, high, "chinese", scale=scale, is_vague=is_vague)


def _read_words(text: str, match: re.Match[str]) -> Number | None:
    first, _, second = match["words"].lower().replace("-", " ").partition(" ")
    value, end, factor = float(_WORDS[first] + _WORDS.get(second, 0)), match.end(), 1.0
    scale = _ENGLISH_SCALE.match(text, end)
    if scale and scale[1]:
        factor, end = _SCALES[scale[1].lower()], scale.end()
    if first == "a" and factor == 1.0:
        return None
    return Number(match.start(), end, value * factor, value * factor, "words", scale=factor)


def _read_bare(_text: str, match: re.Match[str]) -> Number:
    word = match["bare"].lower()
    value = _SCALES[word.removeprefix("multi").strip("-").rstrip("s")]
    is_multiple = word.startswith("multi") or word.endswith("s")
    low, high = (value * 2, value * 9) if is_multiple else (value, value)
    return Number(match.start(), match.end(), low, high, "bare", scale=value, is_vague=is_multiple)


_READERS = {"digits": _read_digits, "chinese": _read_chinese, "words": _read_words, "bare": _read_bare}
