"""Reads a batch of inputs: the stage's way from locations to payloads.

In: locations, the run's settings, what the lake knows already. Out: a `Batch` with the payloads to read on and the
rows of inputs that are settled: rejected, or unchanged since they were read last. One failing input never stops the
others. What a page says is not looked at here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from schemas.draft import Batch
from schemas.fetches import Capture, Fetch, Payload
from schemas.keys import stable_id
from schemas.known import Known
from tasks.fetch.errors import EmptyInputError, FetchError, UnsupportedKindError
from tasks.fetch.files import MAX_FILE_BYTES, read_file, read_standard_input
from tasks.fetch.inflate import inflate, inflate_head, is_gzip
from tasks.fetch.kinds import PAGE, TEXT_DUMP, WARC, Kind, is_warc, recognise_kind
from tasks.fetch.locations import Location
from tasks.fetch.web import MAX_WEB_BYTES, fetch_web

READABLE_KINDS = (PAGE, TEXT_DUMP)
WARC_HEAD_BYTES = 16


@dataclass(frozen=True, kw_only=True)
class FetchSettings:
    """What holds for all inputs of a run.

    `version` is that of newslake, `extractor` that of code and lexicon together;
    `url` and `fetched_at` (UTC) are the user's word for inputs that don't know their own: files and standard input.
    """

    run_id: str
    version: str
    extractor: str
    source: str | None = None
    url: str | None = None
    fetched_at: datetime | None = None


def fetch_batch(locations: Iterable[Location], *, settings: FetchSettings, known: Known) -> Batch[Payload]:
    """Gives the payloads of a batch of locations, and the rows of those that are rejected or unchanged."""
    fetched = [fetch_one(location, settings=settings, known=known) for location in locations]
    return Batch(
        items=tuple(one for one in fetched if isinstance(one, Payload)),
        settled=tuple(one for one in fetched if isinstance(one, Fetch)),
    )


def fetch_one(location: Location, *, settings: FetchSettings, known: Known) -> Payload | Fetch:
    """Gives one location's payload, or its row of `fetches` where it is rejected or unchanged."""
    capture, content = _acquire(location, settings)
    if isinstance(content, FetchError):
        return capture.settle("rejected", error=content)
    try:
        content, kind = _unpack(content, location, capture.media_type)
    except FetchError as error:
        return capture.settle("rejected", error=error)
    capture = replace(capture, kind=kind.name, byte_count=len(content), sha256=sha256(content).hexdigest())
    article_id = known.article_of(capture)
    if article_id is not None:
        return capture.settle("unchanged", article_id=article_id)
    if kind not in READABLE_KINDS:
        return capture.settle("rejected", error=_unsupported(kind, location))
    return Payload(capture=capture, content=content)


def _acquire(location: Location, settings: FetchSettings) -> tuple[Capture, bytes | FetchError]:
    capture = Capture(
        fetch_id=stable_id("fetch", settings.run_id, location.position),
        run_id=settings.run_id, source=settings.source, extractor=settings.extractor,
        kind=location.kind, location=location.label,
    )  # fmt: skip
    if location.error:
        return capture, location.error
    if location.medium == "web":
        return fetch_web(replace(capture, url=location.name), location.name, version=settings.version)
    capture = replace(capture, url=settings.url, fetched_at=settings.fetched_at)
    try:
        return capture, read_standard_input() if location.medium == "standard_input" else read_file(location.name)
    except FetchError as error:
        return capture, error


def _unpack(content: bytes, location: Location, media_type: str | None) -> tuple[bytes, Kind]:
    if is_gzip(content):
        if is_warc(inflate_head(content, WARC_HEAD_BYTES)):
            return content, WARC
        limit = MAX_WEB_BYTES if location.medium == "web" else MAX_FILE_BYTES
        content = inflate(content, limit=limit, label=location.subject)
    kind = recognise_kind(content, media_type=media_type)
    if kind is None:
        raise EmptyInputError(f"{location.subject} is empty: nothing to read, save or fetch the page again")
    return content, kind


def _unsupported(kind: Kind, location: Location) -> UnsupportedKindError:
    if kind.name == "unknown":
        return UnsupportedKindError(f"{location.subject} is {kind.label}, not a page: give HTML pages or their text")
    return UnsupportedKindError(
        f"{location.subject} is {kind.label}, which newslake doesn't read yet: give the pages themselves"
    )
