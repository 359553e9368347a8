"""A name with its spellings as a source gives it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One entity of one source; `aliases` are further spellings in any language."""

    type: str
    source: str
    name_en: str | None = None
    name_zh: str | None = None
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    symbol: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All spellings, the canonical one first."""
        return tuple(dict.fromkeys(name for name in (self.name_en, self.name_zh, *self.aliases) if name))
