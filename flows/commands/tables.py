"""`newslake tables`: the data dictionary."""

import click

from flows.commands.options import format_option, print_rows, verbose_option


@click.command(epilog="Example: newslake tables mentions")
@click.argument("table", required=False)
@format_option()
@verbose_option
def tables(table: str | None, format_name: str, *, verbose: bool) -> None:  # noqa: ARG001 - read by `main`
    """Show the tables, or the columns of one: types, units, values, meanings."""
    from tasks.query import ColumnRow, TableRow, list_columns, list_tables  # noqa: PLC0415 - `--help` needs no database

    if table:
        print_rows(list_columns(table), ColumnRow, format_name)
    else:
        print_rows(list_tables(), TableRow, format_name)
