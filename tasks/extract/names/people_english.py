"""English people that no lexicon holds, where a given name, a title or what stands beside shows that they are people.

In: half-width text. Out: candidates for `Priya Raman`, `CEO Tor Vik`, `Chairman Odell`, `Ana Reyes, director of`.
"""

import re
from collections.abc import Iterator

from tasks.extract.candidates import Candidate
from tasks.extract.names.lexicon import Lexicon
from tasks.extract.names.matching import is_title_case
from tasks.extract.names.unlisted import make_candidate
from tasks.extract.word_lists import one_of, read_words

_PARTICLES = ("van", "von", "de", "der", "den", "la", "bin", "al", "el", "da", "di", "du", "le")
_ANY_PARTICLE = one_of({*_PARTICLES, *(particle.capitalize() for particle in _PARTICLES)})
_NAME = r"[A-Z][a-zà-ÿ]+(?:[-’'][A-Z][a-zà-ÿ]+)*"
_SURNAME = rf"(?:(?:{_ANY_PARTICLE})[ -]){{0,2}}(?:Mc|Mac|O['’]|D['’])?{_NAME}"
_INITIALS = r"(?:[A-Z]\. ?){0,2}"
_GIVEN = re.compile(
    rf"(?<![\w.@/-])({_NAME}) {_INITIALS}(?:({_NAME}) )?({_SURNAME})(?: (?:Jr|Sr)\.?| I{{2,3}}| IV)?(?!\w)"
)
_BY_TITLE = re.compile(rf"(?<![\w-])(?:{one_of(read_words('english_titles'))}) ({_NAME} {_INITIALS}{_SURNAME})(?!\w)")
_BY_ADDRESS = re.compile(
    rf"(?<![\w-])(?:{one_of(read_words('forms_of_address'))}|Prime Minister) ({_SURNAME})(?! [A-Z])(?!\w)"
)
_BY_OFFICE = re.compile(
    rf"(?<![\w.-])({_NAME} {_INITIALS}{_SURNAME}), (?:the |an? |who |\d\d, )?(?:[a-z-]+ ){{0,3}}"
    rf"(?:{one_of(read_words('offices_behind_a_name'))})(?!\w)"
)
_NEXT_CAPITAL = re.compile(r" [A-Z]")


def find_english_people(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Gives people that a given name, a title before or an office behind shows to be people."""
    yield from _find_by_given_name(text)
    for match in _BY_TITLE.finditer(text):
        goes_on = is_title_case(text, match.start()) and _NEXT_CAPITAL.match(text, match.end())
        if _is_full_name(match[1]) and not goes_on:
            yield make_candidate(text, match.span(1), "PERSON", "evidence:title")
    for match in _BY_ADDRESS.finditer(text):
        if match[1] not in read_words("no_surnames"):
            yield make_candidate(text, match.span(1), "PERSON", "evidence:address")
    for match in _BY_OFFICE.finditer(text):
        if _is_full_name(match[1]) and not lexicon.english.issuperset(match[1].lower().split()):
            yield make_candidate(text, match.span(1), "PERSON", "evidence:apposition")


def _find_by_given_name(text: str) -> Iterator[Candidate]:
    ambiguous = read_words("ambiguous_given_names")
    position = 0
    while match := _GIVEN.search(text, position):
        position = match.start() + len(match[1])
        end = _end_of_name(match)
        if end and not (match[1] in ambiguous and is_title_case(text, match.start())):
            yield make_candidate(text, (match.start(), end), "PERSON", "evidence:given_name")
            position = end


def _end_of_name(match: re.Match[str]) -> int | None:
    """A middle name counts only where it is a given name or a particle; else the name ends before the third word."""
    given_names, no_surnames = read_words("given_names"), read_words("no_surnames")
    if match[1] not in given_names:
        return None
    middle, surname = match[2], match[3]
    if middle and middle not in given_names and middle.lower() not in _PARTICLES:
        return None if middle in no_surnames else match.end(2)
    if surname in no_surnames:
        return match.end(2) if middle else None
    return match.end()


def _is_full_name(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and read_words("no_surnames").isdisjoint(words)
