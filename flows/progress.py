"""Shows how far a run is: live on a terminal's standard error, nowhere else."""

import sys
from collections.abc import Iterable, Iterator

from schemas.draft import Batch, Draft


def show_progress(batches: Iterable[Batch[Draft]]) -> Iterator[Batch[Draft]]:
    """Passes batches on as they come, counting their inputs on a terminal."""
    if not sys.stderr.isatty():
        yield from batches
        return
    seen = 0
    for batch in batches:
        seen += len(batch.items) + len(batch.settled)
        sys.stderr.write(f"\r{seen} inputs read")
        sys.stderr.flush()
        yield batch
    sys.stderr.write("\r\033[K")
