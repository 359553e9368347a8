"""Which entities of a chunk the lake does not know yet, or knows otherwise.

In: the drafts that land, and the newest row of each entity they name. Out: rows of `entities`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from schemas.draft import Draft
from schemas.entities import Entity
from schemas.lake_errors import RowError
from tasks.land.state import named_entities

NAMES = ("name", "name_zh", "name_en")
CODES = ("wikidata", "symbol")
# what makes a row new: times and run do not
ATTRIBUTES = ("type", *NAMES, "aliases", *CODES)


def new_entity_rows(drafts: Iterable[Draft], known: Mapping[str, Entity]) -> list[Entity]:
    """Gives a row for each entity that is new or whose names or attributes are; raises RowError for an unknown id.

    Names add up: an alias that one article gives stays when another does not give it, and of two spellings of a name
    the same one stays whichever came first, so that the order in which articles arrive does not matter.
    """
    found: dict[str, Entity] = {}
    for draft in drafts:
        for entity in draft.entities:
            found[entity.entity_id] = _joined(entity, found.get(entity.entity_id))
        _check_named(draft, found.keys() | known.keys())
    return [row for entity in found.values() if (row := _new_row(entity, known.get(entity.entity_id)))]


def _check_named(draft: Draft, known_ids: Iterable[str]) -> None:
    missing = named_entities(draft).difference(known_ids)
    if missing:
        raise RowError(
            f"mentions: entity_id {missing.pop()} of no entity in article {draft.article.article_id}, "
            "nothing was landed: a draft must hold the entities that it names"
        )


def _new_row(entity: Entity, newest: Entity | None) -> Entity | None:
    if newest is None:
        return replace(entity, revision=1)
    joined = _joined(entity, newest)
    if all(getattr(joined, name) == getattr(newest, name) for name in ATTRIBUTES):
        return None
    return replace(joined, revision=newest.revision + 1)


def _joined(entity: Entity, before: Entity | None) -> Entity:
    """Gives the entity with what both know; which of them came first does not show."""
    if before is None:
        return replace(entity, aliases=tuple(sorted(set(entity.aliases))))
    chosen: dict[str, Any] = {name: _choose(getattr(entity, name), getattr(before, name)) for name in (*NAMES, *CODES)}
    names = {getattr(row, name) for row in (entity, before) for name in NAMES if getattr(row, name) != chosen[name]}
    aliases = {*entity.aliases, *before.aliases, *(name for name in names if name is not None)}
    return replace(entity, **chosen, aliases=tuple(sorted(aliases)))


def _choose(*spellings: str | None) -> str | None:
    """Gives one spelling: not the one of a headline in capitals, then the first in code point order."""
    return min(
        filter(None, spellings), key=lambda spelling: (spelling.isupper() or spelling.islower(), spelling), default=None
    )
