"""Rows on their way to people or files: a schema, and batches that come as they are asked for.

In: a DuckDB cursor, or rows of a dataclass. Out: `Result`. How it is written is in `formats`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import count
from typing import Any

import pyarrow as pa

from schemas.lake_errors import QueryError


@dataclass(frozen=True)
class Result:
    """Rows in Arrow: the schema, each name once, and an iterator over the batches, to be read once."""

    schema: pa.Schema
    batches: Iterator[pa.RecordBatch]


def result_of_reader(reader: pa.RecordBatchReader, *, explain: Callable[[Exception], QueryError]) -> Result:
    """Gives the rows of an Arrow reader; a name that stands twice gets a number behind it.

    `explain` gives the error to raise for what the database says in the midst of reading.
    """
    names = unique_names(reader.schema.names)
    schema = pa.schema([field.with_name(name) for field, name in zip(reader.schema, names, strict=True)])
    return Result(schema, (batch.rename_columns(names) for batch in _read_batches(reader, explain)))


def result_of_rows(rows: Sequence[Any], row_class: type) -> Result:
    """Gives rows of a dataclass as a result with a column a field."""
    columns = {field.name: [getattr(row, field.name) for row in rows] for field in fields(row_class)}
    table = pa.table(columns)
    return Result(table.schema, iter(table.to_batches()))


def unique_names(names: Sequence[str]) -> list[str]:
    """Gives the names, with the first number behind those that stood before that makes a name of its own.

    >>> unique_names(["id", "id", "name"])
    ['id', 'id_1', 'name']
    >>> unique_names(["id", "id", "id_1"])
    ['id', 'id_2', 'id_1']
    """
    taken = set(names)
    numbers: dict[str, Iterator[int]] = {}
    unique = []
    for name in names:
        if name not in numbers:
            numbers[name] = count(1)
            unique.append(name)
            continue
        unique.append(next(free for number in numbers[name] if (free := f"{name}_{number}") not in taken))
        taken.add(unique[-1])
    return unique


def explain_sql_error(error: Exception) -> QueryError:
    """Gives what the database said of a statement, in one line and without the statement."""
    told = str(error).split("\nLINE ")[0].split("\n\nLINE ")[0]
    return QueryError(" ".join(told.split()))


def _read_batches(reader: pa.RecordBatchReader, explain: Callable[[Exception], QueryError]) -> Iterator[pa.RecordBatch]:
    while True:
        try:
            batch = reader.read_next_batch()
        except StopIteration:
            return
        except (OSError, pa.ArrowException) as error:
            raise explain(error) from error
        except RuntimeError as error:
            # so DuckDB tells of Ctrl-C
            raise KeyboardInterrupt from error
        yield batch
