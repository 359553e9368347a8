"""When a page's article appeared and was last changed, from what its markup says.

In: the tree, metadata and JSON-LD of a page. Out: printed times. What visible datelines say is `surroundings`' work.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from schemas.page import PrintedTime
from tasks.parse.html.blocks import COMMENT, Blocks
from tasks.parse.html.linked_data import LinkedArticle
from tasks.parse.html.meta import Meta
from tasks.parse.html.tree import Tree
from tasks.parse.times import FIRST_YEAR, LAST_YEAR, parse_time

_PUBLISHED_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date-published",
    "publishdate", "publish_date", "publish-date", "pubdate", "pub_date", "published_time", "publication_date",
    "publicationdate", "og:release_date", "article:create_at", "bytedance:published_time", "sailthru.date",
    "parsely-pub-date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.created", "dcterms.issued",
    "dcterms.date", "dc.date", "date", "article_date_original", "originalpublicationdate", "last-published",
    "rnews:datepublished", "apub:time",
)  # fmt: skip
_UPDATED_NAMES = (
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "dcterms.modified",
    "dc.date.modified", "bytedance:updated_time", "article:update_at", "updated_time", "revised",
)  # fmt: skip
LONGEST_TIME = 100
MOST_TIME_ELEMENTS = 1_000
_EPOCH = re.compile(r"\s*(\d{10}|\d{13})(?:\.\d+)?\s*")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")


@dataclass(frozen=True, slots=True)
class Dates:
    """Times of publication and last change; None where nothing names them."""

    published: PrintedTime | None = None
    updated: PrintedTime | None = None


def find_dates(meta: Meta, linked: LinkedArticle, *, assumed_offset: str | None) -> Dates:
    """Gives the times that JSON-LD, meta elements and microdata name, the most trustworthy first."""
    published = (
        linked.text("datePublished"),
        *meta.all(*_PUBLISHED_NAMES),
        meta.item("datepublished", "datecreated"),
        linked.text("dateCreated", "uploadDate"),
    )
    updated = (linked.text("dateModified"), *meta.all(*_UPDATED_NAMES), meta.item("datemodified"))
    return Dates(_first_time(published, assumed_offset), _first_time(updated, assumed_offset))


def find_time_element(tree: Tree, page: Blocks, *, assumed_offset: str | None) -> PrintedTime | None:
    """Gives the time of the first `time` element outside of comments and other pieces; None where there is none."""
    outside = {block.element.index for block in page.blocks if block.marks & COMMENT}
    for element in islice(tree.find("time"), MOST_TIME_ELEMENTS):
        if not outside.isdisjoint(around.index for around in (element, *element.ancestors())):
            continue
        found = read_time(element.get("datetime") or tree.text_of(element), assumed_offset=assumed_offset)
        if found:
            return found
    return None


def date_in_address(url: str | None) -> PrintedTime | None:
    """Gives the day that the path of an address names, as the last resort.

    >>> date_in_address("https://news.example/2026/02/03/chips").at.day
    3
    """
    match = _IN_ADDRESS.search(url or "")
    return parse_time("-".join(match.groups())) if match else None


def read_time(value: str, *, assumed_offset: str | None = None) -> PrintedTime | None:
    """Gives the time that a value of markup means: ISO 8601, a printed form, or seconds or milliseconds since 1970."""
    epoch = _EPOCH.fullmatch(value)
    if epoch:
        at = datetime.fromtimestamp(int(epoch[1][:10]), UTC)
        return PrintedTime(at=at, precision="second", offset="+00:00") if FIRST_YEAR <= at.year <= LAST_YEAR else None
    return parse_time(value[:LONGEST_TIME], assumed_offset=assumed_offset)


def _first_time(values: Iterable[str | None], assumed_offset: str | None) -> PrintedTime | None:
    found = (read_time(value, assumed_offset=assumed_offset) for value in values if value)
    return next((time for time in found if time), None)
