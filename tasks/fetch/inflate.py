"""Unpacks gzip data in memory, up to a limit.

In: the bytes of a gzip file or response. Out: the bytes inside. Other compressions are not unpacked, nor is gzip
inside gzip.
"""

import zlib

from tasks.fetch.errors import FetchError, TooLargeError, UnreadableInputError

GZIP_MAGIC = b"\x1f\x8b"
MAX_MEMBERS = 1_000
_GZIP_WINDOW = 31
_STEP_BYTES = 256 * 1024


def is_gzip(content: bytes) -> bool:
    """Tells whether the bytes begin as a gzip file does.

    >>> is_gzip(b"plain")
    False
    """
    return content.startswith(GZIP_MAGIC)


def inflate_head(content: bytes, size: int) -> bytes:
    """Gives at most `size` bytes from the beginning of gzip data; fewer or none where it is damaged."""
    try:
        return zlib.decompressobj(_GZIP_WINDOW).decompress(content[:_STEP_BYTES], size)
    except zlib.error:
        return b""


def inflate(content: bytes, *, limit: int, label: str) -> bytes:
    """Gives what is inside gzip data, all members joined.

    Raises TooLargeError as soon as more than `limit` bytes come out, UnreadableInputError where the data is damaged.

    >>> import gzip
    >>> inflate(gzip.compress(b"one ") + gzip.compress(b"two"), limit=10, label="pages.gz")
    b'one two'
    """
    inflated, position = bytearray(), 0
    for _ in range(MAX_MEMBERS):
        position = _inflate_member(content, position, inflated, limit=limit, label=label)
        if not content.startswith(GZIP_MAGIC, position):
            return bytes(inflated)
    raise UnreadableInputError(
        f"{label} has more than {MAX_MEMBERS:,} gzip members, which no page has: give the pages one by one"
    )


def _inflate_member(content: bytes, position: int, inflated: bytearray, *, limit: int, label: str) -> int:
    member = zlib.decompressobj(_GZIP_WINDOW)
    while not member.eof:
        step = content[position : position + _STEP_BYTES]
        if not step:
            raise _damaged(label)
        try:
            inflated += member.decompress(step, limit + 1 - len(inflated))
        except zlib.error as error:
            raise _damaged(label) from error
        if len(inflated) > limit:
            raise TooLargeError(
                f"{label} unpacks to more than {limit:,} bytes, the most that a page may have: give the page alone"
            )
        position += len(step) - len(member.unused_data)
    return position


def _damaged(label: str) -> FetchError:
    return UnreadableInputError(f"{label} holds damaged or cut off gzip data: fetch or save it again")
