"""Chinese organisations and laws that no lexicon holds, by the words that such names are made with.

In: half-width text and the places found in it. Out: candidates for `北京某某研究院`, `公众号“某某”`, `《某某法》`.
"""

import re
from collections.abc import Iterable, Iterator

from tasks.extract.candidates import Candidate
from tasks.extract.names.lexicon import Lexicon
from tasks.extract.names.unlisted import make_candidate
from tasks.extract.word_lists import one_of, read_words

_HAN = r"\u3400-\u9fff"
_PRIVATE = one_of(read_words("private_bodies"))
_BODY = one_of(read_words("public_bodies") | read_words("private_bodies"))
_BEHIND_PLACE = re.compile(rf"(?:省|市|县|區|区|州)?([{_HAN}]{{0,10}}?)({_BODY})(?!们|化|制|长|長|性)")
_ON_ITS_OWN = re.compile(rf"(?<![{_HAN}])([{_HAN}]{{2,10}}?)({_PRIVATE}|研究院|大学|学院|协会|基金会|实验室)")
_ACCOUNT = re.compile(r"(?:公众号|公眾號|微信号|视频号):? ?[“「『\"‘]([^“”「」『』\"‘’\n]{2,15})[”」』\"’]")
_LAW = re.compile(r"《([^《》\n]{2,40}?(?:法|法案|條例|条例|法典|协定|協定|公约|公約))》")
_NO_PART = re.compile(rf"{one_of(read_words('no_organizations'))}|(?<!第)[一二两三四五]")


def find_chinese_organizations(text: str, places: Iterable[Candidate], lexicon: Lexicon) -> Iterator[Candidate]:
    """Gives organisations and laws that a place before, the kind of body or the marks around show to be such."""
    for place in places:
        if place.type == "PLACE" and (match := _BEHIND_PLACE.match(text, place.end)) and _is_body(match, lexicon):
            yield make_candidate(text, (place.start, match.end()), "ORG", "evidence:kind")
    for match in _ON_ITS_OWN.finditer(text):
        if _is_stem(match[1], lexicon) and _has_unknown_part(match[1], lexicon):
            yield make_candidate(text, match.span(), "ORG", "evidence:kind")
    for match in _ACCOUNT.finditer(text):
        yield make_candidate(text, match.span(1), "ORG", "evidence:account")
    for match in _LAW.finditer(text):
        yield make_candidate(text, match.span(1), "LAW", "evidence:law")


def _is_body(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Behind a place, a public body is one by its kind; a company needs a part of its own."""
    stem, kind = match[1], match[2]
    if not _is_stem(stem, lexicon):
        return False
    if kind in read_words("private_bodies"):
        return _has_unknown_part(stem, lexicon)
    return bool(stem) or kind not in read_words("bodies_with_a_stem")


def _is_stem(stem: str, lexicon: Lexicon) -> bool:
    """Names of bodies hold no function words and few verbs."""
    verbs_in_names = read_words("verbs_in_names")
    pairs = (stem[index : index + 2] for index in range(len(stem) - 1))
    return not _NO_PART.search(stem) and not any(pair in lexicon.verbs and pair not in verbs_in_names for pair in pairs)


def _has_unknown_part(stem: str, lexicon: Lexicon) -> bool:
    """Whether two characters or more belong to no word of the language, as in `某甲半导体` the first two."""
    position, unknown = 0, 0
    while position < len(stem):
        length = next((size for size in (3, 2) if stem[position : position + size] in lexicon.words), 1)
        unknown += length == 1
        position += length
    return unknown >= 2
