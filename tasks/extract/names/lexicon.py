"""The lexicon in memory: an automaton over all spellings, and the entities they stand for.

Loaded on first use, from the user's cache where it is there. Matching rules are in `names`.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

import ahocorasick

from schemas.extraction import NamedEntity
from schemas.keys import entity_id_of, name_key
from tasks.extract.digest import lexicon_digest
from tasks.extract.names.build import LexiconData, build_lexicon, fold
from tasks.extract.names.cache import cache_path, read_cache, write_cache

NO_ENTITY = -1


class Spelling(NamedTuple):
    """A spelling of an entity; `entity` is NO_ENTITY for a word that guards against names inside it."""

    text: str
    entity: int
    source: str
    is_common: bool


@dataclass(slots=True)
class Lexicon:
    """All spellings with their entities, built from the data once a process."""

    data: LexiconData
    automaton: Any
    words: frozenset[str]
    families: frozenset[int]
    english: frozenset[str]
    verbs: frozenset[str]
    _products: dict[str, int] = field(default_factory=dict)
    _entities: dict[int, NamedEntity] = field(default_factory=dict)

    def entity(self, index: int) -> NamedEntity:
        """Gives the entity of that index with its id."""
        if index not in self._entities:
            entity_type, name_en, name_zh, aliases, wikidata, symbol = self.data.entities[index]
            name = name_en or name_zh or aliases[0]
            self._entities[index] = NamedEntity(
                entity_id=entity_id_of(entity_type, name), type=entity_type, name=name,
                name_zh=name_zh, name_en=name_en, aliases=tuple(aliases), wikidata=wikidata, symbol=symbol,
            )  # fmt: skip
        return self._entities[index]

    def type_of(self, index: int) -> str:
        """Gives the type of the entity of that index."""
        return self.data.entities[index][0]

    def product_named(self, name: str) -> NamedEntity | None:
        """Gives the product of that name, whatever its case, spaces and hyphens."""
        if not self._products:
            self._products.update(
                (name_key(text), index)
                for text, index, *_ in self.data.spellings
                if self.data.entities[index][0] == "PRODUCT"
            )
        index = self._products.get(name_key(name))
        return None if index is None else self.entity(index)


@cache
def load_lexicon() -> Lexicon:
    """Gives the lexicon, from the cache where the same one was built before."""
    path = cache_path(lexicon_digest())
    data = read_cache(path)
    if data is None:
        data = build_lexicon()
        write_cache(path, data)
    return to_lexicon(data)


def to_lexicon(data: LexiconData) -> Lexicon:
    """Gives the searchable form of built data."""
    held = [
        *(Spelling(*row) for row in data.spellings),
        *(Spelling(word, NO_ENTITY, "guard", is_common=False) for word in data.guards),
    ]
    by_key: defaultdict[str, list[Spelling]] = defaultdict(list)
    # folding keeps lengths and line breaks, so all spellings are folded at once
    for key, spelling in zip(fold("\n".join(spelling.text for spelling in held)).split("\n"), held, strict=True):
        by_key[key].append(spelling)
    automaton = ahocorasick.Automaton()
    for key, spellings in by_key.items():
        automaton.add_word(key, tuple(spellings))
    automaton.make_automaton()
    return Lexicon(
        data, automaton, words=frozenset(data.words.split()), families=frozenset(data.families),
        english=frozenset(data.english.split()), verbs=frozenset(data.verbs.split()),
    )  # fmt: skip
