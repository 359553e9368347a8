"""Which SQL may run: one statement that reads, and nothing that a reader has no business with.

In: what the user wrote. Out: nothing, or QueryError. A read-only catalog is not enough: it lets COPY write files, and
DuckLake's functions for maintenance end the process; so the statement is judged by its parse tree.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import duckdb

from schemas.lake_errors import QueryError
from tasks.query.result import explain_sql_error

_EXPLAIN = re.compile(r"\s*EXPLAIN\s+(?:ANALYZE\s+|ANALYSE\s+)?(?:\([^()]*\)\s*)?", re.IGNORECASE)
_COMMENT = re.compile(r"\s*(?:--[^\n]*(?:\n|$)|/\*.*?\*/)", re.DOTALL)
_PARSE = "SELECT json_serialize_sql(?::VARCHAR)"

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


def check_statement(connection: duckdb.DuckDBPyConnection, query: str, *, allow_external: bool) -> None:
    """Raises QueryError for what is not one SELECT, DESCRIBE, SHOW, SUMMARIZE or EXPLAIN of one, or reads beside."""
    tree = _parse(connection, _inner_statement(query))
    if len(tree["statements"]) != 1:
        raise QueryError(f"one statement at a time: there are {len(tree['statements'])} here")
    allowed = LAKE_FUNCTIONS | PLAIN_FUNCTIONS | (EXTERNAL_FUNCTIONS if allow_external else frozenset())
    for name in _table_functions(tree):
        if name not in allowed:
            raise QueryError(f"function {name} is not for reading this lake: SELECT from the lake's tables instead")


def _inner_statement(query: str) -> str:
    start = 0
    while comment := _COMMENT.match(query, start):
        start = comment.end()
    explain = _EXPLAIN.match(query, start)
    return query[explain.end() if explain else start :]


def _parse(connection: duckdb.DuckDBPyConnection, statement: str) -> Any:
    if not statement.strip(" \t\r\n;"):
        raise QueryError("there is no statement: write one SELECT")
    try:
        (text,) = connection.execute(_PARSE, [statement]).fetchall()[0]
        tree = json.loads(text)
    except duckdb.Error as error:
        raise explain_sql_error(error) from error
    except RecursionError as error:
        raise QueryError("the statement is nested too deep: split it into WITH parts") from error
    if tree["error"] and tree["error_type"] == "not implemented":
        raise QueryError("only reading statements run here: SELECT, DESCRIBE, SHOW, SUMMARIZE, or EXPLAIN of one")
    if tree["error"]:
        raise QueryError(f"the statement cannot be read: {' '.join(tree['error_message'].split())}")
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
