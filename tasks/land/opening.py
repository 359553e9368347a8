"""Opens a lake for writing, and makes one where there is none.

In: a location. Out: an open `Lake` of this newslake's tables, or a named error. Nothing is left half-made: a lake is
made in one transaction, and what a failed try put there is taken away.
"""

import shutil

import duckdb

from schemas.lake import READ_VERSIONS, LakePaths, check_versions, locate_lake, newslake_version, quote_literal
from schemas.lake_errors import CorruptLakeError, LakeLocationError, explain_failure
from schemas.runs import SchemaVersion
from schemas.table import TABLES, Table
from schemas.views import VIEWS
from tasks.land.lake import Lake, attach_lake
from tasks.land.lock import hold_lock

_COUNT_TABLES = "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'lake' AND table_name = 'schema_versions'"
_OWN_FILES = ("catalog.sqlite", "catalog.sqlite-wal", "catalog.sqlite-shm", "data", "lock")


def open_lake(location: str) -> Lake:
    """Gives the lake in the folder `location`, made with all tables and views where there is none.

    A process that makes the same lake at the same time is waited for. Raises a LakeError: NewerLakeError and
    OlderLakeError for a lake of another newslake, LakeLocationError for a file or a folder of other things,
    UnwritableLakeError, LakeFullError, CorruptLakeError.
    """
    paths = locate_lake(location)
    is_new_folder = not paths.root.exists()
    _make_folder(paths)
    try:
        lake = attach_lake(paths) if _has_catalog(paths) else _make_lake(paths)
    except BaseException:
        if is_new_folder and not _has_catalog(paths):
            shutil.rmtree(paths.root, ignore_errors=True)
        raise
    try:
        _complete(lake)
        _check(lake)
    except BaseException:
        lake.close()
        raise
    return lake


def _make_folder(paths: LakePaths) -> None:
    try:
        paths.root.mkdir(parents=True, exist_ok=True)
        names = {path.name for path in paths.root.iterdir()}
    except (FileExistsError, NotADirectoryError) as error:
        raise LakeLocationError(f"{paths.root} is a file: a lake is a folder, give the path of one") from error
    except OSError as error:
        raise explain_failure(str(error), paths.root) from error
    if not _has_catalog(paths) and not names.issubset(_OWN_FILES):
        raise LakeLocationError(f"{paths.root} holds other files and no lake: give a new or an empty folder")


def _has_catalog(paths: LakePaths) -> bool:
    return paths.catalog.is_file() and paths.catalog.stat().st_size > 0


def _make_lake(paths: LakePaths) -> Lake:
    with hold_lock(paths.lock):
        if _has_catalog(paths):
            return attach_lake(paths)
        if any(paths.data.rglob("*.parquet")):
            raise CorruptLakeError(f"{paths.catalog} is missing or empty beside its data: restore a backup of it")
        try:
            lake = attach_lake(paths)
            _make_tables(lake)
        except BaseException:
            _remove_parts(paths)
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
    return bool(lake.query(_COUNT_TABLES)[0][0].as_py())


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
