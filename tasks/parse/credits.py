"""Credit lines: where a republished piece comes from, and who wrote and translated it.

In: one line. Out: what it credits, or None for a line of the piece itself. The medium, the platform it publishes on,
the author and the translator are four different things.
"""

import re
from dataclasses import dataclass

from schemas.folding import fold_width
from tasks.parse.labels import Labelled, find_labelled, is_label, split_names
from tasks.parse.vocabulary import read_words

LONGEST_CREDIT_LINE = 300

_PLATFORMS = "|".join(sorted(read_words("labels")["platform"], key=len, reverse=True))
_PLATFORM = rf"(?P<platform>{_PLATFORMS}|[^\s:,\"“「]{{2,10}}专栏)?"
_OPEN = "[\"'“‘「『《【(:]"
_NAME = r"(?P<name>[^\"'“”‘’「」『』《》【】(),;:。|]{1,40})"
_ORIGIN = re.compile(
    r"^[\s(\[【*]*(?:本文|文章|内容|內容|原文|此文|本報導|本报道)(?:来自于?|來自於?|转载自?|轉載自?|转自|轉自|首发于?|"
    rf"首發於?|来源于?|來源於?|源自|原载于?|原載於?|摘自|刊于|经授权转自|由)\s*:?\s*{_PLATFORM}\s*{_OPEN}*\s*{_NAME}"
)
_ENGLISH_ORIGIN = re.compile(
    r"^[\s(\[*]*(?i:(?:this\s+(?:article|story|post|piece)\s+)?(?:was\s+)?(?:is\s+)?(?:originally\s+|first\s+)?"
    r"(?:appeared|published|republished|reprinted|comes|from)\s*(?:by|on|in|at|from|with permission from)?\s*:?\s*"
    r")[\"“]?(?P<name>[A-Z][\w.&' -]{1,40}?)[\"”]?(?=\s+(?:and|on|by|under|with)\b|[.,;)]|$)"
)
# What stands behind `Source:` may be a date, or a label with its value cut off.
_NO_MEDIUM = re.compile(r"\b(?:19|20)\d{2}\b")
_SOURCE_NAME = re.compile(rf"^{_PLATFORM}\s*{_OPEN}*\s*{_NAME}")


@dataclass(frozen=True, kw_only=True)
class CreditLine:
    """What a credit line says; a field that it doesn't name is None or empty."""

    credit: str | None = None
    platform: str | None = None
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()


def parse_credit_line(line: str) -> CreditLine | None:
    """Gives what a credit line names; None for a line that is none.

    >>> parse_credit_line("本文来自微信公众号“某号”,作者:甲")
    CreditLine(credit='某号', platform='微信公众号', authors=('甲',), translators=())
    >>> parse_credit_line("作者说,这条路没有捷径。") is None
    True
    """
    if len(line) > LONGEST_CREDIT_LINE:
        return None
    folded = fold_width(line)
    labelled = find_labelled(line)
    credit, platform = _origin_of(folded, line)
    if credit is None and not _begins_with_label(folded, labelled):
        return None
    for label in labelled:
        if label.field == "source" and credit is None:
            credit, platform = split_platform(label.value)
    return CreditLine(
        credit=credit, platform=platform, authors=_names_of(labelled, "author"),
        translators=_names_of(labelled, "translator"),
    )  # fmt: skip


def split_platform(value: str) -> tuple[str | None, str | None]:
    """Gives the medium and the platform in a source's value: `微信公众号:某号(ID:abc)` is 某号 on 微信公众号."""
    match = _SOURCE_NAME.match(fold_width(value))
    if not match:
        return None, None
    name = value[match.start("name") : match.end("name")].strip()
    is_medium = bool(name) and not _NO_MEDIUM.search(name) and not is_label(name)
    return (name, match["platform"]) if is_medium else (None, None)


def _origin_of(folded: str, line: str) -> tuple[str | None, str | None]:
    match = _ORIGIN.match(folded)
    if match:
        return line[match.start("name") : match.end("name")].strip() or None, match["platform"]
    match = _ENGLISH_ORIGIN.match(line) if len(line) < 160 and "original" in line.lower() else None
    return (match["name"].strip(), None) if match and not _NO_MEDIUM.search(match["name"]) else (None, None)


def _begins_with_label(folded: str, labelled: list[Labelled]) -> bool:
    if not labelled:
        return False
    before = folded[: labelled[0].start].strip(" ([【*")
    return not before and all(len(label.value) <= 120 for label in labelled)


def _names_of(labelled: list[Labelled], field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for label in labelled if label.field == field for name in split_names(label.value)))
