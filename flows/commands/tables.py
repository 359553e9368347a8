"""`newslake tables`: the data dictionary."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from flows.commands.options import format_option, print_rows, verbose_option

if TYPE_CHECKING:
    from tasks.query import ColumnRow


@dataclass(frozen=True)
class ColumnLine:
    """A column as a terminal has room for it."""

    column: str
    type: str
    meaning: str


@click.command(epilog="Example: newslake tables mentions")
@click.argument("table", required=False)
@format_option()
@verbose_option
def tables(table: str | None, format_name: str, *, verbose: bool) -> None:  # noqa: ARG001 - read by `main`
    """Show the tables, or the columns of one: types, units, values, meanings."""
    from tasks.query import ColumnRow, TableRow, list_columns, list_tables  # noqa: PLC0415 - `--help` needs no database

    if table and format_name == "table":
        print_rows([_line_of(column) for column in list_columns(table)], ColumnLine, format_name)
    elif table:
        print_rows(list_columns(table), ColumnRow, format_name)
    else:
        print_rows(list_tables(), TableRow, format_name)


def _line_of(column: "ColumnRow") -> ColumnLine:
    notes = (column.unit and f"in {column.unit}", column.values and f"one of {column.values}")
    told = "; ".join(note for note in notes if note)
    sql_type = column.type.replace("TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ")
    return ColumnLine(column.column, sql_type, f"{column.meaning} ({told})" if told else column.meaning)
