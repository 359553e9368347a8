"""One page saved as HTML and as a text dump gives the same article."""

from datetime import UTC, datetime

import pytest

from schemas.page import ParsedPage
from tasks.parse.dump import read_dump
from tasks.parse.html import read_html

FETCHED_AT = datetime(2026, 2, 5, 12, tzinfo=UTC)
URL = "https://www.harbour.example/news/north-shore-1"
FIRST = "今年年初,北岸的人都在谈论一件事,那就是新的芯片厂何时交货。"
SECOND = "二月三日,云河公司宣布第一批芯片装船,总量超过五万片,价值约 2 亿元。"
THIRD = "第一个难点,是物理层面的。厂房建在盐碱地上,工程师花了三个月才把地基打好。"
LAST = "未来,当订单、资金与人持续聚到一起,港口的故事也将翻到新的一页。"
CREDIT = "本文来自微信公众号“长桥商业”,作者:林舟"
SUMMARY = "The piece argues that harbour loans are badly understood. It explains how they came to be."
MARKUP = f"""<!DOCTYPE html><html lang="en"><head>
<title>北岸芯片厂与云河同日交货,意味着什么? | Harbour News</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<h1>北岸芯片厂与云河同日交货,意味着什么?</h1>
<div class="info"><span>tidewire</span>
<span>Published on 2026-02-03</span>
<span>Last updated on 2026-02-04</span></div>
<div class="brief">港口边的工厂开始自己铺轨道。</div>
<div class="detail"><p>{FIRST}</p><p>{SECOND}</p><h2>在荒地上修路</h2>
<p>{THIRD}</p><p>{LAST}</p><p>{CREDIT}</p></div>
<div><h3>Trending Cryptos</h3><a href="/p/btc">BTC</a></div>
<div class="related"><h2>Related Reads</h2>
<a href="/news/2"><h3>Harbour Loans Are Not What They Seem to Be</h3>
<p>{SUMMARY}</p><div>链桥社<span>9h ago</span></div></a>
<a href="/news/2"><h3>Harbour Loans Are Not What They Seem to Be</h3><div>链桥社<span>9h ago</span></div></a>
<a href="/news/3"><h3>Optical Fibres: Everyone Builds at Once</h3>
<p>{SUMMARY}</p><div>tidewire<span>11h ago</span></div></a>
<a href="/news/3"><h3>Optical Fibres: Everyone Builds at Once</h3><div>tidewire<span>11h ago</span></div></a></div>
<div><h3>Hot Articles</h3></div>
<div><h3>Discussions</h3><p>Welcome to the Harbour Community, dear readers.</p></div></body></html>"""
DUMP = "\n\n".join(
    (
        "Home News", "北岸芯片厂与云河同日交货,意味着什么?",
        "tidewirePublished on 2026-02-03Last updated on 2026-02-04",
        "港口边的工厂开始自己铺轨道。", FIRST, SECOND, "在荒地上修路", THIRD, LAST, CREDIT,
        "Trending Cryptos", "BTC", "Related Reads",
        "Harbour Loans Are Not What They Seem to Be", SUMMARY, "链桥社9h ago",
        "Harbour Loans Are Not What They Seem to Be", "链桥社9h ago",
        "Optical Fibres: Everyone Builds at Once", SUMMARY, "tidewire11h ago",
        "Optical Fibres: Everyone Builds at Once", "tidewire11h ago",
        "Hot Articles", "Discussions", "Welcome to the Harbour Community, dear readers.",
    )
)  # fmt: skip
SHARED_FIELDS = (
    "title", "authors", "publisher", "credit", "credit_platform", "credit_line", "translators", "published", "updated",
    "language", "text", "is_partial",
)  # fmt: skip


@pytest.fixture(scope="module")
def pages() -> tuple[ParsedPage, ParsedPage]:
    return read_html(MARKUP, url=URL, fetched_at=FETCHED_AT), read_dump(DUMP, fetched_at=FETCHED_AT)


@pytest.mark.parametrize("field", SHARED_FIELDS)
def test_html_and_dump_of_one_page_agree(pages: tuple[ParsedPage, ParsedPage], field: str) -> None:
    of_html, of_dump = pages
    assert getattr(of_html, field) == getattr(of_dump, field)


def test_html_and_dump_offer_the_same_related_reads(pages: tuple[ParsedPage, ParsedPage]) -> None:
    of_html, of_dump = (
        [(r.kind, r.title, r.summary, r.publisher, r.relative_time, r.published_at) for r in page.related_reads]
        for page in pages
    )
    assert of_html == of_dump
    assert [read.url for read in pages[0].related_reads] == [
        "https://www.harbour.example/news/2", "https://www.harbour.example/news/3",
    ]  # fmt: skip


def test_the_credit_line_is_read_and_no_part_of_the_text(pages: tuple[ParsedPage, ParsedPage]) -> None:
    for page in pages:
        assert (page.credit, page.credit_platform, page.authors) == ("长桥商业", "微信公众号", ("林舟",))
        assert page.text.endswith(LAST)
