"""The fetch stage as a Prefect task: one run a batch of inputs."""

from collections.abc import Sequence

from prefect import task
from prefect.cache_policies import NO_CACHE

from schemas.draft import Batch
from schemas.fetches import Payload
from schemas.known import Known
from tasks.fetch.batch import FetchSettings, fetch_batch
from tasks.fetch.locations import Location


@task(name="fetch", task_run_name="fetch batch {number}", cache_policy=NO_CACHE, persist_result=False)
def fetch(locations: Sequence[Location], known: Known, settings: FetchSettings, *, number: int) -> Batch[Payload]:  # noqa: ARG001 - names the run
    """Gives the payloads of a batch of inputs, and the rows of those that are settled already."""
    return fetch_batch(locations, settings=settings, known=known)
