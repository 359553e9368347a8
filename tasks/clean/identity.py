"""Who an article is, and whether it is still the same: its id and its hashes.

In: what a page says. Out: keys that are the same on any machine, in any order of reading.
"""

from collections.abc import Sequence

from schemas.keys import name_key, stable_id
from schemas.page import ParsedPage, ParsedRelatedRead, PrintedTime
from tasks.clean.addresses import canonical_url_of, is_root, site_of


def choose_canonical_url(page: ParsedPage, url: str | None) -> str | None:
    """Gives the address the page prefers where that is on the site it was read from, else the one it was read from.

    A page that names another site, or a front page, as its own address says nothing about itself.
    """
    own, preferred = canonical_url_of(url), canonical_url_of(page.canonical_url)
    if preferred and not is_root(preferred) and (own is None or site_of(own) == site_of(preferred)):
        return preferred
    return own


def article_id_of(page: ParsedPage, canonical_url: str | None) -> str:
    """Gives the id of an article: by its canonical URL, else by publisher, printed date and normalised title."""
    if canonical_url and not is_root(canonical_url):
        return stable_id("article", "url", canonical_url)
    date = page.published_at.date().isoformat() if page.published_at else None
    return stable_id(
        "article", "title", name_key(page.publisher or "") or None, date, name_key(page.title) or page.title
    )


def content_hash_of(page: ParsedPage) -> str:
    """Gives the hash whose change makes a revision: title, text, authors, credit, times and tags."""
    times = (_time_key(page.published), _time_key(page.updated))
    return stable_id("content", page.title, page.text, page.authors, page.credit, times, page.tags)


def text_hash_of(text: str) -> str:
    """Gives the hash of a text's letters and digits alone, which width, spaces and punctuation don't change."""
    return stable_id("text", name_key(text))


def list_hash_of(reads: Sequence[ParsedRelatedRead]) -> str:
    """Gives the hash whose change makes a list revision; relative times change at every look and don't count."""
    rows = ((read.kind, read.title, canonical_url_of(read.url), read.summary, read.publisher) for read in reads)
    return stable_id("list", *(field for row in rows for field in row))


def _time_key(printed: PrintedTime | None) -> str | None:
    return f"{printed.at.isoformat()} {printed.precision}" if printed else None
