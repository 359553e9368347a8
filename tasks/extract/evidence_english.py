"""English people that no lexicon holds, where a given name, a title or what stands beside shows that they are people.

In: half-width text. Out: candidates for `Priya Raman`, `CEO Tor Vik`, `Chairman Odell`, `Ana Reyes, director of`.
"""

import re
from collections.abc import Iterator

from tasks.extract.candidates import Candidate
from tasks.extract.evidence_chinese import make_person
from tasks.extract.lexicon import Lexicon
from tasks.extract.names import is_title_case
from tasks.extract.word_lists import given_names

_SURNAME = r"(?:(?:van|von|de|der|den|la|bin|al|el|da|di|du|Van|Von|De|Di|Al|El|La|Le)[ -]){0,2}(?:Mc|Mac|O['’]|D['’])?[A-Z][a-zà-ÿ]+(?:[-’'][A-Z][a-zà-ÿ]+)*"
_INITIAL = r"(?:[A-Z]\. ?){0,2}"
_GIVEN = re.compile(
    rf"(?<![\w.@/-])([A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?) {_INITIAL}(?:([A-Z][a-zà-ÿ]+) )?({_SURNAME})(?: (?:Jr|Sr)\.?| I{{2,3}}| IV)?(?![\w])"
)
_TITLE = (
    r"(?:CEO|CTO|CFO|COO|[Cc]o-?[Ff]ounders?|[Ff]ounder|[Pp]resident|[Cc]hair(?:man|woman|person)?|[Dd]irector|[Aa]nalyst|[Mm]inister|[Ss]enator"
    r"|[Gg]overnor|[Ss]ecretary|[Pp]rofessor|[Ss]pokes(?:man|woman|person)|[Rr]eporter|[Ee]conomist|[Ss]trategist|[Ii]nvestor|[Aa]uthor"
    r"|[Jj]udge|[Jj]ustice|[Aa]ttorney|[Mm]ayor|[Cc]hancellor|[Ee]ditor|[Rr]esearcher|[Ss]cientist|[Ee]ngineer|[Cc]oach|[Aa]ctor|[Aa]ctress|[Ww]riter)"
)
_ABBREVIATED = r"(?:Mr|Ms|Mrs|Dr|Prof|Sen|Rep|Gov|Gen|Col|Sgt|Capt)\."
_BY_TITLE = re.compile(rf"(?<![\w-]){_TITLE} ([A-Z][a-zà-ÿ]+(?:-[A-Z][a-z]+)? {_INITIAL}{_SURNAME})(?![\w])")
_BY_ADDRESS = re.compile(
    rf"(?<![\w-])(?:{_ABBREVIATED}|Chair(?:man|woman)|President|Senator|Governor|Chancellor|Prime Minister|Justice|Professor) ({_SURNAME})(?! [A-Z])(?![\w])"
)
_BY_APPOSITION = re.compile(
    rf"(?<![\w.-])([A-Z][a-zà-ÿ]+ {_INITIAL}{_SURNAME}), (?:the |an? |who |\d\d, )?(?:[a-z-]+ ){{0,3}}(?:CEO|CTO|CFO|COO|chief|president|chair(?:man|woman)"
    r"|founder|co-founder|director|head|partner|analyst|professor|economist|strategist|manager|researcher|spokes(?:man|woman|person)|senior|vice)"
    r"(?![\w])"
)
# capitalised words that follow a given name without being a surname, or stand before a title in a heading
_NO_SURNAME = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday Street Avenue Road Drive Lane Square Park Bridge Airport University College School Hospital Church Institute "
    "Foundation Center Centre Museum Library Theatre Theater Stadium Island Islands River Lake Valley County City Bank Group Inc Corp "
    "Company Capital Partners Holdings Act Bill Award Awards Prize Cup Open Day Week Show Report News Times Post Press The And Of In For "
    "On At To With By From As Is Was Has Had Will Would Says Said Who What When Where Why How Not But After Before Over Under Into Chief "
    "Executive Officer President Chairman Director Minister Secretary Senior Vice General Former New First Last North South East West "
    "Read More Share Photo Image Video Getty Images Associated Also If It Its This That These Those His Her Their Our My Your "
    "International National Global World American Chinese European Economic Financial Security Committee Council Commission Team".split()
)
_AMBIGUOUS_GIVEN = frozenset(
    "Mark Bill Frank Jack Rob Dale Penny Amber Brooke Daisy Georgia Victoria Virginia Madison Jordan Austin Dallas Charlotte Lance Max "
    "Miles Roman Spencer Logan Morgan Chelsea Florence Sydney Francisco Diego Jose Santiago Regina Holly Don Chuck Dean".split()
)


def find_english_people(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Gives people that a given name, a title before or an office behind shows to be people."""
    yield from _find_by_given_name(text)
    for match in _BY_TITLE.finditer(text):
        if _is_full_name(match[1]) and not (is_title_case(text, match.start()) and _goes_on(text, match.end())):
            yield make_person(text, match.start(1), match.end(1), "evidence:title")
    for match in _BY_ADDRESS.finditer(text):
        if match[1] not in _NO_SURNAME and match[1].lower() != match[1]:
            yield make_person(text, match.start(1), match.end(1), "evidence:address")
    for match in _BY_APPOSITION.finditer(text):
        if _is_full_name(match[1]) and not lexicon.english.issuperset(match[1].lower().split()):
            yield make_person(text, match.start(1), match.end(1), "evidence:apposition")


def _find_by_given_name(text: str) -> Iterator[Candidate]:
    position = 0
    while match := _GIVEN.search(text, position):
        position = match.start() + len(match[1])
        end = _end_of_name(text, match)
        if end and not (match[1] in _AMBIGUOUS_GIVEN and is_title_case(text, match.start())):
            yield make_person(text, match.start(), end, "evidence:given_name")
            position = end


def _end_of_name(text: str, match: re.Match[str]) -> int | None:
    """A middle name counts only where it is a given name too; else the name ends before the third word."""
    if match[1] not in given_names():
        return None
    middle, surname = match[2], match[3]
    if middle and middle not in given_names() and middle not in {"Van", "Von", "De", "Di", "Al", "El", "La", "Le"}:
        return None if middle in _NO_SURNAME else match.end(2)
    if surname in _NO_SURNAME:
        return match.end(2) if middle else None
    return match.end()


def _is_full_name(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and not any(word in _NO_SURNAME for word in words)


def _goes_on(text: str, end: int) -> bool:
    return re.match(r" [A-Z]", text[end : end + 2]) is not None
