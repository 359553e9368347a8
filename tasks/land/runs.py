"""Lands the rows that say that a run started and how it ended, each in a transaction of its own.

In: an open lake and a row of `runs`. Out: the number of the version that holds it.
"""

from typing import Any

from schemas.runs import Run
from tasks.land.lake import Lake
from tasks.land.rows import ChunkRows, insert_rows


def land_run_start(lake: Lake, run: Run) -> int:
    """Lands the row of a run that starts; gives the version that holds it, or raises a LakeError."""
    return _land_run(lake, run, f"run {run.run_id} started")


def land_run_end(lake: Lake, run: Run) -> int:
    """Lands the row of a run that ended, with its counts; gives the version that holds it, or raises a LakeError."""
    return _land_run(lake, run, f"run {run.run_id} {run.state}")


def _land_run(lake: Lake, run: Run, message: str) -> int:
    rows = ChunkRows()
    rows.add("runs", [run])
    extra: dict[str, Any] = {"run_id": run.run_id}
    with lake.transaction(message, extra):
        extra["rows"] = insert_rows(lake, rows)
    return lake.committed_snapshot()
