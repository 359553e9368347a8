"""Candidates for entities that no lexicon holds: the name in the text is all that is known of them."""

from schemas.extraction import NamedEntity
from schemas.keys import entity_id_of
from tasks.extract.candidates import Candidate

_FIRST_HAN = "\u3400"


def make_candidate(text: str, span: tuple[int, int], entity_type: str, method: str) -> Candidate:
    """Gives a candidate for an entity that is known by the name at that span alone."""
    name = text[slice(*span)]
    is_chinese = any(char >= _FIRST_HAN for char in name)
    entity = NamedEntity(
        entity_id=entity_id_of(entity_type, name), type=entity_type, name=name,
        name_en=None if is_chinese else name, name_zh=name if is_chinese else None,
    )  # fmt: skip
    return Candidate(start=span[0], end=span[1], type=entity_type, method=method, entity=entity)
