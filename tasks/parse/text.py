"""Text as the tables hold it: one form of white space, no invisible characters, everything else as printed.

In: text of one block or line. Out: the same text, normalised. Width and punctuation stay as the page has them.
"""

import re
import unicodedata

# Zero-width characters, soft hyphens, bidirectional marks and other controls carry no reading.
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]"
)
# No writing puts so many marks on a letter, and sorting them is quadratic.
MOST_MARKS = 30
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f"
    f"\u3099\u309a\ufe20-\ufe2f]{{{MOST_MARKS + 1},}}"
)
_SPACE = re.compile(r"\s+")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def normalize_text(text: str) -> str:
    """Gives one line of text in NFC, white space folded to single spaces, invisible characters removed.

    >>> normalize_text("  DeepSeek\\u00a0 V4\\u200b\\n")
    'DeepSeek V4'
    """
    text = _LONE_SURROGATE.sub("\ufffd", _INVISIBLE.sub("", text))
    text = _MARKS.sub(lambda run: run.group()[:MOST_MARKS], text)
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()
