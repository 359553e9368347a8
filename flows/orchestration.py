"""The one switch of orchestration: with a Prefect API, stages are task runs; without one, plain functions.

`stage` gives a stage in the form that fits, `map_batches` runs a way over batches on the runner that the user chose.
No other module asks whether there is an API.
"""

import functools
import importlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, ParamSpec, TypeVar

from prefect import Flow, Task
from prefect.client.orchestration import get_client
from prefect.settings import get_current_settings
from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner
from prefect.utilities.annotations import quote

from flows.errors import MissingExtraError, UnreachableApiError

Given = ParamSpec("Given")
Result = TypeVar("Result")
Item = TypeVar("Item")


@functools.cache
def has_api() -> bool:
    """Tells whether a Prefect API is configured, by environment or profile."""
    return bool(get_current_settings().api.url)


def check_api() -> None:
    """Raises UnreachableApiError where an API is configured and doesn't answer."""
    if not has_api():
        return
    with get_client(sync_client=True) as client:
        error = client.api_healthcheck()
    if error is not None:
        raise UnreachableApiError(
            f"the Prefect API at {get_current_settings().api.url} doesn't answer ({type(error).__name__}): "
            "start it, or unset PREFECT_API_URL to run without one"
        )


def check_runner(runner: str) -> None:
    """Raises MissingExtraError where the runner needs packages that are not installed."""
    if runner != "dask":
        return
    try:
        importlib.import_module("prefect_dask")
    except ImportError as error:
        raise MissingExtraError("--runner dask needs the extra: pip install 'newslake[dask]'") from error


def stage(task: Task[Given, Result]) -> Callable[Given, Result]:
    """Gives a stage's task where there is an API, else its plain function."""
    if not has_api():
        return task.fn

    call: Callable[..., Result] = task

    def run_task(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        # Prefect would look through every row for futures.
        return call(*(quote(arg) for arg in args), **kwargs)

    return run_task


def run_flow(flow: Flow[Given, Result], runner: str) -> Callable[Given, Result]:
    """Gives a flow where there is an API, its task runs on the runner; else its plain function."""
    if not has_api():
        return flow.fn
    return flow.with_options(task_runner=_task_runner(runner)) if runner != "local" else flow


def map_batches(way: Task[Any, Result], batches: Iterable[Item], runner: str, **settings: Any) -> Iterator[Result]:
    """Gives the results of a way over batches, in order; on `local` one after the other as they are asked for."""
    if runner == "local":
        return (way.fn(batch, **settings) for batch in batches)
    if has_api():
        # Dask takes annotations apart; elsewhere they keep Prefect from looking through what the lake knows.
        opaque: Callable[[Any], Any] = quote if runner == "process" else lambda value: value
        hidden = {name: opaque(value) for name, value in settings.items()}
        futures = [way.submit(batch, **hidden) for batch in batches]
        return (future.result() for future in futures)
    return _map_in_pool(functools.partial(way.fn, **settings), batches, runner)


def _map_in_pool(way: Callable[[Item], Result], batches: Iterable[Item], runner: str) -> Iterator[Result]:
    if runner == "dask":
        with _dask_client() as client:
            yield from client.gather(client.map(way, list(batches), pure=False))
    else:
        # This process has threads (the database's), which a fork would copy in whatever state they are.
        with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
            yield from pool.map(way, batches)


def _task_runner(runner: str) -> TaskRunner[Any]:
    if runner == "process":
        return ProcessPoolTaskRunner()
    from prefect_dask import DaskTaskRunner  # noqa: PLC0415 - an extra

    dask_runner: TaskRunner[Any] = DaskTaskRunner()
    return dask_runner


def _dask_client() -> Any:
    from distributed import Client  # noqa: PLC0415 - an extra

    return Client(dashboard_address=None)
