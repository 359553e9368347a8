"""English organisations and laws that no lexicon holds, by the words that such names are made with.

In: half-width text. Out: candidates for `Harrow Lane Capital`, `University of Ostrava`, `Clean Rivers Act`.
"""

import re
from collections.abc import Iterator

from schemas.extraction import NamedEntity
from schemas.keys import entity_id_of
from tasks.extract.candidates import Candidate
from tasks.extract.lexicon import Lexicon
from tasks.extract.names import is_title_case

_KINDS = (
    "Inc|Corp|Corporation|Company|Co|Ltd|Limited|LLC|LLP|PLC|plc|AG|GmbH|Bank|Bancorp|Group|Holdings?|Capital|Ventures|Labs?|Laborator(?:y|ies)|University"
    "|Institute|Partners|Semiconductors?|Technologies|Foundation|Association|Agency|Commission|Committee|Council|Fund|Securities"
    "|Pharmaceuticals?|Pharma|Airlines|Airways|Motors|Systems|Networks|Therapeutics|Biosciences|Hospital|College|Museum|Society|Federation|Union"
    "|Ministry|Party|Times|Journal|Metals|Photonics|Optoelectronics|Electronics|Robotics|Materials|Industries|Insurance|Investments?|Asset Management"
    "|Management|Exchange|Authority|Bureau|Consortium|Alliance|Studios|Entertainment|Media|Software|Analytics|Dynamics|Instruments|Energy|Petroleum"
    "|Aerospace|Logistics|Brands|Foods|Stores|Health|Healthcare|Biotech|Biologics|Medical|Interactive|Games|Research|Advisors|Advisers|Finance|Protocol"
)
_WORD = r"[A-Z][\w&'’-]*"
_BY_KIND = re.compile(
    rf"(?<![\w.@/-])((?:{_WORD} ){{1,4}}(?:& {_WORD} )?)({_KINDS})(?![\w-])(?:,? (?:Inc|Corp|Ltd|LLC|PLC|plc)(?!\w))?"
)
_BY_HEAD = re.compile(
    rf"(?<![\w.@/-])((?:{_WORD} ){{0,3}})(?:University|Bank|Ministry|Department|Institute|Academy|College|Office|Bureau|Museum|Chamber|Board|Court|Church)"
    rf" (?:of|for) (?:the )?{_WORD}(?: (?:(?:and|of|&|for) )?{_WORD}){{0,4}}"
)
_BY_EMPLOYEE = re.compile(
    r"(?<![\w.@/-])([A-Z][\w&-]*(?: [A-Z][\w&-]*){0,2}?)(?:['’]s)? (?:CEO|CTO|CFO|COO|[Cc]o-?[Ff]ounder|[Ff]ounder|[Cc]hief [Ee]xecutive|[Pp]resident|[Cc]hair(?:man|woman))"
    r" [A-Z][a-zà-ÿ]+ (?:[A-Z]\. )?[A-Z][a-zà-ÿ]+(?![\w])"
)
_LAW = re.compile(
    rf"(?<![\w-])((?:{_WORD}(?:,? (?:and|of|for|the|to|in))? ){{1,7}})(Act|Bill|Ordinance|Treaty)(?: of \d{{4}})?(?![\w-])"
)
# a capitalised first word that only starts the sentence, or joins two names
_LEADING = re.compile(
    r"(?:The|A|An|In|At|For|And|But|When|While|As|On|By|From|Its|His|Her|Their|Our|This|That|These|Those|If|With|After|Before|Under|Over|Since|Like|Both"
    r"|Last|Next|Each|Every|Some|Many|Most|All|No|Why|How|What|Who|Where|Is|Are|Was|Were|To|Of|Or|So|Yet|Then|Now|Also|Former|According|Today|Meanwhile|However"
    r"|Although|Because|Despite|Through|During|About|Among|Including|Chief|Senior|New|Major|Other|Such|More|Our|Your|My|It|He|She|They|We|You|I) "
)
_GENERIC = frozenset(
    "Venture Private Public Global Human Social Mutual Hedge Pension Index Exchange-Traded Investment Working Political Central Commercial World National "
    "International Asset Risk Wealth Data Digital Renewable Clean Green Public Mental Crypto Stock Real Financial Federal State Local Labor Trade "
    "European American British Chinese Medical Community Junior Senior High Art Power Supply Customer Product Project Business Time Clinical Market "
    "Tax Natural Raw News Breaking Advertisement Related Latest Read Big Open Deep Machine Operating Information Computer Consumer Small Large".split()
)
_NO_EMPLOYER = frozenset(
    "The A An Former Vice Co Its His Her Executive Deputy Acting Interim And Company Founding Senior US Then".split()
)


def find_english_organizations(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Gives organisations and laws that the words of their names show to be such; headlines are not searched."""
    for pattern, entity_type, method in ((_BY_KIND, "ORG", "evidence:kind"), (_LAW, "LAW", "evidence:law")):
        for match in pattern.finditer(text):
            start = _skip_leading(text, match.start(), match.end(1))
            stem = text[start : match.end(1)]
            if _is_proper(stem, match[2], lexicon) and not is_title_case(text, start):
                yield make_entity(text, start, match.end(), entity_type, method)
    for match in _BY_HEAD.finditer(text):
        if not is_title_case(text, match.start()):
            yield make_entity(
                text, _skip_leading(text, match.start(), match.end(1)), match.end(), "ORG", "evidence:kind"
            )
    for match in _BY_EMPLOYEE.finditer(text):
        start = _skip_leading(text, match.start(), match.end(1))
        name = text[start : match.end(1)]
        if (
            name
            and name.split()[-1] not in _NO_EMPLOYER
            and not lexicon.english.issuperset(name.lower().split() if len(name) > 2 else ["-"])
        ):
            yield make_entity(text, start, match.end(1), "ORG", "evidence:employer")


def make_entity(text: str, start: int, end: int, entity_type: str, method: str) -> Candidate:
    """Gives a candidate for an entity that is known by this name alone."""
    name = text[start:end]
    has_chinese = any(char >= "\u3400" for char in name)
    entity = NamedEntity(
        entity_id=entity_id_of(entity_type, name), type=entity_type, name=name,
        name_en=None if has_chinese else name, name_zh=name if has_chinese else None,
    )  # fmt: skip
    return Candidate(start=start, end=end, type=entity_type, method=method, entity=entity)


def _skip_leading(text: str, start: int, end: int) -> int:
    possessive = max(text.rfind("'s ", start, end), text.rfind("’s ", start, end))
    start = possessive + 3 if possessive >= 0 else start
    while start < end and (match := _LEADING.match(text, start, end)):
        start = match.end()
    return start


def _is_proper(stem: str, kind: str, lexicon: Lexicon) -> bool:
    """`Venture Capital`, `Central Bank` and `Content Management` are kinds, not names."""
    words = stem.split()
    if not words or all(word in _GENERIC for word in words) or words[-1] in {"and", "of", "for", "the"}:
        return False
    is_common = lexicon.english.issuperset(word.lower() for word in words)
    return not is_common or kind not in _COMMON_KINDS or (len(words) > 1 and kind in _NAMED_KINDS)


# kinds that common words stand before without making a name
_COMMON_KINDS = frozenset(
    "Research Finance Management Health Healthcare Insurance Energy Media Materials Systems Networks Software Analytics Group Games Protocol Investment "
    "Investments Exchange Authority Union Capital Fund Lab Labs Entertainment Medical Stores Foods Brands Logistics Robotics Electronics Dynamics "
    "Instruments Industries Technologies Partners Act Bill Company Limited Interactive Bureau Society Alliance Party".split()
)
_NAMED_KINDS = frozenset("Research Capital Partners Fund Group Act Technologies Industries Party".split())
