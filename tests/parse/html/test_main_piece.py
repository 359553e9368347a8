"""Which blocks of a page are the main piece, and what kind of paragraph each is."""

from collections.abc import Callable

import pytest

from schemas.page import ParsedPage
from tasks.parse.errors import NotAnArticleError
from tasks.parse.html import read_html

Read = Callable[..., ParsedPage]


def kinds(page: ParsedPage) -> list[str]:
    return [paragraph.kind for paragraph in page.paragraphs]


def test_paragraphs_and_headings_come_in_reading_order_without_the_title(read: Read) -> None:
    page = read()
    assert kinds(page) == ["paragraph", "paragraph", "heading", "paragraph"]
    assert page.paragraphs[2].level == 2
    assert page.text.startswith("The port of Northshore")
    assert page.text.endswith("the banks the rest.")


def test_lists_quotes_and_code_keep_their_kind(read: Read, body: str) -> None:
    more = (
        "<ul><li>Cranes: twelve new ones, all electric.</ul>"
        "<blockquote>Ships do not wait, cities do.</blockquote><pre>a = 1\nb = 2</pre>"
    )
    page = read(f"<article><h1>Port doubles its cranes</h1>{body}{more}</article>")
    assert kinds(page)[4:] == ["list_item", "quote", "code", "code"]


def test_a_line_break_ends_a_paragraph(read: Read, body: str) -> None:
    page = read(
        f"<article><h1>Port</h1>{body}<p>The first crane comes in May.<br>The last one comes in June.</p></article>"
    )
    assert [p.text for p in page.paragraphs[-2:]] == ["The first crane comes in May.", "The last one comes in June."]


def test_inline_markup_does_not_break_words(read: Read, body: str) -> None:
    page = read(
        f"<article><h1>Port</h1>{body}<p>Har<b>bour</b>s and <a href=/x>ships</a> need&nbsp;cities too.</p></article>"
    )
    assert page.paragraphs[-1].text == "Harbours and ships need cities too."


FURNITURE = {
    "navigation": "<nav><p>Read all of our stories about harbours and ships, in one place, every day.</p></nav>",
    "footer": "<footer><p>The Northshore Courier is printed by the Northshore Press Company, Quay 4.</p></footer>",
    "comments": "<div id=comments><p>I do not believe a word of this, they said the same ten years ago!</p></div>",
    "scripts": "<script>var text = 'The port of Northshore, the harbour office said, will be closed.';</script>",
    "hidden parts": "<div style='display: none'><p>You have read all of your free articles, dear reader.</p></div>",
    "captions": "<figure><img src=a.png><figcaption>The old cranes, seen from the lighthouse.</figcaption></figure>",
    "menus by class": "<div class='main-menu'><p>Read our stories about harbours and ships, every day.</p></div>",
}


@pytest.mark.parametrize("furniture", FURNITURE.values(), ids=FURNITURE.keys())
def test_furniture_is_no_part_of_the_piece(read: Read, body: str, furniture: str) -> None:
    plain = read(f"<div><h1>Port</h1>{body}</div>")
    for page in (f"{furniture}<div><h1>Port</h1>{body}</div>", f"<div><h1>Port</h1>{body}</div>{furniture}"):
        assert read(page).paragraphs == plain.paragraphs


def test_a_misleading_class_around_the_whole_piece_is_not_believed(read: Read, body: str) -> None:
    for name in ("sidebar", "promo", "related", "popup"):
        assert read(f"<div class={name}><h1>Port</h1>{body}</div>").text == read(f"<div><h1>Port</h1>{body}</div>").text


def test_a_piece_that_a_script_would_show_is_read(read: Read, body: str) -> None:
    assert read(f"<h1>Port</h1><div hidden>{body}</div>").text.endswith("the banks the rest.")


def test_a_lead_outside_of_the_text_is_rescued(read: Read, body: str) -> None:
    lead = "Northshore wants to be the largest harbour of the coast by the end of the decade."
    page = read(f"<header><h1>Port</h1><div>{lead}</div></header><div class=text>{body}</div>")
    assert page.paragraphs[0].text == lead


def test_what_stands_twice_is_read_once(read: Read, body: str) -> None:
    assert read(f"<article><h1>Port</h1>{body}{body}</article>").text.count("240 million") == 1


def test_repeated_short_lines_stay(read: Read, body: str) -> None:
    page = read(f"<article><h1>Port</h1>{body}<p>And then?</p><p>It sank.</p><p>And then?</p><p>It rose.</p></article>")
    assert page.text.count("And then?") == 2


def test_a_paywall_notice_makes_the_page_partial(read: Read, body: str) -> None:
    assert not read().is_partial
    assert read(f"<article><h1>Port</h1>{body}</article><div>Subscribe to continue reading</div>").is_partial


def test_traditional_chinese_is_told_from_simplified() -> None:
    text = "港務局週二表示，今年將把起重機的數量增加一倍，並在碼頭旁邊興建新的倉庫。" * 3
    assert read_html(f"<h1>港口</h1><p>{text}</p>").language == "zh-Hant"


NO_ARTICLES = {
    "nothing": "",
    "white space": " \n ",
    "only a title": "<title>Northshore Courier</title><body></body>",
    "a list of links": "<ul>"
    + "".join(f"<li><a href=/{n}>Harbour story number {n}</a></li>" for n in range(40))
    + "</ul>",
    "an error": "<h1>404 Not Found</h1><hr><center>nginx</center>",
    "a form": "<form><label>Name</label><input><label>Password</label><input></form>",
    "a word": "hello",
}


@pytest.mark.parametrize("markup", NO_ARTICLES.values(), ids=NO_ARTICLES.keys())
def test_a_page_without_a_piece_is_refused_and_says_what_was_found(markup: str) -> None:
    with pytest.raises(NotAnArticleError, match=r"no main piece: the page has \d+ lines of text"):
        read_html(markup)


def test_an_error_page_with_a_sentence_is_refused() -> None:
    text = "<p>The page that you are looking for may have moved, or it may never have been here, dear reader.</p>"
    for title in ("404 Not Found", "Page not found | Northshore Courier", "页面不存在"):
        with pytest.raises(NotAnArticleError, match="an error page"):
            read_html(f"<title>{title}</title><h1>{title}</h1>{text}")


def test_a_list_of_teasers_is_refused() -> None:
    teasers = "".join(
        f"<div><h2><a href=/{n}>Harbour story number {n} today</a></h2><p>Summary of story {n}, no more.</p></div>"
        for n in range(12)
    )
    with pytest.raises(NotAnArticleError, match="a list of 12 other pieces"):
        read_html(f"<title>Harbours</title><main>{teasers}</main>")


def test_heap_of_hidden_search_words_is_not_the_piece() -> None:
    words = "cheap chips buy servers best memory price " * 2_000
    text = "The city opened a second data centre near the harbour on Monday, and its builder expects tenants soon."
    markup = f"<html><body><h1>A Harbour of Heat</h1><article><p>{text}</p><p>{text} It said so.</p></article>"
    page = read_html(f'{markup}<div style="display:none">{words}</div></body></html>', url=None, fetched_at=None)
    assert "cheap chips" not in page.text
