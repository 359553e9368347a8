"""The one case that every rule reads, at the places of the original's characters.

In: any text. Out: a text of the same length, so that a span found in one holds in the other. No rules here.
"""


def fold_case(text: str) -> str:
    """Gives the text in lower case and of the same length; characters whose lower case is longer stay.

    >>> fold_case("NVIDIA İ") == "nvidia İ"
    True
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
