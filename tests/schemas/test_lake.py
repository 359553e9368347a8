"""The SQL that opens a lake, and what the names of errors promise."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from schemas import lake
from schemas.lake_errors import CorruptLakeError, LakeError, LakeFullError, UnwritableLakeError, explain_failure


def test_paths_are_quoted():
    paths = lake.locate_lake("/tmp/it's a lake")

    assert "'ducklake:sqlite:/tmp/it''s a lake/catalog.sqlite'" in lake.writer_attach(paths)
    assert "DATA_PATH '/tmp/it''s a lake/data/'" in lake.reader_attach(paths)


def test_a_relative_location_is_made_absolute(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    assert lake.locate_lake("lake").root == tmp_path / "lake"


def test_a_time_is_given_in_utc():
    paths = lake.locate_lake("/lake")
    beijing = datetime(2026, 3, 1, 8, tzinfo=timezone(timedelta(hours=8)))

    assert "SNAPSHOT_TIME '2026-03-01 00:00:00+00:00'" in lake.reader_attach(paths, at=beijing)
    assert lake.as_utc(datetime(2026, 3, 1)) == datetime(2026, 3, 1, tzinfo=UTC)  # noqa: DTZ001


def test_extensions_load_from_their_wheels_and_else_by_name(monkeypatch):
    assert [statement.split()[0] for statement in lake.load_statements()] == ["LOAD", "LOAD"]
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)

    assert lake.load_statements() == [
        "INSTALL ducklake", "LOAD ducklake", "INSTALL sqlite_scanner", "LOAD sqlite_scanner"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("message", "error"),
    [
        ("IO Error: Could not write file: No space left on device\nmore", LakeFullError),
        ("file is not a database", CorruptLakeError),
        ("attempt to write a readonly database", UnwritableLakeError),
        ("[Errno 13] Permission denied: '/lake/lock'", UnwritableLakeError),
        ("IO Error: No files found that match the pattern", CorruptLakeError),
        ("something else\nin two lines", LakeError),
    ],
)
def test_failures_get_a_name_and_one_line(message, error):
    failure = explain_failure(message, Path("/lake"))

    assert type(failure) is error
    assert "\n" not in str(failure)
    assert "/lake" in str(failure)


@pytest.mark.parametrize("root", ["/srv/read-only/malformed", "/srv/it's disk full/lake"])
def test_names_that_the_user_gave_say_nothing_of_the_cause(root):
    message = f"IO Error: Cannot open \"{root}/data/permission denied.parquet\" in {root}: timeout at 'no such file'"

    failure = explain_failure(message, root)

    assert type(failure) is LakeError
    assert root in str(failure)


def test_a_cause_stands_beside_the_names():
    assert type(explain_failure("Cannot write '/lake/x': No space left on device", "/lake")) is LakeFullError
