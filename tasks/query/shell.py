"""The interactive shell: statements in, tables out, errors said and survived.

In: a session and a function that reads lines. Out: text. What may run is in `statements`.
"""

import contextlib
import importlib
from collections.abc import Callable
from typing import BinaryIO

from schemas.lake_errors import QueryError
from tasks.query.dictionary import ColumnRow, TableRow, list_columns, list_tables
from tasks.query.formats import TABLE_WIDTH, write_result
from tasks.query.result import Result, result_of_rows
from tasks.query.session import Session

PROMPT = "newslake> "
PROMPT_INSIDE = "     ...> "
HELP = "SQL that ends with `;` runs. `.tables [TABLE]` shows the tables, `.quit` or Ctrl-D leaves.\n"


def run_shell(
    session: Session, stdout: BinaryIO, *, read_line: Callable[[str], str] = input, width: int = TABLE_WIDTH
) -> None:
    """Reads statements until `.quit` or the end of the input and writes their results to the stream."""
    # without it, lines cannot be edited or recalled
    with contextlib.suppress(ImportError):
        importlib.import_module("readline")
    _say(stdout, HELP)
    while (statement := _read_statement(stdout, read_line)) is not None:
        try:
            write_result(_answer(session, statement), stdout, format_name="table", width=width)
        except QueryError as error:
            _say(stdout, f"{error}\n")
        except KeyboardInterrupt:
            _say(stdout, "interrupted\n")


def _read_statement(stdout: BinaryIO, read_line: Callable[[str], str]) -> str | None:
    """Gives the lines up to a `;`, or a line that is a command; None at the end."""
    lines: list[str] = []
    while True:
        try:
            line = read_line(PROMPT_INSIDE if lines else PROMPT)
        except EOFError:
            _say(stdout, "\n")
            return None
        except KeyboardInterrupt:
            lines = []
            _say(stdout, "\n")
            continue
        command = line.strip()
        if not lines and command in {".quit", ".exit"}:
            return None
        if not lines and command.startswith("."):
            return command
        if lines or command:
            lines.append(line)
        if command.endswith(";"):
            return "\n".join(lines)


def _answer(session: Session, statement: str) -> Result:
    if not statement.startswith("."):
        return session.run(statement)
    command, _, argument = statement.rstrip(";").partition(" ")
    if command != ".tables":
        raise QueryError(f"there is no command {command}. {HELP.strip()}")
    if argument.strip():
        return result_of_rows(list_columns(argument.strip()), ColumnRow)
    return result_of_rows(list_tables(), TableRow)


def _say(stdout: BinaryIO, text: str) -> None:
    stdout.write(text.encode())
    stdout.flush()
