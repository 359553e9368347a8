"""The link stage as a Prefect task: one run a batch of drafts."""

from prefect import task
from prefect.cache_policies import NO_CACHE

from schemas.draft import Batch, Draft
from tasks.link.batch import link_batch


@task(name="link", task_run_name="link batch {number}", cache_policy=NO_CACHE, persist_result=False)
def link(batch: Batch[Draft], *, number: int) -> Batch[Draft]:  # noqa: ARG001 - names the run
    """Gives the drafts of a batch with their rows of mentions, measures, quotes and entities."""
    return link_batch(batch)
