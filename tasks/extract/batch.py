"""A batch of drafts to drafts with what was found in their texts."""

from schemas.draft import Batch, Draft
from tasks.extract.drafts import extract_draft


def extract_batch(batch: Batch[Draft]) -> Batch[Draft]:
    """Gives the drafts of a batch with the extractions of their parts; settled rows are passed on."""
    return Batch(items=tuple(extract_draft(draft) for draft in batch.items), settled=batch.settled)
