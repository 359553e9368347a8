"""Opens a lake for reading: the newest version, or the one of a number or a time.

In: a location. Out: a DuckDB connection in which `SELECT ... FROM articles` works, or a named error. Nothing is ever
written, nor made where there is no lake.
"""

from datetime import datetime

import duckdb

from schemas.lake import (
    CONNECTION_CONFIG,
    COUNT_TABLES,
    READ_VERSIONS,
    SET_UTC,
    USE_LAKE,
    LakePaths,
    as_utc,
    check_versions,
    load_statements,
    locate_lake,
    reader_attach,
)
from schemas.lake_errors import NoLakeError, NoSnapshotError, explain_failure, lost_catalog, not_a_folder

# version 0 is the empty catalog, before the tables were made in it
_READ_RANGE = (
    "SELECT min(snapshot_id), max(snapshot_id), min(snapshot_time) FROM lake.snapshots() WHERE snapshot_id > 0"
)


def connect(lake: str, *, at: int | datetime | None = None) -> duckdb.DuckDBPyConnection:
    """Gives a read-only connection to the lake in folder `lake`, as of a version or a time where `at` says one.

    Raises NoLakeError, NoSnapshotError (which names the versions there are), NewerLakeError, OlderLakeError or
    CorruptLakeError. A time without an offset is read as UTC; the session runs in UTC.
    """
    paths = find_lake(lake)
    try:
        connection = _attach(paths, at)
    except duckdb.Error as error:
        if at is None:
            raise explain_failure(str(error), paths.root) from error
        raise _no_snapshot(paths, at) from error
    try:
        _check(connection, paths, at)
    except BaseException:
        connection.close()
        raise
    return connection


def find_lake(location: str) -> LakePaths:
    """Gives the paths of the lake in the folder `location`; raises NoLakeError where there is none."""
    paths = locate_lake(location)
    if paths.root.exists() and not paths.root.is_dir():
        raise not_a_folder(paths.root)
    if not paths.has_catalog:
        if paths.has_data:
            raise lost_catalog(paths.catalog)
        raise NoLakeError(f"there is no lake in {paths.root}: name one with --lake, or make one with `newslake ingest`")
    return paths


def _attach(paths: LakePaths, at: int | datetime | None) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(config=CONNECTION_CONFIG)
    try:
        for statement in (*load_statements(), SET_UTC, reader_attach(paths, at=at), USE_LAKE):
            connection.execute(statement)
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: duckdb.DuckDBPyConnection, paths: LakePaths, at: int | datetime | None) -> None:
    try:
        if not connection.execute(COUNT_TABLES).fetchall()[0][0]:
            if at is not None:
                raise _no_snapshot(paths, at)
            raise NoLakeError(f"the lake in {paths.root} has no tables yet: ingest something first")
        check_versions(paths.root, connection.execute(READ_VERSIONS).fetchall())
    except duckdb.Error as error:
        raise explain_failure(str(error), paths.root) from error


def _no_snapshot(paths: LakePaths, at: int | datetime) -> NoSnapshotError:
    """Gives the error that names the versions there are; raises the lake's own where not even the newest opens."""
    try:
        with _attach(paths, None) as connection:
            first, last, since = connection.execute(_READ_RANGE).fetchall()[0]
    except duckdb.Error as error:
        raise explain_failure(str(error), paths.root) from error
    asked = f"version {at}" if isinstance(at, int) else f"version at {as_utc(at).isoformat(sep=' ')}"
    return NoSnapshotError(
        f"{paths.root} has no {asked}: there are versions {first} to {last}, "
        f"the first of {as_utc(since).isoformat(sep=' ', timespec='seconds')}"
    )
