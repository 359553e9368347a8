"""DATE mentions of a text with the days they stand for.

In: half-width text and, where known, the day of publication. Out: candidates with first and last day; both are None
where the text and that day don't settle them, or for a clock time that repeats. The patterns of the two languages
are in `dates_chinese` and `dates_english`.
"""

import re
from collections.abc import Iterable
from datetime import date

from tasks.extract.candidates import Candidate, Value
from tasks.extract.values.dates_chinese import CHINESE_DATES
from tasks.extract.values.dates_english import ENGLISH_DATES
from tasks.extract.values.moment import Moment, Rule
from tasks.extract.values.periods import Period

METHOD = "pattern:date"
_JOIN = re.compile(r"-|–|—|~| ?[至到] ?| [–—] | to | through ")
_SENTENCE_END = re.compile(r"[。！？!?\n]|\.[ ]")


def find_dates(text: str, published_at: date | None) -> list[Candidate]:
    """Gives the dates of a half-width text in order, ranges as one.

    >>> [(c.start, c.end, str(c.value.date_start)) for c in find_dates("今年4 月 20 日", date(2026, 4, 30))]
    [(0, 10, '2026-04-20')]
    """
    moment = Moment(published_at=published_at)
    found: list[Candidate] = []
    position = 0
    for match, rule in _longest_matches(text):
        if _SENTENCE_END.search(text, position, match.start()):
            moment.year = None
        candidate = _to_candidate(match, rule(match, moment))
        _append_or_join(text, found, candidate)
        position = match.end()
    return found


def _longest_matches(text: str) -> Iterable[tuple[re.Match[str], Rule]]:
    matches = [(match, rule) for pattern, rule in (*CHINESE_DATES, *ENGLISH_DATES) for match in pattern.finditer(text)]
    matches.sort(key=lambda item: (item[0].start(), -item[0].end()))
    end = 0
    for match, rule in matches:
        if match.start() >= end:
            end = match.end()
            yield match, rule


def _to_candidate(match: re.Match[str], period: Period | None) -> Candidate:
    start, end = period or (None, None)
    value = Value(date_start=start, date_end=end)
    return Candidate(start=match.start(), end=match.end(), type="DATE", method=METHOD, value=value)


def _append_or_join(text: str, found: list[Candidate], candidate: Candidate) -> None:
    """Two dates joined by `至` or `to` are one range, where the second isn't the earlier."""
    if found and _JOIN.fullmatch(text, found[-1].end, candidate.start):
        first, second = found[-1].value, candidate.value
        if first and second and first.date_start and second.date_end and first.date_start <= second.date_end:
            value = Value(date_start=first.date_start, date_end=second.date_end)
            candidate = Candidate(start=found.pop().start, end=candidate.end, type="DATE", method=METHOD, value=value)
    found.append(candidate)
