"""Tables of the runs and of what their checks found."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from schemas.articles import RunId
from schemas.table import Means, table

RUN_STATES = ("started", "completed", "failed")


@table(name="runs", version=1, key=("run_id", "state"))
@dataclass(frozen=True, kw_only=True)
class Run:
    """A run of ingestion: in history a row when it started and one when it ended; one without the second died."""

    run_id: RunId
    started_at: Annotated[datetime, Means("when the run started, UTC")]
    ended_at: Annotated[datetime | None, Means("when the run ended, UTC")]
    state: Annotated[str, Means("how far the run came", values=RUN_STATES)]
    version: Annotated[str, Means("version of newslake")]
    settings: Annotated[str, Means("options of the run, as a JSON object")]
    first_snapshot: Annotated[int | None, Means("first version of the lake that the run wrote", sql="BIGINT")]
    snapshot: Annotated[int | None, Means("last version of the lake that holds the run's rows", sql="BIGINT")]
    seen: Annotated[int | None, Means("pages tried: landed + revised + unchanged + rejected", unit="pages", minimum=0)]
    landed: Annotated[int | None, Means("new articles", unit="pages", minimum=0)]
    revised: Annotated[int | None, Means("articles with a new revision", unit="pages", minimum=0)]
    unchanged: Annotated[int | None, Means("pages that gave nothing new", unit="pages", minimum=0)]
    rejected: Annotated[int | None, Means("inputs that gave no article", unit="pages", minimum=0)]
    seconds: Annotated[float | None, Means("length of the run", unit="seconds", minimum=0)]


@table(name="checks", version=1, key=("run_id", "source", "check_name"))
@dataclass(frozen=True, kw_only=True)
class Check:
    """What a check after a scheduled run found."""

    run_id: RunId
    source: Annotated[str, Means("source that was checked")]
    check_name: Annotated[str, Means("what was checked")]
    value: Annotated[float | None, Means("value of this run")]
    expected_low: Annotated[float | None, Means("lowest value that raises no doubt")]
    expected_high: Annotated[float | None, Means("highest value that raises no doubt")]
    is_ok: Annotated[bool, Means("whether the value is in the expected range")]
    message: Annotated[str, Means("one line for people")]


@table(name="schema_versions", version=1, key=("table_name", "version"))
@dataclass(frozen=True, kw_only=True)
class SchemaVersion:
    """The version of a table's declaration that this lake was made by or migrated to."""

    table_name: Annotated[str, Means("table")]
    version: Annotated[int, Means("version of its declaration", minimum=1)]
    newslake_version: Annotated[str, Means("version of newslake that made it")]
