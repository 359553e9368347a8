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

from schemas.lake_errors import UnwritableLakeError, explain_failure

LONG_WAIT_SECONDS = 3.0

logger = logging.getLogger(__name__)


@contextmanager
def hold_lock(path: Path) -> Iterator[None]:
    """Waits until this process alone holds the lock file, and lets it go at the end; a long wait is said in the log.

    Raises a LakeError where the file cannot be made, opened or locked.
    """
    descriptor = _lock_file(path)
    try:
        yield
    finally:
        os.close(descriptor)


def _lock_file(path: Path) -> int:
    while True:
        descriptor = _open_file(path)
        is_held = False
        try:
            _wait_for(descriptor, path)
            is_held = _is_named(descriptor, path)
        except OSError as error:
            raise UnwritableLakeError(
                f"{path} cannot be locked ({error.strerror}): put the lake on a file system that knows locks"
            ) from error
        finally:
            if not is_held:
                os.close(descriptor)
        if is_held:
            return descriptor


def _is_named(descriptor: int, path: Path) -> bool:
    """Whether the open file still has its name: a lock on a file without one locks nothing.

    Whoever failed to make the lake takes the lock file away again.
    """
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


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
