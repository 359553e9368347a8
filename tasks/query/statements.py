"""Which SQL may run: one statement that reads, and nothing that a reader has no business with.

In: what the user wrote. Out: the text that may run, or QueryError. A read-only catalog is not enough: it lets COPY
write files, and DuckLake's functions for maintenance end the process; so the statement is judged by its parse tree.
DuckDB alone reads the text: what other rules take for a comment or a blank may be a statement to it.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import duckdb

from schemas.lake_errors import QueryError
from tasks.query.result import explain_sql_error

# DuckDB ends a line comment at either end of line; its other comments nest, which no regular expression can follow
_BLANK = r"(?:[ \t\r\n\f\v]++|--[^\r\n]*+[\r\n])"
_EXPLAIN = re.compile(
    rf"{_BLANK}*+EXPLAIN(?:{_BLANK}++(?P<analyze>ANALY[SZ]E))?\b{_BLANK}*+"
    r"(?P<options>\(\s*+(?:ANALY[SZ]E|FORMAT)\b[\w\s,]*+\))?",
    re.IGNORECASE | re.ASCII,
)
# a NUL ends the database's reading, half a character has no UTF-8, and `/*/*/*...` costs it the square of the length
_UNREADABLE = re.compile(r"[\0\ud800-\udfff]|[-+*/<>=~!@#%^&|`?]{2000}")
_PARSE = "SELECT json_serialize_sql(?::VARCHAR)"
_WHAT_RUNS = "SELECT, DESCRIBE, SHOW, SUMMARIZE, PIVOT with its values IN (...), or EXPLAIN of one"

LAKE_FUNCTIONS = frozenset(
    {
        "snapshots", "current_snapshot", "table_changes", "table_insertions", "table_deletions", "table_info",
        "ducklake_snapshots", "ducklake_current_snapshot", "ducklake_table_changes", "ducklake_table_insertions",
        "ducklake_table_deletions", "ducklake_table_info", "ducklake_list_files",
    }
)  # fmt: skip
PLAIN_FUNCTIONS = frozenset(
    {
        "range", "generate_series", "unnest", "repeat", "json_each", "json_tree", "histogram", "histogram_values",
        "summary", "pragma_table_info", "pragma_version", "duckdb_tables", "duckdb_views", "duckdb_columns",
        "duckdb_functions", "duckdb_schemas", "duckdb_types", "duckdb_keywords",
    }
)  # fmt: skip
EXTERNAL_FUNCTIONS = frozenset(
    {
        "read_csv", "read_csv_auto", "sniff_csv", "read_parquet", "parquet_scan", "parquet_metadata",
        "parquet_schema", "read_json", "read_json_auto", "read_json_objects", "read_ndjson", "read_ndjson_auto",
        "read_ndjson_objects", "read_text", "read_blob", "glob",
    }
)  # fmt: skip


def check_statement(connection: duckdb.DuckDBPyConnection, query: str, *, allow_external: bool) -> str:
    """Gives the text to run: one SELECT, DESCRIBE, SHOW, SUMMARIZE or EXPLAIN of one.

    Raises QueryError for any other statement, and for functions that do more than read the lake.
    """
    statement = _extract_one(connection, query)
    if statement.type != duckdb.StatementType.EXPLAIN:
        return _check_select(connection, statement, allow_external=allow_external)
    head, explained = _split_explain(statement.query)
    return head + _check_select(connection, _extract_one(connection, explained), allow_external=allow_external)


def _extract_one(connection: duckdb.DuckDBPyConnection, query: str) -> duckdb.Statement:
    if unreadable := _UNREADABLE.search(query):
        raise QueryError(f"the statement cannot be read at character {unreadable.start()}: leave out what stands there")
    try:
        statements = connection.extract_statements(query)
    except duckdb.Error as error:
        raise explain_sql_error(error) from error
    if not statements:
        raise QueryError("there is no statement: write one SELECT")
    if len(statements) > 1:
        raise QueryError(f"one reading statement at a time, this is more: {_WHAT_RUNS}")
    return statements[0]


def _split_explain(text: str) -> tuple[str, str]:
    """Gives the words that ask for the plan, without what stood between them, and the statement to explain."""
    explain = _EXPLAIN.match(text)
    if explain is None:
        raise QueryError("write EXPLAIN first, with no `/* */` in front of it")
    words = ("EXPLAIN", explain["analyze"], explain["options"])
    return " ".join((*filter(None, words), "")), text[explain.end() :]


def _check_select(connection: duckdb.DuckDBPyConnection, statement: duckdb.Statement, *, allow_external: bool) -> str:
    if statement.type != duckdb.StatementType.SELECT:
        raise QueryError(f"only reading statements run here: {_WHAT_RUNS}")
    allowed = LAKE_FUNCTIONS | PLAIN_FUNCTIONS | (EXTERNAL_FUNCTIONS if allow_external else frozenset())
    for name in _table_functions(_parse(connection, statement.query)):
        if name not in allowed:
            raise QueryError(f"function {name} is not for reading this lake: SELECT from the lake's tables instead")
    return statement.query


def _parse(connection: duckdb.DuckDBPyConnection, statement: str) -> Any:
    try:
        (text,) = connection.execute(_PARSE, [statement]).fetchall()[0]
        tree = json.loads(text)
    except duckdb.Error as error:
        raise explain_sql_error(error) from error
    except RecursionError as error:
        raise QueryError("the statement is nested too deep: split it into WITH parts") from error
    if tree["error"]:
        raise QueryError(f"the statement cannot be read: {' '.join(tree['error_message'].split())}")
    if len(tree["statements"]) != 1:
        raise QueryError(f"one reading statement at a time, this is more: {_WHAT_RUNS}")
    return tree


def _table_functions(tree: Any) -> Iterator[str]:
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if node.get("type") == "TABLE_FUNCTION":
                yield node["function"]["function_name"].lower()
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)
