"""What extracting from one text gives: the rows that pass from extract to link."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class NamedEntity:
    """An entity as a lexicon or the text itself gives it; the columns of `entities` without times."""

    entity_id: str
    type: str
    name: str
    name_zh: str | None = None
    name_en: str | None = None
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    symbol: str | None = None


@dataclass(frozen=True, kw_only=True)
class ExtractedMention:
    """A mention in one text: `text[char_start:char_end]` is `.text`, in code points."""

    char_start: int
    char_end: int
    text: str
    type: str
    confidence: float
    method: str
    entity_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class ExtractedMeasure:
    """The value of the MONEY, PERCENT, QUANTITY or DATE mention with the same span and type."""

    char_start: int
    char_end: int
    type: str
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    currency: str | None = None
    currency_inferred: str | None = None
    modifier: str | None = None
    date_start: date | None = None
    date_end: date | None = None


@dataclass(frozen=True, kw_only=True)
class ExtractedQuote:
    """Direct speech in one text; the span lies inside the quote marks."""

    char_start: int
    char_end: int
    quote: str
    speaker: str
    speaker_entity_id: str | None = None
    verb: str | None = None


@dataclass(frozen=True, kw_only=True)
class Extraction:
    """Everything found in one text, each list in the text's order; `entities` are those that mentions point to."""

    mentions: tuple[ExtractedMention, ...] = ()
    measures: tuple[ExtractedMeasure, ...] = ()
    quotes: tuple[ExtractedQuote, ...] = ()
    entities: tuple[NamedEntity, ...] = ()
