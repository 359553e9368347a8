"""What stands around the main piece of a dump: datelines, bylines and credit lines.

In: the dump's lines, the range of the piece and its headline. Out: a page with nothing but its metadata.
"""

from collections.abc import Iterator, Sequence

from schemas.page import ParsedPage
from tasks.parse.credits import CreditLine, parse_credit_line
from tasks.parse.datelines import Dateline, parse_dateline
from tasks.parse.dump.lines import Line
from tasks.parse.dump.main_piece import Range

# Lines above, within the top and the foot, and below the piece in which such lines stand.
AROUND = 8
WITHIN = 6


def read_around(lines: Sequence[Line], main: Range, headline: int | None, *, assumed_offset: str | None) -> ParsedPage:
    """Gives the metadata that lines around the piece print; the first line that names a field settles it.

    `assumed_offset` is what clock times without an offset are read with.
    """
    texts = _dateline_texts(lines, main, headline)
    parsed = (parse_dateline(text, assumed_offset=assumed_offset) for text in texts)
    datelines = [line for line in parsed if line]
    credit_lines = [(text, credit) for text, credit in _credit_lines(lines, main) if credit]
    credits_only = [credit for _, credit in credit_lines]
    credited = next((credit for credit in credits_only if credit.credit), CreditLine())
    return ParsedPage(
        title="",
        paragraphs=(),
        authors=_authors(datelines, credits_only),
        publisher=next((line.publisher for line in datelines if line.publisher), None),
        published=next((line.published for line in datelines if line.published), None),
        updated=next((line.updated for line in datelines if line.updated), None),
        credit=credited.credit,
        credit_platform=credited.platform,
        credit_line=next((text for text, credit in credit_lines if credit is credited), None),
        translators=next((credit.translators for credit in credits_only if credit.translators), ()),
    )


def _authors(datelines: Sequence[Dateline], credit_lines: Sequence[CreditLine]) -> tuple[str, ...]:
    # A credit line names who wrote the piece; a byline may only name who posted it.
    found = (*(line.authors for line in credit_lines), *(line.authors for line in datelines))
    return next((authors for authors in found if authors), ())


def _dateline_texts(lines: Sequence[Line], main: Range, headline: int | None) -> Iterator[str]:
    """Gives the datelines nearest below the headline first, then those above it, then at the foot."""
    anchor = main.start if headline is None else headline
    near = [*range(anchor, min(len(lines), max(main.start, anchor) + AROUND)), *range(anchor - 1, anchor - 5, -1)]
    for index in (*near, *range(main.end - 1, min(len(lines), main.end + 3))):
        if 0 <= index < len(lines) and lines[index].is_dateline:
            yield lines[index].text


def _credit_lines(lines: Sequence[Line], main: Range) -> Iterator[tuple[str, CreditLine | None]]:
    """Gives the credit lines at both ends of the piece; in its midst they are those of pictures and charts."""
    top = range(max(0, main.start - AROUND), min(main.start + WITHIN, main.end))
    foot = range(max(top.stop, main.end - WITHIN), min(len(lines), main.end + AROUND))
    for index in (*top, *foot):
        line = lines[index]
        if index >= main.end and (line.list_kind or line.is_end):
            return
        if line.is_credit:
            yield line.text, parse_credit_line(line.text)
