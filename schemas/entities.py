"""Tables of who and what is named: entities and their merges."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from schemas.articles import RunId
from schemas.table import Means, table
from schemas.vocabulary import NAME_TYPES

EntityId = Annotated[str, Means("the entity: a hash of its type and canonical name, the same on any machine")]


@table(name="entities", version=1, key=("entity_id", "revision"))
@dataclass(frozen=True, kw_only=True)
class Entity:
    """A person, organisation, product, place, asset or law, under one name for all its spellings and languages."""

    entity_id: EntityId
    type: Annotated[str, Means("what it is", values=NAME_TYPES)]
    name: Annotated[str, Means("canonical name: the English one where there is one")]
    name_zh: Annotated[str | None, Means("Chinese name")]
    name_en: Annotated[str | None, Means("English name")]
    aliases: Annotated[tuple[str, ...], Means("other names and spellings, sorted")]
    wikidata: Annotated[str | None, Means("Wikidata item, where a checked list gives it")]
    symbol: Annotated[str | None, Means("ticker or token symbol, where a checked list gives it")]
    first_seen_at: Annotated[datetime, Means("start of the first run that named it, UTC; in history, of the row's run")]
    run_id: RunId
    revision: Annotated[
        int, Means("number of the row among the entity's, from 1; land gives it", minimum=1, is_history_only=True)
    ] = 1


@table(name="entity_merges", version=1, key=("old_id", "run_id"))
@dataclass(frozen=True, kw_only=True)
class EntityMerge:
    """A discovery that two entities are one: views read entity_id for old_id."""

    old_id: Annotated[str, Means("entity_id that is given up")]
    entity_id: EntityId
    reason: Annotated[str, Means("what showed that they are one")]
    run_id: RunId
