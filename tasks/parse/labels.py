"""Fields that a line announces by a label: `作者:甲 来源 | x.dev`, `Source: OUTLET`.

In: one line. Out: its labelled values, by the fields of `vocabulary/labels.toml`. Times are not here.
"""

import functools
import re
from dataclasses import dataclass

from schemas.folding import fold_width
from tasks.parse.vocabulary import read_words

NAME_FIELDS = ("author", "source", "translator", "editor", "original")
_NAME_SPLIT = re.compile(r"\s*(?:[,、;/&]|\band\b|\bund\b|\by\b|\bet\b|\bmit\b|\bwith\b)\s*", re.IGNORECASE)
_CHINESE_SPACE = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff]{2,4}(?:\s|$))")
_UNKNOWN_LABEL = re.compile(r"\s+[\u4e00-\u9fff]{2,6}:")
_NAME_EDGE = " \t\"'“”‘’「」『』【】[]()<>《》:|.,;·-–—*_"
# Roles and contacts that stand around a name in a byline.
_NOT_A_NAME = re.compile(r"https?://|@|^\d|\d{3,}|^\W*$")
LONGEST_NAME = 60


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """A labelled value and where label and value stand in the line."""

    field: str
    value: str
    start: int
    end: int


def find_labelled(line: str) -> list[Labelled]:
    """Gives the labelled values of a line, in order; a value ends where the next label or a bracket begins.

    >>> [(l.field, l.value) for l in find_labelled("译者:甲 校对:乙")]
    [('translator', '甲'), ('editor', '乙')]
    """
    matches = list(_label_form().finditer(fold_width(line)))
    ends = [match.start() for match in matches[1:]] + [len(line)]
    return [
        Labelled(
            field=_field_of(match), value=_value_in(line[match.end() : end]), start=match.start(), end=end
        )
        for match, end in zip(matches, ends, strict=False)
    ]  # fmt: skip


def is_label(text: str) -> bool:
    """Tells whether a text is nothing but a label of a dateline, byline or credit line."""
    return text.casefold() in {word.casefold() for words in read_words("labels").values() for word in words}


def split_names(value: str) -> tuple[str, ...]:
    """Gives the names in a byline's value, each once, without marks, addresses and numbers.

    >>> split_names("甲、乙"), split_names("Ada Lovelace and Alan Turing")
    (('甲', '乙'), ('Ada Lovelace', 'Alan Turing'))
    """
    parts = (part.strip(_NAME_EDGE) for half in _CHINESE_SPACE.split(value) for part in _NAME_SPLIT.split(half))
    return tuple(dict.fromkeys(part for part in parts if _is_name(part)))


def _is_name(part: str) -> bool:
    is_other = _NOT_A_NAME.search(part) or part in _no_names() or not _roles().isdisjoint(part.split())
    return bool(part) and len(part) <= LONGEST_NAME and not is_other


def _value_in(text: str) -> str:
    # A label that no list holds (`选稿：`) ends a value too.
    value = _UNKNOWN_LABEL.split(fold_width(text), maxsplit=1)[0]
    return text[: len(value)].strip(" \t|,;/-–—").rstrip("】])").strip()


@functools.cache
def _roles() -> frozenset[str]:
    return frozenset(read_words("labels")["role"])


@functools.cache
def _no_names() -> frozenset[str]:
    return frozenset(read_words("labels")["no_name"])


def _field_of(match: re.Match[str]) -> str:
    return _labels()[match["label"].casefold()]


@functools.cache
def _labels() -> dict[str, str]:
    words = read_words("labels")
    return {word.casefold(): field for field in NAME_FIELDS for word in words[field]}


@functools.cache
def _label_form() -> re.Pattern[str]:
    labels = "|".join(re.escape(label) for label in sorted(_labels(), key=len, reverse=True))
    # A label stands at the start, or after a blank or a mark; a colon, bar or slash says that a value follows.
    return re.compile(rf"(?:(?<=^)|(?<=[\s|,;(\[【/。.]))(?P<label>{labels})\s*[:|丨/]\s*", re.IGNORECASE)
