"""What a run did, as `ingest` prints it and the lake keeps it."""

from collections import Counter
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from schemas.fetches import Fetch
from schemas.runs import Run
from tasks.land import LandedChunk


@dataclass(frozen=True, kw_only=True)
class RunSummary:
    """The counts of a run, in pages: `seen` is landed + revised + unchanged + rejected.

    `first_snapshot` and `snapshot` are the first and the last version of the lake with the run's rows.
    """

    run_id: str
    snapshot: int | None
    first_snapshot: int | None
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
    """Gives the counts of a run's landed chunks; without any, the run wrote no version."""
    outcomes = sum((chunk.outcomes for chunk in chunks), Counter[str]())
    return RunSummary(
        run_id=run.run_id,
        snapshot=chunks[-1].snapshot if chunks else None,
        first_snapshot=chunks[0].snapshot if chunks else None,
        seen=outcomes.total(),
        landed=outcomes["landed"],
        revised=outcomes["revised"],
        unchanged=outcomes["unchanged"],
        rejected=outcomes["rejected"],
        seconds=round((ended_at - run.started_at).total_seconds(), 3),
    )


def ended(run: Run, summary: RunSummary, state: str) -> Run:
    """Gives the row of a run that ended in a state, with the counts of what it committed."""
    ended_at = run.started_at + timedelta(seconds=summary.seconds)
    return replace(run, state=state, ended_at=ended_at, **asdict(summary))
