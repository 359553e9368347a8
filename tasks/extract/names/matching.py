"""Names of the lexicon in a text: longest match, word boundaries, case, and evidence for names that are words too.

In: a text in half width and its folded form. Out: candidates with entities. Names that no lexicon holds are found in
`evidence_chinese` and `evidence_english`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.extract.candidates import Candidate
from tasks.extract.names.lexicon import NO_ENTITY, Lexicon, Spelling
from tasks.extract.names.versions import extend_product, version_follows

_HAN = re.compile(r"[\u3400-\u9fff]")
_CHINESE_CUE = re.compile(
    r"公司|集团|集團|CEO|首席|手机|手機|股价|股價|发布|發布|宣布|推出|财报|財報|市值|创始人|創始人|总裁|董事|旗下|官网|汽车|平台|表示|供应链|股份|等科技"
)
_CRYPTO_CUE = re.compile(
    r"(?i:crypto|blockchain|bitcoin|stablecoin|defi\b)|代币|代幣|加密|币圈|幣圈|区块链|區塊鏈|比特|以太|稳定币|穩定幣|链上|鏈上"
)
_VERSION_BEHIND = re.compile(r"[ -]?[A-Z]\d(?![A-Za-z])|-?\d+\.\d")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)(,?)[ \u00a0]$")
_WORD_AFTER = re.compile(r"[ \u00a0]([^\W\d_])")
_WORDS = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_CUE_REACH = 8
_TITLE_CASE_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    spelling: Spelling


def find_names(text: str, folded: str, lexicon: Lexicon) -> list[Candidate]:
    """Gives the lexicon's names in a text, each with the entity it stands for, in order."""
    hits = _longest(_read_hits(text, folded, lexicon))
    beside = _places_beside_names(hits)
    sure = {
        hit.spelling.entity
        for hit in hits
        if not hit.spelling.is_common or hit.start in beside or hit.end in beside or _is_certain(text, hit)
    }
    is_crypto = _CRYPTO_CUE.search(text) is not None
    return [
        _to_candidate(text, hit, lexicon)
        for hit in hits
        if hit.spelling.entity != NO_ENTITY
        and hit.spelling.entity in sure
        and (is_crypto or not _is_ticker(hit, lexicon))
    ]


def _places_beside_names(hits: list[_Hit]) -> set[int]:
    """Where names begin and end that are no common words: an owner and its product stand side by side in Chinese."""
    names = (hit for hit in hits if not hit.spelling.is_common and hit.spelling.entity != NO_ENTITY)
    return {place for hit in names if _HAN.match(hit.spelling.text) for place in (hit.start, hit.end)}


def _is_ticker(hit: _Hit, lexicon: Lexicon) -> bool:
    """A token's symbol is taken for the token only in a text about such things: `ICP` is a licence too.

    One that names the dollar, such as `USDC`, can be nothing else.
    """
    symbol = hit.spelling.text
    return symbol.isupper() and "USD" not in symbol and lexicon.type_of(hit.spelling.entity) == "ASSET"


def _read_hits(text: str, folded: str, lexicon: Lexicon) -> Iterator[_Hit]:
    for last, spellings in lexicon.automaton.iter(folded):
        end = last + 1
        start = end - len(spellings[0].text)
        if not _has_boundaries(text, start, end, lexicon, spellings):
            continue
        for spelling in spellings:
            if _is_written_so(text[start:end], spelling) and not _cuts_word(text, start, end, spelling, lexicon):
                yield _Hit(start, end, spelling)
                break


def _has_boundaries(text: str, start: int, end: int, lexicon: Lexicon, spellings: tuple[Spelling, ...]) -> bool:
    """A Latin name is a word of its own; only a version may be glued to a product."""
    if _is_latin(text[start]) and start and (_is_latin(text[start - 1]) or text[start - 1] in "@#_"):
        return False
    if not _is_latin(text[end - 1]) or end == len(text):
        return True
    if text[end] == "." and _is_latin(text[end + 1 : end + 2]) and text[end + 1].islower():
        return False
    if not _is_latin(text[end]):
        return True
    entity = spellings[0].entity
    is_family = entity in lexicon.families or (entity != NO_ENTITY and lexicon.type_of(entity) == "PRODUCT")
    return is_family and version_follows(text, end)


def _is_latin(char: str) -> bool:
    return char.isalnum() and char < "\u2e80"


def _is_written_so(written: str, spelling: Spelling) -> bool:
    """Case decides where a name could be a word: `US` is no `us`; `NVIDIA` may be `Nvidia`, ours even `nvidia`."""
    name = spelling.text
    if written == name or _HAN.search(name):
        return True
    if name.isupper() and len(name) <= 5:
        return False
    if written.isupper():
        return len(written) > 3 and not spelling.is_common
    if " " not in name and written.islower():
        return spelling.source == "own" and not spelling.is_common and len(name) >= 6
    words = zip(name.split(), written.split(), strict=False)
    return all(given[0].isupper() for held, given in words if held[0].isupper())


def _cuts_word(text: str, start: int, end: int, spelling: Spelling, lexicon: Lexicon) -> bool:
    """A two-character name of a package that stands across the border of another word is none."""
    if spelling.source == "own" or end - start != 2 or spelling.entity == NO_ENTITY or not _HAN.match(text[start]):
        return False
    return text[start - 1 : start + 1] in lexicon.words or text[end - 1 : end + 1] in lexicon.words


def _longest(hits: Iterator[_Hit]) -> list[_Hit]:
    """Of overlapping hits the longest stays; hits come in the order of their ends."""
    kept: list[_Hit] = []
    for hit in hits:
        length = hit.end - hit.start
        while kept and kept[-1].end > hit.start and kept[-1].end - kept[-1].start < length:
            kept.pop()
        if not kept or kept[-1].end <= hit.start:
            kept.append(hit)
    return kept


def _is_certain(text: str, hit: _Hit) -> bool:
    """Whether this place alone shows that a name which is a common word too is meant as the name."""
    if _VERSION_BEHIND.match(text, hit.end):
        return True
    before, after = text[max(0, hit.start - 24) : hit.start], text[hit.end : hit.end + _CUE_REACH]
    if _HAN.match(hit.spelling.text):
        return bool(_CHINESE_CUE.search(before[-_CUE_REACH:]) or _CHINESE_CUE.search(after))
    if _HAN.match(before[-1:]) or _HAN.match(after[:1]) or _HAN.match(before[-2:-1]) or _HAN.match(after[1:2]):
        return True
    word = _WORD_BEFORE.search(before)
    if not word or not (word[1].islower() or word[1] == "The" or word[2]):
        return False
    next_word = _WORD_AFTER.match(after)
    if next_word and next_word[1].isupper():
        return False
    return not is_title_case(text, hit.start)


def is_title_case(text: str, position: int) -> bool:
    """Tells whether the line around a place writes most of its words with capitals, as headlines do."""
    start = max(text.rfind("\n", 0, position) + 1, position - 200)
    end = text.find("\n", position)
    words = _WORDS.findall(text[start : min(end if end >= 0 else len(text), position + 200)])
    return sum(word[0].isupper() for word in words) > _TITLE_CASE_SHARE * len(words) and len(words) > 2


def _to_candidate(text: str, hit: _Hit, lexicon: Lexicon) -> Candidate:
    entity = lexicon.entity(hit.spelling.entity)
    if extended := extend_product(text, hit.end, hit.spelling.entity, lexicon):
        end, product = extended
        return Candidate(start=hit.start, end=end, type="PRODUCT", method="lexicon:version", entity=product)
    method = f"lexicon:{hit.spelling.source}"
    return Candidate(start=hit.start, end=hit.end, type=entity.type, method=method, entity=entity)
