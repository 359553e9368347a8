"""Runs SQL of people and programs over the lake, reading only.

In: a location and statements. Out: `Result`s, or QueryError. Writing them out is in `formats`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import duckdb

from schemas.lake import quote_literal
from schemas.lake_errors import QueryError
from tasks.query.connection import connect, find_lake
from tasks.query.result import Result, explain_sql_error, result_of_reader
from tasks.query.statements import check_statement

BATCH_ROWS = 10_000


@dataclass(frozen=True)
class Session:
    """A connection that runs reading statements alone; with `allows_external` they may also read other files."""

    connection: duckdb.DuckDBPyConnection
    allows_external: bool

    def run(self, query: str) -> Result:
        """Gives the rows of one statement, read as they are asked for; raises QueryError."""
        checked = check_statement(self.connection, query, allow_external=self.allows_external)
        try:
            reader = self.connection.execute(checked).to_arrow_reader(BATCH_ROWS)
        except duckdb.Error as error:
            raise explain_sql_error(error) from error
        except RuntimeError as error:
            # so DuckDB tells of Ctrl-C
            raise KeyboardInterrupt from error
        return result_of_reader(reader, explain=lambda error: self._find_cause(checked, error))

    def _find_cause(self, checked: str, error: Exception) -> QueryError:
        """Gives what made a statement fail; a thread that was stopped by another's error tells only of the stop."""
        if "INTERRUPT" not in str(error):
            return explain_sql_error(error)
        try:
            self.connection.execute(checked).fetchall()
        except duckdb.Error as cause:
            return explain_sql_error(cause)
        return explain_sql_error(error)


@contextmanager
def open_session(lake: str, *, at: int | datetime | None = None, allow_external: bool = False) -> Iterator[Session]:
    """Gives a session over the lake, as of a version or a time where `at` says one; raises what `connect` raises."""
    data = find_lake(lake).data
    with connect(lake, at=at) as connection:
        connection.execute("SET python_enable_replacements = false")
        if not allow_external:
            # the folder for temporary files is allowed, too, and would be one below the working directory
            connection.execute("SET temp_directory = ''")
            connection.execute(f"SET allowed_directories = [{quote_literal(f'{data}/')}]")
            connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        yield Session(connection, allow_external)


@contextmanager
def run_sql(
    lake: str, query: str, *, at: int | datetime | None = None, allow_external: bool = False
) -> Iterator[Result]:
    """Gives the rows of one reading statement over the lake, as long as the context is open; raises QueryError."""
    with open_session(lake, at=at, allow_external=allow_external) as session:
        yield session.run(query)
