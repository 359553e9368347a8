"""A batch of drafts with extractions to drafts with rows."""

from schemas.draft import Batch, Draft
from tasks.link.names import link_draft


def link_batch(batch: Batch[Draft]) -> Batch[Draft]:
    """Gives the drafts of a batch with their mentions, measures, quotes and entities; settled rows are passed on."""
    return Batch(items=tuple(link_draft(draft) for draft in batch.items), settled=batch.settled)
