"""A page that was read to the rows of its article.

In: `ReadInput`. Out: `Draft`, with provisional revisions; entities and mentions come later. No lake is asked.
"""

from collections.abc import Iterator
from datetime import datetime

from schemas.articles import Article, Paragraph
from schemas.draft import Draft
from schemas.fetches import Capture
from schemas.keys import match_key_of
from schemas.page import ParsedPage, ReadInput
from schemas.related_reads import RelatedList, RelatedRead
from tasks.clean.addresses import canonical_url_of, site_of
from tasks.clean.identity import (
    article_id_of,
    choose_canonical_url,
    content_hash_of,
    list_hash_of,
    text_hash_of,
)

# Revisions are numbered by land, which alone knows what the lake holds.
PROVISIONAL = 1
# Extraction hashes are set by link, once there are extractions.
NOT_EXTRACTED = "none"


def clean_page(read: ReadInput, *, seen_at: datetime) -> Draft:
    """Gives the rows of a page's article; `seen_at` is when the run started, UTC."""
    article = _article(read.page, read.capture, seen_at)
    related_reads = tuple(_related_reads(read.page, article.article_id))
    return Draft(
        capture=read.capture,
        article=article,
        paragraphs=tuple(_paragraphs(read.page, article.article_id)),
        related_list=_related_list(read, article.article_id),
        related_reads=related_reads,
        parts=tuple(_parts(article, related_reads)),
    )


def _article(page: ParsedPage, capture: Capture, seen_at: datetime) -> Article:
    url = capture.final_url or capture.url
    canonical_url = choose_canonical_url(page, url)
    return Article(
        article_id=article_id_of(page, canonical_url),
        revision=PROVISIONAL,
        url=url,
        canonical_url=canonical_url,
        site=site_of(canonical_url),
        page_kind=page.page_kind,
        is_partial=page.is_partial,
        title=page.title,
        authors=page.authors,
        publisher=page.publisher,
        credit=page.credit,
        credit_platform=page.credit_platform,
        translators=page.translators,
        published_at=page.published_at,
        published_precision=page.published_precision,
        published_offset=page.published.offset if page.published else None,
        updated_at=page.updated_at,
        updated_precision=page.updated_precision,
        language=page.language,
        text=page.text,
        tags=page.tags,
        image_url=page.image_url,
        content_hash=content_hash_of(page),
        text_hash=text_hash_of(page.text),
        title_key=match_key_of(None, page.title, page.publisher),
        extraction_hash=NOT_EXTRACTED,
        revision_reason="first",
        changed_fields=(),
        fetched_at=capture.fetched_at,
        first_seen_at=seen_at,
        source=capture.source,
        run_id=capture.run_id,
        extractor=capture.extractor,
    )


def _paragraphs(page: ParsedPage, article_id: str) -> Iterator[Paragraph]:
    start = 0
    for position, paragraph in enumerate(page.paragraphs, start=1):
        end = start + len(paragraph.text)
        yield Paragraph(
            article_id=article_id, revision=PROVISIONAL, position=position, kind=paragraph.kind,
            level=paragraph.level, text=paragraph.text, char_start=start, char_end=end,
        )  # fmt: skip
        start = end + len("\n")


def _related_list(read: ReadInput, article_id: str) -> RelatedList:
    return RelatedList(
        article_id=article_id,
        list_revision=PROVISIONAL,
        read_count=len(read.page.related_reads),
        list_hash=list_hash_of(read.page.related_reads),
        extraction_hash=NOT_EXTRACTED,
        is_late=False,
        fetched_at=read.capture.fetched_at,
        run_id=read.capture.run_id,
        extractor=read.capture.extractor,
    )


def _related_reads(page: ParsedPage, article_id: str) -> Iterator[RelatedRead]:
    for position, read in enumerate(page.related_reads, start=1):
        yield RelatedRead(
            article_id=article_id,
            list_revision=PROVISIONAL,
            position=position,
            kind=read.kind,
            title=read.title,
            url=read.url,
            summary=read.summary,
            publisher=read.publisher,
            relative_time=read.relative_time,
            published_at=read.published_at,
            published_precision=read.published_precision,
            match_key=match_key_of(canonical_url_of(read.url), read.title, read.publisher),
            title_key=match_key_of(None, read.title, read.publisher),
        )


def _parts(article: Article, related_reads: tuple[RelatedRead, ...]) -> Iterator[tuple[str, str]]:
    yield "title", article.title
    yield "body", article.text
    if article.credit:
        yield "credit", article.credit
    for read in related_reads:
        yield f"related:{read.position}:title", read.title
        if read.summary:
            yield f"related:{read.position}:summary", read.summary
