"""Our own reviewed names: one tab-separated file a type beside this package.

In: `lexicon/*.tsv` with the columns of `COLUMNS`. Out: entries. A name is added by adding a line.
"""

from collections.abc import Iterator
from pathlib import Path

from tasks.extract.names.sources.entry import Entry

FOLDER = Path(__file__).parents[2] / "lexicon"
FILE_TYPES = {
    "organizations.tsv": "ORG",
    "persons.tsv": "PERSON",
    "products.tsv": "PRODUCT",
    "places.tsv": "PLACE",
    "assets.tsv": "ASSET",
    "laws.tsv": "LAW",
}
COLUMNS = ("name_en", "name_zh", "aliases", "wikidata", "symbol")


class LexiconFileError(ValueError):
    """A line of a lexicon file that doesn't have the columns of the others."""


def read_own_entries() -> Iterator[Entry]:
    """Gives every line of our own files as an entry; raises LexiconFileError for a line with other columns."""
    for file_name, entity_type in FILE_TYPES.items():
        lines = (FOLDER / file_name).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines[1:], start=2):
            fields = line.split("\t")
            if len(fields) != len(COLUMNS):
                raise LexiconFileError(
                    f"{file_name}, line {number}: {len(fields)} columns instead of {len(COLUMNS)}; "
                    f"separate {', '.join(COLUMNS)} by tabs"
                )
            yield _to_entry(entity_type, fields)


def read_guards() -> set[str]:
    """Gives words and phrases that hold a name of the lexicon and don't mean it: `民主党派`, `Fortune 500`."""
    return set((FOLDER / "guards.txt").read_text(encoding="utf-8").splitlines()) - {""}


def _to_entry(entity_type: str, fields: list[str]) -> Entry:
    name_en, name_zh, aliases, wikidata, symbol = (field.strip() or None for field in fields)
    return Entry(
        type=entity_type, source="own", name_en=name_en, name_zh=name_zh, wikidata=wikidata, symbol=symbol,
        aliases=tuple(alias.strip() for alias in (aliases or "").split("|") if alias.strip()),
    )  # fmt: skip
