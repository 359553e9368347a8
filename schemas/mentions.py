"""Tables of what a text says: mentions, the values of measures, quotes."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from schemas.articles import ArticleId, Revision
from schemas.table import Means, table
from schemas.vocabulary import MEASURE_TYPES, MENTION_TYPES, MODIFIERS

ListRevisionOfPart = Annotated[
    int | None, Means("revision of the list of related reads, for parts of one; NULL for the article's own", minimum=1)
]
Part = Annotated[
    str, Means("text it stands in: `title`, `body`, `credit`, `related:1:title`, `related:1:summary`, ...")
]
CharStart = Annotated[int, Means("first character in the part's text, from 0", unit="code points", minimum=0)]
CharEnd = Annotated[int, Means("character after the last in the part's text", unit="code points", minimum=1)]
MentionId = Annotated[str, Means("the mention: a hash of article, revision, part, span and type")]


@table(name="mentions", version=1, key=("mention_id",), conditions=("char_end - char_start = length(text)",))
@dataclass(frozen=True, kw_only=True)
class Mention:
    """A name, number or date in a text, at its exact place."""

    mention_id: MentionId
    article_id: ArticleId
    revision: Revision
    list_revision: ListRevisionOfPart
    part: Part
    char_start: CharStart
    char_end: CharEnd
    text: Annotated[str, Means("the characters themselves")]
    type: Annotated[str, Means("what is mentioned", values=MENTION_TYPES)]
    entity_id: Annotated[str | None, Means("entity that is meant; NULL for MONEY, PERCENT, QUANTITY and DATE")]
    confidence: Annotated[
        float, Means("share of right ones at that value on development gold", unit="share", minimum=0)
    ]
    method: Annotated[str, Means("what found it: `pattern`, `lexicon:SOURCE`, ...")]
    published_at: Annotated[
        datetime | None, Means("the article's time of publication, UTC, so that a month is read alone")
    ]


@table(name="measures", version=1, key=("mention_id",), conditions=("coalesce(low <= high, true)",))
@dataclass(frozen=True, kw_only=True)
class Measure:
    """The value of a MONEY, PERCENT, QUANTITY or DATE mention."""

    mention_id: MentionId
    article_id: ArticleId
    revision: Revision
    list_revision: ListRevisionOfPart
    type: Annotated[str, Means("what is measured", values=MEASURE_TYPES)]
    low: Annotated[float | None, Means("lowest value; equal to high for a point; percent in percent points")]
    high: Annotated[float | None, Means("highest value")]
    unit: Annotated[str | None, Means("unit or counted thing: `%`, `pp`, `nm`, `家`, `insurers`")]
    currency: Annotated[str | None, Means("ISO 4217 code or asset symbol; NULL where the text names none")]
    currency_inferred: Annotated[str | None, Means("currency that the context suggests where the text names none")]
    modifier: Annotated[str | None, Means("word of degree beside the number", values=MODIFIERS)]
    date_start: Annotated[date | None, Means("first day of a DATE; NULL for a repeating clock time")]
    date_end: Annotated[date | None, Means("last day of a DATE, inclusive")]


@table(name="quotes", version=1, key=("article_id", "revision", "part", "char_start", "list_revision"))
@dataclass(frozen=True, kw_only=True)
class Quote:
    """Direct speech in quote marks with its speaker."""

    article_id: ArticleId
    revision: Revision
    list_revision: ListRevisionOfPart
    part: Part
    char_start: CharStart
    char_end: CharEnd
    quote: Annotated[str, Means("what was said: the characters inside the marks")]
    speaker: Annotated[str, Means("speaker as the text names them")]
    speaker_entity_id: Annotated[str | None, Means("entity of the speaker, where it is known")]
    verb: Annotated[str | None, Means("word that introduces the speech: `说`, `said`")]
