"""`newslake ingest`: pages into the lake, once, now."""

import json
import os
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from flows.commands.options import (
    SourceName,
    TimeOfFetching,
    format_option,
    lake_option,
    print_rows,
    until_reader_leaves,
    verbose_option,
)

if TYPE_CHECKING:
    from flows.summary import IngestResult

REJECTED = 3
RUNNERS = ("local", "process", "dask")
API = "Prefect: runs show at the configured API"
NO_API = "Prefect: no API is configured (PREFECT_API_URL), so stages run as plain functions and no server is started"


@click.command(epilog="Example: newslake ingest pages/ --fetched-at 2026-04-30T20:15:00Z")
@click.argument("sources", nargs=-1, required=True, metavar="SRC...")
@lake_option
@click.option("--source", type=SourceName(), metavar="NAME", help="Name of the source that the rows carry.")
@click.option("--url", metavar="URL", help="Address of the page, where the input doesn't know it.")
@click.option("--fetched-at", type=TimeOfFetching(), help="When the pages were saved; relative times resolve from it.")
@click.option("--commit-every", type=click.IntRange(min=1), metavar="N", help="Commit after every N inputs.")
@click.option(
    "--runner", type=click.Choice(RUNNERS), default="local", show_default=True, help="Where batches are read."
)
@format_option()
@verbose_option
def ingest(sources: tuple[str, ...], lake: str, format_name: str, verbose: bool, **options: Any) -> None:  # noqa: FBT001
    """Ingest files, folders, globs, `-` (standard input) and http(s) URLs.

    Prints what became of them; exits with 3 when some were rejected (the rest is committed), 1 when the lake failed.
    """
    if not verbose:
        # Prefect's log, tracebacks included, is at its API; a terminal gets a line an error.
        os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")
    # Prefect and the stages take a second to load, which `--help` and errors of use need not cost.
    from flows.ingest import ingest as ingest_flow  # noqa: PLC0415
    from flows.orchestration import check_api, check_runner, has_api, run_flow  # noqa: PLC0415
    from tasks.fetch import hide_credentials  # noqa: PLC0415

    _check_url(options["url"], sources)
    if verbose:
        click.echo(API if has_api() else NO_API, err=True)
    check_runner(options["runner"])
    check_api()
    # Addresses with credentials are refused as inputs, but Prefect stores the parameters of its flow runs.
    shown = list(map(hide_credentials, sources))
    result = run_flow(ingest_flow, options["runner"])(shown, lake, **options)
    try:
        with until_reader_leaves():
            _print(result, format_name)
    except OSError as error:
        raise click.ClickException(f"the run is committed, but not told: standard output: {error.strerror}") from error
    if result.rejected:
        raise SystemExit(REJECTED)


def _print(result: "IngestResult", format_name: str) -> None:
    for fetch in result.rejected:
        click.echo(f"rejected: {fetch.error}", err=True)
    if format_name == "json":
        click.echo(json.dumps(asdict(result.summary)))
    elif format_name == "csv":
        print_rows([result.summary], type(result.summary), format_name)
    else:
        click.echo(result.summary.as_text())


def _check_url(url: str | None, sources: tuple[str, ...]) -> None:
    from tasks.fetch import AddressError, parse_web_address  # noqa: PLC0415 - `--help` needs no HTTP client

    if url is None:
        return
    try:
        parse_web_address(url)
    except AddressError as error:
        raise click.BadParameter(str(error), param_hint="--url") from error
    if len(sources) > 1:
        raise click.BadParameter(
            "one address can't be that of several inputs: ingest them one by one", param_hint="--url"
        )
