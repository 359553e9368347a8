"""Table of inputs tried, and what a fetched payload carries on its way to it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from schemas.articles import RunId
from schemas.table import Means, table
from schemas.vocabulary import OUTCOMES

FETCH_KINDS = ("page", "text_dump", "feed", "sitemap", "warc", "json", "robots", "folder", "unknown")


@table(name="fetches", version=1, key=("fetch_id",))
@dataclass(frozen=True, kw_only=True)
class Fetch:
    """An input that a run tried, and what became of it."""

    fetch_id: Annotated[str, Means("the try: a hash of run and place in the run")]
    run_id: RunId
    source: Annotated[str | None, Means("configured source, or the name given with --source")]
    kind: Annotated[str, Means("what the content is", values=FETCH_KINDS)]
    location: Annotated[str, Means("the input as it was named: a path, `-` or a URL")]
    url: Annotated[str | None, Means("address of the page, where it is known")]
    final_url: Annotated[str | None, Means("address after redirects")]
    fetched_at: Annotated[datetime | None, Means("when the bytes left the site, UTC; NULL where nobody knows")]
    http_status: Annotated[int | None, Means("status code of the response")]
    outcome: Annotated[str, Means("what became of it", values=OUTCOMES)]
    article_id: Annotated[
        str | None, Means("article that it gave; NULL also where that changed while the run was reading it")
    ]
    media_type: Annotated[str | None, Means("media type that the server or the content declares")]
    charset: Annotated[str | None, Means("character encoding that the bytes were read with")]
    etag: Annotated[str | None, Means("entity tag of the response")]
    last_modified: Annotated[str | None, Means("Last-Modified header of the response")]
    byte_count: Annotated[int | None, Means("size of the payload", unit="bytes", minimum=0, sql="BIGINT")]
    sha256: Annotated[str | None, Means("digest of the payload, hexadecimal")]
    archive_path: Annotated[str | None, Means("WARC file that holds the payload")]
    archive_offset: Annotated[
        int | None, Means("place of the record in the WARC file", unit="bytes", minimum=0, sql="BIGINT")
    ]
    extractor: Annotated[str, Means("version of the code and digest of the lexicon that read the input")]
    error_type: Annotated[str | None, Means("name of the error, for rejected inputs")]
    error: Annotated[str | None, Means("what was wrong and what to do")]


@dataclass(frozen=True, kw_only=True)
class Capture:
    """What is known of an input before anyone reads it: the columns of `Fetch` that fetching settles."""

    fetch_id: str
    run_id: str
    source: str | None
    kind: str
    location: str
    extractor: str
    url: str | None = None
    final_url: str | None = None
    fetched_at: datetime | None = None
    http_status: int | None = None
    media_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    byte_count: int | None = None
    sha256: str | None = None

    def settle(self, outcome: str, *, article_id: str | None = None, error: Exception | None = None) -> Fetch:
        """Gives the row of `fetches` for this input with its outcome, and its error where it was rejected."""
        return Fetch(
            **vars(self), outcome=outcome, article_id=article_id, archive_path=None, archive_offset=None,
            error_type=type(error).__name__ if error else None, error=str(error) if error else None,
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Payload:
    """The bytes of one input, with what is known of it."""

    capture: Capture
    content: bytes
