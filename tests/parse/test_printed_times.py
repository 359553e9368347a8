"""Times as pages print them, absolute and relative."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.parse.relative_times import find_relative_time, resolve_relative
from tasks.parse.times import find_times, parse_time

FETCHED_AT = datetime(2026, 4, 30, 20, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "at", "precision", "offset"),
    [
        ("2026-02-03", "2026-02-03T00:00:00", "day", None),
        ("2026年2月3日", "2026-02-03T00:00:00", "day", None),
        ("２０２６年２月３日", "2026-02-03T00:00:00", "day", None),
        ("2026/02/03 17:30:04", "2026-02-03T17:30:04", "second", None),
        ("2026-02-03T09:15:02+08:00", "2026-02-03T01:15:02", "second", "+08:00"),
        ("2026-02-03T09:15:02Z", "2026-02-03T09:15:02", "second", "+00:00"),
        ("12/27/2023, 8:25:47 AM", "2023-12-27T08:25:47", "second", None),
        ("27/12/2023", "2023-12-27T00:00:00", "day", None),
        ("19 September 2025 04:13AM (UTC+0)", "2025-09-19T04:13:00", "minute", "+00:00"),
        ("Sept. 19, 2025 at 4:13 p.m. EDT", "2025-09-19T20:13:00", "minute", "-04:00"),
        ("19. Juni 2025, 13:04 Uhr", "2025-06-19T13:04:00", "minute", None),
        ("12 de marzo de 2024", "2024-03-12T00:00:00", "day", None),
        ("20260430", "2026-04-30T00:00:00", "day", None),
        ("2026-02-03T09:15:02-05:00", "2026-02-03T14:15:02", "second", "-05:00"),
        ("2026-02-03T09:15-05:00", "2026-02-03T14:15:00", "minute", "-05:00"),
        ("2026-02-03T09:15:02.123-0500", "2026-02-03T14:15:02", "second", "-05:00"),
        ("2026-05-01 10:00-18:00", "2026-05-01T10:00:00", "minute", None),
        ("2026-05-01 10:00:00-18:00:00", "2026-05-01T10:00:00", "second", None),
        ("2026-05-01 10:00-24:00", "2026-05-01T10:00:00", "minute", None),
        ("2026-05-01 10:00 +9999", "2026-05-01T10:00:00", "minute", None),
        ("2026-05-01 10:00 (UTC+25)", "2026-05-01T10:00:00", "minute", None),
    ],
)
def test_printed_time_is_read_with_its_precision_and_offset(
    text: str, at: str, precision: str, offset: str | None
) -> None:
    printed = parse_time(text)
    assert printed is not None
    assert printed.at == datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert (printed.precision, printed.offset) == (precision, offset)


@pytest.mark.parametrize("text", ["1900/1/1 0:00:00", "2026-13-01", "2026-02-30", "call 555-2026", ""])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert parse_time(text) is None


def test_assumed_offset_is_marked_as_assumed() -> None:
    (found,) = find_times("2026-02-03 09:15", assumed_offset="+08:00")
    assert found.printed.at == datetime(2026, 2, 3, 1, 15, tzinfo=UTC)
    assert found.printed.offset == "assumed +08:00"


def test_day_stays_the_printed_day_whatever_offset_is_assumed() -> None:
    (found,) = find_times("2026-02-03", assumed_offset="+08:00")
    assert found.printed.at == datetime(2026, 2, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "unit", "back", "precision"),
    [
        ("刚刚", "now", timedelta(0), "minute"),
        ("12分钟前", "minute", timedelta(minutes=12), "minute"),
        ("1小时前", "hour", timedelta(hours=1), "hour"),
        ("9h ago", "hour", timedelta(hours=9), "hour"),
        ("11 hours ago", "hour", timedelta(hours=11), "hour"),
        ("vor 9 Std.", "hour", timedelta(hours=9), "hour"),
        ("9 ч назад", "hour", timedelta(hours=9), "hour"),
    ],
)
def test_relative_time_resolves_from_the_time_of_fetching(
    text: str, unit: str, back: timedelta, precision: str
) -> None:
    relative = find_relative_time(f"outlet{text}")
    assert relative is not None or unit == "now"
    relative = relative or find_relative_time(text)
    assert relative is not None
    assert (relative.unit, relative.text) == (unit, text)
    printed = resolve_relative(relative, FETCHED_AT)
    assert printed is not None
    assert (printed.at, printed.precision) == (FETCHED_AT - back, precision)
    assert resolve_relative(relative, None) is None


@pytest.mark.parametrize(("text", "day"), [("3 days ago", 27), ("昨天 10:23", 29), ("yesterday", 29), ("2周前", 16)])
def test_relative_days_and_weeks_stand_as_days(text: str, day: int) -> None:
    relative = find_relative_time(text)
    assert relative is not None
    printed = resolve_relative(relative, FETCHED_AT)
    assert printed is not None
    assert printed.at == datetime(2026, 4, day, tzinfo=UTC)


def test_relative_time_before_all_calendars_is_none() -> None:
    relative = find_relative_time("9999 years ago")
    assert relative is not None
    assert resolve_relative(relative, FETCHED_AT) is None


@given(st.text(alphabet="0123456789:-+/ TZUTCapm年月日.", max_size=60))
def test_any_line_of_digits_and_marks_is_read_without_an_error(line: str) -> None:
    for found in find_times(f"2026-05-01 {line}", assumed_offset="+08:00"):
        assert found.printed.precision in {"day", "minute", "second"}


@given(st.text(max_size=200))
def test_any_line_is_read_without_an_error(line: str) -> None:
    for found in find_times(line, assumed_offset="+08:00"):
        assert 0 <= found.start < found.end <= len(line)
    find_relative_time(line)


@given(st.integers(min_value=800_000_000, max_value=3_700_000_000))
def test_iso_time_is_read_back(seconds: int) -> None:
    at = datetime.fromtimestamp(seconds, UTC)
    printed = parse_time(at.isoformat())
    assert printed is not None
    assert (printed.at, printed.precision) == (at, "second")
