"""The data dictionary: every table, view and column with its meaning, from the declarations.

In: nothing but the declarations. Out: rows for `newslake tables`, and the text of docs/tables.md. No lake is read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schemas.lake_errors import QueryError
from schemas.table import TABLES, Column
from schemas.views import VIEWS

BOTH, HISTORY, VIEW = "both", "history", "main"

_HEAD = """# Tables

This page is generated from the declarations in `schemas/`; `pytest tests/query --update-golden` writes it anew.

Schema `main` holds what is true now: views that show the latest revision of each article. `SELECT ... FROM articles`
reads them. Schema `history` holds every observation, append-only: `SELECT ... FROM history.articles`. Times are UTC;
missing is NULL. `char_start` and `char_end` count code points: `substr(text, char_start + 1, char_end - char_start)`.
"""


@dataclass(frozen=True, kw_only=True)
class TableRow:
    """A table or view of the dictionary; `schemas` says where it stands: `main`, `history` or `both`."""

    table: str
    schemas: str
    columns: int
    meaning: str


@dataclass(frozen=True, kw_only=True)
class ColumnRow:
    """A column of the dictionary; `schemas` says where it stands: `main`, `history` or `both`."""

    table: str
    column: str
    type: str
    is_nullable: bool
    unit: str | None
    values: str | None
    schemas: str
    meaning: str


def list_tables() -> list[TableRow]:
    """Gives a row for each table and view, those of `main` first, in the order of their declaration."""
    return [
        TableRow(table=name, schemas=_place(name in TABLES, name in VIEWS), columns=len(_columns(name)),
                 meaning=VIEWS[name].meaning if name in VIEWS else TABLES[name].meaning)
        for name in _names()
    ]  # fmt: skip


def list_columns(table: str | None = None) -> list[ColumnRow]:
    """Gives a row for each column of the table or view, or of all; raises QueryError for an unknown table."""
    if table is not None and table not in _names():
        raise QueryError(f"there is no table {table}: there are {', '.join(_names())}")
    return [row for name in ([table] if table else _names()) for row in _column_rows(name)]


def render_dictionary() -> str:
    """Gives the dictionary as Markdown: the text of docs/tables.md."""
    return "\n".join((_HEAD, *_render_index(), *(line for name in _names() for line in _render_table(name))))


def _names() -> list[str]:
    return [*VIEWS, *(name for name in TABLES if name not in VIEWS)]


def _place(is_table: bool, is_view: bool) -> str:  # noqa: FBT001
    return BOTH if is_table and is_view else HISTORY if is_table else VIEW


def _columns(name: str) -> dict[str, Column]:
    of_view = {column.name: column for column in (VIEWS[name].columns if name in VIEWS else ())}
    of_table = {column.name: column for column in (TABLES[name].columns if name in TABLES else ())}
    return {**of_view, **{key: column for key, column in of_table.items() if key not in of_view}}


def _column_rows(name: str) -> Iterator[ColumnRow]:
    in_view = {column.name for column in VIEWS[name].columns} if name in VIEWS else set()
    in_table = {column.name for column in TABLES[name].columns} if name in TABLES else set()
    for column in _columns(name).values():
        yield ColumnRow(
            table=name,
            column=column.name,
            type=column.sql_type,
            is_nullable=column.is_nullable,
            unit=column.means.unit,
            values=", ".join(column.means.values) or None,
            schemas=_place(column.name in in_table, column.name in in_view),
            meaning=column.means.meaning,
        )


def _render_index() -> Iterator[str]:
    yield "| table | schemas | meaning |"
    yield "|---|---|---|"
    for row in list_tables():
        yield _line([f"[{row.table}](#{row.table})", row.schemas, row.meaning])


def _render_table(name: str) -> Iterator[str]:
    yield f"\n## {name}\n"
    if name in VIEWS:
        yield f"`main.{name}`: {VIEWS[name].meaning}\n"
    if name in TABLES:
        yield f"`history.{name}`, one row by {', '.join(TABLES[name].key)}: {TABLES[name].meaning}\n"
    yield "| column | type | NULL | schemas | meaning |"
    yield "|---|---|---|---|---|"
    for row in _column_rows(name):
        details = [f"unit: {row.unit}" if row.unit else None, f"one of: {row.values}" if row.values else None]
        meaning = "; ".join([row.meaning, *(detail for detail in details if detail)])
        yield _line([row.column, row.type, "yes" if row.is_nullable else "no", row.schemas, meaning])


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
