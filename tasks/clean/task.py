"""The clean stage as a Prefect task: one run a batch of pages."""

from datetime import datetime

from prefect import task
from prefect.cache_policies import NO_CACHE

from schemas.draft import Batch, Draft
from schemas.page import ReadInput
from tasks.clean.batch import clean_batch


@task(name="clean", task_run_name="clean batch {number}", cache_policy=NO_CACHE, persist_result=False)
def clean(batch: Batch[ReadInput], seen_at: datetime, *, number: int) -> Batch[Draft]:  # noqa: ARG001 - names the run
    """Gives the drafts of a batch of pages; `seen_at` is when the run started, UTC."""
    return clean_batch(batch, seen_at=seen_at)
