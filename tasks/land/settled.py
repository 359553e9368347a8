"""Inputs that were settled as unchanged before land had its lock: whether what they were settled by still holds.

In: the open lake, before the chunk's own rows are in it, and fetch rows. Out: the rows as they land.
"""

from collections.abc import Sequence
from dataclasses import replace

import pyarrow as pa

from schemas.fetches import Fetch
from tasks.land.lake import Lake

_READ_CHANGED = """
    SELECT article_id FROM history.articles SEMI JOIN settled USING (article_id)
    GROUP BY article_id HAVING count(*) > 1
    UNION
    SELECT article_id FROM history.related_lists SEMI JOIN settled USING (article_id)
    GROUP BY article_id HAVING count(*) > 1"""


def release_stale(lake: Lake, settled: Sequence[Fetch]) -> list[Fetch]:
    """Gives the rows, without the article where a page that was looked at anew has changed since the run began.

    Such a look may be a change back, which only reading it can tell: without an article it is no sight of the latest
    state, and the next run reads the same input.
    """
    looks = {fetch.article_id for fetch in settled if _is_look(fetch)}
    if not looks:
        return list(settled)
    with lake.visible("settled", pa.table({"article_id": sorted(filter(None, looks))})):
        changed = {row["article_id"] for row in lake.query(_READ_CHANGED).to_pylist()}
    return [
        replace(fetch, article_id=None) if _is_look(fetch) and fetch.article_id in changed else fetch
        for fetch in settled
    ]


def _is_look(fetch: Fetch) -> bool:
    # without a time the same input is a repetition, whatever the article has become
    return fetch.outcome == "unchanged" and fetch.article_id is not None and fetch.fetched_at is not None
