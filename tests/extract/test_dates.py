"""Dates with the days they stand for, given the day of publication."""

from datetime import date

import pytest

from tasks.extract import extract_text

PUBLISHED = date(2026, 4, 30)


def read_dates(text, published_at=PUBLISHED):
    found = extract_text(text, published_at=published_at)
    spans = {(m.char_start, m.char_end): m.text for m in found.mentions}
    return [
        (spans[m.char_start, m.char_end], str(m.date_start), str(m.date_end))
        for m in found.measures
        if m.type == "DATE"
    ]


@pytest.mark.parametrize(
    ("text", "span", "start", "end"),
    [
        ("今年伊始,", "今年", "2026-01-01", "2026-12-31"),
        ("4 月下旬发布", "4 月下旬", "2026-04-21", "2026-04-30"),
        ("去年三季度", "去年三季度", "2025-07-01", "2025-09-30"),
        ("2025年上半年", "2025年上半年", "2025-01-01", "2025-06-30"),
        ("12月31日", "12月31日", "2025-12-31", "2025-12-31"),
        ("二〇二五年", "二〇二五年", "2025-01-01", "2025-12-31"),
        ("8日宣布", "8日", "2026-04-08", "2026-04-08"),
        ("上周五", "上周五", "2026-04-24", "2026-04-24"),
        ("三年前", "三年前", "2023-01-01", "2023-12-31"),
        ("4月20日至25日", "4月20日至25日", "2026-04-20", "2026-04-25"),
        ("20世纪90年代", "20世纪90年代", "1990-01-01", "1999-12-31"),
        ("2026-04-02 10:00", "2026-04-02 10:00", "2026-04-02", "2026-04-02"),
        ("on June 30, 2025", "June 30, 2025", "2025-06-30", "2025-06-30"),
        ("on 12 May 2024", "12 May 2024", "2024-05-12", "2024-05-12"),
        ("later this week", "this week", "2026-04-27", "2026-05-03"),
        ("in Q3 2025", "Q3 2025", "2025-07-01", "2025-09-30"),
        ("in the first quarter of 2025", "first quarter of 2025", "2025-01-01", "2025-03-31"),
        ("two years ago", "two years ago", "2024-01-01", "2024-12-31"),
        ("on Monday", "Monday", "2026-04-27", "2026-04-27"),
        ("back in 1996", "1996", "1996-01-01", "1996-12-31"),
        ("in the 1990s", "1990s", "1990-01-01", "1999-12-31"),
        ("in late April", "late April", "2026-04-21", "2026-04-30"),
        ("from 2020 to 2024", "2020 to 2024", "2020-01-01", "2024-12-31"),
        ("in the 19th century", "19th century", "1800-01-01", "1899-12-31"),
    ],
)
def test_date_stands_for_first_and_last_day(text, span, start, end):
    assert read_dates(text) == [(span, start, end)]


def test_days_later_count_from_the_last_day_that_was_named():
    text = "4月24日开放报名。两日后名额用尽。"
    assert read_dates(text)[-1] == ("两日后", "2026-04-26", "2026-04-26")


def test_hour_of_a_weekday_repeats_and_has_no_days():
    assert read_dates("预订周五晚上 7 点钟的座位") == [("周五晚上 7 点钟", "None", "None")]


def test_relative_date_without_publication_is_a_mention_without_days():
    assert read_dates("去年扩建", published_at=None) == [("去年", "None", "None")]


def test_year_of_the_sentence_serves_its_other_dates_without_publication():
    assert read_dates("2024年3月立项,5月动工", published_at=None)[-1] == ("5月", "2024-05-01", "2024-05-31")


def test_day_that_the_calendar_lacks_has_no_days():
    assert read_dates("2月31日") == [("2月31日", "None", "None")]


@pytest.mark.parametrize("text", ["现在", "未来", "过去几年", "每周五开会", "三个月", "you may go", "2000 people came"])
def test_vague_times_and_durations_are_no_dates(text):
    assert read_dates(text) == []
