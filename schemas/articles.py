"""Tables of the main piece: articles, their paragraphs, which revisions are superseded, which texts stand twice."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from schemas.table import Means, table
from schemas.vocabulary import PAGE_KINDS, PARAGRAPH_KINDS, PRECISIONS, REVISION_REASONS

ArticleId = Annotated[str, Means("the article: a hash of its canonical URL, else of publisher, printed date and title")]
Revision = Annotated[int, Means("the article's revision, from 1", minimum=1)]
RunId = Annotated[str, Means("the run that wrote the row")]


@table(name="articles", version=1, key=("article_id", "revision"))
@dataclass(frozen=True, kw_only=True)
class Article:
    """A revision of an article: what the main piece of a page said when it was read."""

    article_id: ArticleId
    revision: Revision
    url: Annotated[str | None, Means("address that the page was read from")]
    canonical_url: Annotated[str | None, Means("address without tracking parameters, as the page itself prefers it")]
    site: Annotated[str | None, Means("registered host of the canonical URL")]
    page_kind: Annotated[str, Means("what kind of page it is", values=PAGE_KINDS)]
    is_partial: Annotated[bool, Means("whether the page shows only part of the piece (paywall, cut text)")]
    title: Annotated[str, Means("headline, without the site's name")]
    authors: Annotated[tuple[str, ...], Means("people named as authors, in the page's order")]
    publisher: Annotated[str | None, Means("outlet that the page names")]
    credit: Annotated[str | None, Means("origin that a credit line names: the medium a piece was republished from")]
    credit_platform: Annotated[str | None, Means("platform that the credited medium publishes on")]
    translators: Annotated[tuple[str, ...], Means("people named as translators")]
    published_at: Annotated[
        datetime | None, Means("time of publication, UTC; a day stands as 00:00 of the printed date")
    ]
    published_precision: Annotated[str | None, Means("how exact published_at is", values=PRECISIONS)]
    published_offset: Annotated[
        str | None,
        Means("UTC offset of the printed time: `+08:00` as given, `assumed +08:00` where the site's is used"),
    ]
    updated_at: Annotated[datetime | None, Means("time of the last update that the page prints, UTC")]
    updated_precision: Annotated[str | None, Means("how exact updated_at is", values=PRECISIONS)]
    language: Annotated[str | None, Means("language of the main piece, BCP 47: `zh-Hans`, `zh-Hant`, `en`")]
    text: Annotated[str, Means("main piece: paragraphs and headings in reading order, joined by a line feed")]
    tags: Annotated[tuple[str, ...], Means("topics that the page gives")]
    image_url: Annotated[str | None, Means("lead image")]
    content_hash: Annotated[str, Means("hash of title, text, authors, credit, published and updated times, tags")]
    text_hash: Annotated[str, Means("hash of the text's letters and digits alone: equal texts stand twice in the lake")]
    title_key: Annotated[
        str, Means("what a related read without an address matches by: title and publisher", is_history_only=True)
    ]
    extraction_hash: Annotated[str, Means("hash of the mentions, measures and quotes found in title, body and credit")]
    revision_reason: Annotated[
        str, Means("why the revision exists: new, the page changed, or the extractor did", values=REVISION_REASONS)
    ]
    changed_fields: Annotated[
        tuple[str, ...], Means("columns that differ from the revision that was the latest when this one landed")
    ]
    fetched_at: Annotated[datetime | None, Means("when the page was fetched, UTC; NULL where nobody knows")]
    first_seen_at: Annotated[datetime, Means("when the run that first landed the article started, UTC")]
    source: Annotated[str | None, Means("configured source, or the name given with --source")]
    run_id: RunId
    extractor: Annotated[str, Means("version of the code and digest of the lexicon that read the page")]


@table(
    name="paragraphs",
    version=1,
    key=("article_id", "revision", "position"),
    conditions=("char_end - char_start = length(text)",),
)
@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph or heading of an article's text, in reading order."""

    article_id: ArticleId
    revision: Revision
    position: Annotated[int, Means("place in the article, from 1", minimum=1)]
    kind: Annotated[str, Means("what the paragraph is", values=PARAGRAPH_KINDS)]
    level: Annotated[int | None, Means("depth of a heading, from 1", minimum=1)]
    text: Annotated[str, Means("the paragraph's text")]
    char_start: Annotated[int, Means("first character in articles.text, from 0", unit="code points", minimum=0)]
    char_end: Annotated[int, Means("character after the last in articles.text", unit="code points", minimum=0)]


@table(name="superseded", version=1, key=("article_id", "revision"))
@dataclass(frozen=True, kw_only=True)
class Superseded:
    """A revision that is no longer an article's latest: what the views subtract."""

    article_id: ArticleId
    revision: Revision
    run_id: RunId


@table(name="duplicates", version=1, key=("article_id", "other_article_id"))
@dataclass(frozen=True, kw_only=True)
class Duplicate:
    """Two articles with the same text: one page saved twice, or a republished piece."""

    article_id: ArticleId
    other_article_id: Annotated[
        str, Means("article with the same text that the lake held already", is_history_only=True)
    ]
    similarity: Annotated[float, Means("share of the text that both have, 0 to 1", unit="share", minimum=0)]
    run_id: RunId
