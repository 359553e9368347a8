"""What the commands share: options, types of values, and how rows are printed."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click

ROW_FORMATS = ("table", "json", "csv")
# The web's first pages.
FIRST_PAGES = datetime(1991, 1, 1, tzinfo=UTC)


class UtcTime(click.ParamType[datetime]):
    """A time in ISO 8601; one without an offset is UTC."""

    name = "ISO time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Gives the time in UTC, or ends with a message that shows the form."""
        if isinstance(value, datetime):
            return value
        try:
            time = datetime.fromisoformat(value)
            return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
        except (ValueError, OverflowError):
            self.fail(f"{value!r} is no ISO 8601 time: give one like 2026-04-30T20:15:00Z", param, ctx)


class TimeOfFetching(UtcTime):
    """A time at which a page can have been saved: with its hour, and not in the future."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Gives the time in UTC, or ends with a message that says what is wrong."""
        time = super().convert(value, param, ctx)
        if isinstance(value, str) and ":" not in value:
            self.fail(
                f"{value!r} has no hour, and `9h ago` counts from it: give one like 2026-04-30T20:15:00Z", param, ctx
            )
        if not FIRST_PAGES <= time <= datetime.now(UTC) + timedelta(days=1):
            self.fail(f"{value!r} is no time at which a page can have been saved", param, ctx)
        return time


class SourceName(click.ParamType[str]):
    """A name of a source: one line, and not empty."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Gives the name without blanks around it, or ends with a message that says what is wrong."""
        name = str(value).strip()
        if not name or not name.isprintable():
            self.fail("give a name of printable characters, or leave the option out", param, ctx)
        return name


class VersionOrTime(click.ParamType[int | datetime]):
    """A version of the lake, by its number or by a time."""

    name = "version|time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | datetime:
        """Gives the number or the time, or ends with a message that shows both forms."""
        if isinstance(value, int | datetime):
            return value
        if value.isdecimal():
            return int(value)
        try:
            return UtcTime().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is neither a version like 7 nor a time like 2026-04-30T20:15:00Z", param, ctx)


def lake_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--lake` to a command."""
    return click.option(
        "--lake", envvar="NEWSLAKE_LAKE", default="./lake", metavar="DIR", show_default=True,
        help="The lake's folder. [env: NEWSLAKE_LAKE]",
    )(command)  # fmt: skip


def verbose_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--verbose` to a command."""
    return click.option("--verbose", is_flag=True, help="Say more, and show tracebacks of errors.")(command)


def format_option(formats: Sequence[str] = ROW_FORMATS) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Adds `--format` to a command that prints rows."""
    return click.option(
        "--format", "format_name", type=click.Choice(formats), default="table", show_default=True,
        help="How rows are printed.",
    )  # fmt: skip


def print_rows(rows: Sequence[Any], row_class: type, format_name: str) -> None:
    """Prints rows of a dataclass to standard output."""
    from tasks.query import result_of_rows  # noqa: PLC0415 - `--help` needs no database

    print_result(result_of_rows(rows, row_class), format_name)


def print_result(result: Any, format_name: str, output: Path | None = None) -> None:
    """Prints a result to standard output, or writes it to a file."""
    from tasks.query import write_result  # noqa: PLC0415 - `--help` needs no database

    width = shutil.get_terminal_size((120, 24)).columns
    with until_reader_leaves():
        write_result(result, sys.stdout.buffer, format_name=format_name, output=output, width=width)


@contextmanager
def until_reader_leaves() -> Iterator[None]:
    """Lets the block print; a reader of the pipe that has enough, such as `head`, ends it without an error."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter flushes once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
