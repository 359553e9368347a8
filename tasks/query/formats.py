"""Writes rows for people and programs: a table for the terminal, JSON, CSV or Parquet.

In: a `Result`. Out: bytes into a stream, or a file that is there whole or not at all.
"""

import csv
import io
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Any, BinaryIO

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from schemas.lake import CONNECTION_CONFIG, SET_UTC
from schemas.lake_errors import QueryError
from tasks.query.result import Result
from tasks.query.values import to_cell, to_json_value

FORMATS = ("table", "json", "csv", "parquet")
TABLE_ROWS = 10_000
TABLE_WIDTH = 120


def write_result(
    result: Result, stdout: BinaryIO, *, format_name: str, output: Path | None = None, width: int = TABLE_WIDTH
) -> None:
    """Writes the rows to the stream, or to the file `output`, which is replaced only when all is written.

    `format_name` is one of FORMATS, `width` the columns of the terminal. Raises QueryError for Parquet on a terminal
    and for values that the format cannot hold.
    """
    if output is None and format_name == "parquet" and stdout.isatty():
        raise QueryError("Parquet is no text for a terminal: name a file with -o FILE")
    with _target(stdout, output) as stream:
        if format_name == "table":
            _write_table(result, stream, width)
        else:
            _WRITERS[format_name](result, stream)


@contextmanager
def _target(stdout: BinaryIO, output: Path | None) -> Iterator[BinaryIO]:
    if output is None:
        yield stdout
        stdout.flush()
        return
    try:
        target = output.resolve()
        with _in_place(target) if target.exists() and not target.is_file() else _in_whole(target) as stream:
            yield stream
    except OSError as error:
        raise QueryError(f"{output} cannot be written: {error.strerror}") from error


@contextmanager
def _in_place(device: Path) -> Iterator[BinaryIO]:
    with device.open("wb") as stream:
        yield stream


@contextmanager
def _in_whole(target: Path) -> Iterator[BinaryIO]:
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as stream:
            yield stream
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _write_table(result: Result, stream: BinaryIO, width: int) -> None:
    table, is_cut = _first_rows(result)
    if table.column_names == ["explain_key", "explain_value"]:
        stream.write("\n".join(table["explain_value"].to_pylist()).encode())
        return
    text = io.StringIO()
    with duckdb.connect(config=CONNECTION_CONFIG) as connection, redirect_stdout(text):
        connection.execute(SET_UTC)
        connection.from_arrow(table).show(max_width=width, max_rows=TABLE_ROWS, null_value="NULL")
    stream.write(text.getvalue().rstrip("\n").encode() + b"\n")
    if is_cut:
        stream.write(f"only the first {TABLE_ROWS} rows: use --format csv, or -o FILE, for all\n".encode())


def _first_rows(result: Result) -> tuple[pa.Table, bool]:
    batches, count = [], 0
    for batch in result.batches:
        batches.append(batch)
        count += batch.num_rows
        if count > TABLE_ROWS:
            break
    return pa.Table.from_batches(batches, result.schema).slice(0, TABLE_ROWS), count > TABLE_ROWS


def _write_json(result: Result, stream: BinaryIO) -> None:
    separator = b"[\n"
    for row in _rows(result, to_json_value):
        line = json.dumps(dict(zip(result.schema.names, row, strict=True)), ensure_ascii=False)
        stream.write(separator + line.encode())
        separator = b",\n"
    stream.write(b"[]\n" if separator == b"[\n" else b"\n]\n")


def _write_csv(result: Result, stream: BinaryIO) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    try:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(result.schema.names)
        writer.writerows(_rows(result, to_cell))
    finally:
        # else it would close the stream, also where its reader has left
        text.detach()


def _write_parquet(result: Result, stream: BinaryIO) -> None:
    try:
        with pq.ParquetWriter(stream, result.schema, compression="zstd") as writer:
            for batch in result.batches:
                writer.write_batch(batch)
    except pa.ArrowNotImplementedError as error:
        raise QueryError(f"Parquet cannot hold a column of this type, cast it in the query: {error}") from error


_WRITERS: dict[str, Callable[[Result, BinaryIO], None]] = {
    "json": _write_json,
    "csv": _write_csv,
    "parquet": _write_parquet,
}


def _rows(result: Result, convert: Callable[[Any, pa.DataType], Any]) -> Iterator[tuple[Any, ...]]:
    for batch in result.batches:
        columns = [[convert(value, column.type) for value in _values(column)] for column in batch.columns]
        yield from zip(*columns, strict=True)


def _values(column: pa.Array) -> list[Any]:
    try:
        values: list[Any] = column.to_pylist()
    except ValueError as error:
        raise QueryError(f"a record's fields need names of their own, give them in the query: {error}") from error
    return values
