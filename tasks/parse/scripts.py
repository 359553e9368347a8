"""The scripts of East Asia: which characters are theirs, and how much a text in them says.

In: any text. Out: ranges for character classes of regular expressions, and the weight of a text. Which language a text
is in is told in `language`.
"""

import re

HAN = "\u3400-\u9fff\uf900-\ufaff"
KANA = "\u3040-\u30ff"
HANGUL = "\uac00-\ud7af"
EAST_ASIAN = HAN + KANA + HANGUL
# A word, or one character of a script that is written without blanks.
WORD = rf"[{EAST_ASIAN}]|[^\W_{EAST_ASIAN}]+"

# An East Asian character says about as much as two and a half Latin ones.
_WEIGHT = 2.5
_EAST_ASIAN = re.compile(f"[{EAST_ASIAN}]")


def weigh(text: str) -> float:
    """Gives how much a text says, in Latin letters: its length, an East Asian character counting 2.5.

    >>> weigh("abc"), weigh("中文a")
    (3.0, 6.0)
    """
    return len(text) + (_WEIGHT - 1) * len(_EAST_ASIAN.findall(text))


def is_east_asian(character: str) -> bool:
    """Tells whether a character is Han, kana or Hangul.

    >>> is_east_asian("中"), is_east_asian("a")
    (True, False)
    """
    return _EAST_ASIAN.match(character) is not None
