"""One payload to its page: finds out whether it is HTML or a text dump, and has it read.

In: raw bytes, with what the fetch knows of them. Out: a `ParsedPage`. The readers are in `html` and `dump`.
"""

import re
from dataclasses import replace
from datetime import datetime

from schemas.page import ParsedPage
from tasks.parse.decode import decode_payload
from tasks.parse.dump import read_dump
from tasks.parse.errors import NotAnArticleError, TruncatedPageError

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|p|article|main|section|table|meta|title|h1)\b[^<]*>", re.IGNORECASE
)
_MARKUP_WITHIN = 20_000
_BEGINNING = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_END = re.compile(r"</(?:body|html)\b", re.IGNORECASE)


def parse_page(
    payload: bytes, *, url: str | None = None, fetched_at: datetime | None = None, media_type: str | None = None
) -> ParsedPage:
    """Gives the page that the bytes of an HTML page or a text dump hold.

    `url` makes links absolute, `fetched_at` (UTC) resolves relative times, `media_type` is a Content-Type header.
    Raises `UnreadableError` for bytes that are no text, `NotAnArticleError` for a page without a main piece.
    """
    declared = _CHARSET.search(media_type or "")
    decoded = decode_payload(payload, declared=declared[1] if declared else None)
    if not decoded.text.strip():
        raise NotAnArticleError("an empty page: the saved file holds no text")
    if is_markup(decoded.text):
        check_end(decoded.text)
        # Chinese text dumps never need the HTML parsers, whose imports cost as much as reading a page.
        from tasks.parse.html import read_html  # noqa: PLC0415

        page = read_html(decoded.text, url=url, fetched_at=fetched_at)
    else:
        page = read_dump(decoded.text, fetched_at=fetched_at)
    return replace(page, charset=decoded.charset)


def parse_pages(
    payload: bytes, *, url: str | None = None, fetched_at: datetime | None = None, media_type: str | None = None
) -> list[ParsedPage]:
    """Gives the pages that a payload holds, at present one; arguments and errors are those of `parse_page`."""
    return [parse_page(payload, url=url, fetched_at=fetched_at, media_type=media_type)]


def check_end(markup: str) -> None:
    """Raises TruncatedPageError for a page that is cut off: begun as a whole one, it ends in the midst of something.

    Whole pages without an end tag are rare, and end behind some other tag.
    """
    if _BEGINNING.search(markup[:_MARKUP_WITHIN]) and not _END.search(markup) and markup.rstrip()[-1:] != ">":
        raise TruncatedPageError("the page is cut off, it has neither </body> nor </html>: save or fetch it again")


def is_markup(text: str) -> bool:
    """Tells whether a text is HTML: it has tags that a text about HTML would not begin with.

    >>> is_markup("<!DOCTYPE html><html>"), is_markup("A text about the <div> tag of HTML.")
    (True, False)
    """
    start = text[:_MARKUP_WITHIN].lstrip("\ufeff \t\r\n")
    return (start.startswith("<") and bool(_MARKUP.search(start))) or len(_MARKUP.findall(start)) >= 5
