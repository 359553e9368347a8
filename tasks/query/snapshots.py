"""The versions of a lake.

In: a location. Out: a row a version, oldest first. The numbers of rows stand in the commit messages that land writes:
compaction moves rows between files, so the files do not tell them.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb

from schemas.lake import locate_lake
from schemas.lake_errors import explain_failure
from tasks.query.connection import connect

# version 0 is the empty catalog, before the tables were made in it
_READ_SNAPSHOTS = """
    SELECT snapshot_id, snapshot_time, commit_message, commit_extra_info
    FROM lake.snapshots() WHERE snapshot_id > 0 ORDER BY snapshot_id"""


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """A version of the lake; `rows_added` is like `articles +1, mentions +213`, None where no rows were."""

    snapshot: int
    created_at: datetime
    run_id: str | None
    message: str | None
    rows_added: str | None


def list_snapshots(lake: str) -> list[Snapshot]:
    """Gives every version of the lake that can still be read, oldest first; raises what `connect` raises."""
    with connect(lake) as connection:
        try:
            rows = connection.execute(_READ_SNAPSHOTS).fetchall()
        except duckdb.Error as error:
            raise explain_failure(str(error), locate_lake(lake).root) from error
    return [_snapshot(*row) for row in rows]


def _snapshot(number: int, created_at: datetime, message: str | None, extra_info: str | None) -> Snapshot:
    extra = json.loads(extra_info) if extra_info else {}
    added = ", ".join(f"{table} +{count}" for table, count in extra.get("rows", {}).items())
    return Snapshot(
        snapshot=number, created_at=created_at.astimezone(UTC), run_id=extra.get("run_id"), message=message,
        rows_added=added or None,
    )  # fmt: skip
