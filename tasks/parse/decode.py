"""Bytes to text: finds the encoding of a page, whatever it declares.

In: bytes as they were fetched, and the encoding that a header names. Out: text and the name of its encoding, with text
that was encoded twice repaired (`tasks.parse.mojibake`). Labels and plausibility are in `tasks.parse.charsets`; what
was measured is in docs/decisions/encodings.md.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from schemas.signatures import binary_label
from tasks.parse.charsets import BIG5, CHINESE, GB18030, charset_name, codec_of, common_share
from tasks.parse.errors import UnreadableError
from tasks.parse.mojibake import repair_mojibake

DECLARATION_BYTES = 4096
SAMPLE_BYTES = 65_536
MOST_LONE_BYTES = 0.6

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARATION = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b"))
_UTF16_HIGHS = bytes([0x00, 0x20, 0x30, 0xFF, *range(0x4E, 0xA0)])
_LETTERS = bytes(range(0x20, 0x7F))
_MULTI_BYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_NON_ASCII = re.compile(rb"[\x80-\xff]")
_LONE_BYTE = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_LONG_SEQUENCE = re.compile(rb"[\xe0-\xf4][\x80-\xbf]{2}")
_LETTER_NEIGHBOUR = re.compile(rb"[A-Za-z][\xc2-\xdf][\x80-\xbf]|[\xc2-\xdf][\x80-\xbf][A-Za-z]")


class BinaryDataError(UnreadableError):
    """Bytes that are no text at all: an image, an archive, a document of another kind."""


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """Text of a payload and the name of the encoding it was read with."""

    text: str
    charset: str


def decode_payload(content: bytes, *, declared: str | None = None) -> Decoded:
    """Gives the text of a payload; `declared` is the encoding that the transport names, an encoding label.

    Clear bytes win over declarations; a character cut at the end is dropped. Raises BinaryDataError for no text.

    >>> decode_payload("中文".encode("gb18030"), declared="gbk").charset
    'gb18030'
    """
    for mark, marked_codec in _BOMS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], marked_codec)
    _refuse_known_formats(content)
    codec = _utf16_without_mark(content)
    if codec is None:
        _refuse_control_bytes(content)
        codec = _detect(content, [*_declared_codecs(content, declared)])
    return _decoded(content, codec)


def _decoded(content: bytes, codec: str) -> Decoded:
    # The incremental decoder keeps back a character that the end of a cut payload splits.
    text = codecs.getincrementaldecoder(codec)("replace").decode(content)
    return Decoded(text=repair_mojibake(text), charset=charset_name(codec))


def _refuse_known_formats(content: bytes) -> None:
    if label := binary_label(content):
        raise BinaryDataError(f"the content is {label}, not a page; give the address or file of an HTML or text page")


def _refuse_control_bytes(content: bytes) -> None:
    sample = content[:SAMPLE_BYTES]
    control_count = len(sample) - len(sample.translate(None, _CONTROLS))
    if control_count > len(sample) // 20:
        raise BinaryDataError(
            f"the content is binary: {control_count} of its first {len(sample)} bytes are control characters; "
            "give the address or file of an HTML or text page"
        )


def _utf16_without_mark(content: bytes) -> str | None:
    """Tells UTF-16 by its high bytes: almost all are those of Latin, punctuation or Chinese characters."""
    sample = content[: SAMPLE_BYTES // 8 * 2]
    if len(sample) < 8 or (0 not in sample and _is_utf8(sample)):
        return None
    for codec, high_bytes, low_bytes in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        if low_bytes.count(0) > len(low_bytes) * 0.2 or _share_of(_UTF16_HIGHS, high_bytes) < 0.95:
            continue
        # One-byte text has letters at both places; the low bytes of Chinese characters are of all kinds.
        if high_bytes.count(0) > len(high_bytes) * 0.1 or _share_of(_LETTERS, low_bytes) < 0.7:
            return codec
    return None


def _share_of(members: bytes, content: bytes) -> float:
    return 1 - len(content.translate(None, members)) / len(content)


def _declared_codecs(content: bytes, declared: str | None) -> Iterator[str]:
    match = _DECLARATION.search(content[:DECLARATION_BYTES])
    in_page = (match[1] or match[2]).decode("ascii") if match else None
    for label in (declared, in_page):
        codec = codec_of(label)
        # A declaration that ASCII bytes spell cannot be right about UTF-16.
        if codec and not codec.startswith("utf-16"):
            yield codec


def _detect(content: bytes, declared: list[str]) -> str:
    first = _NON_ASCII.search(content)
    sample = content[first.start() : first.start() + SAMPLE_BYTES] if first else b""
    if _is_utf8(content):
        return _short_chinese(sample, declared) or "utf-8"
    if _is_damaged_utf8(content):
        return "utf-8"
    chinese = _chinese_codec(sample)
    for codec in declared:
        if codec != "utf-8" and _is_credible(sample, codec, chinese):
            return codec
    return chinese or "cp1252"


def _is_utf8(content: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(content)
    except UnicodeDecodeError:
        return False
    return True


def _is_damaged_utf8(content: bytes) -> bool:
    """Tells UTF-8 with few broken characters: at least 20 whole ones to each broken byte."""
    broken_count = len(_NON_ASCII.findall(_MULTI_BYTE.sub(b"", content)))
    return broken_count * 20 <= len(_MULTI_BYTE.findall(content))


def _short_chinese(content: bytes, declared: list[str]) -> str | None:
    """Gives a declared Chinese codec for bytes that are UTF-8 by chance only.

    Chinese characters take three bytes in UTF-8; a few words in GB18030 or Big5 can look like its two-byte characters.
    """
    if _LONG_SEQUENCE.search(content) or _LETTER_NEIGHBOUR.search(content):
        return None
    return next((codec for codec in declared if codec in CHINESE and common_share(content, codec) >= 0.9), None)


def _chinese_codec(content: bytes) -> str | None:
    # Accents of one-byte text stand alone among letters; Chinese characters come in rows.
    if len(_LONE_BYTE.findall(content)) > MOST_LONE_BYTES * len(_NON_ASCII.findall(content)):
        return None
    shares = {codec: common_share(content, codec) for codec in CHINESE}
    best = GB18030 if shares[GB18030] >= shares[BIG5] else BIG5
    return best if shares[best] >= 0.6 else None


def _is_credible(content: bytes, codec: str, chinese: str | None) -> bool:
    """Tells whether a declaration may stand: it reads the bytes, and they don't clearly say another encoding."""
    text = codecs.getincrementaldecoder(codec)("replace").decode(content)
    if text.count("\ufffd") * 50 > len(_NON_ASCII.findall(content)):
        return False
    if chinese is None or codec == chinese:
        return True
    return common_share(content, chinese) < 0.9 or (codec in CHINESE and common_share(content, codec) > 0.6)
