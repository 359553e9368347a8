"""One text in, everything found in it out: the door of this stage.

In: any text, its language and day of publication where they are known. Out: mentions, measures, quotes, entities.
"""

from collections.abc import Iterable
from datetime import date

from schemas.extraction import ExtractedMeasure, ExtractedMention, Extraction, NamedEntity
from schemas.folding import fold_width
from tasks.extract.candidates import Candidate, settle_overlaps
from tasks.extract.confidence import CONFIDENCE
from tasks.extract.folding import fold_case
from tasks.extract.names.lexicon import Lexicon, load_lexicon
from tasks.extract.names.matching import find_names
from tasks.extract.names.organizations_chinese import find_chinese_organizations
from tasks.extract.names.organizations_english import find_english_organizations
from tasks.extract.names.people_chinese import find_chinese_people
from tasks.extract.names.people_english import find_english_people
from tasks.extract.names.spread import find_short_forms
from tasks.extract.names.unlisted import make_candidate
from tasks.extract.speech.quotes import find_quotes
from tasks.extract.values.amounts import find_amounts, yen_sign_currency
from tasks.extract.values.dates import find_dates


def extract_text(text: str, *, language: str | None = None, published_at: date | None = None) -> Extraction:
    """Gives the mentions of a text in order and without overlaps, their values, entities, and direct speech.

    Spans count code points of `text`. `language` is a BCP 47 tag; it settles only what `¥` means, since
    Chinese and English stand side by side in most texts.
    Dates that only publication could settle have no days when `published_at` is None. Never raises for any string.
    """
    half_width = fold_width(text)
    kept = _find_mentions(half_width, published_at, load_lexicon(), yen_sign_currency(half_width, language))
    return Extraction(
        mentions=tuple(_to_mention(text, candidate) for candidate in kept),
        measures=tuple(_to_measures(kept)),
        quotes=tuple(find_quotes(half_width, text, kept)),
        entities=tuple(_distinct_entities(kept)),
    )


def name_medium(text: str) -> Extraction:
    """Gives the text of a credit as the one mention of the medium that it names."""
    medium = make_candidate(text, (0, len(text)), "ORG", "evidence:medium")
    return Extraction(mentions=(_to_mention(text, medium),), entities=tuple(_distinct_entities([medium])))


def _find_mentions(text: str, published_at: date | None, lexicon: Lexicon, yen_sign: str) -> list[Candidate]:
    names = find_names(text, fold_case(text), lexicon)
    proposed = [
        *names,
        *find_dates(text, published_at),
        *find_amounts(text, yen_sign),
        *find_english_organizations(text, lexicon),
        *find_chinese_organizations(text, names, lexicon),
        *find_english_people(text, lexicon),
        *find_chinese_people(text, lexicon),
    ]
    settled = settle_overlaps(proposed)
    return settle_overlaps([*settled, *find_short_forms(text, settled, lexicon)])


def _to_mention(text: str, found: Candidate) -> ExtractedMention:
    return ExtractedMention(
        char_start=found.start, char_end=found.end, text=text[found.start : found.end], type=found.type,
        confidence=CONFIDENCE[found.method], method=found.method,
        entity_id=found.entity.entity_id if found.entity else None,
    )  # fmt: skip


def _to_measures(found: Iterable[Candidate]) -> Iterable[ExtractedMeasure]:
    for candidate in found:
        if value := candidate.value:
            yield ExtractedMeasure(
                char_start=candidate.start, char_end=candidate.end, type=candidate.type, low=value.low, high=value.high,
                unit=value.unit, currency=value.currency, currency_inferred=value.currency_inferred,
                modifier=value.modifier, date_start=value.date_start, date_end=value.date_end,
            )  # fmt: skip


def _distinct_entities(found: Iterable[Candidate]) -> Iterable[NamedEntity]:
    return {candidate.entity.entity_id: candidate.entity for candidate in found if candidate.entity}.values()
