"""A batch of payloads to pages; what gives none is settled as rejected, with its reason."""

from collections.abc import Iterator
from dataclasses import replace

from schemas.draft import Batch
from schemas.fetches import Fetch, Payload
from schemas.page import ParsedPage, ReadInput
from tasks.parse.errors import ParseError, ReaderError
from tasks.parse.page import parse_pages


def parse_batch(batch: Batch[Payload]) -> Batch[ReadInput]:
    """Gives the pages of a batch; settled rows are passed on, and one is added for each payload without a page."""
    outcomes = [outcome for payload in batch.items for outcome in _read_payload(payload)]
    return Batch(
        items=tuple(outcome for outcome in outcomes if isinstance(outcome, ReadInput)),
        settled=(*batch.settled, *(outcome for outcome in outcomes if isinstance(outcome, Fetch))),
    )


def _read_payload(payload: Payload) -> Iterator[ReadInput | Fetch]:
    try:
        pages = _parse(payload)
    except ParseError as error:
        yield payload.capture.settle("rejected", error=type(error)(f"{payload.capture.location}: {error}"))
    except Exception as error:  # noqa: BLE001 - whatever a page does to its reader, it must not take the run along
        what = f"{payload.capture.location}: {type(error).__name__} while reading it ({error}): please report this page"
        yield payload.capture.settle("rejected", error=ReaderError(what))
    else:
        for page in pages:
            yield ReadInput(capture=replace(payload.capture, charset=page.charset), page=page)


def _parse(payload: Payload) -> list[ParsedPage]:
    capture = payload.capture
    return parse_pages(
        payload.content, url=capture.final_url or capture.url, fetched_at=capture.fetched_at,
        media_type=capture.media_type,
    )  # fmt: skip
