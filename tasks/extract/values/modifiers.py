"""Words of degree beside a number: `over`, `about`, `至少`, `以上`.

In: a half-width text and a number's span. Out: the modifier that `measures` holds. The span never grows by them.
"""

import re

_BEFORE: tuple[tuple[str, str], ...] = (
    (
        "under",
        r"不到|不足|低于|低於|少于|少於|未满|小于|less than|fewer than|lower than|under|below|short of|shy of",
    ),
    (
        "at_least",
        r"至少|不少于|不少於|不低于|不低於|最低|起码|at least|no (?:less|fewer) than|not less than|a minimum of",
    ),
    (
        "or_less",
        r"不超过|不超過|不高于|至多|最多|最高|up to|as (?:much|many) as|no more than|at most|a maximum of",
    ),
    (
        "over",
        (
            r"超过|超過|超|逾|突破|破|多于|多於|高于|高於|大于|超出|跨过|over|more than|exceed(?:s|ed|ing)?|above"
            r"|beyond|>|greater than|higher than|topp(?:ed|ing)|tops|surpass(?:es|ed|ing)?|upwards of|north of"
        ),
    ),
    (
        "approx",
        (
            r"大约|大約|约|約|大概|将近|將近|接近|近|估计|about|around|nearly|almost|approximately|roughly|some|circa|near"
            r"|close to|an estimated|estimated|[~～≈]"
        ),
    ),
    ("equivalent", r"等效于?|相当于|相當於|折合|equivalent to|equal to|equating to"),
    ("order", r"上"),
)
_AFTER: tuple[tuple[str, str], ...] = (
    ("or_more", r" ?(?:及|或|和)?(?:以上|之上)| (?:or|and) (?:more|above|higher|over|up)\b|\+"),
    ("or_less", r" ?(?:及|或|和)?(?:以下|以内|以內|之内)| (?:or|and) (?:less|fewer|below|under)\b"),
    ("approx", r" ?(?:左右|上下|前后)| (?:or so|give or take)\b"),
    ("over", r" ?(?:有?余|多)"),
    ("order", r"[级級]"),
)
_BEFORE_PATTERN = re.compile(
    "(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _BEFORE) + r") ?了? ?\Z", re.IGNORECASE
)
_AFTER_PATTERN = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _AFTER), re.IGNORECASE)
_REACH = 18


def find_modifier(text: str, start: int, end: int) -> str | None:
    """Gives the modifier of the number at that span of a half-width text, None where no degree is said.

    >>> find_modifier("超过 80% 的", 3, 6), find_modifier("28nm 以上", 0, 4), find_modifier("有 21 家", 2, 6)
    ('over', 'or_more', None)
    """
    before = text[max(0, start - _REACH) : start]
    if (match := _BEFORE_PATTERN.search(before)) and _stands_alone(before, match.start()):
        return match.lastgroup
    if match := _AFTER_PATTERN.match(text, end):
        return match.lastgroup
    return None


def _stands_alone(before: str, position: int) -> bool:
    """An English word of degree is a word of its own; `moreover 5` is none."""
    return not (
        before[position].isascii() and before[position].isalpha() and position and before[position - 1].isalpha()
    )
