"""Short forms of what a text names in full: a surname, a version, an abbreviation in brackets.

In: a half-width text and the candidates that are settled so far. Out: candidates for the short forms, with the entity
of the full one. Only forms that can't be common words are spread, so that one wrong guess stays one.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator

import ahocorasick

from tasks.extract.candidates import Candidate
from tasks.extract.names.lexicon import Lexicon

_VERSION_TOKEN = re.compile(r"(?:^|[ -])?([A-Z]\d+(?:\.\d+)*[A-Za-z]{0,2})$")
_ABBREVIATED = re.compile(r" ?\(([A-Z][A-Za-z]*[A-Z0-9])\)")
_CALLED = re.compile(
    r" ?\(?(?:以下|下称|下稱|简称|簡稱|下文简称)(?:简称|簡稱)?:? ?[“「『\"]([^“”「」『』\"\n]{2,12})[”」』\"]"
)
_SPREADING = frozenset(
    {
        "evidence:employer", "evidence:address", "evidence:kind", "evidence:given_name", "evidence:title",
        "evidence:apposition", "evidence:transliteration", "evidence:speech", "evidence:credit",
    }
)  # fmt: skip
_SUFFIX = re.compile(r",? (?:Jr|Sr)\.?$| I{2,3}$| IV$")
_SMALL_WORD = re.compile(r"(?<![A-Za-z])[a-z]{2,}(?![A-Za-z])")
_DOTS = re.compile(r"[·•・]")


def find_short_forms(text: str, settled: Iterable[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """Gives later places of short forms; a short form stands for the last full form before it."""
    forms: dict[str, deque[tuple[int, Candidate]]] = {}
    small_words = frozenset(_SMALL_WORD.findall(text))
    for candidate in settled:
        for form in _short_forms(text, candidate):
            if form.isascii() and form.lower() in lexicon.english and form.lower() in small_words:
                continue
            is_repeat = form == text[candidate.start : candidate.end]
            forms.setdefault(form, deque()).append((0 if is_repeat else candidate.end, candidate))
    return list(_find_places(text, forms)) if forms else []


def _short_forms(text: str, candidate: Candidate) -> Iterator[str]:
    name = text[candidate.start : candidate.end]
    if candidate.method in _SPREADING:
        yield name
    if candidate.type == "PERSON":
        yield from _surnames(name)
    elif candidate.type == "PRODUCT" and (version := _VERSION_TOKEN.search(name)) and version.start() > 0:
        yield version[1]
    if candidate.type in {"ORG", "LAW", "PRODUCT"}:
        abbreviated = _ABBREVIATED.match(text, candidate.end)
        if abbreviated and 2 <= len(abbreviated[1]) <= 8 and abbreviated[1][0] == name[0]:
            yield abbreviated[1]
        if called := _CALLED.match(text, candidate.end):
            yield called[1]


def _surnames(name: str) -> Iterator[str]:
    parts = _DOTS.split(name) if _DOTS.search(name) else _SUFFIX.sub("", name).split()
    shortest = 3 if name.isascii() else 2
    if len(parts) > 1 and len(parts[-1]) >= shortest:
        yield parts[-1]


def _find_places(text: str, forms: dict[str, deque[tuple[int, Candidate]]]) -> Iterator[Candidate]:
    automaton = ahocorasick.Automaton()
    for form in forms:
        automaton.add_word(form, form)
    automaton.make_automaton()
    for last, form in automaton.iter(text):
        start, end = last + 1 - len(form), last + 1
        if not _is_whole(text, start, end):
            continue
        full = _last_before(forms[form], start)
        if full:
            yield Candidate(start=start, end=end, type=full.type, method="evidence:short_form", entity=full.entity)


def _last_before(named: deque[tuple[int, Candidate]], start: int) -> Candidate | None:
    """Places come in the text's order, so full forms that are left behind need not be looked at again."""
    while len(named) > 1 and named[1][0] <= start:
        named.popleft()
    return named[0][1] if named[0][0] <= start else None


def _is_whole(text: str, start: int, end: int) -> bool:
    if not text[start].isascii():
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_is_word(before) or _is_word(after))


def _is_word(char: str) -> bool:
    return char.isalnum() and char < "\u2e80"
