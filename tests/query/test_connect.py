"""Opening a lake for reading."""

import sqlite3
from datetime import UTC, datetime, timedelta, timezone

import duckdb
import pytest

from schemas.lake_errors import CorruptLakeError, LakeLocationError, NewerLakeError, NoLakeError, NoSnapshotError
from schemas.runs import SchemaVersion
from schemas.table import TABLES
from tasks.land import land_chunk
from tasks.query import connect, list_snapshots
from tests.factories import make_draft
from tests.lakes import files_below


def count(connection):
    return connection.execute("SELECT count(*) FROM articles").fetchall()[0][0]


def test_tables_are_found_as_they_stand(filled_lake):
    with connect(str(filled_lake)) as connection:
        assert count(connection) == 2
        assert connection.execute("SELECT count(*) FROM history.articles").fetchall() == [(3,)]
        assert connection.execute("SELECT current_setting('TimeZone')").fetchall() == [("UTC",)]


def test_nothing_can_be_written(filled_lake):
    with connect(str(filled_lake)) as connection, pytest.raises(duckdb.Error, match="read-only"):
        connection.execute("DELETE FROM history.articles")


@pytest.mark.parametrize(("version", "articles"), [(2, 0), (3, 1), (4, 2)])
def test_an_earlier_version_is_read_by_its_number(filled_lake, version, articles):
    with connect(str(filled_lake), at=version) as connection:
        assert count(connection) == articles


def test_an_earlier_version_is_read_by_its_time(filled_lake):
    times = {row.snapshot: row.created_at for row in list_snapshots(str(filled_lake))}
    beijing = timezone(timedelta(hours=8))

    for at in (times[3], times[3].astimezone(beijing), times[3].replace(tzinfo=None)):
        with connect(str(filled_lake), at=at) as connection:
            assert count(connection) == 1


@pytest.mark.parametrize("at", [0, 99, -1, 10**30, datetime(2001, 1, 1, tzinfo=UTC)])
def test_a_version_that_is_not_there_names_those_that_are(filled_lake, at):
    with pytest.raises(NoSnapshotError, match="there are versions 1 to 5"):
        connect(str(filled_lake), at=at)


def test_a_missing_lake_is_named_and_not_made(tmp_path):
    with pytest.raises(NoLakeError, match="newslake ingest"):
        connect(str(tmp_path / "lake"))
    with pytest.raises(NoLakeError):
        connect(str(tmp_path))

    assert not list(tmp_path.iterdir())


def test_reading_leaves_the_files_alone(lake_folder):
    before = files_below(lake_folder / "data")

    connect(str(lake_folder)).close()

    assert files_below(lake_folder / "data") == before


def test_a_file_is_no_lake(tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(LakeLocationError, match="is a file"):
        connect(str(tmp_path / "file"))


def test_a_damaged_catalog_is_named(lake_folder):
    (lake_folder / "catalog.sqlite").write_bytes(b"no database" * 500)

    with pytest.raises(CorruptLakeError, match="restore a backup"):
        connect(str(lake_folder))


def test_a_catalog_without_tables_is_no_lake(lake_folder):
    catalog = lake_folder / "catalog.sqlite"
    catalog.unlink()
    sqlite3.connect(catalog).execute("CREATE TABLE t (a)").connection.close()

    with pytest.raises(NoLakeError):
        connect(str(lake_folder))


def test_a_lost_catalog_beside_its_data_is_named(lake_folder):
    (lake_folder / "catalog.sqlite").write_bytes(b"")

    with pytest.raises(CorruptLakeError, match="missing or empty"):
        connect(str(lake_folder))


def test_a_lake_of_a_newer_newslake_is_refused(lake, lake_folder):
    newer = SchemaVersion(table_name="articles", version=99, newslake_version="9.0")
    with lake.transaction("test", {}):
        lake.insert(TABLES["schema_versions"], TABLES["schema_versions"].to_arrow([newer]))

    with pytest.raises(NewerLakeError, match="newslake 9"):
        connect(str(lake_folder))


def test_a_reader_sees_what_a_writer_lands_meanwhile(lake, lake_folder):
    with connect(str(lake_folder)) as connection:
        assert count(connection) == 0
        land_chunk(lake, [make_draft()], [], run_id="r1")
        assert count(connection) == 1


def test_views_read_without_the_lake_in_use(filled_lake):
    with connect(str(filled_lake)) as connection:
        connection.execute("USE memory")
        assert connection.execute("SELECT count(*) FROM lake.article_feed").fetchall() == [(2,)]
