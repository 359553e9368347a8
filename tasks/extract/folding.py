"""The one form that every rule reads: half-width characters, at the places of the original's.

In: any text. Out: texts of the same length, so that a span found in one holds in the other. No rules here.
"""

_WIDE_SPACES = (0x3000, 0xA0, 0x202F, *range(0x2002, 0x200B))
_HALF_WIDTH = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(_WIDE_SPACES, 0x20),
    0xFFE5: 0xA5,
}


def fold_width(text: str) -> str:
    """Gives the text with full-width letters, digits and punctuation as half-width ones and wide spaces as plain ones.

    >>> fold_width("Ｖ４，１２％")
    'V4,12%'
    """
    return text.translate(_HALF_WIDTH)


def fold_case(text: str) -> str:
    """Gives the text in lower case and of the same length; characters whose lower case is longer stay.

    >>> fold_case("NVIDIA İ") == "nvidia İ"
    True
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
