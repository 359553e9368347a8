"""Rows on their way to people or files: a schema, and batches that come as they are asked for.

In: a DuckDB cursor, or rows of a dataclass. Out: `Result`. How it is written is in `formats`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

import pyarrow as pa

from schemas.lake_errors import QueryError


@dataclass(frozen=True)
class Result:
    """Rows in Arrow: the schema, each name once, and an iterator over the batches, to be read once."""

    schema: pa.Schema
    batches: Iterator[pa.RecordBatch]


def result_of_reader(reader: pa.RecordBatchReader) -> Result:
    """Gives the rows of an Arrow reader; a name that stands twice gets a number behind it."""
    names = unique_names(reader.schema.names)
    schema = pa.schema([field.with_name(name) for field, name in zip(reader.schema, names, strict=True)])
    return Result(schema, (batch.rename_columns(names) for batch in _read_batches(reader)))


def result_of_rows(rows: Sequence[Any], row_class: type) -> Result:
    """Gives rows of a dataclass as a result with a column a field."""
    columns = {field.name: [getattr(row, field.name) for row in rows] for field in fields(row_class)}
    table = pa.table(columns)
    return Result(table.schema, iter(table.to_batches()))


def unique_names(names: Iterable[str]) -> list[str]:
    """Gives the names, with `_1`, `_2` behind those that stood before.

    >>> unique_names(["id", "id", "name"])
    ['id', 'id_1', 'name']
    """
    seen: Counter[str] = Counter()
    unique = []
    for name in names:
        unique.append(f"{name}_{seen[name]}" if seen[name] else name)
        seen[name] += 1
    return unique


def explain_sql_error(error: Exception) -> QueryError:
    """Gives what the database said of a statement, in one line and without the statement."""
    told = str(error).split("\nLINE ")[0].split("\n\nLINE ")[0]
    return QueryError(" ".join(told.split()))


def _read_batches(reader: pa.RecordBatchReader) -> Iterator[pa.RecordBatch]:
    while True:
        try:
            batch = reader.read_next_batch()
        except StopIteration:
            return
        except (OSError, pa.ArrowException) as error:
            raise explain_sql_error(error) from error
        yield batch
