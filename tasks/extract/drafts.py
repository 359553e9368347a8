"""A draft's texts read one by one: the article's own parts and the related reads beside it.

In: a draft with parts. Out: the draft with what was found in each part. Resolving entities is the next stage's.
"""

import re
from dataclasses import replace
from datetime import date

from schemas.draft import Draft
from tasks.extract.text import extract_text

_RELATED_PART = re.compile(r"related:(\d+):")


def extract_draft(draft: Draft) -> Draft:
    """Gives the draft with an extraction a part, in the parts' order; earlier extractions are replaced."""
    extractions = tuple(
        (name, extract_text(text, language=_language_of(name, draft), published_at=_date_of(name, draft)))
        for name, text in draft.parts
    )
    return replace(draft, extractions=extractions)


def _language_of(part: str, draft: Draft) -> str | None:
    """A related read need not be in the article's language."""
    return None if _RELATED_PART.match(part) else draft.article.language


def _date_of(part: str, draft: Draft) -> date | None:
    published_at = draft.article.published_at
    if match := _RELATED_PART.match(part):
        position = int(match[1])
        own = next((read.published_at for read in draft.related_reads if read.position == position), None)
        published_at = own or published_at
    return published_at.date() if published_at else None
