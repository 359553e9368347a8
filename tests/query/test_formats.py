"""Writing results for people and programs."""

import csv
import io
import json

import pyarrow.parquet as pq
import pytest

from schemas.lake_errors import QueryError
from tasks.query import run_sql, write_result


class Terminal(io.BytesIO):
    def isatty(self):
        return True


def write(lake, query, format_name, **options):
    stream = io.BytesIO()
    with run_sql(str(lake), query) as result:
        write_result(result, stream, format_name=format_name, **options)
    return stream.getvalue()


VALUES = """
    SELECT '北辰' AS name, ['a', '乙'] AS tags, NULL AS nothing, TIMESTAMPTZ '2026-03-01 08:00:00+08' AS at,
        DATE '2026-03-01' AS day, 1.5 AS price, sum(2) AS total, true AS is_new, {'x': 1} AS pair, 'nan'::DOUBLE AS odd,
        'ab'::BLOB AS bytes, INTERVAL 1 DAY AS gap"""


def test_json_is_one_array_of_objects(filled_lake):
    text = write(filled_lake, VALUES, "json").decode()

    assert "北辰" in text
    assert json.loads(text) == [
        {
            "name": "北辰", "tags": ["a", "乙"], "nothing": None, "at": "2026-03-01T00:00:00+00:00",
            "day": "2026-03-01", "price": 1.5, "total": 2, "is_new": True, "pair": {"x": 1}, "odd": None,
            "bytes": "6162", "gap": json.loads(text)[0]["gap"],
        }
    ]  # fmt: skip


def test_json_of_no_rows_is_an_empty_array(filled_lake):
    assert json.loads(write(filled_lake, "SELECT 1 WHERE false", "json")) == []


DECIMALS = """
    SELECT '12345678901234567890.12'::DECIMAL(38, 2) AS long, '0.10'::DECIMAL(9, 2) AS short,
        12345678901234567890123456789::HUGEINT AS whole, '0.0000000001'::DECIMAL(38, 10) AS small,
        ['12345678901234567890.12'::DECIMAL(38, 2), NULL] AS list, {'a': 1.5} AS record, MAP {'k': 2.5} AS pairs,
        union_value(n := 12345678901234567890.12) AS one_of"""


def test_json_keeps_every_digit_and_one_type_a_column(filled_lake):
    (row,) = json.loads(write(filled_lake, DECIMALS, "json"))

    assert row["long"] == "12345678901234567890.12"
    assert row["short"] == 0.1
    assert row["whole"] == 12345678901234567890123456789
    assert row["small"] == "0.0000000001"
    assert row["list"] == ["12345678901234567890.12", None]
    assert row["record"] == {"a": 1.5}
    assert row["pairs"] == [["k", 2.5]]
    assert row["one_of"] == "12345678901234567890.12"


def test_a_record_without_names_is_refused(filled_lake):
    with pytest.raises(QueryError, match="names of their own"):
        write(filled_lake, "SELECT row(1.5, 2)", "json")


def test_csv_keeps_every_digit(filled_lake):
    header, row = csv.reader(io.StringIO(write(filled_lake, DECIMALS, "csv").decode(), newline=""))
    cells = dict(zip(header, row, strict=True))

    assert cells["long"] == "12345678901234567890.12"
    assert cells["short"] == "0.10"
    assert cells["whole"] == "12345678901234567890123456789"
    assert cells["small"] == "0.0000000001"
    assert cells["list"] == '["12345678901234567890.12", null]'


def test_csv_has_a_header_and_lists_as_json(filled_lake):
    query = "SELECT '北,辰' AS name, ['a', '乙'] AS tags, NULL AS nothing, true AS yes, 'two\nlines' AS text"
    header, row = csv.reader(io.StringIO(write(filled_lake, query, "csv").decode(), newline=""))

    assert header == ["name", "tags", "nothing", "yes", "text"]
    assert row == ["北,辰", '["a", "乙"]', "", "true", "two\nlines"]


def test_parquet_reads_back(filled_lake):
    table = pq.read_table(io.BytesIO(write(filled_lake, "SELECT title, tags, published_at FROM articles", "parquet")))

    assert table.num_rows == 2
    assert str(table.schema.field("published_at").type) == "timestamp[us, tz=UTC]"


def test_a_table_lines_up_chinese_and_shows_null(filled_lake):
    lines = (
        write(filled_lake, "SELECT '北辰实验室' AS name, NULL AS other UNION ALL SELECT 'OW', 'x'", "table")
        .decode()
        .splitlines()
    )

    assert any("北辰实验室" in line and "NULL" in line for line in lines)
    edge = [line.index("│", 1) for line in lines if line.startswith("│")]
    (chinese,) = [line for line in lines if "北辰" in line]
    assert chinese.index("│", 1) == edge[0] - len("北辰实验室")


def test_a_table_shows_every_row_of_a_usual_result(filled_lake):
    text = write(filled_lake, "SELECT 'row-' || i AS name FROM range(300) t(i)", "table").decode()

    assert sum("row-" in line for line in text.splitlines()) == 300


def test_a_table_too_long_to_read_says_that_it_is_cut(filled_lake):
    text = write(filled_lake, "SELECT i FROM range(30000) t(i)", "table").decode()

    assert "only the first 10000 rows" in text.splitlines()[-1]


def test_a_plan_is_shown_as_it_is(filled_lake):
    assert "DUMMY_SCAN" in write(filled_lake, "EXPLAIN SELECT 1", "table").decode()


def test_a_file_is_there_whole_or_not_at_all(filled_lake, tmp_path):
    target = tmp_path / "out.csv"
    target.write_text("before")
    breaks = "SELECT CASE WHEN i = 400000 THEN error('late') ELSE i END FROM range(500000) t(i)"

    with pytest.raises(QueryError, match="late"):
        write(filled_lake, breaks, "csv", output=target)
    assert target.read_text() == "before"
    assert write(filled_lake, "SELECT 1 AS a", "csv", output=target) == b""

    assert target.read_text() == "a\n1\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_a_file_that_cannot_be_written_is_named(filled_lake, tmp_path):
    with pytest.raises(QueryError, match="cannot be written"):
        write(filled_lake, "SELECT 1", "csv", output=tmp_path / "missing" / "out.csv")


def test_parquet_does_not_go_to_a_terminal(filled_lake):
    with run_sql(str(filled_lake), "SELECT 1") as result, pytest.raises(QueryError, match="-o FILE"):
        write_result(result, Terminal(), format_name="parquet")


def test_a_type_that_parquet_cannot_hold_is_named(filled_lake):
    with pytest.raises(QueryError, match="cast it"):
        write(filled_lake, "SELECT INTERVAL 1 DAY AS gap", "parquet")
