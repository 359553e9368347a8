"""Our own word lists in `words/`: one list a file, so that a word is added without touching code.

In: the name of a list. Out: its words, or the rows of a table. Names of people, bodies and things are in `lexicon/`.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"


@cache
def read_words(name: str) -> frozenset[str]:
    """Gives the words of a list; raises OSError where no such list is installed."""
    return frozenset((_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split())


def read_table(name: str) -> list[list[str]]:
    """Gives the rows of a tab-separated table without its heading; raises OSError where none is installed."""
    lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def one_of(words: Iterable[str]) -> str:
    """Gives a pattern that matches any of the words, the longest first.

    >>> one_of(["元", "元人民币"])
    '元人民币|元'
    """
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
