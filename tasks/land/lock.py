"""The lock that makes one writer of many processes: a lock of the operating system, gone with the process that held it.

In: the path of the lock file. Out: a context in which no other process is in this one. What is written under it is
not here.
"""

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

from schemas.lake_errors import explain_failure

LONG_WAIT_SECONDS = 3.0

logger = logging.getLogger(__name__)


@contextmanager
def hold_lock(path: Path) -> Iterator[None]:
    """Waits until this process alone holds the lock file, and lets it go at the end; a long wait is said in the log.

    Raises a LakeError where the file cannot be made or opened.
    """
    descriptor = _lock_file(path)
    try:
        yield
    finally:
        os.close(descriptor)


def _lock_file(path: Path) -> int:
    while True:
        descriptor = _open_file(path)
        _wait_for(descriptor, path)
        # whoever failed to make the lake takes the lock file away again: a lock on a file without a name locks nothing
        if path.exists() and os.path.samestat(os.fstat(descriptor), path.stat()):
            return descriptor
        os.close(descriptor)


def _open_file(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise explain_failure(str(error), path.parent) from error


def _wait_for(descriptor: int, path: Path) -> None:
    message = "waiting for another process that writes to %s"
    notice = Timer(LONG_WAIT_SECONDS, logger.warning, args=(message, path.parent))
    notice.daemon = True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        notice.start()
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        finally:
            notice.cancel()
