"""`newslake`: arguments in, exit codes out.

Exit codes: 0 all is well, 1 the lake, the disk or Prefect failed, 2 wrong usage, 3 inputs were rejected. Errors are one
line on standard error; `--verbose` adds the traceback.
"""

import signal
import sys
import traceback
from types import FrameType, TracebackType

import click

from flows.commands.ingest import ingest
from flows.commands.snapshots import snapshots
from flows.commands.sql import sql
from flows.commands.tables import tables
from flows.errors import UnreachableApiError, UsageError
from schemas.lake import newslake_version
from schemas.lake_errors import LakeError, NoSnapshotError, QueryError

FAILED, WRONG_USAGE, INTERRUPTED = 1, 2, 130


@click.group(
    commands=[ingest, sql, tables, snapshots],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
    epilog="Example: newslake ingest page.html && newslake sql 'SELECT title FROM articles'",
)
@click.version_option(newslake_version(), message="%(version)s")
def cli() -> None:
    """Turn news pages, Chinese and English, into versioned tables that one can query."""


def main() -> None:
    """Runs the command line and exits with its code."""
    sys.excepthook = _report_bug
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        code = cli.main(prog_name="newslake", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as error:
        code = error.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        code = WRONG_USAGE
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "newslake"
        code = _report(
            UsageError(f"{error.format_message().rstrip('.')}. `{command} --help` shows how it is used."), WRONG_USAGE
        )
    except (UsageError, QueryError, NoSnapshotError) as error:
        code = _report(error, WRONG_USAGE)
    except (LakeError, UnreachableApiError, click.ClickException, OSError) as error:
        code = _report(error, FAILED)
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        code = INTERRUPTED
    sys.exit(code)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _report(error: Exception, code: int) -> int:
    if "--verbose" in sys.argv:
        traceback.print_exception(error)
    message = error.format_message() if isinstance(error, click.ClickException) else str(error)
    click.echo(f"newslake: {' '.join(message.split())}", err=True)
    return code


def _report_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if "--verbose" in sys.argv:
        sys.__excepthook__(kind, error, trace)
        return
    click.echo(f"newslake: a bug: {kind.__name__}: {error}; --verbose shows where it is", err=True)
