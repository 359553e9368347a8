"""Where a lake's parts are, and the SQL that opens one.

In: a location as the user names it. Out: paths and SQL statements, and whether this newslake can use the lake. Running
the statements is the work of land (the writer) and query (the readers); nothing here touches a database.
"""

import importlib.metadata
import importlib.util
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from schemas.lake_errors import LakeLocationError, NewerLakeError, OlderLakeError
from schemas.table import TABLES

CATALOG = "lake"
AUTHOR = "newslake"
BUSY_TIMEOUT_MS = 30_000
CONNECTION_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
SET_UTC = "SET TimeZone = 'UTC'"
USE_LAKE = f"USE {CATALOG}"
READ_VERSIONS = (
    "SELECT table_name, max(version), max(newslake_version) FROM history.schema_versions GROUP BY table_name"
)
COUNT_TABLES = "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'lake' AND table_name = 'schema_versions'"
_EXTENSIONS = ("ducklake", "sqlite_scanner")


@dataclass(frozen=True)
class LakePaths:
    """The folder of a lake and the places of its parts in it."""

    root: Path

    @property
    def catalog(self) -> Path:
        """The SQLite file that knows every version, table and data file."""
        return self.root / "catalog.sqlite"

    @property
    def data(self) -> Path:
        """The folder of the Parquet files."""
        return self.root / "data"

    @property
    def lock(self) -> Path:
        """The file whose lock a writer holds during a transaction."""
        return self.root / "lock"

    @property
    def has_catalog(self) -> bool:
        """Whether the catalog is there and not empty."""
        try:
            return self.catalog.is_file() and self.catalog.stat().st_size > 0
        except FileNotFoundError:
            # whoever fails to make the lake takes the file away again
            return False

    @property
    def has_data(self) -> bool:
        """Whether there is a Parquet file."""
        return any(self.data.rglob("*.parquet"))


def locate_lake(location: str) -> LakePaths:
    """Gives the paths of the lake in the folder `location`; raises LakeLocationError for what is no folder's name."""
    if "://" in location:
        raise LakeLocationError(f"{location} is an address: a lake is a folder, give its path")
    if not location.strip():
        raise LakeLocationError("the lake's location is empty: give the path of a folder")
    return LakePaths(Path(location).expanduser().absolute())


def quote_literal(text: str) -> str:
    """Gives the text as an SQL string literal.

    >>> print(quote_literal("it's"))
    'it''s'
    """
    return "'" + text.replace("'", "''") + "'"


def load_statements() -> list[str]:
    """Gives the statements that load DuckDB's extensions: from the installed wheels, else by name from the network."""
    return [statement for name in _EXTENSIONS for statement in _load_one(name)]


def writer_attach(paths: LakePaths) -> str:
    """Gives the ATTACH statement of the one writer; it makes the catalog where there is none."""
    return _attach(paths, "DATA_INLINING_ROW_LIMIT 0", "META_JOURNAL_MODE 'WAL'")


def reader_attach(paths: LakePaths, *, at: int | datetime | None = None) -> str:
    """Gives the ATTACH statement of a reader, of the newest version or of the one `at` a number or a time.

    A time without an offset is read as UTC.
    """
    if at is None:
        return _attach(paths, "READ_ONLY")
    if isinstance(at, int):
        return _attach(paths, "READ_ONLY", f"SNAPSHOT_VERSION {at}")
    return _attach(paths, "READ_ONLY", f"SNAPSHOT_TIME '{as_utc(at).isoformat(sep=' ')}'")


def newslake_version() -> str:
    """Gives the version of the installed newslake; `0+source` for a checkout that was not installed."""
    try:
        return importlib.metadata.version("newslake")
    except importlib.metadata.PackageNotFoundError:
        return "0+source"


def as_utc(moment: datetime) -> datetime:
    """Gives the moment in UTC; one without an offset is taken as UTC."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def check_versions(root: Path, found: Iterable[tuple[str, int, str]]) -> None:
    """Compares a lake's tables (name, version, newslake version) with the declared ones.

    Raises NewerLakeError or OlderLakeError where they are not the same.
    """
    versions = {name: (version, made_by) for name, version, made_by in found}
    for name, (version, made_by) in versions.items():
        if name not in TABLES or version > TABLES[name].version:
            raise NewerLakeError(f"{root} was made by newslake {made_by}, which is newer: upgrade newslake to use it")
    for name, table in TABLES.items():
        if name not in versions or versions[name][0] < table.version:
            raise OlderLakeError(
                f"{root} was made by an older newslake (table {name}): use that one, or ingest anew into another folder"
            )


def _attach(paths: LakePaths, *options: str) -> str:
    # a lake that was moved still names its old data path
    places = (f"DATA_PATH {quote_literal(f'{paths.data}/')}", "OVERRIDE_DATA_PATH true")
    settings = ", ".join((*places, *options, f"META_BUSY_TIMEOUT {BUSY_TIMEOUT_MS}"))
    return f"ATTACH {quote_literal(f'ducklake:sqlite:{paths.catalog}')} AS {CATALOG} ({settings})"


def _load_one(name: str) -> list[str]:
    spec = importlib.util.find_spec(f"duckdb_extension_{name}")
    folders = (spec.submodule_search_locations or []) if spec else []
    binaries = [path for folder in folders for path in Path(folder).glob("extensions/*/*.duckdb_extension")]
    if binaries:
        return [f"LOAD {quote_literal(str(max(binaries)))}"]
    return [f"INSTALL {name}", f"LOAD {name}"]
