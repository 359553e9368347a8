"""A dump as lines, each with what can be told of it alone.

In: the dump's text. Out: `Line`s, hard-wrapped paragraphs joined. Which of them belong together is not decided here.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from schemas.folding import fold_width
from tasks.parse.cards import is_foot
from tasks.parse.credits import parse_credit_line
from tasks.parse.datelines import LONGEST_DATELINE, parse_dateline
from tasks.parse.scripts import is_east_asian, weigh
from tasks.parse.text import normalize_text
from tasks.parse.vocabulary import is_end_of_content, is_furniture, related_kind

# Longer lines are cut for matching words only, so that hostile input costs no more.
LONGEST_MATCHED = 2_000

_SENTENCE_END = re.compile(r"[.!?;…。]['\"”’」』)\]*]*$")
_CLAUSE_MARK = re.compile(r"[,、;:]|[.!?。]['\"”’」』)]*(?:\s|$)|[。]")
# What a page prints so often between paragraphs is a button or the place of an advertisement.
TIMES_OF_FURNITURE = 4

# Widths at which text editors and mail programs wrap.
_NARROWEST, _WIDEST = 40, 140


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line: its text, how much it says, and what its words alone show.

    `weight` is as `weigh` gives it. `is_sentence` is true where the line ends as sentences do,
    `clause_count` counts marks between clauses. `is_foot` marks the foot of a card: an outlet and a relative time.
    `is_repeated` is true for lines that the page prints again and again.
    """

    text: str
    weight: float
    is_sentence: bool
    clause_count: int
    is_repeated: bool
    is_furniture: bool
    is_end: bool
    is_credit: bool
    is_dateline: bool
    is_foot: bool
    list_kind: str | None

    @property
    def may_be_text(self) -> bool:
        """Whether nothing shows that the line is the site's, or about the piece instead of in it."""
        return not (self.is_repeated or self.is_furniture or self.is_credit or self.is_dateline or self.is_foot)

    @property
    def is_prose(self) -> bool:
        """Whether the line reads as a paragraph of a text."""
        is_long = self.weight >= 80 and (self.is_sentence or self.clause_count >= 2)
        return self.may_be_text and (is_long or (self.weight >= 40 and self.is_sentence))


def read_lines(text: str) -> list[Line]:
    """Gives the non-empty lines of a dump with what each shows by itself."""
    texts = list(_join_wrapped(text))
    counts = Counter(texts)
    return [_line_of(line, is_repeated=counts[line] >= TIMES_OF_FURNITURE) for line in texts]


def _line_of(text: str, *, is_repeated: bool) -> Line:
    cut = text[:LONGEST_MATCHED]
    folded = fold_width(cut)
    list_kind = related_kind(cut)
    return Line(
        text=text,
        weight=weigh(text),
        is_sentence=ends_sentence(text),
        clause_count=len(_CLAUSE_MARK.findall(folded)),
        is_repeated=is_repeated,
        is_furniture=list_kind is not None or is_furniture(cut),
        is_end=is_end_of_content(cut),
        is_credit=parse_credit_line(cut) is not None,
        is_dateline=not is_foot(cut) and _is_dateline(cut),
        is_foot=is_foot(cut),
        list_kind=list_kind,
    )


def ends_sentence(text: str) -> bool:
    """Tells whether a text ends as sentences do, closing quote marks and brackets aside."""
    return bool(_SENTENCE_END.search(fold_width(text[-12:])))


def _is_dateline(text: str) -> bool:
    return len(text) <= LONGEST_DATELINE and parse_dateline(text) is not None


def _join_wrapped(text: str) -> Iterator[str]:
    """Gives the lines, those of one hard-wrapped paragraph joined; blank lines part paragraphs in such dumps."""
    for block in re.split(r"\n[^\S\n]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line for line in map(normalize_text, block.split("\n")) if line]
        if _is_wrapped(lines):
            yield _joined(lines)
        else:
            yield from lines


def _is_wrapped(lines: list[str]) -> bool:
    if len(lines) < 2:
        return False
    widths = [len(line) for line in lines[:-1]]
    widest = max(widths)
    are_even = _NARROWEST <= widest <= _WIDEST and min(widths) >= widest * 0.7 and len(lines[-1]) <= widest + 20
    # Lines that are paragraphs of their own end as sentences do; wrapping breaks in their midst.
    return are_even and sum(ends_sentence(line) for line in lines[:-1]) * 2 <= len(lines) - 1


def _joined(lines: list[str]) -> str:
    joined = lines[0]
    for line in lines[1:]:
        both_east_asian = is_east_asian(line[0]) or is_east_asian(joined[-1])
        joined += line if both_east_asian else " " + line
    return joined
