"""Tells what an input is from its bytes.

In: the bytes of an input, unpacked, and the media type that a server declared. Out: the kind of `schemas.fetches` and
words for people. Names and endings of files play no part. Nothing is parsed here.
"""

import codecs
import re
from dataclasses import dataclass

from schemas.signatures import binary_label
from tasks.fetch.roots import FEED_ROOTS, HTML_MEDIA_TYPES, HTML_ROOTS, IMAGE_ROOTS, SITEMAP_ROOTS

HEAD_BYTES = 64 * 1024
JUNK_BYTES = 4 * 1024
MOST_CONTROL_SHARE = 0.01

_BLANKS = re.compile(rb"\s*+")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WARC = re.compile(rb"WARC/[01]\.\d")
_JSON = re.compile(rb'(?:\[\s*)*+\{\s*["}]|\[\s*\]\s*\Z|\[\s*"[^"]*"\s*(?:,\s*["\[{]|\]\s*\Z)')
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')
_PROLOG = re.compile(rb"(?>\s+|<\?.*?\?>|<!--.*?-->|<!(?!--)[^>\[]*(?:\[[^\]]*\]\s*)?>)*+", re.DOTALL)
_ROOT = re.compile(rb"<(?:[A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)")
_HTML_DOCTYPE = re.compile(rb"<!doctype\s+html", re.IGNORECASE)
_HTML_LINE = re.compile(rb"^[ \t]*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.MULTILINE)
_WRITTEN = re.compile("[\\s\u0020-\u007e\u00a0-\u024f\u2010-\u2026\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]")
LEAST_WRITTEN_SHARE = 0.97
_UTF16_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


@dataclass(frozen=True)
class Kind:
    """What an input is: a kind of `schemas.fetches.FETCH_KINDS`, and how a message names it."""

    name: str
    label: str


PAGE = Kind("page", "an HTML page")
TEXT_DUMP = Kind("text_dump", "a text dump")
FEED = Kind("feed", "a news feed")
SITEMAP = Kind("sitemap", "a sitemap")
WARC = Kind("warc", "a WARC archive")
JSON = Kind("json", "JSON data")
BINARY = Kind("unknown", "binary data")
SVG = Kind("unknown", "an SVG image")
XML = Kind("unknown", "an XML document")


def recognise_kind(content: bytes, *, media_type: str | None = None) -> Kind | None:
    """Gives what the bytes are, None where they are nothing but blanks.

    The declared media type decides only between page and text dump, for text without a sign of markup.

    >>> recognise_kind(b"<!doctype html><p>Text").name, recognise_kind(b"Title\\n\\nText").name
    ('page', 'text_dump')
    """
    head = _readable_head(content)
    if not head:
        return None
    kind = _binary_kind(head) or _data_kind(head) or _markup_kind(head)
    if kind:
        return kind
    return PAGE if media_type in HTML_MEDIA_TYPES else TEXT_DUMP


def is_warc(head: bytes) -> bool:
    """Tells whether the bytes begin as a WARC record does.

    >>> is_warc(b"WARC/1.1"), is_warc(b"WARC files")
    (True, False)
    """
    return _WARC.match(head) is not None


def _readable_head(content: bytes) -> bytes:
    encoding = next((name for mark, name in _UTF16_MARKS.items() if content.startswith(mark)), None)
    encoding = encoding or next((name for name in _UTF16_MARKS.values() if _reads_as(content, name)), None)
    if encoding:
        text = content[:HEAD_BYTES].decode(encoding, errors="ignore").lstrip("\ufeff")
        return text.encode("utf-8", errors="ignore").lstrip()
    start = len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0
    blanks = _BLANKS.match(content, start)
    start = blanks.end() if blanks else start
    return content[start : start + HEAD_BYTES]


def _reads_as(content: bytes, encoding: str) -> bool:
    """Tells UTF-16 without a mark: read so, the characters are of the scripts that pages are in, blanks among them."""
    sample = content[: JUNK_BYTES // 2 * 2]
    if b"\x00" not in sample:
        return False
    text = sample.decode(encoding, errors="ignore")
    return len(text) * 2 > len(sample) - 4 and len(_WRITTEN.findall(text)) >= LEAST_WRITTEN_SHARE * len(text)


def _binary_kind(head: bytes) -> Kind | None:
    if label := binary_label(head):
        return Kind("unknown", label)
    controls = sum(1 for _ in _CONTROLS.finditer(head))
    return BINARY if controls > MOST_CONTROL_SHARE * len(head) else None


def _data_kind(head: bytes) -> Kind | None:
    if is_warc(head):
        return WARC
    if _JSON.match(head):
        return FEED if _JSON_FEED.search(head) else JSON
    return None


def _markup_kind(head: bytes) -> Kind | None:
    prolog = _PROLOG.match(head)
    end = prolog.end() if prolog else 0
    root = _ROOT.match(head, end)
    if _HTML_DOCTYPE.search(head, 0, end):
        return PAGE
    if root and (kind := _kind_of_root(root[1].decode("ascii").lower())):
        return kind
    if root and head.startswith(b"<?xml"):
        return XML
    # Comments may fill the head, and servers print warnings ahead of a page.
    return PAGE if head.startswith(b"<!--") or _HTML_LINE.search(head, 0, JUNK_BYTES) else None


def _kind_of_root(name: str) -> Kind | None:
    if name in FEED_ROOTS:
        return FEED
    if name in SITEMAP_ROOTS:
        return SITEMAP
    if name in IMAGE_ROOTS:
        return SVG
    is_custom_element = "-" in name
    return PAGE if name in HTML_ROOTS or is_custom_element else None
