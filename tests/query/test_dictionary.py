"""The data dictionary, the versions, and that both say what the lake is."""

from pathlib import Path

import pytest

from schemas.lake_errors import QueryError
from schemas.table import TABLES
from schemas.views import VIEWS
from tasks.query import connect, list_columns, list_snapshots, list_tables, render_dictionary

PAGE = Path(__file__).parents[2] / "docs" / "tables.md"


@pytest.mark.parametrize("name", [*VIEWS, *(f"history.{name}" for name in TABLES)])
def test_tables_and_views_have_the_columns_that_are_declared(filled_lake, name):
    declared = TABLES[name.removeprefix("history.")] if name.startswith("history.") else VIEWS[name]
    with connect(str(filled_lake)) as connection:
        found = connection.execute(f"SELECT column_name, column_type FROM (DESCRIBE {name})").fetchall()
        connection.execute(f"SELECT * FROM {name}").fetchall()

    assert found == [(column.name, column.sql_type) for column in declared.columns]


@pytest.mark.parametrize("name", VIEWS)
def test_columns_of_views_that_are_never_null_are_not(filled_lake, name):
    required = [column.name for column in VIEWS[name].columns if not column.is_nullable]
    with connect(str(filled_lake)) as connection:
        nulls = connection.execute(
            f"SELECT count(*) FROM {name} WHERE NOT ({' AND '.join(f'{c} IS NOT NULL' for c in required)})"
        )
        assert nulls.fetchall() == [(0,)]


def test_the_dictionary_has_every_table_and_column():
    assert {row.table for row in list_tables()} == set(TABLES) | set(VIEWS)
    columns = {(row.table, row.column): row for row in list_columns()}
    assert columns["related_reads", "related_article_id"].schemas == "main"
    assert columns["articles", "title_key"].schemas == "history"
    assert columns["mentions", "type"].schemas == "both"
    assert columns["mentions", "type"].values.startswith("PERSON, ORG")
    assert all(row.meaning for row in columns.values())


def test_one_table_is_described_and_an_unknown_one_is_named():
    assert {row.table for row in list_columns("quotes")} == {"quotes"}
    with pytest.raises(QueryError, match="there is no table planets"):
        list_columns("planets")


def test_the_page_of_tables_is_up_to_date(update_golden):
    if update_golden:
        PAGE.write_text(render_dictionary(), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == render_dictionary(), "write it anew with --update-golden"


def test_versions_say_their_run_and_rows(filled_lake):
    versions = list_snapshots(str(filled_lake))

    assert [row.snapshot for row in versions] == [1, 2, 3, 4, 5]
    assert [row.run_id for row in versions] == [None, "r1", "r1", "r1", "r1"]
    assert versions[1].message == "run r1 started"
    assert versions[3].rows_added.startswith("articles +2, paragraphs +4, superseded +1")
    assert versions[0].rows_added == "schema_versions +" + str(len(TABLES))
    assert versions[0].created_at < versions[4].created_at
