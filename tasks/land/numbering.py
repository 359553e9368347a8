"""Numbers the rows of drafts: revisions, list revisions, mention ids, and why each revision exists.

In: drafts with provisional numbers and the state of their articles. Out: rows as the lake takes them, and the fetch row
of every draft. Drafts of one article are taken in order, each against the state that the one before it left.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from schemas.articles import Article, Superseded
from schemas.draft import Draft
from schemas.fetches import Fetch
from schemas.keys import stable_id
from schemas.mentions import Mention
from tasks.land.decisions import Reading, Timeline, Verdict
from tasks.land.rows import ChunkRows
from tasks.land.state import CONTENT_FIELDS, ChunkState, content_of

OUTCOME_OF_REASON = {"first": "landed", "changed": "revised", "extractor": "revised", None: "unchanged"}


def number_drafts(drafts: Sequence[Draft], state: ChunkState, rows: ChunkRows, *, run_id: str) -> list[Draft]:
    """Adds the drafts' rows and fetches to `rows`, moving `state` on; gives the drafts that land more than a fetch."""
    landing = []
    pages_of: Counter[str] = Counter()
    for draft in drafts:
        article = _number_article(draft, state, rows, run_id=run_id)
        related = _number_list(draft, state, rows)
        state.add_reader(draft)
        if article.reason is not None or related.reason is not None:
            _add_findings(draft, article, related, rows)
            landing.append(draft)
        pages_of[draft.capture.fetch_id] += 1
        rows.add("fetches", [_settle(draft, article, page=pages_of[draft.capture.fetch_id])])
    return landing


def _settle(draft: Draft, verdict: Verdict, *, page: int) -> Fetch:
    fetch = draft.capture.settle(OUTCOME_OF_REASON[verdict.reason], article_id=draft.article.article_id)
    # an input that holds many pages is tried once a page
    return fetch if page == 1 else replace(fetch, fetch_id=stable_id("page of fetch", fetch.fetch_id, page))


def _number_article(draft: Draft, state: ChunkState, rows: ChunkRows, *, run_id: str) -> Verdict:
    article = draft.article
    reading = Reading(
        content_hash=article.content_hash, extraction_hash=article.extraction_hash,
        extractor=article.extractor, fetched_at=article.fetched_at,
    )  # fmt: skip
    timeline = state.articles.setdefault(article.article_id, Timeline())
    verdict = _judge(draft, reading, timeline, state)
    if verdict.reason is None:
        return verdict
    rows.add("articles", [_numbered_article(draft, verdict, verdict.reason, state)])
    rows.add("paragraphs", [replace(paragraph, revision=verdict.revision) for paragraph in draft.paragraphs])
    stale = verdict.revision if verdict.is_late else timeline.latest_revision
    if stale:
        rows.add("superseded", [Superseded(article_id=article.article_id, revision=stale, run_id=run_id)])
    timeline.add(reading, verdict)
    if not verdict.is_late:
        state.contents[article.article_id] = content_of(article)
    return verdict


def _judge(draft: Draft, reading: Reading, timeline: Timeline, state: ChunkState) -> Verdict:
    is_known = timeline.latest is not None and state.is_reread(draft)
    verdict = timeline.repeat() if is_known else timeline.judge(reading, is_replay=state.was_read_by_another(draft))
    timeline.see(reading.fetched_at)
    return verdict


def _numbered_article(draft: Draft, verdict: Verdict, reason: str, state: ChunkState) -> Article:
    article = draft.article
    is_other_reader = reason == "changed" and state.was_read_by_another(draft)
    return replace(
        article,
        revision=verdict.revision,
        revision_reason="extractor" if is_other_reader else reason,
        changed_fields=_changed_fields(article, verdict, state),
        first_seen_at=state.first_seen_at.setdefault(article.article_id, article.first_seen_at),
    )


def _changed_fields(article: Article, verdict: Verdict, state: ChunkState) -> tuple[str, ...]:
    if verdict.reason == "first":
        return ()
    if verdict.reason == "extractor":
        return ("mentions",)
    before = state.contents[article.article_id]
    pairs = zip(CONTENT_FIELDS, before, content_of(article), strict=True)
    return tuple(name for name, old, new in pairs if old != new)


def _number_list(draft: Draft, state: ChunkState, rows: ChunkRows) -> Verdict:
    related = draft.related_list
    reading = Reading(
        content_hash=related.list_hash, extraction_hash=related.extraction_hash,
        extractor=related.extractor, fetched_at=related.fetched_at,
    )  # fmt: skip
    timeline = state.lists.setdefault(related.article_id, Timeline())
    verdict = _judge(draft, reading, timeline, state)
    if verdict.reason is not None:
        numbered = replace(related, list_revision=verdict.revision, is_late=verdict.is_late)
        rows.add("related_lists", [numbered])
        rows.add("related_reads", [replace(read, list_revision=verdict.revision) for read in draft.related_reads])
        timeline.add(reading, verdict)
    return verdict


def _add_findings(draft: Draft, article: Verdict, related: Verdict, rows: ChunkRows) -> None:
    """Adds mentions, measures and quotes: the article's own with its new revision, the list's with its new one."""
    numbered: dict[str, Mention] = {}
    for mention in draft.mentions:
        verdict = article if mention.list_revision is None else related
        if verdict.reason is not None:
            list_revision = None if mention.list_revision is None else related.revision
            numbered[mention.mention_id] = _numbered_mention(mention, article.revision, list_revision)
    rows.add("mentions", numbered.values())
    for measure in draft.measures:
        of = numbered.get(measure.mention_id)
        if of:
            rows.add("measures", [replace(
                measure, mention_id=of.mention_id, revision=of.revision, list_revision=of.list_revision
            )])  # fmt: skip
    for quote in draft.quotes:
        verdict = article if quote.list_revision is None else related
        if verdict.reason is not None:
            list_revision = None if quote.list_revision is None else related.revision
            rows.add("quotes", [replace(quote, revision=article.revision, list_revision=list_revision)])


def _numbered_mention(mention: Mention, revision: int, list_revision: int | None) -> Mention:
    mention_id = stable_id(
        "mention", mention.article_id, revision, list_revision, mention.part,
        mention.char_start, mention.char_end, mention.type,
    )  # fmt: skip
    return replace(mention, mention_id=mention_id, revision=revision, list_revision=list_revision)
