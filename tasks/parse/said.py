"""What datelines, bylines and credit lines of one page say together.

In: the lines that were read, in the order in which they are trusted. Out: `Said`. Where on a page such lines stand is
known to the readers of markup and of text dumps.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.page import PrintedTime
from tasks.parse.credits import CreditLine
from tasks.parse.datelines import Dateline


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the lines name; a field that none of them names is None or empty.

    `authors` are those of bylines, `credited_authors` those of credit lines; `credit_line` is the text of the line that
    names the medium `credit.credit`.
    """

    publisher: str | None
    published: PrintedTime | None
    updated: PrintedTime | None
    authors: tuple[str, ...]
    credited_authors: tuple[str, ...]
    translators: tuple[str, ...]
    credit: CreditLine
    credit_line: str | None


def first_said(datelines: Sequence[Dateline], credit_lines: Sequence[tuple[str, CreditLine]]) -> Said:
    """Gives what the lines name, credit lines each with its text; the first that names a field settles it.

    >>> line = CreditLine(credit="某报", authors=("甲",))
    >>> said = first_said([], [("作者:乙", CreditLine(authors=("乙",))), ("转自某报,作者:甲", line)])
    >>> said.credit_line, said.credited_authors, said.published
    ('转自某报,作者:甲', ('乙',), None)
    """
    text, credit = next(((text, line) for text, line in credit_lines if line.credit), (None, CreditLine()))
    return Said(
        publisher=next((line.publisher for line in datelines if line.publisher), None),
        published=next((line.published for line in datelines if line.published), None),
        updated=next((line.updated for line in datelines if line.updated), None),
        authors=next((line.authors for line in datelines if line.authors), ()),
        credited_authors=next((line.authors for _, line in credit_lines if line.authors), ()),
        translators=next((line.translators for _, line in credit_lines if line.translators), ()),
        credit=credit,
        credit_line=text,
    )
