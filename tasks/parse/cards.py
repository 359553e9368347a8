"""Cards: how a page shows another piece to read, whether it is markup or saved text.

In: what a reader collected of a card. Out: the related read. Feet of cards, an outlet with a time, are read here.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime

from schemas.folding import fold_width
from schemas.page import ParsedRelatedRead
from tasks.parse.labels import find_labelled
from tasks.parse.relative_times import find_relative_time, resolve_relative
from tasks.parse.text import normalize_text
from tasks.parse.times import parse_time

LONGEST_FOOT = 60
LONGEST_OUTLET = 40
LONGEST_BEHIND_TIME = 12

_CLAUSE_MARK = re.compile(r"[,、;:。]|[.!?](?:\s|$)")
_EDGES = " |·•-–—,/\t"


@dataclass
class Card:
    """What is collected of a card, line by line; `foot` is the line with its time, `outlet` a line of its own."""

    title: str
    kind: str = "related"
    url: str | None = None
    summary: list[str] = field(default_factory=list)
    outlet: str | None = None
    foot: str | None = None
    is_repeated: bool = False

    def as_related_read(self, *, fetched_at: datetime | None) -> ParsedRelatedRead:
        """Gives the related read; a relative time resolves only where `fetched_at` is known."""
        relative = find_relative_time(self.foot) if self.foot else None
        if relative and self.foot:
            before = self.foot[: relative.start].strip(_EDGES)
            outlet = before if any(map(str.isalpha, before)) else self.outlet
            printed = resolve_relative(relative, fetched_at)
        else:
            outlet, printed = self.outlet, parse_time(self.foot) if self.foot else None
        return ParsedRelatedRead(
            kind=self.kind, title=self.title, url=self.url, summary="\n".join(self.summary) or None, publisher=outlet,
            relative_time=normalize_text(relative.text) if relative else None,
            published_at=printed.at if printed else None, published_precision=printed.precision if printed else None,
        )  # fmt: skip


def is_foot(text: str) -> bool:
    """Tells whether a line is the foot of a card: an outlet, or nothing, and a relative time.

    >>> is_foot("链捕手9h ago"), is_foot("3小时前"), is_foot("He left 9 hours ago, the police said.")
    (True, True, False)
    """
    if len(text) > LONGEST_FOOT:
        return False
    relative = find_relative_time(text)
    if relative is None or relative.start > LONGEST_OUTLET or find_labelled(text[: relative.start]):
        return False
    behind = sum(map(str.isalnum, text[relative.end :]))
    return behind <= LONGEST_BEHIND_TIME and not _CLAUSE_MARK.search(fold_width(text[: relative.start]))


def is_bare_time(text: str) -> bool:
    """Tells whether a foot begins with its time, so that the outlet may stand on a line of its own."""
    relative = find_relative_time(text)
    return relative is not None and relative.start == 0
