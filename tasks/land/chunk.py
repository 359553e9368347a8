"""Lands a chunk: all rows of some drafts and settled inputs, in one transaction over all tables, or none of them.

In: an open lake, drafts and fetch rows. Out: the number of the version that holds them, and what became of each input.
Which reading makes a revision is decided here, under the lake's lock, and nowhere before.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from schemas.draft import Draft
from schemas.fetches import Fetch
from schemas.lake import quote_literal
from schemas.lake_errors import RowError
from tasks.land.drafts import check_draft
from tasks.land.duplicates import find_duplicates
from tasks.land.entities import new_entity_rows
from tasks.land.lake import Lake
from tasks.land.numbering import number_drafts
from tasks.land.rows import ChunkRows, insert_rows
from tasks.land.settled import release_stale
from tasks.land.state import read_state

_READ_LANDED = """
    SELECT f.fetch_id FROM history.fetches f SEMI JOIN tried t ON t.fetch_id = f.fetch_id WHERE f.run_id = {run_id}"""

# inputs that only lead to pages
LISTING_KINDS = ("feed", "sitemap", "robots")


@dataclass(frozen=True, kw_only=True)
class LandedChunk:
    """A chunk in the lake: the version that holds it, its fetch rows, and its number of rows by table."""

    snapshot: int
    fetches: tuple[Fetch, ...]
    row_counts: dict[str, int]

    @property
    def outcomes(self) -> Counter[str]:
        """Number of pages by outcome; feeds, sitemaps and robots files are none, `not_modified` is `unchanged`."""
        pages = (fetch for fetch in self.fetches if fetch.kind not in LISTING_KINDS)
        return Counter("unchanged" if page.outcome == "not_modified" else page.outcome for page in pages)


def land_chunk(lake: Lake, drafts: Sequence[Draft], settled: Sequence[Fetch], *, run_id: str) -> LandedChunk:
    """Lands the drafts and the settled inputs in one transaction and gives the version with what became of each.

    Raises RowError for rows that break a rule, LakeFullError and other LakeErrors for what the disk or the database
    refuses; the lake is then as it was before.
    """
    for draft in drafts:
        check_draft(draft)
    rows = ChunkRows()
    extra: dict[str, Any] = {"run_id": run_id}
    if not drafts and not settled:
        return LandedChunk(snapshot=lake.last_snapshot(), fetches=(), row_counts={})
    with lake.transaction(f"run {run_id}", extra):
        extra["rows"] = _land_rows(lake, drafts, settled, rows, run_id=run_id)
    return LandedChunk(snapshot=lake.committed_snapshot(), fetches=tuple(rows.of("fetches")), row_counts=extra["rows"])


def _land_rows(
    lake: Lake, drafts: Sequence[Draft], settled: Sequence[Fetch], rows: ChunkRows, *, run_id: str
) -> dict[str, int]:
    state = read_state(lake, drafts)
    settled = release_stale(lake, settled)
    for fetch in settled:
        state.see(fetch)
    landing = number_drafts(drafts, state, rows, run_id=run_id)
    rows.add("entities", new_entity_rows(landing, state.entities))
    rows.add("duplicates", find_duplicates(lake, rows.of("articles"), run_id=run_id))
    rows.add("fetches", settled)
    _check_new_fetches(lake, rows, run_id)
    return insert_rows(lake, rows)


def _check_new_fetches(lake: Lake, rows: ChunkRows, run_id: str) -> None:
    """Raises RowError where the chunk was landed before; the other keys hold a number that was given under the lock."""
    fetch_ids = pa.table({"fetch_id": [fetch.fetch_id for fetch in rows.of("fetches")]})
    with lake.visible("tried", fetch_ids):
        landed = lake.query(_READ_LANDED.format(run_id=quote_literal(run_id))).num_rows
    if landed:
        raise RowError(f"fetches: {landed} of them are in the lake already, nothing was landed: a chunk lands once")
