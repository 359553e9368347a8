"""What can be wrong with a lake: one named error a cause, each message one line that says what to do.

In: the first line of a database's message. Out: the error to raise. Nothing here touches a database.
"""

import re


class LakeError(Exception):
    """The lake cannot be opened, read or written."""


class LakeLocationError(LakeError):
    """The location names nothing that can hold a lake."""


class NoLakeError(LakeError):
    """There is no lake at the location."""


class UnwritableLakeError(LakeError):
    """The lake's folder or catalog cannot be written."""


class CorruptLakeError(LakeError):
    """The lake's catalog is damaged or missing."""


class NewerLakeError(LakeError):
    """A newer newslake made the lake."""


class OlderLakeError(LakeError):
    """An older newslake made the lake."""


class LakeFullError(LakeError):
    """The disk, or the quota on it, is full."""


class NoSnapshotError(LakeError):
    """The lake has no such version, or was not yet there at that time."""


class RowError(LakeError):
    """A row breaks a rule of its table."""


class QueryError(Exception):
    """The query is not one reading statement, or the database refuses it, or its result cannot be written."""


_CAUSES: tuple[tuple[tuple[str, ...], type[LakeError], str], ...] = (
    (
        ("no space left", "disk is full", "file too large", "disk quota exceeded"),
        LakeFullError,
        "the disk under {root} is full: this chunk was not landed, the version before is intact; free space, run again",
    ),
    (
        ("not a database", "malformed", "disk image", "no magic bytes", "too small to be a parquet"),
        CorruptLakeError,
        "{root} is damaged ({line}): restore a backup of it",
    ),
    (
        ("catalog version mismatch", "automatic_migration"),
        NewerLakeError,
        "the catalog of {root} is of a DuckLake version that this newslake can't read: upgrade newslake",
    ),
    (
        ("attempt to write a readonly database",),
        UnwritableLakeError,
        "{root} is read-only here, but readers keep a log beside its catalog: ask for leave to write, or read a copy",
    ),
    (
        ("readonly", "read-only", "permission denied", "unable to open database", "operation not permitted"),
        UnwritableLakeError,
        "{root} cannot be opened by this user ({line}): check the permissions of the folder and the files in it",
    ),
    (
        ("creating a new ducklake is explicitly disabled",),
        NoLakeError,
        "{root} has no tables yet: ingest something first",
    ),
    (
        ("no files found", "no such file"),
        CorruptLakeError,
        "a file of {root} is gone ({line}): restore a backup of it",
    ),
)


# names that the user gave say nothing of the cause
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")


def not_a_folder(root: object) -> LakeLocationError:
    """Gives the error for a location that is a file, or lies below one."""
    return LakeLocationError(f"{root} is a file: a lake is a folder, give the path of one")


def lost_catalog(catalog: object) -> CorruptLakeError:
    """Gives the error for data files without a catalog."""
    return CorruptLakeError(f"{catalog} is missing or empty beside its data: restore a backup of it")


def explain_failure(message: str, root: object) -> LakeError:
    """Gives the named error for what a database said of the lake in folder `root`.

    >>> explain_failure("IO Error: database or disk is full", "/lake")
    LakeFullError('the disk under /lake is full: this chunk was not landed, the version before is intact; \
free space, run again')
    """
    told = _QUOTED.sub("", message.replace(str(root), "")).lower()
    line = message.strip().split("\n")[0]
    for signs, error_class, text in _CAUSES:
        if any(sign in told for sign in signs):
            return error_class(text.format(root=root, line=line))
    return LakeError(f"{root}: {line}")
