"""Chinese people that no lexicon holds, where the text itself says that they are people.

In: half-width text. Out: candidates for `首席执行官张三`, `张三表示`, `作者:张三`, `艾拉·本特`. A rule that fits only
roughly is left out: one wrong guess would be counted for every time it stands in the lake.
"""

import re
from collections.abc import Iterator

from tasks.extract.candidates import Candidate
from tasks.extract.names.lexicon import Lexicon
from tasks.extract.names.unlisted import make_candidate
from tasks.extract.word_lists import one_of, read_words

_HAN = r"\u3400-\u9fff"
_SAYS = one_of(read_words("chinese_speech_verbs"))
_LATER = r"(?:曾|也|则|則|还|還|近日|今日|日前)?"
_BY_TITLE = re.compile(rf"(?:{one_of(read_words('chinese_titles'))}|首席\w{{2,4}}官)(?:兼\w{{2,6}})?[ :]?")
_BY_SPEECH = re.compile(rf"(?:^|[\n。!?;,:、“「『\"( ])(?=[{_HAN}]{{2,4}}{_LATER}(?:{_SAYS}))")
_BY_CREDIT = re.compile(rf"(?:{one_of(read_words('chinese_credits'))}) ?[:/|丨] ?")
_LISTED = re.compile(r" ?[、,/ 和&] ?")
_SOUNDS = one_of(read_words("transliteration")).replace("|", "")
_FOREIGN = re.compile(rf"(?<![{_SOUNDS}·])[{_SOUNDS}]{{2,6}}(?:[·•・][{_SOUNDS}]{{2,7}}){{1,3}}")
_NAME_END = re.compile(
    rf"[^{_HAN}·•・]|\Z|{_SAYS}|[在曾也则則还還就与與和等是为為对對将將向于於从從因及以至的]|近日|今日|日前|当时|先生|女士"
)
_HAN_RUN = re.compile(rf"[{_HAN}]+")
# what a name doesn't end in: a verb's or particle's first character, or, where the text goes on, a linking word
_VERB_CHARS = "在的说說称稱曾也就与與是还還表认認指介强透告提道"
_LINK_CHARS = "将將则則于於从從因及以對对向和等为為"


def find_chinese_people(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Gives people that a title, a verb of speech, a credit or a middle dot shows to be people."""
    for pattern, method in ((_BY_TITLE, "evidence:title"), (_BY_SPEECH, "evidence:speech")):
        for match in pattern.finditer(text):
            if span := _match_name(text, match.end(), lexicon):
                yield make_candidate(text, span, "PERSON", method)
    yield from _find_credited(text, lexicon)
    for match in _FOREIGN.finditer(text):
        yield make_candidate(text, match.span(), "PERSON", "evidence:transliteration")


def _match_name(text: str, start: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """A surname with one or two more characters, where what follows shows that the name ends there."""
    surnames = read_words("chinese_surnames")
    surname = next((length for length in (2, 1) if text[start : start + length] in surnames), 0)
    if not surname:
        return None
    for end in (start + surname + 2, start + surname + 1):
        if end <= len(text) and _NAME_END.match(text, end) and _is_name(text, start, surname, end, lexicon):
            return start, end
    return None


def _is_name(text: str, start: int, surname: int, end: int, lexicon: Lexicon) -> bool:
    name, given = text[start:end], text[start + surname : end]
    if not _HAN_RUN.fullmatch(given) or given in read_words("chinese_addresses") or name in lexicon.words:
        return False
    if surname == 1 and len(name) == 3 and name[:2] in lexicon.words:
        return False
    if name[0] in read_words("wordlike_surnames") and given in lexicon.words:
        return False
    goes_on = _HAN_RUN.match(text, end) is not None
    return given[-1] not in _VERB_CHARS and not (goes_on and given[-1] in _LINK_CHARS)


def _find_credited(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    for match in _BY_CREDIT.finditer(text):
        position = match.end()
        while span := _match_name(text, position, lexicon):
            yield make_candidate(text, span, "PERSON", "evidence:credit")
            listed = _LISTED.match(text, span[1])
            if not listed:
                break
            position = listed.end()
