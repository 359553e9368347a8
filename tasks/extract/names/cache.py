"""The built lexicon kept on disk between runs, as JSON in the user's cache folder.

A cache that can't be read or written is no cache: the lexicon is built again, without an error.
"""

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import asdict
from pathlib import Path

from platformdirs import user_cache_path

from tasks.extract.names.build import LexiconData


def cache_path(digest: str) -> Path:
    """Gives the file that keeps the lexicon of that digest for this user, where the platform keeps caches."""
    return user_cache_path("newslake") / f"lexicon-{digest}.json"


def read_cache(path: Path) -> LexiconData | None:
    """Gives the kept lexicon, None where there is none or it is not whole."""
    try:
        checksum, _, content = path.read_bytes().partition(b"\n")
        is_whole = hashlib.sha256(content).hexdigest().encode() == checksum
        return LexiconData(**json.loads(content)) if is_whole else None
    except (OSError, ValueError, TypeError):
        return None


def write_cache(path: Path, data: LexiconData) -> None:
    """Keeps the lexicon whole or not at all; does nothing where the folder can't be written."""
    content = json.dumps(asdict(data), ensure_ascii=False, separators=(",", ":")).encode()
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(content).hexdigest().encode() + b"\n" + content)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
