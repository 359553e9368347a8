"""Related reads: what a page offers to read beside its main piece, once each, in page order."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from schemas.page import ParsedPage, ParsedRelatedRead
from tasks.parse.html import read_html

Read = Callable[..., ParsedPage]
SUMMARY = "Loans to shipyards are badly understood, the piece argues, and shows in three steps why that is so."


def card(path: str, title: str, *, summary: str = "", foot: str = "") -> str:
    inner = (
        f"<h3>{title}</h3>"
        + (f"<p>{summary}</p>" if summary else "")
        + (f"<div><span>{foot}</span></div>" if foot else "")
    )
    return f'<a href="{path}">{inner}</a>'


def with_list(body: str, heading: str, cards: str) -> str:
    section = f"<section><h2>{heading}</h2><div>{cards}</div></section>"
    return f"<article><h1>Port doubles its cranes</h1>{body}</article>{section}"


def test_a_card_gives_title_address_summary_outlet_and_time(read: Read, body: str) -> None:
    page = read(
        with_list(
            body, "Related Reads", card("/loans", "Why shipyard loans fail", summary=SUMMARY, foot="链桥社9h ago")
        )
    )
    assert page.related_reads == (
        ParsedRelatedRead(
            kind="related", title="Why shipyard loans fail", url="https://news.example/loans", summary=SUMMARY,
            publisher="链桥社", relative_time="9h ago", published_at=datetime(2026, 2, 5, 3, tzinfo=UTC),
            published_precision="hour",
        ),
    )  # fmt: skip
    assert SUMMARY not in page.text


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("Related Reads", "related"), ("Recommended for You", "recommended"), ("Most Read", "hot"),
     ("Latest News", "latest"),
     ("相关阅读", "related"), ("推荐阅读", "recommended"), ("热门文章", "hot"), ("最新資訊", "latest")],
)  # fmt: skip
def test_the_words_of_the_heading_say_the_kind(read: Read, body: str, heading: str, kind: str) -> None:
    page = read(with_list(body, heading, card("/loans", "Why shipyard loans fail")))
    assert [read_.kind for read_ in page.related_reads] == [kind]


def test_a_list_of_links_gives_a_read_a_link_in_page_order(read: Read, body: str) -> None:
    links = "".join(f"<li><a href=/s/{n}>Harbour story number {n} of the week</a></li>" for n in range(5))
    page = read(with_list(body, "More Stories", f"<ul>{links}</ul>"))
    assert [found.url for found in page.related_reads] == [f"https://news.example/s/{n}" for n in range(5)]


def test_a_target_offered_twice_is_one_read(read: Read, body: str) -> None:
    large = card("/loans", "Why shipyard loans fail", summary=SUMMARY, foot="链桥社9h ago")
    small = card("/loans", "Why shipyard loans fail", foot="链桥社9h ago")
    other = card("/ropes", "Ropes are back in fashion again", foot="Courier11h ago")
    page = read(with_list(body, "Related Reads", large + small + other + small))
    assert [(found.title, found.publisher) for found in page.related_reads] == [
        ("Why shipyard loans fail", "链桥社"), ("Ropes are back in fashion again", "Courier"),
    ]  # fmt: skip


def test_two_lists_keep_their_kinds(read: Read, body: str) -> None:
    page = read(
        with_list(body, "Related Reads", card("/loans", "Why shipyard loans fail"))
        + f"<aside><h3>Most Read</h3>{card('/ropes', 'Ropes are back in fashion again')}</aside>"
    )
    assert [(found.kind, found.title) for found in page.related_reads] == [
        ("related", "Why shipyard loans fail"), ("hot", "Ropes are back in fashion again"),
    ]  # fmt: skip


def test_a_list_inside_the_text_is_no_part_of_the_text(read: Read, body: str) -> None:
    inside = f"<div><h4>Read also</h4>{card('/loans', 'Why shipyard loans fail')}</div>"
    after = "<p>The first of the new cranes will stand in May, if the weather allows, the office said.</p>"
    page = read(f"<article><h1>Port</h1>{body}{inside}{after}</article>")
    assert [found.title for found in page.related_reads] == ["Why shipyard loans fail"]
    assert "loans" not in page.text
    assert page.text.endswith("the office said.")


NO_LISTS = {
    "navigation": "<nav><h3>Latest</h3><a href=/a>All the news of this Tuesday</a></nav>",
    "a menu entry": "<ul><li><a href=/latest>Latest</a></li><li><a href=/a>All the news of this Tuesday</a></li></ul>",
    "tags": "<div><h3>Tags</h3><a href=/t/ships rel=tag>Ships and shipping lines</a></div>",
    "advertisements": "<div><h3>Related</h3><div class=ads><a href=/shop>Buy ropes at half the price</a></div></div>",
    "links without a heading": "<div><a href=/a>All the news of this Tuesday</a></div>",
    "an empty list": "<div><h3>Hot Articles</h3></div>",
    "a ticker": "<div><h3>Related</h3><h3>Trending Cryptos</h3><a href=/p>A coin is up again today</a></div>",
    "the page itself": "<div><h3>Related</h3><a href=/2026/02/harbour.html>Port doubles its cranes now</a></div>",
}


@pytest.mark.parametrize("markup", NO_LISTS.values(), ids=NO_LISTS.keys())
def test_what_no_heading_offers_is_no_related_read(read: Read, body: str, markup: str) -> None:
    assert read(f"<article><h1>Port</h1>{body}</article>{markup}").related_reads == ()


def test_without_a_time_of_fetching_relative_times_stay_words(body: str) -> None:
    page = read_html(with_list(body, "Related Reads", card("/loans", "Why shipyard loans fail", foot="Courier 9h ago")))
    assert [(found.relative_time, found.published_at, found.url) for found in page.related_reads] == [
        ("9h ago", None, None)
    ]
