"""Addresses in one form, and the sites they belong to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.clean import canonical_url_of, site_of


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/a?id=7",
        "HTTPS://NEWS.example:443/a?id=7#comments",
        "https://news.example/a?utm_source=x&id=7&fbclid=y",
        "https://reader:secret@news.example/a?id=7",
        "  https://news.example/a?id=7 ",
    ],
)
def test_addresses_of_one_page_have_one_form(url: str) -> None:
    assert canonical_url_of(url) == "https://news.example/a?id=7"


@pytest.mark.parametrize(
    "url", [None, "", "news.example/a", "mailto:a@news.example", "ftp://news.example/a", "https://", "http://[::1"]
)
def test_what_is_no_web_address_gives_none(url: str | None) -> None:
    assert canonical_url_of(url) is None


def test_international_names_and_paths_are_encoded() -> None:
    assert canonical_url_of("https://例子.中国/新闻") == "https://xn--fsqu00a.xn--fiqs8s/%E6%96%B0%E9%97%BB"


@given(st.one_of(st.text(max_size=60), st.text(max_size=60).map(lambda path: f"https://news.example/{path}")))
def test_canonical_address_is_its_own_canonical_address(url: str) -> None:
    once = canonical_url_of(url)
    assert once is None or canonical_url_of(once) == once


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.news.example.co.uk/a", "example.co.uk"),
        ("https://news.example.com.cn/", "example.com.cn"),
        ("http://127.0.0.1:8080/a", "127.0.0.1"),
        ("http://localhost/a", "localhost"),
        (None, None),
    ],
)
def test_site_is_the_registered_domain(url: str | None, site: str | None) -> None:
    assert site_of(url) == site
