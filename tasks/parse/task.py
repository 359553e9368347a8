"""The parse stage as a Prefect task: one run a batch of payloads."""

from prefect import task
from prefect.cache_policies import NO_CACHE

from schemas.draft import Batch
from schemas.fetches import Payload
from schemas.page import ReadInput
from tasks.parse.batch import parse_batch


@task(name="parse", task_run_name="parse batch {number}", cache_policy=NO_CACHE, persist_result=False)
def parse(batch: Batch[Payload], *, number: int) -> Batch[ReadInput]:  # noqa: ARG001 - names the run
    """Gives the pages of a batch of payloads; those without one are settled as rejected."""
    return parse_batch(batch)
