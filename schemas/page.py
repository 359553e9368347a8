"""What reading a page gives: the rows that pass from parse to clean."""

from dataclasses import dataclass
from datetime import datetime

from schemas.fetches import Capture


@dataclass(frozen=True, kw_only=True)
class PrintedTime:
    """A time as a page gives it: UTC, how exact it is, and the offset it was printed with."""

    at: datetime
    precision: str
    offset: str | None = None


@dataclass(frozen=True, kw_only=True)
class ParsedParagraph:
    """A block of the main piece: its kind (`schemas.vocabulary.PARAGRAPH_KINDS`), heading level and text."""

    kind: str
    text: str
    level: int | None = None


@dataclass(frozen=True, kw_only=True)
class ParsedRelatedRead:
    """A related read as the page offers it; the columns of `related_reads` that the page itself settles."""

    kind: str
    title: str
    url: str | None = None
    summary: str | None = None
    publisher: str | None = None
    relative_time: str | None = None
    published_at: datetime | None = None
    published_precision: str | None = None


@dataclass(frozen=True, kw_only=True)
class ParsedPage:
    """A page's main piece, metadata and related reads; missing values are None or an empty tuple."""

    title: str
    paragraphs: tuple[ParsedParagraph, ...]
    page_kind: str = "article"
    is_partial: bool = False
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    credit: str | None = None
    credit_platform: str | None = None
    credit_line: str | None = None
    translators: tuple[str, ...] = ()
    published: PrintedTime | None = None
    updated: PrintedTime | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    canonical_url: str | None = None
    image_url: str | None = None
    charset: str | None = None
    related_reads: tuple[ParsedRelatedRead, ...] = ()

    @property
    def text(self) -> str:
        """The main piece: its paragraphs joined by a line feed."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def published_at(self) -> datetime | None:
        """Time of publication, UTC."""
        return self.published.at if self.published else None

    @property
    def published_precision(self) -> str | None:
        """How exact `published_at` is."""
        return self.published.precision if self.published else None

    @property
    def updated_at(self) -> datetime | None:
        """Time of the last update, UTC."""
        return self.updated.at if self.updated else None

    @property
    def updated_precision(self) -> str | None:
        """How exact `updated_at` is."""
        return self.updated.precision if self.updated else None


@dataclass(frozen=True, kw_only=True)
class ReadInput:
    """A page that was read, with the input it came from."""

    capture: Capture
    page: ParsedPage
