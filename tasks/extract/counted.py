"""The noun that an English number counts: `35 insurers`, `six major currencies`, `12-person`.

In: half-width text and a number. Out: the noun and the place where it ends. Chinese measure words are not here.
"""

import re

from tasks.extract.numbers import Number
from tasks.extract.units import IRREGULAR_PLURALS, NEVER_AFTER_YEAR, NOT_COUNTED, UNIT_NAMES

_WORD = re.compile(r"[ \u00a0]([a-z]+(?:-[a-z]+)*)(?![\w])")
_PHRASE = re.compile(r"[- ](basis)[- ]points?(?![\w])")
_HYPHENATED = re.compile(r"-([a-z]+(?:-old)?)(?![\w])")
_NO_NOUNS = frozenset(
    {"fold", "to", "plus", "something", "way", "sided", "third", "thirds", "quarter", "quarters", "half"}
)
_COUNTED_IN_WORDS = {
    name: name for name in ("member", "man", "person", "seat", "story", "storey", "bedroom", "page", "point", "part")
}
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
        is_word = number.kind == "words" and match[1].removesuffix("-old") not in UNIT_NAMES | _COUNTED_IN_WORDS
        return None if is_word or _is_year(number) else _read_hyphenated(match)
    end, is_first = number.end, True
    for _ in range(_LONGEST):
        match = _WORD.match(text, end)
        if not match or match[1] in NOT_COUNTED:
            return None
        end = match.end()
        if _is_version(text, number) and match[1] not in UNIT_NAMES:
            return None
        if (_is_plural(match[1]) and number.high != 1) or (is_first and number.high == 1 and match[1] in UNIT_NAMES):
            return None if _is_year(number) and match[1] not in NEVER_AFTER_YEAR else (match[1], end)
        is_first = False
    return None


def _read_hyphenated(match: re.Match[str]) -> tuple[str, int] | None:
    noun = match[1]
    if noun in NOT_COUNTED or noun in _NO_NOUNS or len(noun) < 3:
        return None
    return noun, match.end()


def _is_plural(word: str) -> bool:
    if word in IRREGULAR_PLURALS:
        return True
    return len(word) > 2 and word.endswith("s") and not word.endswith(_SINGULAR_ENDINGS)


def _is_version(text: str, number: Number) -> bool:
    return number.kind == "digits" and text[number.start : number.end].endswith(".0")


def _is_year(number: Number) -> bool:
    return number.kind == "digits" and number.end - number.start == 4 and 1900 <= number.low < 2100
