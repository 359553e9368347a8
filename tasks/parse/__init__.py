"""Bytes to a page: the main piece, metadata and related reads of HTML and of text dumps.

In: payloads. Out: `schemas.page` rows, or a `ParseError` that says why there are none. No network and no lake.
"""

from tasks.parse.batch import parse_batch
from tasks.parse.errors import NotAnArticleError, ParseError, UnreadableError
from tasks.parse.page import parse_page, parse_pages

__all__ = ["NotAnArticleError", "ParseError", "UnreadableError", "parse_batch", "parse_page", "parse_pages"]
