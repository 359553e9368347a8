"""What was extracted to rows: mentions with their entities, measures, quotes.

In: a draft with the extractions of its parts. Out: the draft with rows. Their ids are provisional: land numbers them.
"""

from collections.abc import Iterator
from dataclasses import replace

from schemas.draft import Draft
from schemas.entities import Entity
from schemas.extraction import ExtractedMention, Extraction
from schemas.keys import stable_id
from schemas.mentions import Measure, Mention, Quote

RELATED = "related:"


def link_draft(draft: Draft) -> Draft:
    """Gives the draft with rows for all that its extractions found, and hashes over them."""
    found = draft.extractions
    return replace(
        draft,
        extractions=(),
        article=replace(draft.article, extraction_hash=_extraction_hash(found, is_related=False)),
        related_list=replace(draft.related_list, extraction_hash=_extraction_hash(found, is_related=True)),
        mentions=tuple(row for part, extraction in found for row in _mentions(draft, part, extraction)),
        measures=tuple(row for part, extraction in found for row in _measures(draft, part, extraction)),
        quotes=tuple(row for part, extraction in found for row in _quotes(draft, part, extraction)),
        entities=tuple(_entities(draft)),
    )


def _extraction_hash(found: tuple[tuple[str, Extraction], ...], *, is_related: bool) -> str:
    parts = (
        (part, extraction.mentions, extraction.measures, extraction.quotes)
        for part, extraction in found
        if part.startswith(RELATED) is is_related
    )
    return stable_id("extraction", *(value for part in parts for value in part))


def _list_revision(draft: Draft, part: str) -> int | None:
    return draft.related_list.list_revision if part.startswith(RELATED) else None


def _mention_id(draft: Draft, part: str, span: tuple[int, int, str]) -> str:
    return stable_id(
        "mention", draft.article.article_id, draft.article.revision, _list_revision(draft, part), part, *span
    )


def _mentions(draft: Draft, part: str, extraction: Extraction) -> Iterator[Mention]:
    for mention in extraction.mentions:
        yield Mention(
            mention_id=_mention_id(draft, part, _span(mention)),
            article_id=draft.article.article_id,
            revision=draft.article.revision,
            list_revision=_list_revision(draft, part),
            part=part,
            char_start=mention.char_start,
            char_end=mention.char_end,
            text=mention.text,
            type=mention.type,
            entity_id=mention.entity_id,
            confidence=mention.confidence,
            method=mention.method,
            published_at=draft.article.published_at,
        )


def _span(mention: ExtractedMention) -> tuple[int, int, str]:
    return mention.char_start, mention.char_end, mention.type


def _measures(draft: Draft, part: str, extraction: Extraction) -> Iterator[Measure]:
    for measure in extraction.measures:
        yield Measure(
            mention_id=_mention_id(draft, part, (measure.char_start, measure.char_end, measure.type)),
            article_id=draft.article.article_id,
            revision=draft.article.revision,
            list_revision=_list_revision(draft, part),
            type=measure.type,
            low=measure.low,
            high=measure.high,
            unit=measure.unit,
            currency=measure.currency,
            currency_inferred=measure.currency_inferred,
            modifier=measure.modifier,
            date_start=measure.date_start,
            date_end=measure.date_end,
        )


def _quotes(draft: Draft, part: str, extraction: Extraction) -> Iterator[Quote]:
    for quote in extraction.quotes:
        yield Quote(
            article_id=draft.article.article_id,
            revision=draft.article.revision,
            list_revision=_list_revision(draft, part),
            part=part,
            char_start=quote.char_start,
            char_end=quote.char_end,
            quote=quote.quote,
            speaker=quote.speaker,
            speaker_entity_id=quote.speaker_entity_id,
            verb=quote.verb,
        )


def _entities(draft: Draft) -> Iterator[Entity]:
    """Gives an entity row once an article for each entity that its mentions point to."""
    named = {entity.entity_id: entity for _, extraction in draft.extractions for entity in extraction.entities}
    for entity in named.values():
        yield Entity(
            entity_id=entity.entity_id,
            type=entity.type,
            name=entity.name,
            name_zh=entity.name_zh,
            name_en=entity.name_en,
            aliases=tuple(sorted(entity.aliases)),
            wikidata=entity.wikidata,
            symbol=entity.symbol,
            first_seen_at=draft.article.first_seen_at,
            run_id=draft.article.run_id,
        )
