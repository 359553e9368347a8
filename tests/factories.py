"""Drafts of invented pages, for tests that need rows and no parsing."""

import hashlib
from datetime import UTC, datetime

from schemas.articles import Article, Paragraph
from schemas.draft import Draft
from schemas.entities import Entity
from schemas.fetches import Capture, Fetch
from schemas.keys import entity_id_of, match_key_of, stable_id
from schemas.mentions import Measure, Mention, Quote
from schemas.related_reads import RelatedList, RelatedRead
from schemas.runs import Run

RUN_ID = "run-1"
STARTED_AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
EXTRACTOR = "0.1.0+lexicon1"
NAMES = {"Orbital Widgets": "ORG", "Lin Qiao": "PERSON", "北辰实验室": "ORG"}


def digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def make_capture(url, payload="page", *, run_id=RUN_ID, fetched_at=None, extractor=EXTRACTOR, place=0):
    return Capture(
        fetch_id=stable_id("fetch", run_id, url, payload, fetched_at, place), run_id=run_id, source=None, kind="page",
        location=url, extractor=extractor, url=url, fetched_at=fetched_at, media_type="text/html",
        byte_count=len(payload), sha256=digest(payload),
    )  # fmt: skip


def make_rejected(location="broken.html", *, run_id=RUN_ID) -> Fetch:
    capture = make_capture(location, "junk", run_id=run_id)
    return capture.settle("rejected", error=ValueError("no article in it"))


def make_reads(article_id, reads):
    return tuple(
        RelatedRead(
            article_id=article_id, list_revision=1, position=position, kind="related", title=title, url=url,
            summary=None, publisher="Daily", relative_time=None, published_at=None, published_precision=None,
            match_key=match_key_of(url, title, "Daily"), title_key=match_key_of(None, title, "Daily"),
        )
        for position, (title, url) in enumerate(reads, start=1)
    )  # fmt: skip


def make_draft(
    slug="one",
    *,
    title="Orbital Widgets opens a plant",
    text="Orbital Widgets opens a plant.\nLin Qiao said “we start with 3% margins” on Monday.",
    reads=(("北辰实验室 hires", "https://news.example/hires"),),
    tags=("industry",),
    run_id=RUN_ID,
    fetched_at=None,
    published_at=datetime(2026, 3, 1, tzinfo=UTC),
    extractor=EXTRACTOR,
    payload=None,
    findings="found",
    started_at=STARTED_AT,
    entities=None,
    place=0,
) -> Draft:
    url = f"https://news.example/{slug}"
    article_id = stable_id("article", url)
    payload = payload or repr((title, text, reads, tags))
    related = make_reads(article_id, reads)
    parts = (("title", title), ("body", text), *((f"related:{r.position}:title", r.title) for r in related))
    mentions = tuple(m for part, value in parts for m in find_mentions(article_id, part, value, published_at))
    return Draft(
        capture=make_capture(
            url, payload, run_id=run_id, fetched_at=fetched_at, extractor=extractor, place=place
        ),
        article=Article(
            article_id=article_id, revision=1, url=url, canonical_url=url, site="news.example", page_kind="article",
            is_partial=False, title=title, authors=("Ada Moss",), publisher="Daily", credit=None,
            credit_platform=None, translators=(), published_at=published_at, published_precision="day",
            published_offset=None, updated_at=None, updated_precision=None, language="en", text=text, tags=tags,
            image_url=None, content_hash=digest(title, text, tags, published_at), text_hash=digest(text),
            title_key=match_key_of(None, title, "Daily"), extraction_hash=digest(findings, "own"),
            revision_reason="first", changed_fields=(), fetched_at=fetched_at, first_seen_at=started_at, source=None,
            run_id=run_id, extractor=extractor,
        ),
        paragraphs=tuple(split_paragraphs(article_id, text)),
        related_list=RelatedList(
            article_id=article_id, list_revision=1, read_count=len(related), list_hash=digest("list", reads),
            extraction_hash=digest(findings, "list"), is_late=False, fetched_at=fetched_at, run_id=run_id,
            extractor=extractor,
        ),
        related_reads=related,
        parts=parts,
        mentions=mentions,
        measures=tuple(make_measure(mention) for mention in mentions if mention.type == "PERCENT"),
        quotes=tuple(find_quotes(article_id, text)),
        entities=find_entities(mentions, run_id, started_at) if entities is None else entities,
    )  # fmt: skip


def split_paragraphs(article_id, text):
    start = 0
    for position, block in enumerate(text.split("\n"), start=1):
        if block:
            yield Paragraph(
                article_id=article_id, revision=1, position=position, kind="paragraph", level=None, text=block,
                char_start=start, char_end=start + len(block),
            )  # fmt: skip
        start += len(block) + 1


def find_mentions(article_id, part, text, published_at):
    for name, kind in (*NAMES.items(), ("3%", "PERCENT")):
        start = text.find(name)
        if start >= 0:
            list_revision = 1 if part.startswith("related:") else None
            yield Mention(
                mention_id=stable_id("provisional", article_id, part, start, kind), article_id=article_id, revision=1,
                list_revision=list_revision, part=part, char_start=start, char_end=start + len(name), text=name,
                type=kind, entity_id=None if kind == "PERCENT" else entity_id_of(kind, name), confidence=0.9,
                method="pattern", published_at=published_at,
            )  # fmt: skip


def make_measure(mention):
    return Measure(
        mention_id=mention.mention_id, article_id=mention.article_id, revision=1, list_revision=mention.list_revision,
        type=mention.type, low=3.0, high=3.0, unit="%", currency=None, currency_inferred=None, modifier=None,
        date_start=None, date_end=None,
    )  # fmt: skip


def find_quotes(article_id, text):
    start, end = text.find("“") + 1, text.find("”")
    if 0 < start < end:
        yield Quote(
            article_id=article_id, revision=1, list_revision=None, part="body", char_start=start, char_end=end,
            quote=text[start:end], speaker="Lin Qiao",
            speaker_entity_id=entity_id_of("PERSON", "Lin Qiao") if "Lin Qiao" in text else None, verb="said",
        )  # fmt: skip


def make_entity(name, kind="ORG", *, run_id=RUN_ID, started_at=STARTED_AT, **attributes):
    values = {"name_zh": None, "name_en": name, "aliases": (), "wikidata": None, "symbol": None} | attributes
    return Entity(
        entity_id=entity_id_of(kind, name), type=kind, name=name, first_seen_at=started_at, run_id=run_id, **values
    )


def find_entities(mentions, run_id, started_at):
    names = {mention.text: mention.type for mention in mentions if mention.entity_id}
    return tuple(make_entity(name, kind, run_id=run_id, started_at=started_at) for name, kind in names.items())


def make_run(run_id=RUN_ID, state="started", *, started_at=STARTED_AT, **values) -> Run:
    counts = dict.fromkeys(
        ("ended_at", "first_snapshot", "snapshot", "seen", "landed", "revised", "unchanged", "rejected", "seconds")
    )
    return Run(run_id=run_id, started_at=started_at, state=state, version="0.1.0", settings="{}", **(counts | values))
