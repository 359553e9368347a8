"""The land stage as Prefect tasks: the start of a run, a chunk of it, its end."""

from collections.abc import Sequence

from prefect import task
from prefect.cache_policies import NO_CACHE

from schemas.draft import Batch, Draft
from schemas.runs import Run
from tasks.land.chunk import LandedChunk, land_chunk
from tasks.land.lake import Lake
from tasks.land.runs import land_run_end, land_run_start


@task(name="start run", task_run_name="start run", cache_policy=NO_CACHE, persist_result=False)
def start_run(lake: Lake, run: Run) -> int:
    """Lands the row of a run that starts; gives the version that holds it."""
    return land_run_start(lake, run)


@task(name="land", task_run_name="land chunk {number}", cache_policy=NO_CACHE, persist_result=False)
def land(lake: Lake, batches: Sequence[Batch[Draft]], run_id: str, *, number: int) -> LandedChunk:  # noqa: ARG001 - names the run
    """Lands all rows of some batches in one transaction; gives the version and what became of each input."""
    drafts = [draft for batch in batches for draft in batch.items]
    settled = [fetch for batch in batches for fetch in batch.settled]
    return land_chunk(lake, drafts, settled, run_id=run_id)


@task(name="end run", task_run_name="end run", cache_policy=NO_CACHE, persist_result=False)
def end_run(lake: Lake, run: Run) -> int:
    """Lands the row of a run that ended, with its counts; gives the version that holds it."""
    return land_run_end(lake, run)
