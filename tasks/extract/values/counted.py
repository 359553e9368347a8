"""The noun that an English number counts: `35 insurers`, `six major currencies`, `12-person`.

In: half-width text and a number. Out: the noun and the place where it ends. Chinese measure words are not here.
"""

import re

from tasks.extract.values.numbers import Number
from tasks.extract.values.units import IRREGULAR_PLURALS, NEVER_AFTER_A_YEAR, NOT_COUNTED, UNIT_NAMES

_WORD = re.compile(r"[ \u00a0]([a-z]+(?:-[a-z]+)*|[A-Z]{2,6}s)(?![\w])")
_PHRASE = re.compile(r"[- ](basis)[- ]points?(?![\w])")
_HYPHENATED = re.compile(r"-([a-z]+(?:-old)?)(?![\w])")
_NO_NOUNS = frozenset(
    {"fold", "to", "plus", "something", "way", "sided", "third", "thirds", "quarter", "quarters", "half"}
)
_COUNTED_IN_WORDS = frozenset(
    {"member", "man", "person", "seat", "story", "storey", "bedroom", "page", "point", "part", *UNIT_NAMES}
)
_LONGEST = 3
_SINGULAR_ENDINGS = ("ss", "us", "is", "'s")


def find_counted_noun(text: str, number: Number) -> tuple[str, int] | None:
    """Gives the counted noun and its end, None where no plural noun or unit follows the number.

    >>> find_counted_noun("six major currencies rose", Number(0, 3, 6, 6, "words"))
    ('currencies', 20)
    """
    if number.kind == "chinese":
        return None
    if match := _PHRASE.match(text, number.end):
        return "basis-points", match.end()
    if match := _HYPHENATED.match(text, number.end):
        return _read_hyphenated(match, number)
    return _read_plural(text, number)


def _read_plural(text: str, number: Number) -> tuple[str, int] | None:
    """The noun is the first plural among the next three words; of one, a unit may stand in the singular."""
    end = number.end
    for place in range(_LONGEST):
        match = _WORD.match(text, end)
        if not match or match[1] in NOT_COUNTED:
            return None
        noun, end = match[1], match.end()
        is_one = number.high == 1
        if (_is_plural(noun) and not is_one) or (place == 0 and is_one and noun in UNIT_NAMES):
            return None if _is_label(text, number, noun) else (noun, end)
    return None


def _is_label(text: str, number: Number, noun: str) -> bool:
    """A version (`2.0 aims`) and a year (`2026 results`) count nothing."""
    if number.kind == "digits" and text[number.start : number.end].endswith(".0"):
        return noun not in UNIT_NAMES
    return _is_year(number) and noun not in NEVER_AFTER_A_YEAR


def _read_hyphenated(match: re.Match[str], number: Number) -> tuple[str, int] | None:
    noun = match[1]
    if noun in NOT_COUNTED or noun in _NO_NOUNS or len(noun) < 3 or _is_year(number):
        return None
    is_word = number.kind == "words"
    return None if is_word and noun.removesuffix("-old") not in _COUNTED_IN_WORDS else (noun, match.end())


def _is_plural(word: str) -> bool:
    if word in IRREGULAR_PLURALS:
        return True
    return len(word) > 2 and word.endswith("s") and not word.endswith(_SINGULAR_ENDINGS)


def _is_year(number: Number) -> bool:
    return number.kind == "digits" and number.end - number.start == 4 and 1900 <= number.low < 2100
