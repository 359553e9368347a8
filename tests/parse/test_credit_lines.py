"""Credit lines, datelines and bylines: which lines are some, and what they name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.parse.credits import CreditLine, parse_credit_line
from tasks.parse.datelines import parse_dateline


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("本文来自微信公众号“某号”,作者:甲某", CreditLine(credit="某号", platform="微信公众号", authors=("甲某",))),
        (
            "本文来自某汇专栏:某号,作者:甲某、乙某",
            CreditLine(credit="某号", platform="某汇专栏", authors=("甲某", "乙某")),
        ),
        ("网络来源：微信公众号某号", CreditLine(credit="某号", platform="微信公众号")),
        ("【文/甲某 译/乙某】", CreditLine(authors=("甲某",), translators=("乙某",))),
        ("作者 | 甲某", CreditLine(authors=("甲某",))),
        ("来源 | x.example", CreditLine(credit="x.example")),
        ("译者:甲某 校对:乙某", CreditLine(translators=("甲某",))),
        ("原文作者：Ada Fern", CreditLine(authors=("Ada Fern",))),
        ("Original Author(s): Ada Fern and Bo Reed", CreditLine(authors=("Ada Fern", "Bo Reed"))),
        ("This article originally appeared on Tidebook.", CreditLine(credit="Tidebook")),
    ],
)
def test_credit_line_names_medium_platform_author_and_translator(line: str, expected: CreditLine) -> None:
    assert parse_credit_line(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "作者说,这条路没有捷径。",
        "来源国的工厂开始减产。",
        "The author of the bill said it would pass.",
        "消息来源称,谈判仍在继续。",
        "Originally published March 2022",
        "",
    ],
)
def test_sentence_about_authors_and_sources_is_no_credit_line(line: str) -> None:
    assert parse_credit_line(line) is None


@pytest.mark.parametrize("line", ["来源:发布时间", "Source: March 2022", "来源:2026-02-03"])
def test_label_or_date_behind_a_source_is_no_medium(line: str) -> None:
    credit = parse_credit_line(line)
    assert credit is None or credit.credit is None


@pytest.mark.parametrize(
    ("line", "publisher", "authors"),
    [
        ("outletPublished on 2026-02-03Last updated on 2026-02-03", "outlet", ()),
        ("By: outlet|2026/02/03 09:15:02", "outlet", ()),
        ("By Ada Fern | Published March 3, 2026", None, ("Ada Fern",)),
        ("By Ada Fern and Bo Reed", None, ("Ada Fern", "Bo Reed")),
        ("By Ada FernNovember 20, 2024", None, ("Ada Fern",)),
        ("By Ada Fern, Executive Editor | May 3, 2024", None, ("Ada Fern",)),
        ("2026-02-03 来源:潮汐志 选稿：某甲", "潮汐志", ()),
        ("浏览次数: 2168 发布时间：2026-02-03", None, ()),
        ("2026年2月3日 09:15 来源：潮汐志", "潮汐志", ()),
        ("2026-02-03 20:51", None, ()),
    ],
)
def test_dateline_names_outlet_and_authors(line: str, publisher: str | None, authors: tuple[str, ...]) -> None:
    dateline = parse_dateline(line)
    assert dateline is not None
    assert (dateline.publisher, dateline.authors) == (publisher, authors)


@pytest.mark.parametrize(
    "line",
    [
        "By the time he came home, it was dark.",
        "By mid March the plant was sold",
        "On March 3, 2026, the bank raised its rate, and left.",
    ],
)
def test_sentence_with_a_date_is_no_dateline(line: str) -> None:
    assert parse_dateline(line) is None


def test_published_and_updated_times_are_kept_apart() -> None:
    dateline = parse_dateline("Updated March 4, 2026 | Published March 3, 2026")
    assert dateline is not None
    assert dateline.published is not None
    assert dateline.updated is not None
    assert (dateline.published.at.day, dateline.updated.at.day) == (3, 4)


@given(st.text(max_size=400))
def test_any_line_is_read_without_an_error(line: str) -> None:
    credit = parse_credit_line(line)
    assert credit is None or (credit.credit != "" and "" not in credit.authors)
    dateline = parse_dateline(line)
    assert dateline is None or (dateline.publisher != "" and "" not in dateline.authors)
