"""Title, people, times, topics and addresses of a page, from every place where markup has them."""

import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from schemas.page import ParsedPage
from tasks.parse.html.dates import date_in_address

Read = Callable[..., ParsedPage]
ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Port doubles its cranes",
    "author": [{"@type": "Person", "name": "Ida Berg"}, {"@type": "Person", "name": "Tom Vale"}],
    "publisher": {"@type": "Organization", "name": "Northshore Courier"},
    "datePublished": "2026-02-03T09:15:02+01:00",
    "dateModified": "2026-02-04T10:00:00Z",
    "keywords": ["harbours", "cranes"],
    "image": {"@type": "ImageObject", "url": "/img/cranes.jpg"},
}


def linked(value: object) -> str:
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


LINKED_DATA = {
    "a node": linked(ARTICLE),
    "a list": linked([{"@type": "BreadcrumbList"}, ARTICLE]),
    "a graph": linked({"@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]}),
    "nested in a page": linked({"@type": "WebPage", "mainEntity": ARTICLE}),
    "with references": linked(
        {"@graph": [{"@id": "#b", "@type": "Person", "name": "Ida Berg"}, {"@id": "#v", "name": "Tom Vale"},
                    ARTICLE | {"author": [{"@id": "#b"}, {"@id": "#v"}]}]}
    ),
    "two types": linked(ARTICLE | {"@type": ["NewsArticle", "https://schema.org/Report"]}),
    "CDATA": linked(f"//<![CDATA[\n{json.dumps(ARTICLE)}\n//]]>"),
    "CDATA in comments": linked(f"/*<![CDATA[*/ {json.dumps(ARTICLE)} /*]]>*/"),
    "an HTML comment": linked(f"<!-- {json.dumps(ARTICLE)} -->"),
    "trailing commas": linked(json.dumps(ARTICLE)[:-1] + ",}"),
    "a semicolon": linked(json.dumps(ARTICLE) + ";"),
    "raw line breaks": linked(json.dumps(ARTICLE).replace("NewsArticle", "NewsArticle\", \"articleBody\": \"a\nb")),
    "a broken script before": linked("{{ nothing") + linked(ARTICLE),
    "another piece before": linked({"itemListElement": [ARTICLE | {"author": "Nobody Else"}]}) + linked(ARTICLE),
}  # fmt: skip


@pytest.mark.parametrize("head", LINKED_DATA.values(), ids=LINKED_DATA.keys())
def test_linked_data_gives_people_times_and_topics(read: Read, head: str) -> None:
    page = read(head=head)
    assert page.authors == ("Ida Berg", "Tom Vale")
    assert page.publisher == "Northshore Courier"
    assert (page.published_at, page.published_precision) == (datetime(2026, 2, 3, 8, 15, 2, tzinfo=UTC), "second")
    assert page.published is not None
    assert page.published.offset == "+01:00"
    assert page.updated_at == datetime(2026, 2, 4, 10, tzinfo=UTC)
    assert page.tags == ("harbours", "cranes")
    assert page.image_url == "https://news.example/img/cranes.jpg"


def test_a_page_that_says_nothing_of_itself_has_none_and_no_empty_strings(read: Read, body: str) -> None:
    page = read(
        f"<article><h1>Port</h1>{body}</article>",
        head='<meta name=author content=""><meta property=og:site_name content=" ">',
    )
    assert (page.authors, page.publisher, page.published, page.updated, page.tags) == ((), None, None, None, ())
    assert (page.canonical_url, page.image_url, page.credit, page.credit_line) == (None, None, None, None)


TITLES = {
    "<title>Port doubles its cranes | Northshore Courier</title>": "an h1 that agrees",
    '<meta property="og:title" content="Port doubles its cranes, and more">': "an h1 that is part of a longer title",
    "": "an h1 alone",
}


@pytest.mark.parametrize("head", TITLES.keys(), ids=TITLES.values())
def test_the_headline_that_readers_see_is_the_title(read: Read, head: str) -> None:
    assert read(head=head).title == "Port doubles its cranes"


@pytest.mark.parametrize(
    "title",
    [
        "Ships wait | Northshore Courier",
        "Ships wait - Courier",
        "Courier: Ships wait",
        "Ships wait_Courier",
        "Ships wait",
    ],
)
def test_the_name_of_the_site_is_cut_from_a_title(read: Read, body: str, title: str) -> None:
    page = read(f"<div>{body}</div>", head=f'<title>{title}</title><meta property="og:site_name" content="Courier">')
    assert page.title == "Ships wait"


def test_an_h1_with_the_name_of_the_site_is_no_title(read: Read, body: str) -> None:
    head = '<meta property="og:title" content="Ships wait"><meta property="og:site_name" content="Courier">'
    assert read(f"<h1>Courier</h1><div>{body}</div>", head=head).title == "Ships wait"


def test_a_dash_inside_a_headline_stays(read: Read, body: str) -> None:
    assert read(f"<div>{body}</div>", head="<title>Ships wait - and wait</title>").title == "Ships wait - and wait"


TIMES = {
    '<meta property="article:published_time" content="2026-02-03T09:15:00+08:00">': (
        "2026-02-03T01:15:00+00:00",
        "second",
        "+08:00",
    ),
    '<meta name="pubdate" content="2026-02-03">': ("2026-02-03T00:00:00+00:00", "day", None),
    '<meta name="publishdate" content="1770110102000">': ("2026-02-03T09:15:02+00:00", "second", "+00:00"),
    '<meta itemprop="datePublished" content="2026-02-03T09:15Z">': ("2026-02-03T09:15:00+00:00", "minute", "+00:00"),
}


@pytest.mark.parametrize(("head", "expected"), TIMES.items())
def test_times_of_markup_keep_precision_and_offset(
    read: Read, head: str, expected: tuple[str, str, str | None]
) -> None:
    printed = read(head=head).published
    assert printed is not None
    assert (printed.at.isoformat(), printed.precision, printed.offset) == expected


def test_a_time_element_and_a_visible_dateline_are_read(read: Read, body: str) -> None:
    for line in ('<time datetime="2026-02-03">yesterday</time>', "<p>Published on 2026-02-03</p>"):
        assert read(f"<article><h1>Port</h1>{line}{body}</article>").published_at == datetime(2026, 2, 3, tzinfo=UTC)


def test_the_address_names_the_day_as_a_last_resort() -> None:
    found = date_in_address("https://news.example/2026/02/03/port")
    assert found is not None
    assert found.precision == "day"
    assert date_in_address("https://news.example/2026/13/45/port") is None
    assert date_in_address(None) is None


def test_no_date_is_printed_as_1900(read: Read, body: str) -> None:
    assert read(f"<article><h1>Port</h1><p>Time:1900/1/1 0:00:00</p>{body}</article>").published is None


BYLINES = (
    '<meta name="author" content="Ida Berg, Tom Vale">',
    '<meta name="author" content="Ida Berg"><meta name="author" content="Tom Vale">',
    '<meta name="author" content="By Ida Berg and Tom Vale">',
)


@pytest.mark.parametrize("head", BYLINES)
def test_authors_of_meta_elements_are_split_into_people(read: Read, head: str) -> None:
    assert read(head=head).authors == ("Ida Berg", "Tom Vale")


@pytest.mark.parametrize(
    "byline",
    ["<a rel=author href=/b>Ida Berg</a>",
     "<div class=byline><span>By</span> <b>Ida Berg</b><span>Feb 3, 2026</span></div>",
     "<span itemprop=author>Ida Berg</span>", "<p>By Ida Berg</p>"],
)  # fmt: skip
def test_a_byline_in_the_page_names_the_author(read: Read, body: str, byline: str) -> None:
    page = read(f"<article><h1>Port</h1>{byline}{body}</article>")
    assert page.authors == ("Ida Berg",)
    assert "Ida Berg" not in page.text


@pytest.mark.parametrize("content", ["admin", "https://news.example/staff", "@courier", "12345", "{author}"])
def test_what_is_no_name_is_no_author(read: Read, content: str) -> None:
    assert read(head=f'<meta name="author" content="{content}">').authors == ()


def test_addresses_are_absolute(read: Read) -> None:
    page = read(head='<link rel=canonical href="/harbour#top"><meta property="og:image" content="//img.example/a.png">')
    assert (page.canonical_url, page.image_url) == ("https://news.example/harbour", "https://img.example/a.png")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "http://[broken", "mailto:a@b.example", "data:text/plain,x", "#"]
)
def test_what_is_no_web_address_is_left_out(read: Read, address: str) -> None:
    assert read(head=f'<link rel=canonical href="{address}">').canonical_url is None


def test_tags_stand_once_in_the_pages_order(read: Read) -> None:
    head = "".join(f'<meta property="article:tag" content="{tag}">' for tag in ("ships", "cranes", "ships"))
    assert read(head=head).tags == ("ships", "cranes")
    assert read(head='<meta name="keywords" content="港口,船舶，起重机">').tags == ("港口", "船舶", "起重机")


def test_a_live_blog_is_a_live_page(read: Read) -> None:
    assert read(head=linked(ARTICLE | {"@type": "LiveBlogPosting"})).page_kind == "live"
