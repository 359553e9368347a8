"""What a run did, as `ingest` prints it and the lake keeps it."""

from collections import Counter
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime

from schemas.fetches import Fetch
from schemas.runs import Run
from tasks.land import LandedChunk


@dataclass(frozen=True, kw_only=True)
class RunSummary:
    """The counts of a run, in pages: `seen` is landed + revised + unchanged + rejected.

    `first_snapshot` and `snapshot` are the first and the last version of the lake with the run's rows.
    """

    run_id: str
    snapshot: int
    first_snapshot: int
    seen: int
    landed: int
    revised: int
    unchanged: int
    rejected: int
    seconds: float

    def as_text(self) -> str:
        """Gives the summary in a line for people."""
        counts = f"{self.landed} landed, {self.revised} revised, {self.unchanged} unchanged, {self.rejected} rejected"
        return f"run {self.run_id}: {self.seen} seen: {counts}; version {self.snapshot}, {self.seconds:.1f} s"


@dataclass(frozen=True, kw_only=True)
class IngestResult:
    """What a run gives back: its counts, and the rows of the inputs that it rejected."""

    summary: RunSummary
    rejected: tuple[Fetch, ...]


def summarise(run: Run, chunks: list[LandedChunk], *, ended_at: datetime) -> RunSummary:
    """Gives the counts of a run's landed chunks."""
    outcomes = sum((chunk.outcomes for chunk in chunks), Counter[str]())
    return RunSummary(
        run_id=run.run_id, snapshot=chunks[-1].snapshot, first_snapshot=chunks[0].snapshot, seen=outcomes.total(),
        landed=outcomes["landed"], revised=outcomes["revised"], unchanged=outcomes["unchanged"],
        rejected=outcomes["rejected"], seconds=round((ended_at - run.started_at).total_seconds(), 3),
    )  # fmt: skip


def completed(run: Run, summary: RunSummary, *, ended_at: datetime) -> Run:
    """Gives the row of a run that ended with its counts."""
    return replace(run, state="completed", ended_at=ended_at, **asdict(summary))


def failed(run: Run) -> Run:
    """Gives the row of a run that an error ended, now."""
    return replace(run, state="failed", ended_at=datetime.now(UTC))
