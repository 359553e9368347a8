"""`parse_page` on payloads of any kind: a page, or a named error."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.page import ParsedPage
from tasks.parse import NotAnArticleError, ParseError, UnreadableError, parse_page, parse_pages

SENTENCES = (
    "The city opened a second data centre near the harbour on Monday.",
    "Its builder expects the first tenants to move in before the summer.",
    "The plant next door will sell the heat to a greenhouse that grows tomatoes.",
)
BLOCKS = st.lists(
    st.one_of(
        st.text(max_size=80), st.sampled_from((*SENTENCES, "Related Reads", "Comments", "outlet3h ago", "2026-02-03"))
    ),
    max_size=40,
)


def page_or_none(payload: bytes) -> ParsedPage | None:
    """Any other error than a ParseError fails the test that asks."""
    try:
        return parse_page(payload)
    except ParseError:
        return None


@given(BLOCKS)
def test_any_dump_gives_a_page_or_a_named_error(blocks: list[str]) -> None:
    page = page_or_none("\n\n".join(blocks).encode("utf-8", "surrogatepass"))
    if page is not None:
        assert page.title
        assert page.paragraphs
        assert all(paragraph.text == paragraph.text.strip() != "" for paragraph in page.paragraphs)


@settings(max_examples=50)
@given(st.binary(max_size=2000))
def test_any_bytes_give_a_page_or_a_named_error(payload: bytes) -> None:
    page = page_or_none(payload)
    assert page is None or page.title


def test_reading_the_text_of_a_page_again_changes_nothing() -> None:
    page = parse_page("\n\n".join(("A Harbour of Heat", *SENTENCES * 1)).encode())
    again = parse_page(f"{page.title}\n\n{page.text}".encode())
    assert replace(again, charset=None) == replace(page, charset=None)


@pytest.mark.parametrize("payload", [b"", b"   \n ", b"Home\nMarkets\nLog In\n", "首页\n登录\n".encode()])
def test_page_without_a_text_is_no_article(payload: bytes) -> None:
    with pytest.raises(NotAnArticleError):
        parse_page(payload)


def test_binary_data_is_unreadable() -> None:
    with pytest.raises(UnreadableError):
        parse_page(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)


def test_dump_about_html_is_read_as_text() -> None:
    page = parse_page(
        ("What a <div> Is\n\n" + " ".join(SENTENCES) + "\n\nA <p> holds text. It ends with </p>.\n").encode()
    )
    assert "<p>" in page.text


def test_header_of_the_response_names_the_encoding() -> None:
    text = "港口的热\n\n周一,这座城市在港口附近启用了第二座数据中心。建造方预计第一批租户会在夏天之前搬进来。"
    assert parse_page(text.encode("gbk"), media_type="text/plain; charset=gb2312").title == "港口的热"


def test_parse_pages_gives_the_pages_of_a_payload() -> None:
    (page,) = parse_pages("\n\n".join(("A Harbour of Heat", *SENTENCES)).encode())
    assert page.title == "A Harbour of Heat"


def test_long_hostile_dump_is_read_in_passing() -> None:
    payload = (
        "a" * 100_000 + "\n\n" + "1:1:1:" * 20_000 + "\n\n" + "作者:" * 20_000 + "\n\n" + "\n\n".join(SENTENCES)
    ).encode()
    assert SENTENCES[0] in parse_page(payload).text
