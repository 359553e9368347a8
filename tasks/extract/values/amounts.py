"""MONEY, PERCENT and QUANTITY with their values: `3 亿港元`, `12-14%+`, `5 万至 6 万张`, `35 insurers`.

In: half-width text. Out: candidates with values. Dates and names are not here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tasks.extract.candidates import Candidate, Value
from tasks.extract.values.counted import find_counted_noun
from tasks.extract.values.modifiers import find_modifier
from tasks.extract.values.numbers import Number, find_numbers
from tasks.extract.values.units import (
    ATTACHED_UNITS,
    CHINESE_UNITS,
    PREFIX_CURRENCIES,
    SUFFIX_CURRENCIES,
    UNIT_NAMES,
    UPPER_CASE_CURRENCIES,
)
from tasks.extract.word_lists import one_of, read_words

METHOD = "pattern:amount"
_CHINESE_CURRENCIES = one_of(name for name in SUFFIX_CURRENCIES if not name[0].isascii())
_ENGLISH_CURRENCIES = one_of(name for name in SUFFIX_CURRENCIES if name[0].isascii())
_PREFIX = re.compile(rf"(?<![A-Za-z])(?:{one_of(PREFIX_CURRENCIES)}) ?\Z")
_FRACTION = re.compile(r"百分之 ?\Z")
_PERCENT = re.compile(r" ?(?:%|‰|(?:percent|per cent|pct)(?!\w)(?! points?))|成(?=[以左的多,。、;])", re.IGNORECASE)
_PERCENT_POINTS = re.compile(r" ?(?:个|個)?百分[点點]|[- ]?(?:percentage[- ]points?|ppts?|pps?)(?!\w)", re.IGNORECASE)
_SUFFIX = re.compile(rf"(?: ?|-)(?:(?P<zh>{_CHINESE_CURRENCIES})|(?P<en>{_ENGLISH_CURRENCIES})(?!\w))", re.IGNORECASE)
_CHINESE_UNIT = re.compile(rf" ?(?:{one_of(CHINESE_UNITS)})")
_ATTACHED_UNIT = re.compile(rf" ?(?:{one_of(ATTACHED_UNITS)})(?![A-Za-z0-9])")
_MORE = re.compile(r" ?(?:余|餘|多)(?=[\u4e00-\u9fff])|\+(?=[% \u4e00-\u9fff])")
_JOIN = re.compile(r" ?(?:-|–|—|~|至|到) ?| to ")
_HAN = re.compile(r"[\u3400-\u9fff]")
_JAPANESE = re.compile(r"\b(?:yen|Japan)")
_SIGN = re.compile(r"(?:^|(?<=[\s(\[:,、，]))[+\-−]\Z")
_NOT_A_UNIT = re.compile(
    rf"[个個](?:人(?!民|次)|性|体|別|别|股)|年[级代度报轻青]|[天日]使|国[家内际]|人[民工类士]|市[场值民]|点[钟半评赞击]|分[之析钟]|克[里拉罗]|首[次席]"
    rf"|轮[胎流]|本[次轮周月年]|张[家贴]|次[日年级]|对[于比应话手方此]|批[评准发]|位[于於置]|名[为為]|家[庭人长]|{one_of(read_words('words_that_begin_like_units'))}"
)
# fewer pounds than that, without a sign, are a weight
_LEAST_STERLING = 1000
_MONEY_CONTEXT = re.compile(
    r"[ ]?[级級]?(?:元|投入|投资|投資|市值|资金|資金|融资|估值|资产|营收|订单|基金|债|补贴|赛道|市场|规模|产业)"
)
_SENTENCE_MONEY = re.compile(r"市值|估值|营收|投资|融资|资金|成本|收入|利润|净值|价格|售价|投入")


@dataclass(frozen=True, slots=True)
class _Term:
    """One number with what stands at its sides."""

    number: Number
    start: int
    end: int
    kind: str | None
    unit: str | None = None
    currency: str | None = None
    sign: int = 1


def yen_sign_currency(text: str, language: str | None) -> str:
    """Gives the currency that `¥` stands for in a text: the yen only where no Chinese is written and Japan is meant."""
    is_chinese = language.startswith("zh") if language else _HAN.search(text) is not None
    return "CNY" if is_chinese or not _JAPANESE.search(text) else "JPY"


def find_amounts(text: str, yen_sign: str = "CNY") -> Iterator[Candidate]:
    """Gives the sums of money, percentages and quantities of a half-width text; `yen_sign` is what `¥` stands for.

    >>> [(text[c.start:c.end], c.type, c.value.low) for text in ["约 3 亿港元"] for c in find_amounts(text)]
    [('3 亿港元', 'MONEY', 300000000.0)]
    """
    numbers = [number for number in find_numbers(text) if _is_free(text, number)]
    index = 0
    while index < len(numbers):
        term = _read_term(text, numbers[index])
        other = _read_partner(text, term, numbers[index + 1]) if index + 1 < len(numbers) else None
        candidate = _join_range(text, term, other) if other else None
        index += 2 if candidate else 1
        candidate = candidate or _to_candidate(text, term)
        if candidate:
            yield _settle_yen(text, candidate, yen_sign)


def _settle_yen(text: str, candidate: Candidate, yen_sign: str) -> Candidate:
    if candidate.value is None or text[candidate.start] != "¥":
        return candidate
    return replace(candidate, value=replace(candidate.value, currency=yen_sign))


def _is_free(text: str, number: Number) -> bool:
    """A digit glued to Latin letters belongs to a name, unless the letters are a currency's."""
    before = text[number.start - 1 : number.start]
    if not (before.isascii() and before.isalpha()):
        return True
    return _find_prefix(text, number) is not None


def _find_prefix(text: str, number: Number) -> re.Match[str] | None:
    low = max(0, number.start - 8)
    match = _PREFIX.search(text[low : number.start])
    if match and match[0].strip() == "R" and (match[0] != "R" or not (number.is_scaled or number.low >= 100)):
        return None
    return match


def _read_term(text: str, number: Number) -> _Term:
    start, end, sign = number.start, number.end, 1
    if more := _MORE.match(text, end):
        end = more.end()
    if prefix := _find_prefix(text, number):
        start -= len(prefix[0])
        suffix = _SUFFIX.match(text, end)
        currency = PREFIX_CURRENCIES[prefix[0].strip()]
        end = suffix.end() if suffix and number.kind != "words" else number.end
        return _Term(number, start, end, "MONEY", currency=currency)
    if _SIGN.search(text[max(0, start - 2) : start]):
        start, sign = start - 1, (1 if text[start - 1] == "+" else -1)
    return _read_suffix(text, _Term(number, start, end, None, sign=sign))


def _read_suffix(text: str, term: _Term) -> _Term:
    number, end = term.number, term.end
    if fraction := _FRACTION.search(text[max(0, number.start - 4) : number.start]):
        return replace(term, start=number.start - len(fraction[0]), kind="PERCENT", unit="%")
    if points := _PERCENT_POINTS.match(text, end):
        return replace(term, end=points.end(), kind="PERCENT", unit="pp")
    if percent := _PERCENT.match(text, end):
        unit = percent[0].strip() if percent[0].strip() in "‰成" else "%"
        return replace(term, end=percent.end(), kind="PERCENT", unit=unit)
    if suffix := _match_suffix(text, end):
        name = suffix["zh"] or suffix["en"].lower()
        if name in {"pound", "pounds"} and number.high < _LEAST_STERLING:
            return replace(term, start=number.start, end=suffix.end(), kind="QUANTITY", unit="pound")
        return replace(term, end=suffix.end(), kind="MONEY", currency=SUFFIX_CURRENCIES[name])
    return _read_unit(text, replace(term, start=number.start, sign=1))


def _match_suffix(text: str, end: int) -> re.Match[str] | None:
    suffix = _SUFFIX.match(text, end)
    if not suffix:
        return None
    if (name := suffix["en"]) and name.lower() in UPPER_CASE_CURRENCIES and not name.isupper():
        return None
    return (
        None
        if suffix["zh"] == "元" and text[suffix.end() : suffix.end() + 1] in {"宇", "素", "首", "旦", "件"}
        else suffix
    )


def _read_unit(text: str, term: _Term) -> _Term:
    number = term.number
    if number.letter and number.letter in "mgbt" and number.kind == "digits":
        return _read_letter(text, term)
    if (unit := _CHINESE_UNIT.match(text, term.end)) and not _NOT_A_UNIT.match(
        text, unit.start() + (unit[0][0] == " ")
    ):
        return replace(term, end=unit.end(), kind="QUANTITY", unit=_name_unit(unit[0]))
    if number.kind == "digits" and (unit := _ATTACHED_UNIT.match(text, number.end)):
        return replace(term, end=unit.end(), kind="QUANTITY", unit=_name_unit(unit[0]))
    if counted := find_counted_noun(text, number):
        noun, end = counted
        return replace(term, end=end, kind="QUANTITY", unit=UNIT_NAMES.get(noun, noun))
    return term


def _read_letter(text: str, term: _Term) -> _Term:
    """A small letter after digits is a metre or a byte, not a million: it stays without a reading."""
    if term.number.letter == "m" and text[term.number.start - 1 : term.number.start] not in {"$", "€", "£"}:
        metres = replace(term.number, low=term.number.low / 1e6, high=term.number.high / 1e6)
        return replace(term, number=metres, kind="QUANTITY", unit="m")
    return term


def _name_unit(unit: str) -> str:
    unit = unit.strip()
    return UNIT_NAMES.get(unit, unit)


def _read_partner(text: str, term: _Term, number: Number) -> _Term | None:
    """Gives the second half of a range, where one begins right behind the first number."""
    join = _JOIN.match(text, term.end)
    if not join:
        return None
    other = _read_term(text, number)
    begin = number.start if other.kind in {"PERCENT", None} and other.sign == -1 else other.start
    return other if join.end() in {begin, number.start} and other.number.kind == term.number.kind else None


def _join_range(text: str, term: _Term, other: _Term) -> Candidate | None:
    kind = other.kind or term.kind
    if kind is None or (term.kind not in {None, kind}) or (term.kind is None and other.start < other.number.start):
        return None
    if term.kind and other.kind and term.kind == "QUANTITY" and term.unit != other.unit:
        return None
    low, high = term.number.low, other.number.high
    if not term.number.is_scaled and other.number.is_scaled and low < 1000:
        low *= other.number.scale
    if low > high:
        return None
    joined = _Term(
        Number(term.start, other.end, low, high, term.number.kind, scale=other.number.scale),
        term.start, other.end, kind, other.unit or term.unit, other.currency or term.currency,
    )  # fmt: skip
    return _to_candidate(text, joined)


def _to_candidate(text: str, term: _Term) -> Candidate | None:
    kind = term.kind or _guess_kind(text, term)
    if kind is None or not _is_annotated(text, term, kind):
        return None
    has_plus = kind in {"PERCENT", "MONEY"} and text[term.end : term.end + 1] == "+"
    factor = {"成": 10.0, "‰": 0.1}.get(term.unit or "", 1.0) * term.sign
    low, high = sorted((term.number.low * factor, term.number.high * factor))
    value = Value(
        low=low, high=high, unit="%" if kind == "PERCENT" and term.unit != "pp" else term.unit, currency=term.currency,
        currency_inferred="CNY" if kind == "MONEY" and term.currency is None else None,
        modifier=find_modifier(text, term.start, term.end) or _modifier_inside(text, term),
    )  # fmt: skip
    return Candidate(start=term.start, end=term.end + has_plus, type=kind, method=METHOD, value=value)


def _modifier_inside(text: str, term: _Term) -> str | None:
    """A scale without a digit (`千亿`, `trillion-dollar`) says the order; `数百`, `十几` are about that many."""
    number = term.number
    if number.is_vague:
        return "approx" if number.kind == "chinese" else "order"
    is_single = number.end - number.start == 1 or term.unit is None
    if number.kind == "bare" or (number.kind == "chinese" and number.is_scaled and is_single):
        return "order"
    return "over" if _MORE.match(text, number.end) or _MORE.search(text[number.start : number.end]) else None


def _guess_kind(text: str, term: _Term) -> str | None:
    """A number without unit is annotated only where its scale makes it an amount: `万亿`, `1M`, `3.5万`."""
    number = term.number
    if not number.is_scaled or number.high < 1e3 or number.letter in {"b", "t", "m"}:
        return None
    if number.kind == "chinese":
        return _guess_bare(text, term)
    return "QUANTITY" if number.letter != "K" or number.high > 8000 else None


def _guess_bare(text: str, term: _Term) -> str | None:
    if text[term.start : term.end].strip("几数幾數") in {"千", "千万", "千萬", "百万", "百萬", "万万"}:
        return None
    if _MONEY_CONTEXT.match(text, term.end):
        return "MONEY"
    return "MONEY" if _SENTENCE_MONEY.search(text[max(0, term.start - 8) : term.start]) else "QUANTITY"


def _is_annotated(text: str, term: _Term, kind: str) -> bool:
    """`一个`, `几次`, a table's `万元` and an hour's `八点` are words, not amounts."""
    number = term.number
    if term.unit == "point" and number.scale == 1 and number.low <= 24 and number.low.is_integer():
        return False
    if number.kind != "chinese" or kind == "PERCENT":
        return True
    numeral = text[number.start : number.end]
    if numeral in read_words("numerals_that_are_words") or (number.is_vague and len(numeral) < 2):
        return numeral in {"万", "千"} and term.unit == "card"
    return (
        text[number.start - 1 : number.start] not in {"第", "星", "周", "初"}
        and numeral + str(term.unit) not in _WORDS_WITH_UNITS
    )


_WORDS_WITH_UNITS = frozenset({"二次", "十字", "百年", "千年", "万年", "百家", "万家", "千里", "百姓"})
