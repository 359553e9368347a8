"""A draft's texts read one by one: the article's own parts and the related reads beside it.

In: a draft with parts. Out: the draft with what was found in each part. Resolving entities is the next stage's.
"""

import re
from dataclasses import replace
from datetime import date

from schemas.draft import Draft
from schemas.extraction import Extraction
from tasks.extract.text import extract_text, name_medium

CREDIT = "credit"
_RELATED_PART = re.compile(r"related:(\d+):")


def extract_draft(draft: Draft) -> Draft:
    """Gives the draft with an extraction a part, in the parts' order; earlier extractions are replaced."""
    return replace(draft, extractions=tuple((name, _extract_part(name, text, draft)) for name, text in draft.parts))


def _extract_part(name: str, text: str, draft: Draft) -> Extraction:
    found = extract_text(text, language=_language_of(name, draft), published_at=_date_of(name, draft))
    # A credit is the name of a medium, also where nothing but its place says so.
    return found if name != CREDIT or found.mentions else name_medium(text)


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
