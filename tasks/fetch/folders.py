"""Lists what lies in folders and what a glob matches.

In: the path of a folder, a glob. Out: paths of files in a stable order; hidden ones and lakes are left out. No file is
opened here.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from schemas.lake import LakePaths

_GLOB_CHARACTERS = frozenset("*?[")


def is_folder(path: str) -> bool:
    """Tells whether a folder stands at the path; what can't be looked at is none."""
    try:
        return Path(path).is_dir()
    except OSError:
        return False


def is_glob(path: str) -> bool:
    """Tells whether the path has wildcards and names nothing as it stands.

    >>> is_glob("pages/*.txt"), is_glob("pages/a.txt")
    (True, False)
    """
    return not _GLOB_CHARACTERS.isdisjoint(path) and not os.path.lexists(path)


def walk_folder(folder: str) -> Iterator[tuple[str, OSError | None]]:
    """Gives the paths of all visible files below a folder, sorted by name, each real folder once.

    What can't be looked at or listed comes with its error. Symbolic links are followed, loops of them are not.
    """
    seen: set[tuple[int, int]] = set()
    pending = [folder]
    while pending:
        path = pending.pop()
        try:
            status = Path(path).stat()
            if not stat.S_ISDIR(status.st_mode):
                yield path, None
            elif (status.st_dev, status.st_ino) not in seen and not _is_lake(path):
                seen.add((status.st_dev, status.st_ino))
                pending += sorted(_visible_children(path), reverse=True)
        except OSError as error:
            yield path, error


def walk_glob(pattern: str) -> Iterator[tuple[str, OSError | None]]:
    """Gives what `walk_folder` gives for each match of a glob (`*`, `?`, `[...]`, `**`), every path once.

    Raises ValueError or NotImplementedError for an invalid glob, RecursionError for folders too deep for `**`.
    """
    seen: set[str] = set()
    for match in _match(pattern):
        for path, error in walk_folder(match):
            if path not in seen:
                seen.add(path)
                yield path, error


def _is_lake(folder: str) -> bool:
    """Tells a lake, whose files are no pages: by default it stands among them."""
    paths = LakePaths(Path(folder))
    return paths.catalog.is_file() and paths.lock.is_file()


def _visible_children(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        yield from (entry.path for entry in entries if not entry.name.startswith("."))


def _match(pattern: str) -> list[str]:
    parts = Path(pattern).parts
    first_wild = next(i for i, part in enumerate(parts) if not _GLOB_CHARACTERS.isdisjoint(part))
    base = Path(*parts[:first_wild])
    matches = base.glob(str(Path(*parts[first_wild:])))
    if any(part.startswith(".") for part in parts[first_wild:]):
        return sorted(map(str, matches))
    return sorted(str(match) for match in matches if not _is_hidden(match.relative_to(base)))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
