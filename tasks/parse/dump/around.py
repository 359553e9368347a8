"""What stands around the main piece of a dump: datelines, bylines and credit lines.

In: the dump's lines, the range of the piece and its headline. Out: a page with nothing but its metadata.
"""

from collections.abc import Iterator, Sequence

from schemas.page import ParsedPage
from tasks.parse.credits import CreditLine, parse_credit_line
from tasks.parse.datelines import parse_dateline
from tasks.parse.dump.lines import Line
from tasks.parse.dump.main_piece import Range
from tasks.parse.said import first_said

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
    said = first_said(datelines, list(_credit_lines(lines, main)))
    return ParsedPage(
        title="",
        paragraphs=(),
        # A credit line names who wrote the piece; a byline may only name who posted it.
        authors=said.credited_authors or said.authors,
        publisher=said.publisher,
        published=said.published,
        updated=said.updated,
        credit=said.credit.credit,
        credit_platform=said.credit.platform,
        credit_line=said.credit_line,
        translators=said.translators,
    )


def _dateline_texts(lines: Sequence[Line], main: Range, headline: int | None) -> Iterator[str]:
    """Gives the datelines nearest below the headline first, then those above it, then at the foot."""
    anchor = main.start if headline is None else headline
    near = [*range(anchor, min(len(lines), max(main.start, anchor) + AROUND)), *range(anchor - 1, anchor - 5, -1)]
    for index in (*near, *range(main.end - 1, min(len(lines), main.end + 3))):
        if 0 <= index < len(lines) and lines[index].is_dateline:
            yield lines[index].text


def _credit_lines(lines: Sequence[Line], main: Range) -> Iterator[tuple[str, CreditLine]]:
    """Gives the credit lines at both ends of the piece; in its midst they are those of pictures and charts."""
    top = range(max(0, main.start - AROUND), min(main.start + WITHIN, main.end))
    foot = range(max(top.stop, main.end - WITHIN), min(len(lines), main.end + AROUND))
    for index in (*top, *foot):
        line = lines[index]
        if index >= main.end and (line.list_kind or line.is_end):
            return
        if line.is_credit and (credit := parse_credit_line(line.text)):
            yield line.text, credit
