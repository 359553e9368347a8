"""English organisations and laws that no lexicon holds, by the words that such names are made with.

In: half-width text. Out: candidates for `Harrow Lane Capital`, `University of Ostrava`, `Clean Rivers Act`.
"""

import re
from collections.abc import Iterator

from tasks.extract.candidates import Candidate
from tasks.extract.names.lexicon import Lexicon
from tasks.extract.names.matching import is_title_case
from tasks.extract.names.unlisted import make_candidate
from tasks.extract.word_lists import one_of, read_words

# bounded, so that a run of capitals and apostrophes is not read anew from each of its characters
_WORD = r"[A-Z][\w&'’-]{0,40}"
_START = r"(?<![\w.@/&'’-])"
_BY_KIND = re.compile(
    rf"{_START}((?:{_WORD} ){{1,4}}(?:& {_WORD} )?)({one_of(read_words('english_organization_kinds'))})(?![\w-])"
    r"(?:,? (?:Inc|Corp|Ltd|LLC|PLC|plc)(?!\w))?"
)
_BY_HEAD = re.compile(
    rf"{_START}((?:{_WORD} ){{0,3}})(?:University|Bank|Ministry|Department|Institute|Academy|College|Office|Bureau"
    rf"|Museum|Chamber|Board|Court|Church) (?:of|for) (?:the )?{_WORD}(?: (?:(?:and|of|&|for) )?{_WORD}){{0,4}}"
)
_BY_EMPLOYEE = re.compile(
    rf"{_START}([A-Z][\w&-]{{0,40}}(?: [A-Z][\w&-]{{0,40}}){{0,2}}?)(?:['’]s)? "
    r"(?:CEO|CTO|CFO|COO|[Cc]o-?[Ff]ounder|[Ff]ounder|[Cc]hief [Ee]xecutive|[Pp]resident|[Cc]hair(?:man|woman))"
    r" [A-Z][a-zà-ÿ]+ (?:[A-Z]\. )?[A-Z][a-zà-ÿ]+(?!\w)"
)
_LAW = re.compile(
    rf"{_START}((?:{_WORD}(?: (?:and|of|for|the|to|in))? ){{1,7}})(Act|Bill|Ordinance|Treaty)"
    r"(?: of \d{4})?(?![\w-])"
)
# a capitalised first word that only starts the sentence
_LEADING = re.compile(rf"(?:{one_of(read_words('sentence_starters'))}) ")
_LINKS = frozenset({"and", "of", "for", "the"})


def find_english_organizations(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Gives organisations and laws that the words of their names show to be such; headlines are not searched."""
    for pattern, entity_type, method in ((_BY_KIND, "ORG", "evidence:kind"), (_LAW, "LAW", "evidence:law")):
        for match in pattern.finditer(text):
            start = _skip_leading(text, match)
            if _is_proper(text[start : match.end(1)], match[2], lexicon) and not is_title_case(text, start):
                yield make_candidate(text, (start, match.end()), entity_type, method)
    for match in _BY_HEAD.finditer(text):
        if not is_title_case(text, match.start()):
            yield make_candidate(text, (_skip_leading(text, match), match.end()), "ORG", "evidence:kind")
    for match in _BY_EMPLOYEE.finditer(text):
        start = _skip_leading(text, match)
        if _is_employer(text[start : match.end(1)], lexicon):
            yield make_candidate(text, (start, match.end(1)), "ORG", "evidence:employer")


def _skip_leading(text: str, match: re.Match[str]) -> int:
    """Where the name itself begins: behind an owner's `'s` and behind words that only start the sentence."""
    start, end = match.span(1)
    possessive = max(text.rfind("'s ", start, end), text.rfind("’s ", start, end))
    start = possessive + 3 if possessive >= 0 else start
    while start < end and (leading := _LEADING.match(text, start, end)):
        start = leading.end()
    return start


def _is_proper(stem: str, kind: str, lexicon: Lexicon) -> bool:
    """`Venture Capital`, `Central Bank` and `Content Management` are kinds, not names."""
    words = stem.split()
    if not words or read_words("generic_stems").issuperset(words) or words[-1] in _LINKS:
        return False
    if kind not in read_words("common_kinds") or not lexicon.english.issuperset(word.lower() for word in words):
        return True
    return len(words) > 1 and kind in read_words("named_kinds")


def _is_employer(name: str, lexicon: Lexicon) -> bool:
    """`Qo` before `founder Ana Reyes` is one; `Former` and `Vice` are none."""
    words = name.split()
    if not words or words[-1] in read_words("no_employers"):
        return False
    return len(name) <= 2 or not lexicon.english.issuperset(word.lower() for word in words)
