"""Making and opening lakes."""

import shutil

import pytest

from schemas.lake_errors import (
    CorruptLakeError,
    LakeLocationError,
    NewerLakeError,
    OlderLakeError,
    UnwritableLakeError,
)
from schemas.runs import SchemaVersion
from schemas.table import TABLES
from schemas.views import VIEWS
from tasks.land import land_chunk, open_lake, opening
from tests.factories import make_draft
from tests.lakes import files_below, read


def test_a_new_lake_has_every_table_and_view(lake):
    names = "SELECT table_name FROM duckdb_{}() WHERE database_name = 'lake' AND schema_name = '{}'"
    tables = {name for (name,) in read(lake, names.format("tables", "history"))}
    views = {
        name.rpartition(".")[2] for (name,) in read(lake, "SELECT view_name FROM duckdb_views() WHERE NOT internal")
    }

    assert tables == set(TABLES)
    assert views == set(VIEWS)


def test_tables_and_columns_carry_their_meaning_as_comments(lake):
    comments = read(
        lake, "SELECT comment FROM duckdb_columns() WHERE table_name = 'mentions' AND schema_name = 'history'"
    )

    assert [comment for (comment,) in comments] == [column.means.meaning for column in TABLES["mentions"].columns]


def test_a_lake_opens_again_with_its_rows(lake_folder):
    for run in ("r1", "r2"):
        with open_lake(str(lake_folder)) as lake:
            land_chunk(lake, [make_draft(run, run_id=run)], [], run_id=run)

    assert read(lake_folder, "SELECT count(*) FROM articles") == [(2,)]


def test_a_moved_lake_opens(lake_folder, tmp_path):
    with open_lake(str(lake_folder)) as lake:
        land_chunk(lake, [make_draft()], [], run_id="r1")
    moved = tmp_path / "it's moved; 湖"
    shutil.move(lake_folder, moved)

    with open_lake(str(moved)) as lake:
        land_chunk(lake, [make_draft("two", run_id="r2")], [], run_id="r2")

    assert read(moved, "SELECT count(*) FROM articles") == [(2,)]


@pytest.mark.parametrize("location", ["s3://bucket/lake", "postgres://host/lake", " "])
def test_what_is_no_folder_is_refused(location):
    with pytest.raises(LakeLocationError):
        open_lake(location)


def test_a_file_is_refused_and_left_alone(tmp_path):
    file = tmp_path / "notes"
    file.write_text("mine")

    with pytest.raises(LakeLocationError, match="is a file"):
        open_lake(str(file))
    with pytest.raises(LakeLocationError, match="is a file"):
        open_lake(str(file / "lake"))

    assert file.read_text() == "mine"


def test_a_folder_of_other_things_is_refused_and_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")

    with pytest.raises(LakeLocationError, match="other files"):
        open_lake(str(tmp_path))

    assert files_below(tmp_path) == {"thesis.txt": b"mine"}


@pytest.mark.parametrize(
    "content", [b"this is no database at all, whatever it is" * 100, b"SQLite format 3\0" + b"x" * 5000]
)
def test_a_damaged_catalog_is_named(lake_folder, content):
    (lake_folder / "catalog.sqlite").write_bytes(content)

    with pytest.raises(CorruptLakeError, match="restore a backup"):
        open_lake(str(lake_folder))


@pytest.mark.parametrize("is_empty", [True, False])
def test_a_lost_catalog_beside_its_data_is_not_made_anew(lake_folder, is_empty):
    catalog = lake_folder / "catalog.sqlite"
    catalog.unlink()
    if is_empty:
        catalog.touch()

    with pytest.raises(CorruptLakeError, match="missing or empty"):
        open_lake(str(lake_folder))

    assert list((lake_folder / "data").rglob("*.parquet"))


def land_version(lake, **values):
    row = SchemaVersion(**({"table_name": "articles", "version": 1, "newslake_version": "9.0"} | values))
    with lake.transaction("test", {}):
        lake.insert(TABLES["schema_versions"], TABLES["schema_versions"].to_arrow([row]))
    lake.close()


@pytest.mark.parametrize("values", [{"version": 99}, {"table_name": "planets"}])
def test_a_lake_of_a_newer_newslake_is_refused(lake, lake_folder, values):
    land_version(lake, **values)

    with pytest.raises(NewerLakeError, match="newslake 9"):
        open_lake(str(lake_folder))


def test_a_lake_of_an_older_newslake_is_refused(lake, lake_folder):
    lake.connection.execute("DELETE FROM history.schema_versions WHERE table_name = 'quotes'")
    lake.close()

    with pytest.raises(OlderLakeError, match="quotes"):
        open_lake(str(lake_folder))


def test_a_folder_that_cannot_be_made_is_named(tmp_path, monkeypatch):
    def refuse(self, *args, **kwargs):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr("pathlib.Path.mkdir", refuse)

    with pytest.raises(UnwritableLakeError, match="permissions"):
        open_lake(str(tmp_path / "lake"))


def test_a_lake_that_cannot_be_finished_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr("tasks.land.opening._write_versions", lambda lake: 1 / 0)
    (tmp_path / "empty").mkdir()

    for name in ("new", "empty"):
        with pytest.raises(ZeroDivisionError):
            open_lake(str(tmp_path / name))

    assert [path.name for path in tmp_path.iterdir()] == ["empty"]
    assert not files_below(tmp_path)


def test_an_interrupted_wait_takes_nothing_of_who_makes_the_same_lake(tmp_path, monkeypatch):
    folder = tmp_path / "lake"

    def interrupt(path):
        path.touch()
        (path.parent / "data").mkdir()
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("tasks.land.opening.hold_lock", interrupt)
        with pytest.raises(KeyboardInterrupt):
            open_lake(str(folder))

    assert {path.name for path in folder.iterdir()} == {"lock", "data"}
    open_lake(str(folder)).close()


def test_a_lake_whose_maker_was_killed_is_finished(tmp_path, monkeypatch):
    folder = tmp_path / "lake"
    folder.mkdir()
    opening.attach_lake(opening.locate_lake(str(folder))).close()

    with open_lake(str(folder)) as lake:
        assert read(lake, "SELECT count(*) FROM articles") == [(0,)]
