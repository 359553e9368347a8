"""From the text of a dump to a page: the main piece first, then what stands around it.

In: decoded text. Out: a `ParsedPage`. Raises `NotAnArticleError` where no lines read as a text.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from schemas.page import ParsedPage
from tasks.parse.dump.around import AROUND, read_around
from tasks.parse.dump.headline import find_headline
from tasks.parse.dump.lines import Line, read_lines
from tasks.parse.dump.main_piece import Division, Range, divide
from tasks.parse.dump.paragraphs import read_paragraphs
from tasks.parse.dump.related import find_card_ranges, read_related
from tasks.parse.errors import NotAnArticleError
from tasks.parse.language import detect_language, usual_offset
from tasks.parse.scripts import HAN
from tasks.parse.vocabulary import says_partial

# A short sentence is no article yet; two or three are.
LEAST_WORTH = 60.0
LONGEST_TITLE = 120
LIGHTEST_CUT = 40.0

_FIRST_SENTENCE = re.compile(rf".*?[.!?。！？](?=\s|$|[{HAN}])")


def read_dump(text: str, *, fetched_at: datetime | None = None) -> ParsedPage:
    """Gives the page that a text dump shows; related reads have no addresses, for dumps hold none."""
    lines = read_lines(text)
    cards = find_card_ranges(lines)
    division = divide(lines, cards)
    if division.main.worth < LEAST_WORTH:
        raise NotAnArticleError(
            f"no main piece among {len(lines)} lines of text: an article needs at least some sentences in a row"
        )
    headline = find_headline(lines, division.main)
    piece = _lines_of_piece(lines, division, headline)
    title = lines[headline].text if headline is not None else _first_sentence(piece)
    paragraphs = tuple(read_paragraphs(piece, title=title))
    if not paragraphs:
        raise NotAnArticleError("a headline without a text: the page may be cut, or shows its text only after a click")
    language = detect_language("\n".join(paragraph.text for paragraph in paragraphs))
    below = lines[division.main.end : division.main.end + AROUND]
    return replace(
        read_around(lines, division.main, headline, assumed_offset=usual_offset(language)),
        title=title,
        paragraphs=paragraphs,
        is_partial=_is_cut(lines, division.main) or any(says_partial(line.text) for line in (*piece[-3:], *below)),
        language=language,
        related_reads=read_related(lines, division, cards, fetched_at=fetched_at),
    )


def _is_cut(lines: Sequence[Line], main: Range) -> bool:
    """Tells whether the dump ends with the piece, in the midst of a sentence."""
    last = lines[-1]
    return main.end == len(lines) and last.weight >= LIGHTEST_CUT and last.clause_count > 0 and not last.is_sentence


def _lines_of_piece(lines: Sequence[Line], division: Division, headline: int | None) -> list[Line]:
    """Gives the lines of the piece below its headline, without lists of other pieces in their midst."""
    main = division.main
    start = main.start if headline is None else max(main.start, headline + 1)
    inside = {index for side in division.lists for index in range(side.range.start, side.range.end)}
    return [lines[index] for index in range(start, main.end) if index not in inside]


def _first_sentence(piece: Sequence[Line]) -> str:
    first = next(line.text for line in piece if line.is_prose)
    sentence = _FIRST_SENTENCE.match(first)
    return (sentence.group() if sentence else first)[:LONGEST_TITLE].strip()
