"""A dump that is saved a little differently still gives the same page: the reader knows no one form by heart."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from schemas.page import ParsedPage
from tasks.parse import parse_page
from tasks.parse.vocabulary import read_words

GOLDEN = Path(__file__).parents[1] / "golden"
NAMES = ("chinese_with_related", "english", "sister_site", "without_related", "everything_missing")
EXCHANGE_PAGES = ("chinese_with_related", "english")
FETCHED_AT = datetime(2026, 2, 4, 12, 0, tzinfo=UTC)

Change = Callable[[str], str]


def text_of(name: str) -> str:
    return (GOLDEN / name / "page.txt").read_text(encoding="utf-8")


def read(text: str, encoding: str = "utf-8") -> ParsedPage:
    return replace(parse_page(text.encode(encoding), fetched_at=FETCHED_AT), charset=None)


def drop(*lines: str) -> Change:
    return lambda text: "\n".join(line for line in text.split("\n") if line not in lines)


def swap(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert old in text, f"{old!r} no longer stands in the sample page"
        return text.replace(old, new)

    return change


def fold_punctuation(text: str) -> str:
    return text.translate(str.maketrans("，。：；？！（）", ",。:;?!()"))


def wrap_at_80(text: str) -> str:
    def wrap(line: str) -> str:
        return re.sub(r"(.{60,80}) ", r"\1\n", line) if line.isascii() and len(line) > 80 else line

    return "\n".join(wrap(line) for line in text.split("\n"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="windows line ends"),
        pytest.param(lambda text: text.replace("\n", "\r"), id="old mac line ends"),
        pytest.param(lambda text: text.replace("\n\n", "\n"), id="no blank lines"),
        pytest.param(lambda text: text.replace("\n\n", "\n\n\n\n"), id="more blank lines"),
        pytest.param(lambda text: text.replace("\n", " \t\n  "), id="blanks around lines"),
        pytest.param(lambda text: "\ufeff" + text, id="byte order mark"),
        pytest.param(lambda text: text.replace("。", "。\u200b"), id="zero-width characters"),
        pytest.param(lambda text: re.sub(r"(?<=[a-z]) (?=[a-z])", "\u00a0", text), id="no-break spaces"),
        pytest.param(wrap_at_80, id="hard-wrapped at 80 columns"),
        pytest.param(lambda text: "Home\n\nMarkets\n\nLog In\n\n" + text, id="a menu above"),
        pytest.param(lambda text: text + "\n\nAbout\n\nCareers\n\n© 2026 All rights reserved\n", id="a footer below"),
    ],
)
def test_way_of_saving_does_not_change_the_page(name: str, change: Change) -> None:
    text = text_of(name)
    assert read(change(text)) == read(text)


@pytest.mark.parametrize("name", EXCHANGE_PAGES)
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(drop("Trending Cryptos"), id="without the market ticker"),
        pytest.param(drop("Hot Articles", "Discussions"), id="without headings over nothing"),
        pytest.param(drop("Trading", "Spot", "Futures"), id="without the trading menu"),
        pytest.param(drop("Related Reads"), id="without the heading of the related reads"),
        pytest.param(swap("Trading\n\nSpot\nFutures", "Trading\nSpot\nFutures"), id="a glued menu"),
        pytest.param(swap("Trading\n\nSpot\nFutures", "Futures\n\nSpot\n\nTrading"), id="a menu in another order"),
        pytest.param(lambda text: "Hot Articles\n\nDiscussions\n\n" + text, id="furniture above"),
        pytest.param(
            swap("Trending Cryptos\n\n", "Trending Cryptos\n\nBTC\n\n68,201.5\n\n+1.2%\n\n"), id="a filled ticker"
        ),
    ],
)
def test_furniture_does_not_change_the_page(name: str, change: Change) -> None:
    text = text_of(name)
    assert read(change(text)) == read(text)


@pytest.mark.parametrize("name", EXCHANGE_PAGES)
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: re.sub(r"(?<=\S)(\d+[hd] ago)", r" \1", text), id="a blank before the time"),
        pytest.param(lambda text: re.sub(r"(?<=\S)(\d+[hd] ago)", r" · \1", text), id="a dot before the time"),
        pytest.param(lambda text: re.sub(r"(?<=\S)(\d+[hd] ago)", r"\n\n\1", text), id="the time on its own line"),
    ],
)
def test_foot_of_a_card_may_be_glued_or_split(name: str, change: Change) -> None:
    text = text_of(name)
    assert read(change(text)).related_reads == read(text).related_reads


@pytest.mark.parametrize("name", EXCHANGE_PAGES)
def test_title_printed_once_a_card_gives_the_same_related_reads(name: str) -> None:
    text = text_of(name)
    titles = [related.title for related in read(text).related_reads]
    for title in titles:
        first, _, rest = text.partition(f"{title}\n")
        again, _, rest = rest.partition(f"{title}\n\n")
        text = f"{first}{title}\n{again}{rest.split(chr(10), 1)[1]}"
    assert text.count(titles[0]) == 1
    assert read(text).related_reads == read(text_of(name)).related_reads


@pytest.mark.parametrize("name", EXCHANGE_PAGES)
@pytest.mark.parametrize("heading", read_words("related")["related"])
def test_heading_in_any_language_announces_the_related_reads(name: str, heading: str) -> None:
    text = text_of(name)
    assert read(swap("Related Reads", heading)(text)) == read(text)


@pytest.mark.parametrize(
    ("kind", "heading"),
    [("recommended", "猜你喜欢"), ("hot", "热门文章"), ("latest", "最新资讯"), ("recommended", "Recommended for You")],
)
def test_heading_says_what_kind_of_list_it_is(kind: str, heading: str) -> None:
    text = swap("Related Reads", heading)(text_of("english"))
    assert {related.kind for related in read(text).related_reads} == {kind}


@pytest.mark.parametrize(
    "dateline",
    [
        "lumenbit发布于 2026-01-20更新于 2026-01-21",
        "lumenbit 發佈於 2026-01-20 最後更新於 2026-01-21",
        "lumenbit | Published: January 20, 2026 | Updated: January 21, 2026",
        "lumenbitPublicado el 2026/01/20Última actualización 2026/01/21",
        "lumenbit\n\nPublished on 2026-01-20\n\nLast updated on 2026-01-21",
    ],
)
def test_dateline_may_be_worded_in_many_ways(dateline: str) -> None:
    text = re.sub(r".*Published on .*", dateline, text_of("chinese_with_related"), count=1)
    page = read(text)
    assert page.published_at == datetime(2026, 1, 20, tzinfo=UTC)
    assert page.updated_at == datetime(2026, 1, 21, tzinfo=UTC)
    assert page.published_precision == page.updated_precision == "day"


@pytest.mark.parametrize(
    ("line", "credit", "platform", "authors"),
    [
        ("本文来自微信公众号“潮汐志”，作者：林一", "潮汐志", "微信公众号", ("林一",)),
        ("本文来自微信公众号:潮汐志(ID:chaoxi),作者:林一", "潮汐志", "微信公众号", ("林一",)),
        ("作者 | 林一 来源 | 潮汐志", "潮汐志", None, ("林一",)),
        ("来源:潮汐志 作者:林一、周二", "潮汐志", None, ("林一", "周二")),
        ("This article originally appeared on Tidebook.", "Tidebook", None, ()),
    ],
)
@pytest.mark.parametrize("place", ["top", "foot"])
def test_credit_line_is_read_at_either_end_and_is_no_paragraph(
    line: str, credit: str, platform: str | None, authors: tuple[str, ...], place: str
) -> None:
    plain = text_of("everything_missing")
    title, _, body = plain.partition("\n\n")
    text = f"{title}\n\n{line}\n\n{body}" if place == "top" else f"{plain.rstrip()}\n\n{line}\n"
    page = read(text)
    assert (page.credit, page.credit_platform, page.authors) == (credit, platform, authors)
    assert page.paragraphs == read(plain).paragraphs


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("name", ["chinese_with_related", "sister_site"])
def test_encoding_is_found_without_a_declaration(name: str, encoding: str) -> None:
    text = text_of(name)
    assert read(text, encoding) == read(text)


@pytest.mark.parametrize("name", NAMES)
def test_half_width_punctuation_finds_the_same_fields(name: str) -> None:
    plain, folded = read(text_of(name)), read(fold_punctuation(text_of(name)))
    assert (folded.published, folded.updated, folded.publisher, folded.authors) == (
        plain.published, plain.updated, plain.publisher, plain.authors,
    )  # fmt: skip
    assert [fold_punctuation(paragraph.text) for paragraph in plain.paragraphs] == [p.text for p in folded.paragraphs]


def test_body_and_related_reads_share_no_text() -> None:
    page = read(text_of("chinese_with_related"))
    for related in page.related_reads:
        assert related.title not in page.text
        assert related.summary is None or related.summary not in page.text


def test_relative_times_stay_unresolved_without_a_time_of_fetching() -> None:
    page = parse_page(text_of("english").encode())
    assert all(related.relative_time and related.published_at is None for related in page.related_reads)
    assert {related.published_precision for related in read(text_of("english")).related_reads} == {"hour", "day"}
