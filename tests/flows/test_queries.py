"""`sql`, `tables` and `snapshots` as a user types them."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.flows.conftest import Newslake


@pytest.fixture
def filled(newslake: Newslake, english_page: Path, chinese_page: Path) -> Newslake:
    newslake.ingest(english_page)
    newslake.ingest(chinese_page)
    return newslake


def test_sql_prints_tables_json_csv_and_parquet(filled: Newslake, tmp_path: Path) -> None:
    query = "SELECT publisher, authors, published_at FROM articles ORDER BY published_at"
    as_json = filled.sql(query)
    assert as_json[0]["authors"] == ["Maren Holloway"]
    as_csv = filled.run("sql", query, "--lake", filled.lake, "--format", "csv")
    assert [row["publisher"] for row in csv.DictReader(io.StringIO(as_csv.out))] == [
        row["publisher"] for row in as_json
    ]
    as_table = filled.run("sql", query, "--lake", filled.lake)
    assert "Tidebook" in as_table.out
    output = tmp_path / "rows.parquet"
    assert filled.run("sql", query, "--lake", filled.lake, "--format", "parquet", "-o", output).code == 0
    assert pq.read_table(output)["publisher"].to_pylist() == [row["publisher"] for row in as_json]


@pytest.mark.parametrize("ending", ["json", "csv", "parquet"])
def test_ending_of_the_output_names_its_format(filled: Newslake, tmp_path: Path, ending: str) -> None:
    output = tmp_path / f"rows.{ending}"
    assert filled.run("sql", "SELECT 7 AS n", "--lake", filled.lake, "-o", output).code == 0
    assert {"json": b'"n"', "csv": b"n\n7", "parquet": b"PAR1"}[ending] in output.read_bytes()


def test_reader_that_leaves_early_is_no_error(filled: Newslake) -> None:
    sql = f"newslake sql --lake '{filled.lake}' --format csv 'SELECT range FROM range(300000)'"
    program = f"{sql} | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", program], capture_output=True, text=True, timeout=60, check=True,
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
    )  # fmt: skip
    assert done.stdout.split() == ["range", "0"]
    assert done.stderr == ""


def test_sql_reads_its_query_from_a_file(filled: Newslake, tmp_path: Path) -> None:
    (tmp_path / "query.sql").write_text("SELECT count(*) AS n FROM articles;\n-- that is all\n")
    answer = filled.run("sql", "-f", tmp_path / "query.sql", "--lake", filled.lake, "--format", "json")
    assert answer.rows == [{"n": 2}]


def test_sql_at_a_version_or_time_sees_the_lake_of_then(filled: Newslake) -> None:
    snapshots = filled.run("snapshots", "--lake", filled.lake, "--format", "json").rows
    landed = [row for row in snapshots if "articles +1" in (row["rows_added"] or "")]
    assert len(landed) == 2
    for at in (landed[0]["snapshot"], landed[0]["created_at"]):
        assert filled.sql("SELECT count(*) AS n FROM articles", "--at", at) == [{"n": 1}]
    answer = filled.run("sql", "SELECT 1", "--at", "999", "--lake", filled.lake)
    assert answer.code == 2
    assert "999" in answer.err


@pytest.mark.parametrize(
    "query",
    [
        "SELEC 1",
        "SELECT 1; SELECT 2",
        "INSERT INTO history.superseded VALUES ('a', 1, 'b')",
        "DELETE FROM history.articles",
        "COPY (SELECT 1) TO 'out.csv'",
        "ATTACH 'other.db'",
        "SELECT * FROM read_text('/etc/hostname')",
        "",
    ],
)
def test_sql_runs_one_reading_statement_alone(filled: Newslake, query: str) -> None:
    answer = filled.run("sql", query, "--lake", filled.lake)
    assert answer.code == 2
    assert len(answer.err.strip().splitlines()) == 1
    assert filled.sql("SELECT count(*) AS n FROM articles") == [{"n": 2}]


def test_sql_without_a_lake_makes_none(newslake: Newslake) -> None:
    answer = newslake.run("sql", "SELECT 1", "--lake", newslake.lake)
    assert answer.code == 1
    assert "no lake" in answer.err
    assert not newslake.lake.exists()


def test_lake_may_be_named_by_the_environment(filled: Newslake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLAKE_LAKE", str(filled.lake))
    assert filled.run("sql", "SELECT count(*) AS n FROM articles", "--format", "json").rows == [{"n": 2}]


def test_tables_shows_the_dictionary_without_a_lake(newslake: Newslake) -> None:
    names = {row["table"] for row in newslake.run("tables", "--format", "json").rows}
    assert {"articles", "related_reads", "mentions", "measures", "quotes", "entities", "entity_daily", "runs"} <= names
    columns = newslake.run("tables", "measures", "--format", "json").rows
    assert {row["column"] for row in columns} >= {"mention_id", "low", "high", "unit", "currency", "date_start"}
    assert all(row["meaning"] for row in columns)


def test_snapshots_name_the_run_and_its_rows(filled: Newslake) -> None:
    rows = filled.run("snapshots", "--lake", filled.lake, "--format", "json").rows
    (run,) = filled.sql("SELECT run_id, snapshot FROM runs ORDER BY started_at DESC LIMIT 1")
    (landed,) = [row for row in rows if row["snapshot"] == run["snapshot"]]
    assert landed["run_id"] == run["run_id"]
    assert "mentions +" in landed["rows_added"]
    assert [row["snapshot"] for row in rows] == sorted(row["snapshot"] for row in rows)


def test_measures_answer_with_numbers(filled: Newslake) -> None:
    rows = filled.sql(
        "SELECT m.text, v.low, v.high, v.currency FROM mentions m JOIN measures v USING (mention_id) "
        "WHERE m.type = 'MONEY' AND v.currency IS NOT NULL"
    )
    assert rows
    assert all(row["low"] <= row["high"] for row in rows)


def test_json_summary_is_one_object(newslake: Newslake, english_page: Path) -> None:
    _, answer = newslake.ingest(english_page)
    assert isinstance(json.loads(answer.out), dict)
    assert answer.out.count("\n") == 1


def test_output_follows_links_and_keeps_the_mode_of_what_it_replaces(filled: Newslake, tmp_path: Path) -> None:
    target, link = tmp_path / "rows.csv", tmp_path / "link.csv"
    target.write_text("old")
    target.chmod(0o600)
    link.symlink_to(target)
    assert filled.run("sql", "SELECT 7 AS n", "--lake", filled.lake, "-o", link).code == 0
    assert target.read_text() == "n\n7\n"
    assert target.stat().st_mode & 0o777 == 0o600
    assert link.is_symlink()


def test_output_into_what_is_no_file_leaves_it_what_it_is(filled: Newslake, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    answer = filled.run("sql", "SELECT 7 AS n", "--lake", filled.lake, "--format", "csv", "-o", pipe)
    assert (answer.code, os.read(reader, 100)) == (0, b"n\n7\n")
    assert pipe.is_fifo()
    os.close(reader)
