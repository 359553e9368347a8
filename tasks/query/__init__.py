"""The lake to people and to the next run: connections, SQL, the data dictionary, versions, what is known already."""

from tasks.query.connection import connect
from tasks.query.dictionary import ColumnRow, TableRow, list_columns, list_tables, render_dictionary
from tasks.query.formats import FORMATS, write_result
from tasks.query.known import read_known
from tasks.query.result import Result, result_of_rows
from tasks.query.session import Session, open_session, run_sql
from tasks.query.shell import run_shell
from tasks.query.snapshots import Snapshot, list_snapshots

__all__ = [
    "FORMATS",
    "ColumnRow",
    "Result",
    "Session",
    "Snapshot",
    "TableRow",
    "connect",
    "list_columns",
    "list_snapshots",
    "list_tables",
    "open_session",
    "read_known",
    "render_dictionary",
    "result_of_rows",
    "run_shell",
    "run_sql",
    "write_result",
]
