"""Reads files and standard input, up to a limit.

In: a path. Out: the bytes that stand there. What the bytes are is told in `kinds`.
"""

import stat
import sys
from pathlib import Path

from tasks.fetch.errors import FetchError, MissingInputError, TooLargeError, UnreadableInputError
from tasks.fetch.labels import printable

MAX_FILE_BYTES = 50 * 1024 * 1024


def read_file(path: str) -> bytes:
    """Gives the content of a regular file of at most 50 MiB; raises a FetchError for everything else."""
    label = printable(path)
    try:
        status = Path(path).stat()
        _check_status(status.st_mode, status.st_size, label)
        with Path(path).open("rb") as file:
            content = file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise explain(error, label) from error
    return _check_size(content, label)


def read_standard_input() -> bytes:
    """Gives what standard input holds up to its end, at most 50 MiB; raises a FetchError for more."""
    if sys.stdin is None:
        raise UnreadableInputError("Standard input is closed: pipe a page into `newslake ingest -`, or name a file")
    return _check_size(sys.stdin.buffer.read(MAX_FILE_BYTES + 1), "standard input")


def explain(error: OSError | ValueError, label: str) -> FetchError:
    """Gives the error of this stage for what the operating system says about a path."""
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return MissingInputError(f"{label} doesn't exist: check the path")
    if isinstance(error, PermissionError):
        return UnreadableInputError(f"{label} may not be read by this user: change its permissions")
    return UnreadableInputError(f"{label} can't be read ({error.strerror or error}): check the path and the disk")


def _check_status(mode: int, size: int, label: str) -> None:
    if stat.S_ISDIR(mode):
        raise UnreadableInputError(f"{label} is a folder, not a file: name it as an input of its own")
    if not stat.S_ISREG(mode):
        raise UnreadableInputError(
            f"{label} is a pipe, socket or device, not a file: feed it to `newslake ingest -` instead"
        )
    if size > MAX_FILE_BYTES:
        raise _too_large(label)


def _check_size(content: bytes, label: str) -> bytes:
    if len(content) > MAX_FILE_BYTES:
        raise _too_large(label)
    return content


def _too_large(label: str) -> FetchError:
    return TooLargeError(f"{label} has more than {MAX_FILE_BYTES:,} bytes, the most that a page may have: split it")
