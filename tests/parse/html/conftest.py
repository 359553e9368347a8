"""Sample pages for the HTML reader, all invented."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from schemas.page import ParsedPage
from tasks.parse.html import read_html

PAGE_URL = "https://news.example/2026/02/harbour.html"
FETCHED_AT = datetime(2026, 2, 5, 12, tzinfo=UTC)
BODY = (
    "<p>The port of Northshore will double its cranes this year, the harbour office said on Tuesday.</p>"
    "<p>“We have waited ten years for this,” said Mara Quist, who runs the office, at a press meeting.</p>"
    "<h2>What it costs</h2>"
    "<p>The plan costs 240 million crowns, of which the state pays a third and the banks the rest.</p>"
)


@pytest.fixture
def read() -> Callable[..., ParsedPage]:
    """Reads a page made of a head and the inner markup of its body."""

    def read_parts(
        body: str = f"<article><h1>Port doubles its cranes</h1>{BODY}</article>", *, head: str = ""
    ) -> ParsedPage:
        markup = f"<!DOCTYPE html><html lang=en><head>{head}</head><body>{body}</body></html>"
        return read_html(markup, url=PAGE_URL, fetched_at=FETCHED_AT)

    return read_parts


@pytest.fixture
def body() -> str:
    """Markup of a main piece without title."""
    return BODY
