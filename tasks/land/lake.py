"""An open lake: the one connection of a writing process, and its transactions.

In: the paths of a lake that exists. Out: `Lake`, whose transactions are all or nothing. Making a lake is in
`opening`, what is written in the other modules of this stage.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import duckdb
import pyarrow as pa

from schemas.lake import (
    AUTHOR,
    CATALOG,
    CONNECTION_CONFIG,
    SET_UTC,
    USE_LAKE,
    LakePaths,
    load_statements,
    quote_literal,
    writer_attach,
)
from schemas.lake_errors import explain_failure
from schemas.table import Table
from tasks.land.lock import hold_lock

# a month, then an article is what readers ask for together
LOCALITY = {
    "articles": ("published_at", "article_id", "revision"),
    "mentions": ("published_at", "article_id", "revision", "list_revision", "part", "char_start"),
}


@dataclass(frozen=True)
class Lake:
    """A lake open for writing; for one thread of one process."""

    paths: LakePaths
    connection: duckdb.DuckDBPyConnection

    @contextmanager
    def transaction(self, message: str, extra: Mapping[str, object]) -> Iterator[None]:
        """Runs the block as one transaction under the lake's lock; what fails or is broken off leaves no trace.

        `message` and `extra` go into the version's commit message; `extra` may be filled in the block. Raises a named
        LakeError for what the database refuses.
        """
        with hold_lock(self.paths.lock), self.atomic(message, extra):
            yield

    @contextmanager
    def atomic(self, message: str, extra: Mapping[str, object]) -> Iterator[None]:
        """Runs the block as `transaction` does, for a caller that holds the lock already."""
        is_committed = False
        try:
            self.connection.execute("BEGIN")
            yield
            values = ", ".join(quote_literal(text) for text in (AUTHOR, message))
            info = quote_literal(json.dumps(extra))
            self.connection.execute(f"CALL {CATALOG}.set_commit_message({values}, extra_info => {info})")
            self.connection.execute("COMMIT")
            is_committed = True
        except duckdb.Error as error:
            raise explain_failure(str(error), self.paths.root) from error
        finally:
            if not is_committed:
                self._roll_back()

    def _roll_back(self) -> None:
        try:
            self.connection.execute("ROLLBACK")
        except duckdb.Error:
            # a failed COMMIT has ended the transaction already
            return

    def query(self, sql: str) -> pa.Table:
        """Gives the result of a query; inside a transaction it sees the transaction's own rows."""
        return self.connection.execute(sql).to_arrow_table()

    def insert(self, table: Table, rows: pa.Table) -> None:
        """Adds the rows to the table in schema `history`, in the order that reading it by key likes best."""
        if not rows.num_rows:
            return
        order = ", ".join(LOCALITY.get(table.name, table.key))
        statement = f"INSERT INTO history.{table.name} SELECT * FROM incoming ORDER BY {order}"  # noqa: S608 - declared
        with self.visible("incoming", rows):
            self.connection.execute(statement)

    @contextmanager
    def visible(self, name: str, rows: pa.Table) -> Iterator[None]:
        """Lets queries in the block read the Arrow rows as a table of that name."""
        self.connection.register(name, rows)
        try:
            yield
        finally:
            self.connection.unregister(name)

    def last_snapshot(self) -> int:
        """Gives the number of the newest version."""
        return self._snapshot("current_snapshot")

    def committed_snapshot(self) -> int:
        """Gives the number of the version that this connection committed last."""
        return self._snapshot("last_committed_snapshot")

    def _snapshot(self, function: str) -> int:
        (number,) = self.query(f"FROM {CATALOG}.{function}()")[0].to_pylist()
        return int(number)

    def close(self) -> None:
        """Closes the connection."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def attach_lake(paths: LakePaths) -> Lake:
    """Gives a connection to the lake's catalog, made where it is missing; raises a named LakeError."""
    connection = duckdb.connect(config=CONNECTION_CONFIG)
    try:
        for statement in (*load_statements(), SET_UTC, writer_attach(paths), USE_LAKE):
            connection.execute(statement)
    except duckdb.Error as error:
        connection.close()
        raise explain_failure(str(error), paths.root) from error
    return Lake(paths, connection)
