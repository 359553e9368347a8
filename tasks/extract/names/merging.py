"""One entity for all spellings: entries of all sources merged, the surer source first.

In: entries, own files first, then packages. Out: merged entries and, for every spelling, the one it stands for.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from schemas.keys import name_key
from tasks.extract.names.sources.entry import Entry


@dataclass(slots=True)
class Merged:
    """Entities with all their spellings; `owners` says which entity a spelling stands for, and where it came from."""

    entries: list[Entry] = field(default_factory=list)
    spellings: dict[str, tuple[int, str]] = field(default_factory=dict)


def merge_entries(entries: Iterable[Entry]) -> Merged:
    """Gives entities whose spellings don't overlap: an entry that shares a name with an earlier one of its type adds
    its spellings to that one; a spelling that an entity of another type holds already is left out.
    """
    merged = Merged()
    by_key: dict[str, int] = {}
    for entry in entries:
        index = _find_owner(merged, by_key, entry)
        free = [name for name in entry.names if by_key.get(name_key(name) or name, index) in {index, None}]
        if not free:
            continue
        if index is None:
            index = len(merged.entries)
            merged.entries.append(entry)
        for name in free:
            by_key[name_key(name) or name] = index
            merged.spellings.setdefault(name, (index, entry.source))
        _fill_chinese_name(merged, index, entry)
    return merged


def _find_owner(merged: Merged, by_key: dict[str, int], entry: Entry) -> int | None:
    for name in entry.names:
        index = by_key.get(name_key(name) or name)
        if index is not None and merged.entries[index].type == entry.type:
            return index
    return None


def _fill_chinese_name(merged: Merged, index: int, entry: Entry) -> None:
    held = merged.entries[index]
    if held.name_zh is None and entry.name_zh is not None:
        merged.entries[index] = Entry(
            type=held.type, source=held.source, name_en=held.name_en, name_zh=entry.name_zh,
            aliases=held.aliases, wikidata=held.wikidata, symbol=held.symbol,
        )  # fmt: skip
