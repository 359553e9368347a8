"""What the lake knows of the articles and entities of one chunk, read once in the chunk's transaction.

In: an open lake and the chunk's drafts. Out: a `ChunkState`, which `numbering` carries forward draft by draft.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pyarrow as pa

from schemas.articles import Article
from schemas.draft import Draft
from schemas.entities import Entity
from schemas.fetches import Fetch
from tasks.land.decisions import Reading, Timeline, Verdict
from tasks.land.lake import Lake

CONTENT_FIELDS = ("title", "text", "authors", "credit", "published_at", "updated_at", "tags")

Content = tuple[Any, ...]

_READ_ARTICLES = """
    SELECT
        a.article_id, a.revision, a.content_hash, a.extraction_hash, a.extractor, a.fetched_at, a.first_seen_at,
        s.revision IS NULL AS is_latest
    FROM history.articles a
    SEMI JOIN chunk c ON c.article_id = a.article_id
    LEFT JOIN history.superseded s ON s.article_id = a.article_id AND s.revision = a.revision
    ORDER BY a.revision"""

_READ_LISTS = """
    SELECT
        l.article_id, l.list_revision AS revision, l.list_hash AS content_hash, l.extraction_hash, l.extractor,
        l.fetched_at, NOT l.is_late AS is_latest
    FROM history.related_lists l
    SEMI JOIN chunk c ON c.article_id = l.article_id
    ORDER BY l.list_revision"""

_READ_CONTENTS = """
    SELECT a.article_id, a.title, a.text, a.authors, a.credit, a.published_at, a.updated_at, a.tags
    FROM history.articles a
    SEMI JOIN differing d ON d.article_id = a.article_id AND d.revision = a.revision"""

_READ_FETCHES = """
    SELECT DISTINCT f.article_id, f.sha256, f.extractor, f.fetched_at
    FROM history.fetches f
    SEMI JOIN chunk c ON c.article_id = f.article_id AND c.sha256 = f.sha256
    WHERE f.outcome IN ('landed', 'revised', 'unchanged')"""

# a reading that gave nothing new saw the latest state, too
_READ_TIMES = """
    SELECT f.article_id, max(f.fetched_at) AS fetched_at
    FROM history.fetches f
    SEMI JOIN chunk c ON c.article_id = f.article_id
    WHERE f.outcome <> 'rejected' AND f.fetched_at IS NOT NULL
    GROUP BY f.article_id"""

_READ_ENTITIES = """
    SELECT e.* FROM history.entities e
    SEMI JOIN named n ON n.entity_id = e.entity_id
    ORDER BY e.revision"""


@dataclass(kw_only=True)
class ChunkState:
    """The state of every article and entity that a chunk names.

    `contents` are the hashed columns of the latest revision, where a draft may differ from it. `readers` are the
    extractors and fetch times that a payload was read with before.
    """

    articles: dict[str, Timeline] = field(default_factory=dict)
    lists: dict[str, Timeline] = field(default_factory=dict)
    first_seen_at: dict[str, datetime] = field(default_factory=dict)
    contents: dict[str, Content] = field(default_factory=dict)
    readers: dict[tuple[str, str], set[tuple[str, datetime | None]]] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)

    def is_reread(self, draft: Draft) -> bool:
        """Whether the draft is an input that was read before by this extractor, and not a new look at the page.

        The same payload at another known time is a new look: a page may change and change back. Without a time it is
        the same input again.
        """
        extractor, fetched_at = draft.article.extractor, draft.capture.fetched_at
        readers = self._readers_of(draft)
        if fetched_at is not None:
            return (extractor, fetched_at) in readers
        return any(reader == extractor for reader, _ in readers)

    def was_read_by_another(self, draft: Draft) -> bool:
        """Whether the draft's payload was read before, by another extractor."""
        return any(extractor != draft.article.extractor for extractor, _ in self._readers_of(draft))

    def add_reader(self, draft: Draft) -> None:
        """Takes in that the draft's extractor has read its payload."""
        article, capture = draft.article, draft.capture
        if capture.sha256:
            readers = self.readers.setdefault((article.article_id, capture.sha256), set())
            readers.add((article.extractor, capture.fetched_at))

    def see(self, fetch: Fetch) -> None:
        """Takes in that the article of an input that gave nothing new was still there at the input's time."""
        for timelines in (self.articles, self.lists):
            if fetch.article_id in timelines:
                timelines[fetch.article_id].see(fetch.fetched_at)

    def _readers_of(self, draft: Draft) -> set[tuple[str, datetime | None]]:
        sha256 = draft.capture.sha256
        return self.readers.get((draft.article.article_id, sha256), set()) if sha256 else set()


def content_of(article: Article) -> Content:
    """Gives the article's hashed columns, in the order of CONTENT_FIELDS."""
    return tuple(getattr(article, name) for name in CONTENT_FIELDS)


def named_entities(draft: Draft) -> set[str]:
    """Gives the ids of the entities that the draft's mentions and quotes point to."""
    named = {mention.entity_id for mention in draft.mentions} | {quote.speaker_entity_id for quote in draft.quotes}
    return {entity_id for entity_id in named if entity_id is not None}


def read_state(lake: Lake, drafts: Sequence[Draft]) -> ChunkState:
    """Gives what the lake knows of the drafts' articles and entities, as of the transaction that is open."""
    state = ChunkState()
    chunk = {
        "article_id": [draft.article.article_id for draft in drafts],
        "sha256": [draft.capture.sha256 for draft in drafts],
    }
    schema = pa.schema([("article_id", pa.string()), ("sha256", pa.string())])
    with lake.visible("chunk", pa.table(chunk, schema=schema)):
        articles = lake.query(_READ_ARTICLES).to_pylist()
        _fill_timelines(state.articles, articles)
        _fill_timelines(state.lists, lake.query(_READ_LISTS).to_pylist())
        for row in lake.query(_READ_TIMES).to_pylist():
            for timelines in (state.articles, state.lists):
                timelines.setdefault(row["article_id"], Timeline()).see(row["fetched_at"])
        for row in lake.query(_READ_FETCHES).to_pylist():
            readers = state.readers.setdefault((row["article_id"], row["sha256"]), set())
            readers.add((row["extractor"], row["fetched_at"]))
    state.first_seen_at = {row["article_id"]: row["first_seen_at"] for row in reversed(articles)}
    state.contents = _read_contents(lake, state, drafts)
    state.entities = _read_entities(lake, drafts)
    return state


def _fill_timelines(timelines: dict[str, Timeline], rows: list[dict[str, Any]]) -> None:
    for row in rows:
        reading = Reading(
            content_hash=row["content_hash"], extraction_hash=row["extraction_hash"],
            extractor=row["extractor"], fetched_at=row["fetched_at"],
        )  # fmt: skip
        verdict = Verdict(revision=row["revision"], reason="first", is_late=not row["is_latest"])
        timelines.setdefault(row["article_id"], Timeline()).add(reading, verdict)


def _is_latest(state: ChunkState, draft: Draft) -> bool:
    timeline = state.articles.get(draft.article.article_id)
    return bool(timeline and timeline.latest and timeline.latest.content_hash == draft.article.content_hash)


def _read_contents(lake: Lake, state: ChunkState, drafts: Sequence[Draft]) -> dict[str, Content]:
    differing = {
        draft.article.article_id: state.articles[draft.article.article_id].latest_revision
        for draft in drafts
        if draft.article.article_id in state.articles and not _is_latest(state, draft)
    }
    if not differing:
        return {}
    keys = pa.table({"article_id": list(differing), "revision": list(differing.values())})
    with lake.visible("differing", keys):
        rows = lake.query(_READ_CONTENTS).to_pylist()
    return {row["article_id"]: tuple(_as_tuple(row[name]) for name in CONTENT_FIELDS) for row in rows}


def _read_entities(lake: Lake, drafts: Sequence[Draft]) -> dict[str, Entity]:
    named = {entity_id for draft in drafts for entity_id in named_entities(draft)}
    named |= {entity.entity_id for draft in drafts for entity in draft.entities}
    if not named:
        return {}
    with lake.visible("named", pa.table({"entity_id": sorted(named)})):
        rows = lake.query(_READ_ENTITIES).to_pylist()
    return {row["entity_id"]: Entity(**{name: _as_tuple(value) for name, value in row.items()}) for row in rows}


def _as_tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
