"""Datelines and bylines: who published a page, who wrote it, when it appeared and when it was last changed.

In: one line near the title. Out: what it says, or None for a line of the piece itself. Credit lines are in `credits`.
"""

import functools
import re
from dataclasses import dataclass

from schemas.folding import fold_width
from schemas.page import PrintedTime
from tasks.parse.labels import find_labelled, split_names
from tasks.parse.times import MONTHS, FoundTime, find_times
from tasks.parse.vocabulary import read_words

LONGEST_DATELINE = 200
LONGEST_OUTLET = 40

_BY_OUTLET_AND_TIME = re.compile(r"^\s*By\s*:\s*(?P<outlet>[^|]{1,40})\|\s*(?=\d)", re.IGNORECASE)
_MONTHS = "|".join(sorted(MONTHS, key=len, reverse=True))
_BYLINE = re.compile(
    r"^\s*(?:(?:written|posted|reported|words|story|text)\s+)?(?:by|von|por|par|di|door)\s+(?P<names>[^\W\d_].{1,80}?)\s*"
    rf"(?=$|[|•·,]\s*\W*\d|\s[|•·–—-]\s|\s+on\s+|\d{{1,2}}[./]\d|(?:published|updated|posted)\b|,?\s(?:{_MONTHS})\.?\s\d)",
    re.IGNORECASE,
)
_SENTENCE_MARK = re.compile(r"[。!?;,]|\.\s|[「」“”\"]")
_NO_OUTLET = re.compile(r"[:|…?!]|\d{3,}")
_NAME_PARTICLES = frozenset(("and", "und", "y", "et", "von", "de", "van", "der", "da", "for", "of", "the"))
# Counts, clock words and connectives that datelines are padded with.
_PADDING = re.compile(
    r"\b\d+\s*(?:min(?:ute)?s?\s+read|views?|comments?|shares?)\b|阅读|閱讀|浏览|\b(?:at|on|am|pm|est|edt|utc)\b|约?\d+字|\d+分钟|"
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|(?:星期|周|週)[一二三四五六日天]|(?<!\d)\d{1,6}(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Dateline:
    """What a dateline or byline says; a field that it doesn't name is None or empty."""

    publisher: str | None = None
    published: PrintedTime | None = None
    updated: PrintedTime | None = None
    authors: tuple[str, ...] = ()


def parse_dateline(line: str, *, assumed_offset: str | None = None) -> Dateline | None:
    """Gives what a dateline or byline says; None for a line that is none.

    >>> parse_dateline("outletPublished on 2026-02-03Last updated on 2026-02-04").publisher
    'outlet'
    >>> parse_dateline("The law of 3 March 2024 changed little, the bank said.") is None
    True
    """
    if len(line) > LONGEST_DATELINE:
        return None
    times = find_times(line, assumed_offset=assumed_offset)
    if not times:
        return _byline_alone(line)
    published, updated, rest = _sort_times(fold_width(line), line, times)
    outlet = _BY_OUTLET_AND_TIME.match(line)
    if outlet:
        return Dateline(publisher=outlet["outlet"].strip(), published=published, updated=updated)
    authors = _authors_in(rest)
    if not authors and _is_text(_without_labels(rest)):
        return None
    publisher = _publisher_in(line, rest, times)
    return Dateline(publisher=publisher, published=published, updated=updated, authors=authors)


def _is_text(leftover: str) -> bool:
    return bool(_SENTENCE_MARK.search(leftover)) or len(_PADDING.sub("", leftover)) > LONGEST_OUTLET


def _byline_alone(line: str) -> Dateline | None:
    if len(line) > 100 or _SENTENCE_MARK.search(fold_width(line).replace(",", "")):
        return None
    match = _BYLINE.match(line)
    if not match or not _looks_like_names(match["names"]):
        return None
    return Dateline(authors=split_names(match["names"]))


def _looks_like_names(text: str) -> bool:
    words = re.findall(r"[^\W\d_][\w.'’-]*", text)
    lower = [word for word in words if word[0].islower() and word not in _NAME_PARTICLES]
    return bool(words) and len(words) <= 12 and not lower


def _sort_times(folded: str, line: str, times: list[FoundTime]) -> tuple[PrintedTime | None, PrintedTime | None, str]:
    published = updated = None
    rest, start = [], 0
    for time in times:
        before = folded[start : time.start]
        label = _label_before().search(before)
        is_update = label is not None and label["label"].casefold() in _update_labels()
        rest.append(line[start : start + label.start()] if label else line[start : time.start])
        start = time.end
        if is_update:
            updated = updated or time.printed
        else:
            published, updated = (published, updated or time.printed) if published else (time.printed, updated)
    rest.append(line[start:])
    return published, updated, " | ".join(part for part in rest if part.strip())


def _authors_in(rest: str) -> tuple[str, ...]:
    match = _BYLINE.match(rest)
    if match and _looks_like_names(match["names"]):
        return split_names(match["names"])
    return tuple(name for label in find_labelled(rest) if label.field == "author" for name in split_names(label.value))


def _publisher_in(line: str, rest: str, times: list[FoundTime]) -> str | None:
    sources = [label.value for label in find_labelled(rest) if label.field == "source"]
    if sources:
        return _first_word_in_chinese(sources[0]) or None
    # Only a name before a label is an outlet's; what stands before a bare date may be a column or a level.
    before = line[: times[0].start]
    label = _label_before().search(fold_width(before))
    if not label or find_labelled(before):
        return None
    outlet = before[: label.start()].strip(" |·•-–—,/\t")
    is_outlet = 0 < len(outlet) <= LONGEST_OUTLET and not _NO_OUTLET.search(fold_width(outlet))
    return outlet if is_outlet and not _BYLINE.match(outlet) else None


def _first_word_in_chinese(source: str) -> str:
    # Chinese outlets have no blanks in their names; a place or a button may follow.
    first = source.split(" ", 1)[0]
    return first if any("\u4e00" <= character <= "\u9fff" for character in first) else source


def _without_labels(rest: str) -> str:
    labelled = find_labelled(rest)
    return rest[: labelled[0].start] if labelled else rest


@functools.cache
def _update_labels() -> frozenset[str]:
    return frozenset(word.casefold() for word in read_words("labels")["updated"])


@functools.cache
def _label_before() -> re.Pattern[str]:
    words = read_words("labels")
    labels = sorted((*words["published"], *words["updated"]), key=len, reverse=True)
    return re.compile(
        rf"(?P<label>{'|'.join(map(re.escape, labels))})\s*[:|]?\s*(?:on|at|am|le|el|em)?\s*$", re.IGNORECASE
    )
