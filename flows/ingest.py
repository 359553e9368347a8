"""The main flow: inputs to rows of the lake, by way of every stage.

In: sources as on the command line. Out: an `IngestResult`, and the lake's new versions: one chunk is one transaction.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from uuid import uuid4

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.runtime import flow_run

from flows.orchestration import map_batches, stage
from flows.progress import show_progress
from flows.summary import IngestResult, ended, summarise
from schemas.draft import Batch, Draft
from schemas.known import Known
from schemas.lake import newslake_version
from schemas.lake_errors import LakeError
from schemas.runs import Run
from tasks.clean.task import clean
from tasks.extract import lexicon_digest
from tasks.extract.task import extract
from tasks.fetch import FetchSettings, Location, find_inputs, label_source
from tasks.fetch.task import fetch
from tasks.land import Lake, LandedChunk, open_lake
from tasks.land.task import end_run, land, start_run
from tasks.link.task import link
from tasks.parse.task import parse
from tasks.query import read_known

# Inputs a task run; a task run costs milliseconds, a batch of pages seconds.
BATCH_SIZE = 16


@dataclass(frozen=True, kw_only=True)
class InputBatch:
    """Some inputs of a run, and the batch's number in it."""

    number: int
    locations: tuple[Location, ...]


def _name_run() -> str:
    first, *others = flow_run.parameters["sources"]
    return f"ingest {first}" + (f" and {len(others)} more" if others else "")


@flow(name="ingest", flow_run_name=_name_run, persist_result=False, validate_parameters=False)
def ingest(
    sources: Sequence[str],
    lake: str,
    *,
    source: str | None = None,
    url: str | None = None,
    fetched_at: datetime | None = None,
    commit_every: int | None = None,
    runner: str = "local",
) -> IngestResult:
    """Ingests files, folders, globs, `-` and URLs into the lake; raises a LakeError where that fails.

    `url` and `fetched_at` are the user's word for inputs that don't know their own; `commit_every` splits the run into
    transactions of so many inputs; `runner` is where batches are read: 'local', 'process' or 'dask'.
    """
    names = [label_source(name) for name in sources]
    options = {"sources": names, "source": source, "url": url, "commit_every": commit_every, "runner": runner}
    with open_lake(lake) as opened:
        run = _new_run(options)
        stage(start_run)(opened, run)
        settings = FetchSettings(
            run_id=run.run_id, version=run.version, extractor=f"{run.version}+{lexicon_digest()}", source=source,
            url=url, fetched_at=fetched_at,
        )  # fmt: skip
        chunks: list[LandedChunk] = []
        try:
            known = read_known(lake, extractor=settings.extractor)
            for batches in _split(find_inputs(sources), commit_every):
                chunks.append(_land_chunk(opened, batches, run, known, settings, runner))  # noqa: PERF401 - see except
            summary = summarise(run, chunks, ended_at=datetime.now(UTC))
            stage(end_run)(opened, ended(run, summary, "completed"))
        except BaseException:
            # What failed may be the lake itself; then a run without an end says that it died.
            with suppress(LakeError):
                stage(end_run)(opened, ended(run, summarise(run, chunks, ended_at=datetime.now(UTC)), "failed"))
            raise
    rejected = (fetch for chunk in chunks for fetch in chunk.fetches if fetch.outcome == "rejected")
    return IngestResult(summary=summary, rejected=tuple(rejected))


def read_batch(batch: InputBatch, *, known: Known, settings: FetchSettings, seen_at: datetime) -> Batch[Draft]:
    """Gives the rows of a batch of inputs: its way from bytes through every stage before land."""
    payloads = stage(fetch)(batch.locations, known, settings, number=batch.number)
    pages = stage(parse)(payloads, number=batch.number)
    drafts = stage(clean)(pages, seen_at, number=batch.number)
    extracted = stage(extract)(drafts, number=batch.number)
    return stage(link)(extracted, number=batch.number)


read = task(name="read", task_run_name="read batch {batch.number}", cache_policy=NO_CACHE, persist_result=False)(
    read_batch
)


def _land_chunk(
    lake: Lake, batches: Sequence[InputBatch], run: Run, known: Known, settings: FetchSettings, runner: str
) -> LandedChunk:
    drafts = map_batches(read, batches, runner, known=known, settings=settings, seen_at=run.started_at)
    return stage(land)(lake, list(show_progress(drafts)), run.run_id, number=batches[0].number)


def _split(locations: Iterator[Location], commit_every: int | None) -> Iterator[list[InputBatch]]:
    """Gives the chunks of a run, each a list of batches; without `commit_every` a run is one chunk."""
    number = 0
    while chunk := list(islice(locations, commit_every)):
        batches = [tuple(chunk[start : start + BATCH_SIZE]) for start in range(0, len(chunk), BATCH_SIZE)]
        yield [InputBatch(number=number + index, locations=batch) for index, batch in enumerate(batches, start=1)]
        number += len(batches)


def _new_run(options: Mapping[str, object]) -> Run:
    return Run(
        run_id=uuid4().hex[:12], started_at=datetime.now(UTC), ended_at=None, state="started",
        version=newslake_version(), settings=json.dumps(options, ensure_ascii=False), first_snapshot=None,
        snapshot=None, seen=None, landed=None, revised=None, unchanged=None, rejected=None, seconds=None,
    )  # fmt: skip
