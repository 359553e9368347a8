"""A batch of pages to drafts of their rows."""

from datetime import datetime

from schemas.draft import Batch, Draft
from schemas.page import ReadInput
from tasks.clean.article import clean_page


def clean_batch(batch: Batch[ReadInput], *, seen_at: datetime) -> Batch[Draft]:
    """Gives the drafts of a batch's pages, in order; settled rows are passed on."""
    return Batch(items=tuple(clean_page(read, seen_at=seen_at) for read in batch.items), settled=batch.settled)
