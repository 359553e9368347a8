"""The extract stage as a Prefect task: one run a batch of drafts."""

from prefect import task
from prefect.cache_policies import NO_CACHE

from schemas.draft import Batch, Draft
from tasks.extract.batch import extract_batch


@task(name="extract", task_run_name="extract batch {number}", cache_policy=NO_CACHE, persist_result=False)
def extract(batch: Batch[Draft], *, number: int) -> Batch[Draft]:  # noqa: ARG001 - names the run
    """Gives the drafts of a batch with what was found in each of their parts."""
    return extract_batch(batch)
