"""Which line of a dump is the headline.

In: the dump's lines and the range of the main piece. Out: the headline's index. Sites print menus, datelines and leads
around it, and often print it twice.
"""

import re
from collections import Counter
from collections.abc import Sequence

from schemas.keys import name_key
from tasks.parse.dump.lines import TIMES_OF_FURNITURE, Line
from tasks.parse.dump.main_piece import Range
from tasks.parse.scripts import EAST_ASIAN

LIGHTEST, HEAVIEST = 10.0, 320.0
# Lines above the piece among which the headline is sought, and lines at its top that may be it.
ABOVE, WITHIN = 40, 6
SAMPLE = 4_000

# What speaks for a headline and against it; measured on rendered pages with gold, all on a plateau.
SHARED_WORDS, LENGTH, ABOVE_DATELINE, REPEATED = 1.8, 1.6, 1.2, 0.5
DISTANCE, INSIDE, FEW_WORDS, CAPTION, STATEMENT, LEAST_SCORE = 0.012, 0.4, 0.8, 0.6, 1.0, 0.8
FULL_WEIGHT, CAPTION_WEIGHT, FEWEST_WORDS, MOST_CLAUSES = 60.0, 160.0, 3, 3

_WORD = re.compile(rf"[{EAST_ASIAN}]|[^\W_{EAST_ASIAN}]{{3,}}")


def find_headline(lines: Sequence[Line], main: Range) -> int | None:
    """Gives the index of the line that most reads as the headline of the piece; None where none does."""
    piece = _words(" ".join(line.text for line in lines[main.start : main.end] if line.is_prose)[:SAMPLE])
    counts = Counter(name_key(line.text) for line in lines)
    candidates = range(max(0, main.start - ABOVE), min(main.end, main.start + WITHIN))
    scored = [(_score(lines, index, main, piece, counts), -index) for index in candidates if _may_be(lines[index])]
    best, negative_index = max(scored, default=(0.0, 0))
    return -negative_index if best > 0 else None


def _may_be(line: Line) -> bool:
    is_statement = line.is_prose and line.text[-1] in ".。;；"
    return line.may_be_text and not is_statement and LIGHTEST <= line.weight <= HEAVIEST


def _score(lines: Sequence[Line], index: int, main: Range, piece: frozenset[str], counts: Counter[str]) -> float:
    line, words = lines[index], _words(lines[index].text)
    score = SHARED_WORDS * (len(words & piece) / len(words) if words else 0.0)
    score += LENGTH * min(line.weight / FULL_WEIGHT, 1.0) - DISTANCE * abs(main.start - index)
    if len(words) < FEWEST_WORDS:
        score -= FEW_WORDS
    if line.weight > CAPTION_WEIGHT:
        score -= CAPTION
    if line.clause_count > MOST_CLAUSES or (line.is_sentence and line.text[-1] in ".。"):
        score -= STATEMENT
    if index > main.start:
        score -= INSIDE * (index - main.start)
    if any(other.is_dateline for other in lines[index + 1 : index + 4]):
        score += ABOVE_DATELINE
    if 2 <= counts[name_key(line.text)] < TIMES_OF_FURNITURE:
        score += REPEATED
    return score - LEAST_SCORE


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))
