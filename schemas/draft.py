"""What passes between stages from clean to land: everything that one page yields, and a batch of such work."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from schemas.articles import Article, Paragraph
from schemas.entities import Entity
from schemas.extraction import Extraction
from schemas.fetches import Capture, Fetch
from schemas.mentions import Measure, Mention, Quote
from schemas.related_reads import RelatedList, RelatedRead

Item = TypeVar("Item")


@dataclass(frozen=True, kw_only=True)
class Draft:
    """All rows of one page; revisions, mention ids and reasons are provisional until land numbers them.

    `parts` are the texts to extract from, by part name (`title`, `body`, `credit`, `related:1:title`, ...), in order;
    `extractions` hold what was found in each of them.
    """

    capture: Capture
    article: Article
    paragraphs: tuple[Paragraph, ...]
    related_list: RelatedList
    related_reads: tuple[RelatedRead, ...]
    parts: tuple[tuple[str, str], ...]
    extractions: tuple[tuple[str, Extraction], ...] = ()
    mentions: tuple[Mention, ...] = ()
    measures: tuple[Measure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Batch(Generic[Item]):
    """Work between two stages: items still on the way, and the rows of inputs that are settled already."""

    items: tuple[Item, ...] = ()
    settled: tuple[Fetch, ...] = ()
