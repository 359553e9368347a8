"""The rows of one chunk on their way into the lake, by table.

In: numbered rows. Out: the same rows as Arrow tables, every rule of every table checked. Inserting them is in `chunk`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa

from schemas.lake_errors import RowError
from schemas.table import TABLES, Table
from tasks.land.lake import Lake

SAMPLE_LENGTH = 400

# the newest version shows these tables' rows in this order
_LANDING_ORDER = (
    "articles", "paragraphs", "superseded", "related_lists", "related_reads", "mentions", "measures", "quotes",
    "entities", "duplicates", "fetches", "runs",
)  # fmt: skip


class ChunkRows:
    """Rows of one chunk, by the name of their table."""

    def __init__(self) -> None:
        self._rows: defaultdict[str, list[Any]] = defaultdict(list)

    def add(self, table_name: str, rows: Iterable[Any]) -> None:
        """Adds rows of the table's class."""
        self._rows[table_name].extend(rows)

    def of(self, table_name: str) -> list[Any]:
        """Gives the rows of the table."""
        return self._rows[table_name]

    def tables(self) -> Iterator[tuple[Table, pa.Table]]:
        """Gives each table that has rows with its rows in Arrow; raises RowError for a value of another type."""
        for name in _LANDING_ORDER:
            if self._rows[name]:
                yield TABLES[name], _to_arrow(TABLES[name], self._rows[name])


def insert_rows(lake: Lake, rows: ChunkRows) -> dict[str, int]:
    """Checks and inserts the rows in the open transaction; gives the number of rows by table, or raises RowError."""
    counts = {}
    for table, arrow_rows in rows.tables():
        check_rules(lake, table, arrow_rows)
        lake.insert(table, arrow_rows)
        counts[table.name] = arrow_rows.num_rows
    return counts


def check_rules(lake: Lake, table: Table, rows: pa.Table) -> None:
    """Raises RowError where a row breaks a rule of its table, or two rows have the same key."""
    rules = table.rules
    key = ", ".join(table.key)
    counted = ", ".join(f"count_if(NOT ({rule}))" for rule in rules)
    query = f"SELECT {counted}, count(*) - count(DISTINCT row({key})) FROM incoming"  # noqa: S608 - declared names
    with lake.visible("incoming", rows):
        counts = [column[0].as_py() for column in lake.query(query).columns]
        for rule, count in zip((*rules, None), counts, strict=True):
            if count:
                raise _broken(lake, table, rule, count)


def _broken(lake: Lake, table: Table, rule: str | None, count: int) -> RowError:
    key = ", ".join(table.key)
    condition = f"WHERE NOT ({rule})" if rule else f"QUALIFY count(*) OVER (PARTITION BY {key}) > 1"
    sample = lake.query(f"SELECT * FROM incoming {condition} LIMIT 1").to_pylist()  # noqa: S608 - declared names
    what = f"not {rule}" if rule else f"the same {key}"
    return RowError(
        f"{table.name}: {what} in {count} rows, nothing was landed; one of them: {str(sample[0])[:SAMPLE_LENGTH]}"
    )


def _to_arrow(table: Table, rows: list[Any]) -> pa.Table:
    try:
        return table.to_arrow(rows)
    except (pa.ArrowException, UnicodeError, OverflowError, TypeError) as error:
        raise RowError(f"{table.name}: a value has another type than declared, nothing was landed: {error}") from error
