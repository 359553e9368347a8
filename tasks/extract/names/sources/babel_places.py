"""Territories and cities of the world from babel's CLDR data, in English, simplified and traditional Chinese.

Out: entries of type PLACE. Adjectives (`Chinese`) stand in our own file of places: CLDR has none.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from babel import Locale

from tasks.extract.names.sources.entry import Entry

_LOCALES = ("en", "zh_Hans", "zh_Hant")
_NO_AREAS = {"Etc", "Antarctica"}
_WORLD = {"001", "ZZ", "QO", "EZ", "UN", "XA", "XB"}


def read_babel_entries() -> Iterator[Entry]:
    """Gives territories with a two-letter or continental code, and the exemplar cities of time zones."""
    locales = [Locale.parse(name) for name in _LOCALES]
    yield from chain(_read_territories(locales), _read_cities(locales))


def _read_territories(locales: list[Locale]) -> Iterator[Entry]:
    for code in locales[0].territories:
        if code not in _WORLD:
            yield _to_entry([str(locale.territories.get(code, "")) for locale in locales])


def _read_cities(locales: list[Locale]) -> Iterator[Entry]:
    english, simplified, traditional = (locale.time_zones for locale in locales)
    for zone in sorted(map(str, simplified)):
        area, _, place = zone.rpartition("/")
        if area.partition("/")[0] not in _NO_AREAS and area:
            name = _city(english, zone) or place.replace("_", " ")
            yield _to_entry([name, _city(simplified, zone), _city(traditional, zone)])


def _city(zones: Mapping[Any, Any], zone: str) -> str:
    return str(zones.get(zone, {}).get("city", ""))


def _to_entry(names: list[str]) -> Entry:
    english, simplified, traditional = names
    main = english.partition(" (")[0].replace(" SAR China", "")
    short = [name.removesuffix("特别行政区").removesuffix("特別行政區").removeprefix("中国").removeprefix("中國")
             if len(name) > 3 else name for name in (simplified, traditional)]  # fmt: skip
    aliases = tuple(dict.fromkeys(name for name in (*short, traditional) if name))
    return Entry(type="PLACE", source="babel", name_en=main, name_zh=simplified or None, aliases=aliases)
