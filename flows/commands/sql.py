"""`newslake sql`: reading SQL over the lake, and the interactive shell."""

import re
import shutil
import sys
from datetime import datetime
from pathlib import Path

import click
from click.core import ParameterSource

from flows.commands.options import VersionOrTime, format_option, lake_option, print_result, verbose_option

# A query may begin with a comment, which is no option; an option that is mistyped is no query.
FILE_FORMATS = ("json", "csv", "parquet")
_LOOKS_LIKE_OPTION = re.compile(r"--?[\w-]+(=.*)?")


@click.command(
    context_settings={"ignore_unknown_options": True},
    epilog="Example: newslake sql \"SELECT text, count(*) FROM mentions WHERE type = 'ORG' GROUP BY ALL\"",
)
@click.argument("query", required=False)
@click.option(
    "-f", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Read the query from FILE."
)
@click.option("--at", type=VersionOrTime(), help="Read the lake as it was at a version or a time.")
@click.option("-o", "output", type=click.Path(dir_okay=False, path_type=Path), help="Write the rows to FILE.")
@click.option("--allow-external", is_flag=True, help="Let the query read other files too.")
@lake_option
@format_option(("table", "json", "csv", "parquet"))
@verbose_option
def sql(
    query: str | None, file: Path | None, at: int | datetime | None, output: Path | None, *, allow_external: bool,
    lake: str, format_name: str, verbose: bool,  # noqa: ARG001 - read by `main`
) -> None:  # fmt: skip
    """Run one reading statement over the lake; without a query, an interactive shell."""
    from tasks.query import open_session, run_shell  # noqa: PLC0415 - `--help` needs no database

    if query is not None and file is not None:
        raise click.UsageError("give a query or -f FILE, not both")
    if query is not None and _LOOKS_LIKE_OPTION.fullmatch(query):
        raise click.NoSuchOption(query)
    if file is not None:
        query = _read_query(file)
    elif query is None and not sys.stdin.isatty():
        query = sys.stdin.read()
    if output is not None and _is_default("format_name"):
        format_name = _format_of(output)
    with open_session(lake, at=at, allow_external=allow_external) as session:
        if query is None:
            run_shell(session, sys.stdout.buffer, width=shutil.get_terminal_size((120, 24)).columns)
        else:
            print_result(session.run(query), format_name, output)


def _is_default(parameter: str) -> bool:
    return click.get_current_context().get_parameter_source(parameter) is ParameterSource.DEFAULT


def _format_of(output: Path) -> str:
    """Gives the format that the ending of a file names; a table is for people, who name it with --format."""
    ending = output.suffix.lower().removeprefix(".")
    if ending not in FILE_FORMATS:
        raise click.UsageError(f"{output} doesn't end in .json, .csv or .parquet: rename it, or give --format")
    return ending


def _read_query(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{file} is no text in UTF-8: save the query in that encoding") from error
