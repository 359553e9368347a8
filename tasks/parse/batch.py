"""A batch of payloads to pages; what gives none is settled as rejected, with its reason."""

from schemas.draft import Batch
from schemas.fetches import Fetch, Payload
from schemas.page import ReadInput
from tasks.parse.errors import ParseError
from tasks.parse.page import parse_pages


def parse_batch(batch: Batch[Payload]) -> Batch[ReadInput]:
    """Gives the pages of a batch; settled rows are passed on, and one is added for each payload without a page."""
    read: list[ReadInput] = []
    rejected: list[Fetch] = []
    for payload in batch.items:
        capture = payload.capture
        try:
            pages = parse_pages(
                payload.content, url=capture.final_url or capture.url, fetched_at=capture.fetched_at,
                media_type=capture.media_type,
            )  # fmt: skip
        except ParseError as error:
            rejected.append(capture.settle("rejected", error=error))
        else:
            read.extend(ReadInput(capture=capture, page=page) for page in pages)
    return Batch(items=tuple(read), settled=(*batch.settled, *rejected))
