"""`newslake snapshots`: the versions of a lake."""

import click

from flows.commands.options import format_option, lake_option, print_rows, verbose_option


@click.command(epilog="Example: newslake snapshots --format json")
@lake_option
@format_option()
@verbose_option
def snapshots(lake: str, format_name: str, *, verbose: bool) -> None:  # noqa: ARG001 - read by `main`
    """Show every version: number, time, run, message, rows added by table."""
    from tasks.query import Snapshot, list_snapshots  # noqa: PLC0415 - `--help` needs no database

    print_rows(list_snapshots(lake), Snapshot, format_name)
