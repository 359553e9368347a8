"""Our own lists of given names and surnames, read once."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "lexicon"


@cache
def given_names() -> frozenset[str]:
    """Gives English and other Latin given names that are no common words."""
    return frozenset((_FOLDER / "given_names.txt").read_text(encoding="utf-8").split())


@cache
def chinese_surnames() -> frozenset[str]:
    """Gives Chinese surnames of one and two characters, simplified and traditional."""
    return frozenset((_FOLDER / "chinese_surnames.txt").read_text(encoding="utf-8").split())
