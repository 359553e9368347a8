"""Tables of what a page offers to read beside its main piece."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from schemas.articles import ArticleId, RunId
from schemas.table import Means, table
from schemas.vocabulary import PRECISIONS, RELATED_KINDS

ListRevision = Annotated[int, Means("revision of the article's list of related reads, from 1", minimum=1)]


@table(name="related_lists", version=1, key=("article_id", "list_revision"))
@dataclass(frozen=True, kw_only=True)
class RelatedList:
    """A revision of the list of related reads that an article's page offers; an empty list is one too."""

    article_id: ArticleId
    list_revision: ListRevision
    read_count: Annotated[int, Means("related reads in the list", unit="reads", minimum=0)]
    list_hash: Annotated[str, Means("hash of kinds, titles, addresses, summaries and publishers, in order")]
    extraction_hash: Annotated[str, Means("hash of the mentions, measures and quotes found in titles and summaries")]
    is_late: Annotated[bool, Means("whether a newer list was known when this one landed", is_history_only=True)]
    fetched_at: Annotated[datetime | None, Means("when the page was fetched, UTC; NULL where nobody knows")]
    run_id: RunId
    extractor: Annotated[str, Means("version of the code and digest of the lexicon that read the page")]


@table(name="related_reads", version=1, key=("article_id", "list_revision", "position"))
@dataclass(frozen=True, kw_only=True)
class RelatedRead:
    """A piece that a page offers to read beside its main piece, once each, in page order."""

    article_id: ArticleId
    list_revision: ListRevision
    position: Annotated[int, Means("place in the page's order, from 1", minimum=1)]
    kind: Annotated[str, Means("what the list's heading promises", values=RELATED_KINDS)]
    title: Annotated[str, Means("headline of the related read")]
    url: Annotated[str | None, Means("its address, absolute; NULL in text dumps")]
    summary: Annotated[str | None, Means("summary that the page prints, whole")]
    publisher: Annotated[str | None, Means("outlet that the page names for it")]
    relative_time: Annotated[str | None, Means("time as printed: `9h ago`")]
    published_at: Annotated[datetime | None, Means("printed time, UTC; a relative one only where fetched_at is known")]
    published_precision: Annotated[str | None, Means("how exact published_at is", values=PRECISIONS)]
    match_key: Annotated[
        str, Means("what leads to the article: its canonical URL, else normalised title and publisher")
    ]
    title_key: Annotated[
        str, Means("what leads to an article without an address: title and publisher", is_history_only=True)
    ]
