"""Opens a lake for writing, and makes one where there is none.

In: a location. Out: an open `Lake` of this newslake's tables, or a named error. Nothing is left half-made: a lake is
made in one transaction, and what a failed try put there is taken away.
"""

import shutil
from contextlib import suppress

import duckdb

from schemas.lake import (
    COUNT_TABLES,
    READ_VERSIONS,
    LakePaths,
    check_versions,
    locate_lake,
    newslake_version,
    quote_literal,
)
from schemas.lake_errors import LakeLocationError, explain_failure, lost_catalog, not_a_folder
from schemas.runs import SchemaVersion
from schemas.table import TABLES, Table
from schemas.views import VIEWS
from tasks.land.lake import Lake, attach_lake
from tasks.land.lock import hold_lock

_OWN_FILES = (
    "catalog.sqlite", "catalog.sqlite-journal", "catalog.sqlite-wal", "catalog.sqlite-shm", "data", "lock"
)  # fmt: skip


def open_lake(location: str) -> Lake:
    """Gives the lake in the folder `location`, made with all tables and views where there is none.

    A process that makes the same lake at the same time is waited for. Raises a LakeError: NewerLakeError and
    OlderLakeError for a lake of another newslake, LakeLocationError for a file or a folder of other things,
    UnwritableLakeError, LakeFullError, CorruptLakeError.
    """
    paths = locate_lake(location)
    is_new_folder = _make_folder(paths)
    try:
        lake = attach_lake(paths) if paths.has_catalog else _make_lake(paths)
    except BaseException:
        if is_new_folder:
            # it stays where another process is making the same lake in it
            with suppress(OSError):
                paths.root.rmdir()
        raise
    try:
        _complete(lake)
        _check(lake)
    except BaseException:
        lake.close()
        raise
    return lake


def _make_folder(paths: LakePaths) -> bool:
    """Makes the folder, and tells whether there was none; raises LakeLocationError where it cannot hold a lake."""
    is_new = not paths.root.exists()
    try:
        paths.root.mkdir(parents=True, exist_ok=True)
        names = {path.name for path in paths.root.iterdir()}
    except (FileExistsError, NotADirectoryError) as error:
        raise not_a_folder(paths.root) from error
    except OSError as error:
        raise explain_failure(str(error), paths.root) from error
    if not paths.has_catalog and not names.issubset(_OWN_FILES):
        raise LakeLocationError(f"{paths.root} holds other files and no lake: give a new or an empty folder")
    return is_new


def _make_lake(paths: LakePaths) -> Lake:
    with hold_lock(paths.lock):
        if paths.has_catalog:
            return attach_lake(paths)
        if paths.has_data:
            raise lost_catalog(paths.catalog)
        try:
            return _attach_new(paths)
        except BaseException:
            _remove_parts(paths)
            raise


def _attach_new(paths: LakePaths) -> Lake:
    lake = attach_lake(paths)
    try:
        _make_tables(lake)
    except BaseException:
        lake.close()
        raise
    return lake


def _remove_parts(paths: LakePaths) -> None:
    for name in _OWN_FILES:
        path = paths.root / name
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _complete(lake: Lake) -> None:
    """Makes the tables where another process is about to, or died before it did."""
    if _has_tables(lake):
        return
    with hold_lock(lake.paths.lock):
        if not _has_tables(lake):
            _make_tables(lake)


def _has_tables(lake: Lake) -> bool:
    return bool(lake.query(COUNT_TABLES)[0][0].as_py())


def _make_tables(lake: Lake) -> None:
    with lake.atomic("a new lake", {"rows": {"schema_versions": len(TABLES)}}):
        lake.connection.execute("CREATE SCHEMA history")
        for table in TABLES.values():
            lake.connection.execute(table.ddl)
            _comment(lake, table)
        for view in VIEWS.values():
            lake.connection.execute(view.ddl)
            lake.connection.execute(f"COMMENT ON VIEW main.{view.name} IS {quote_literal(view.meaning)}")
        _write_versions(lake)


def _comment(lake: Lake, table: Table) -> None:
    target = f"history.{table.name}"
    lake.connection.execute(f"COMMENT ON TABLE {target} IS {quote_literal(table.meaning)}")
    for column in table.columns:
        meaning = quote_literal(column.means.meaning)
        lake.connection.execute(f"COMMENT ON COLUMN {target}.{column.name} IS {meaning}")


def _write_versions(lake: Lake) -> None:
    made_by = newslake_version()
    rows = [
        SchemaVersion(table_name=table.name, version=table.version, newslake_version=made_by)
        for table in TABLES.values()
    ]
    lake.insert(TABLES["schema_versions"], TABLES["schema_versions"].to_arrow(rows))


def _check(lake: Lake) -> None:
    try:
        found = lake.connection.execute(READ_VERSIONS).fetchall()
    except duckdb.Error as error:
        raise explain_failure(str(error), lake.paths.root) from error
    check_versions(lake.paths.root, found)
