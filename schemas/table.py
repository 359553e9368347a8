"""What a table is: a frozen dataclass whose annotations say what each column means.

In: classes decorated with `table`. Out: `Table` objects that give the columns, the Arrow schema, the DDL and the
checks of a table. The rows themselves are the dataclasses' instances. Nothing here touches a database.
"""

import dataclasses
import types
import typing
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pyarrow as pa

ARROW_TYPES: dict[str, pa.DataType] = {
    "VARCHAR": pa.string(),
    "VARCHAR[]": pa.list_(pa.string()),
    "INTEGER": pa.int32(),
    "BIGINT": pa.int64(),
    "DOUBLE": pa.float64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "TIMESTAMP WITH TIME ZONE": pa.timestamp("us", tz="UTC"),
}

SQL_TYPES: dict[Any, str] = {
    str: "VARCHAR",
    tuple[str, ...]: "VARCHAR[]",
    int: "INTEGER",
    float: "DOUBLE",
    bool: "BOOLEAN",
    date: "DATE",
    datetime: "TIMESTAMP WITH TIME ZONE",
}


@dataclass(frozen=True)
class Means:
    """A column's annotation: its meaning, its unit, and what its values may be.

    `values` is the closed list of values, `minimum` the lowest number, `sql` a type other than the usual one for the
    Python type. `is_history_only` columns stand in the history table and not in the view of the same name.
    """

    meaning: str
    unit: str | None = None
    values: tuple[str, ...] = ()
    minimum: float | None = None
    sql: str | None = None
    is_history_only: bool = False


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column as a table declares it."""

    name: str
    sql_type: str
    is_nullable: bool
    means: Means

    def rules(self) -> Iterator[str]:
        """Gives SQL conditions that every value must meet; NULL is let through where the column is nullable."""
        if not self.is_nullable:
            yield f"{self.name} IS NOT NULL"
        if self.sql_type == "VARCHAR":
            yield f"coalesce({self.name} <> '', true)"
        if self.means.values:
            allowed = ", ".join(f"'{value}'" for value in self.means.values)
            yield f"coalesce({self.name} IN ({allowed}), true)"
        if self.means.minimum is not None:
            yield f"coalesce({self.name} >= {self.means.minimum:g}, true)"


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table of the lake: name, version, key, the conditions a row meets, and the class its rows are made of."""

    name: str
    version: int
    meaning: str
    key: tuple[str, ...]
    conditions: tuple[str, ...]
    row_class: type
    columns: tuple[Column, ...]

    @property
    def arrow_schema(self) -> pa.Schema:
        """The Arrow schema of a chunk of rows, nullability included."""
        return pa.schema([pa.field(c.name, ARROW_TYPES[c.sql_type], nullable=c.is_nullable) for c in self.columns])

    @property
    def ddl(self) -> str:
        """The CREATE TABLE statement of the table in schema `history` of the catalog in use."""
        lines = [f"{c.name} {c.sql_type}{'' if c.is_nullable else ' NOT NULL'}" for c in self.columns]
        return f"CREATE TABLE history.{self.name} (\n    " + ",\n    ".join(lines) + "\n)"

    @property
    def rules(self) -> tuple[str, ...]:
        """Every SQL condition that a row of this table must meet, the columns' and the table's own."""
        return (*(rule for column in self.columns for rule in column.rules()), *self.conditions)

    def to_arrow(self, rows: Iterable[Any]) -> pa.Table:
        """Gives the rows as an Arrow table of this schema; raises pyarrow's error for a value of another type."""
        rows = list(rows)
        arrays = [pa.array([getattr(row, field.name) for row in rows], type=field.type) for field in self.arrow_schema]
        return pa.Table.from_arrays(arrays, schema=self.arrow_schema)

    def describe(self) -> dict[str, Any]:
        """Gives what is frozen a version: names, types and nullability of the columns, and the key."""
        columns = {c.name: c.sql_type + ("" if c.is_nullable else " NOT NULL") for c in self.columns}
        return {"table": self.name, "version": self.version, "key": list(self.key), "columns": columns}


TABLES: dict[str, Table] = {}


def table(*, name: str, version: int, key: tuple[str, ...], conditions: tuple[str, ...] = ()) -> Callable[[type], type]:
    """Registers a row class as a table of the lake; its docstring's first paragraph is the table's meaning."""

    def register(row_class: type) -> type:
        meaning = " ".join((row_class.__doc__ or "").split("\n\n")[0].split())
        TABLES[name] = Table(
            name=name, version=version, meaning=meaning, key=key, conditions=conditions,
            row_class=row_class, columns=tuple(_columns_of(row_class)),
        )  # fmt: skip
        return row_class

    return register


def _columns_of(row_class: type) -> Iterator[Column]:
    hints = typing.get_type_hints(row_class, include_extras=True)
    for field in dataclasses.fields(row_class):
        value_type, means = typing.get_args(hints[field.name])
        plain_type, is_nullable = _without_none(value_type)
        yield Column(name=field.name, sql_type=means.sql or SQL_TYPES[plain_type], is_nullable=is_nullable, means=means)


def _without_none(value_type: Any) -> tuple[Any, bool]:
    if isinstance(value_type, types.UnionType):
        (plain,) = (part for part in typing.get_args(value_type) if part is not type(None))
        return plain, True
    return value_type, False
