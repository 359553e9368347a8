"""What SQL may do over a lake: read it."""

import time

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.lake_errors import QueryError
from tasks.query import open_session, run_sql
from tests.lakes import files_below


def rows(lake, query, **options):
    with run_sql(str(lake), query, **options) as result:
        return [row for batch in result.batches for row in batch.to_pylist()]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT count(*) FROM articles",
        "FROM articles SELECT title;",
        "WITH a AS (FROM articles) SELECT * FROM a",
        "VALUES (1)",
        "TABLE articles",
        "DESCRIBE articles",
        "SHOW TABLES",
        "SUMMARIZE articles",
        "EXPLAIN SELECT 1",
        "-- why\nEXPLAIN ANALYZE /* how */ SELECT 1",
        "explain (format json) select 1",
        "SELECT * FROM articles AT (VERSION => 3)",
        "FROM lake.snapshots()",
        "FROM range(3)",
        "EXPLAIN -- how\n ANALYSE SELECT 1",
        "EXPLAIN (SELECT 1)",
        "EXPLAIN (ANALYZE, FORMAT json) SELECT 1",
        "/* outer /* inner */ outer */ SELECT 1",
        "SELECT\u3000'/* -- ;\u3000' AS\u00a0a, $$ ; COPY $$ AS b -- end",
        "PRAGMA table_info('articles')",
        "PIVOT mentions ON type IN ('ORG', 'PERSON') USING count(*)",
    ],
)
def test_a_reading_statement_runs(filled_lake, query):
    assert rows(filled_lake, query)


@pytest.mark.parametrize(
    "query",
    [
        "COPY (SELECT 1) TO '{data}/x.parquet'",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO '{data}/x.parquet'",
        "/* a */ EXPLAIN -- b\n ANALYZE COPY (SELECT 1) TO '{data}/x.parquet'",
        "EXPLAIN (ANALYZE) COPY (SELECT 1) TO '{data}/x.parquet'",
        "EXPLAIN EXPLAIN ANALYZE COPY (SELECT 1) TO '{data}/x.parquet'",
        "/* /* */ SELECT 1 -- */ */ COPY (SELECT 1) TO '{data}/x.parquet'",
        "/* /* */ SELECT 1 -- */ COPY (SELECT 1) TO '{data}/x.parquet'",
        "/* /* */ SELECT 1 -- */ ATTACH '{data}/x.db'",
        "/* /* */ SELECT 1 -- */ CREATE TABLE x AS SELECT 1",
        "/* /* */ SELECT 1 -- */ EXPLAIN ANALYZE COPY (SELECT 1) TO '{data}/x.parquet'",
        "EXPLAIN /* /* */ SELECT 1 -- */ ANALYZE COPY (SELECT 1) TO '{data}/x.parquet'",
        "EXPLAIN ANALYZE /* /* */ SELECT 1 -- */ COPY (SELECT 1) TO '{data}/x.parquet'",
        "EXPLAIN /**/ (ANALYZE) COPY (SELECT 1) TO '{data}/x.parquet'",
        "-- a\rEXPLAIN ANALYZE -- b\rCOPY (SELECT 1) TO '{data}/x.parquet'",
        "-- SELECT 1\rCOPY (SELECT 1) TO '{data}/x.parquet'",
        "EXPLAIN\u00a0ANALYZE\u3000COPY (SELECT 1) TO '{data}/x.parquet'",
        "\u2003COPY\u2003(SELECT 1) TO '{data}/x.parquet'",
        "\ufeffCOPY (SELECT 1) TO '{data}/x.parquet'",
        "SELECT $$ $$; COPY (SELECT 1) TO '{data}/x.parquet' -- $$",
        "$a$ /* $a$ COPY (SELECT 1) TO '{data}/x.parquet'",
        "SELECT 1 \0; COPY (SELECT 1) TO '{data}/x.parquet'",
        "SELECT '\udc80'",
        "EXPLAIN ANALYZE CREATE TABLE x AS SELECT 1",
        "EXPLAIN ANALYZE INSERT INTO history.superseded VALUES ('a', 1, 'r')",
        "EXPLAIN EXPLAIN SELECT 1",
        "EXPLAIN SELECT 1; SELECT 2",
        "EXPLAIN",
        "EXPLAIN ANALYZE SELECT * FROM ducklake_merge_adjacent_files('lake')",
        "WITH a AS (INSERT INTO history.superseded VALUES ('a', 1, 'r') RETURNING *) SELECT * FROM a",
        "PIVOT mentions ON type USING count(*)",
        "EXPLAIN PIVOT mentions ON type USING count(*)",
        "SELECT 1; COPY (SELECT 1) TO '{data}/x.parquet'",
        "EXPORT DATABASE '{data}/x'",
        "CREATE TABLE history.x AS SELECT 1",
        "CREATE TEMP TABLE x AS SELECT 1",
        "INSERT INTO history.superseded VALUES ('a', 1, 'r')",
        "DELETE FROM history.articles",
        "DROP VIEW articles",
        "ATTACH '{data}/x.db'",
        "DETACH lake",
        "USE memory",
        "SET enable_external_access = true",
        "RESET enable_external_access",
        "PRAGMA enable_profiling",
        "INSTALL httpfs",
        "LOAD httpfs",
        "CALL lake.snapshots()",
        "CHECKPOINT lake",
        "VACUUM",
        "PREPARE p AS SELECT 1",
        "BEGIN",
        "SELECT 1; SELECT 2",
        "",
        " ;; ",
        "-- nothing",
        "SELEC 1",
        "SELECT missing FROM articles",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM read_blob('{data}/../catalog.sqlite')",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM sqlite_scan('{data}/../catalog.sqlite', 'ducklake_snapshot')",
        "SELECT * FROM sqlite_query('__ducklake_metadata_lake', 'SELECT 1')",
        "SELECT * FROM query('ATTACH ''{data}/x.db''')",
        "SELECT * FROM query_table('articles')",
        "SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
        "PRAGMA json_execute_serialized_sql('{}')",
        "IMPORT DATABASE '{data}'",
        "EXECUTE p",
        "SELECT * FROM sniff_csv('/etc/passwd')",
        "SELECT * FROM parquet_metadata('/etc/passwd')",
        "SELECT * FROM parquet_schema('/etc/passwd')",
        "SELECT * FROM read_csv('.tmp/x.csv')",
        "SELECT * FROM pragma_database_list()",
        "SELECT * FROM pragma_storage_info('articles')",
        "SELECT * FROM duckdb_secrets()",
        "SELECT (SELECT count(*) FROM read_text('/etc/passwd'))",
        "SELECT * FROM articles, LATERAL (FROM read_text('/etc/passwd'))",
        "DESCRIBE SELECT * FROM read_text('/etc/passwd')",
        "SUMMARIZE '/etc/passwd'",
        "SELECT * FROM query('SELECT * FROM ducklake_merge_adjacent_files(''lake'')')",
        "SELECT * FROM ducklake_merge_adjacent_files('lake')",
        "SELECT (SELECT count(*) FROM lake.merge_adjacent_files())",
        "SELECT * FROM ducklake_delete_orphaned_files('lake', cleanup_all => true)",
        "SELECT * FROM ducklake_expire_snapshots('lake', versions => [1])",
        "WITH a AS (SELECT * FROM DuckLake_Cleanup_Old_Files('lake', cleanup_all => true)) SELECT 1",
        "SELECT * FROM checkpoint('lake')",
        "SELECT getenv('HOME')",
        "SELECT * FROM duckdb_settings()",
        "SELECT error('no')",
        "SELECT CAST(title AS INTEGER) FROM articles",
    ],
)
def test_anything_else_is_one_line_and_changes_nothing(filled_lake, query):
    before = files_below(filled_lake / "data")

    with pytest.raises(QueryError) as caught:
        rows(filled_lake, query.replace("{data}", str(filled_lake / "data").replace("'", "''")))

    assert str(caught.value)
    assert "\n" not in str(caught.value)
    assert files_below(filled_lake / "data") == before


def test_variables_of_the_program_are_not_tables(filled_lake):
    secret = pa.table({"password": ["x"]})

    with pytest.raises(QueryError, match="does not exist"):
        rows(filled_lake, "SELECT * FROM secret")
    assert secret.num_rows == 1


def test_other_files_can_be_read_where_that_is_allowed(filled_lake, tmp_path):
    (tmp_path / "names.csv").write_text("name\nLin Qiao\n")
    query = f"SELECT e.name FROM entities e JOIN '{tmp_path}/names.csv' USING (name)"

    assert rows(filled_lake, query, allow_external=True) == [{"name": "Lin Qiao"}]
    with pytest.raises(QueryError):
        rows(filled_lake, query)
    with pytest.raises(QueryError):
        rows(filled_lake, f"COPY (SELECT 1) TO '{tmp_path}/x.csv'", allow_external=True)


def test_no_folder_but_that_of_the_data_is_within_reach(filled_lake):
    query = "SELECT current_setting('allowed_directories') AS folders, current_setting('temp_directory') AS temporary"

    assert rows(filled_lake, query) == [{"folders": [f"{filled_lake / 'data'}/"], "temporary": ""}]


def test_an_earlier_version_is_read(filled_lake):
    assert rows(filled_lake, "SELECT count(*) AS n FROM articles", at=3) == [{"n": 1}]


def test_an_error_while_rows_are_read_is_named(filled_lake):
    query = "SELECT CASE WHEN i = 400000 THEN error('late') ELSE i END FROM range(500000) t(i)"

    with pytest.raises(QueryError, match="late"):
        rows(filled_lake, query)


def test_a_name_that_stands_twice_gets_a_number(filled_lake):
    assert rows(filled_lake, "SELECT 1 AS a, 2 AS a") == [{"a": 1, "a_1": 2}]


@pytest.fixture(scope="module")
def session(filled_lake):
    with open_session(str(filled_lake)) as opened:
        yield opened


@given(st.lists(st.sampled_from(["id", "id_1", "id_2", "id_1_1", "n"]), min_size=1, max_size=9))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_column_has_a_name_of_its_own_and_the_first_keeps_the_given_one(session, names):
    query = "SELECT " + ", ".join(f"{place} AS {name}" for place, name in enumerate(names))

    ((row,),) = [batch.to_pylist() for batch in session.run(query).batches]

    assert list(row.values()) == list(range(len(names)))
    assert all(row[name] == names.index(name) for name in names)


@pytest.mark.parametrize(
    "query",
    [
        "(" * 50_000,
        "SELECT " + "(" * 20_000 + "1" + ")" * 20_000,
        "/*" * 50_000,
        "--\n" * 50_000,
        "--" * 50_000 + "\nEXPLAIN /**/ ANALYZE SELECT 1",
        "--\n" * 50_000 + "EXPLAIN " + "\t--\n" * 50_000 + "COPY x",
    ],
)
def test_a_hostile_statement_is_refused_soon(filled_lake, query):
    with open_session(str(filled_lake)) as session:
        start = time.process_time()
        with pytest.raises(QueryError):
            list(session.run(query).batches)
        assert time.process_time() - start < 2
