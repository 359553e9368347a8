"""Versions behind a product's name: `Kimi` + ` K2.6`, `LongCat` + `-2.0-Preview`, `昇腾` + ` 910C`.

In: a half-width text and the end of a family's name. Out: where the product's name ends, and the product.
"""

import re

from schemas.extraction import NamedEntity
from schemas.keys import entity_id_of
from tasks.extract.names.lexicon import Lexicon
from tasks.extract.word_lists import one_of, read_words

_EDITION_WORD = rf"(?:{one_of(read_words('product_editions'))})(?![A-Za-z])"
_EDITION = rf"[ -]{_EDITION_WORD}"
_COUNTED = r"[年月日号號个個家名位人台万萬亿億千百倍%点點款条條岁元美块张]"
_NOT_A_VERSION = (
    rf"(?! ?(?:{_COUNTED}|(?:million|billion|trillion|thousand|percent|per cent|or|to|and)(?!\w)|[a-z]+s(?!\w)))"
)
_NUMBER = (
    r"(?:\d{1,4}[A-Za-z]{1,3}|(?!(?:19|20)\d\d(?!\d))\d{1,4}(?:\.\d{1,3}){0,2}[A-Za-z]{0,2})(?![\w%]|\.\d)"
    rf"(?!-(?!{_EDITION_WORD})[A-Za-z]){_NOT_A_VERSION}"
)
_LETTERED = r"[A-Za-z]{1,2}\d{1,4}(?:\.\d{1,3}){0,2}[A-Za-z]{0,2}(?!\w|\.\d)"
_VERSION = rf"(?:{_LETTERED}|{_NUMBER})"
_TAIL = re.compile(rf"(?:[ -]?{_VERSION})?(?:{_EDITION}){{0,3}}(?:[ -]{_VERSION})?(?:{_EDITION}){{0,2}}")
_GLUED = re.compile(_VERSION)
_ORG_TAIL = re.compile(rf"[ -]?[VRvr]\d{{1,2}}(?:\.\d{{1,2}})?(?!\w|\.\d)(?:{_EDITION}){{0,3}}")
_MODEL_WORD = re.compile(r" ?大(?:语言|語言)?模型")
_FIRST_HAN = "\u3400"
_APP = re.compile(r" ?(?:App|APP)(?![A-Za-z])")


def version_follows(text: str, end: int) -> bool:
    """Tells whether a version is glued to the name that ends there: `LongCat2.0`."""
    return _GLUED.match(text, end) is not None


def extend_product(text: str, end: int, index: int, lexicon: Lexicon) -> tuple[int, NamedEntity] | None:
    """Gives the end and the product where a version or an edition follows a family's name, None where none does."""
    entity_type = lexicon.type_of(index)
    if entity_type not in {"PRODUCT", "ORG"}:
        return None
    family = lexicon.entity(index)
    if text[end - 1] >= _FIRST_HAN and (app := _APP.match(text, end)):
        return app.end(), _product(f"{family.name} app", lexicon)
    if entity_type == "ORG":
        tail = (_TAIL if index in lexicon.families else _ORG_TAIL).match(text, end)
        if not tail or not any(char.isdigit() for char in tail[0]):
            return None
        return tail.end(), _product(_join(family.name, tail[0]), lexicon)
    if (tail := _TAIL.match(text, end)) and _is_named_so(tail[0]):
        return tail.end(), _product(_join(family.name, tail[0]), lexicon)
    word = _MODEL_WORD.match(text, end)
    return (word.end(), family) if word else None


def _is_named_so(tail: str) -> bool:
    """An edition without a version names a product only where it is no word of its own (`YouTube Chat`)."""
    words = tail.replace("-", " ").split()
    return bool(words) and (
        any(char.isdigit() for char in tail) or read_words("product_editions_alone").issuperset(words)
    )


def _join(family: str, tail: str) -> str:
    return f"{family} {tail.strip(' -')}" if tail[0] != "-" else family + tail


def _product(name: str, lexicon: Lexicon) -> NamedEntity:
    known = lexicon.product_named(name)
    return known or NamedEntity(entity_id=entity_id_of("PRODUCT", name), type="PRODUCT", name=name, name_en=name)
