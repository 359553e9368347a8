"""What an input is taken for, from its bytes alone."""

import gzip
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.fetches import FETCH_KINDS
from tasks.fetch.kinds import recognise_kind

XML = '<?xml version="1.0" encoding="utf-8"?>\n'

PAGES = [
    "<!DOCTYPE html><html><body>Text</body></html>",
    '<!doctype  HTML PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
    "\ufeff\n\n<HTML><P>Text",
    XML + '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
    "<!-- saved from url=(0026)https://news.example/tides -->\n<html>",
    "<!-- " + "a" * 100_000,
    "<p>A fragment without a head.</p>",
    "<news-article>Text</news-article>",
    "Warning: no disk space left\n<html><body>Text",
]
DUMPS = [
    "潮水退去之后\n\n某社Published on 2026-02-03\n\n正文。",
    "[快讯] 港口恢复通航\n\n正文。",
    "[1] A footnote comes first\n\nText",
    '["Tides", they said] and other stories',
    '["Tides"] and other stories',
    "{draft} The title",
    "WARC files explained",
    "BM25 beats everything",
    "RIFF raff in the harbour",
    "PKZIP turns forty",
    "BZh91 was the last bus to the harbour",
    "ID3 tags, and what they say of a song",
    "GIF89a turns fifty",
    "PAR1 and PAR2: two ways to mend a file",
    "wOF2 is what web fonts begin with",
    "Flat: ftyp is the first box of a film",
    "The <html> tag, and how it came to be\n\nText about <body>.",
    "<快讯>港口恢复通航",
    "<3 for lighthouses",
    "a",
]
FEEDS = [
    XML + '<rss version="2.0"><channel/></rss>',
    "<rss version='2.0'>",
    XML + "<!-- made by hand --><?xml-stylesheet href='a.xsl'?><feed xmlns='http://www.w3.org/2005/Atom'/>",
    XML + '<rdf:RDF xmlns="http://purl.org/rss/1.0/">',
    '<!DOCTYPE rss [<!ENTITY a "b">]><rss>',
    '{"version": "https://jsonfeed.org/version/1.1", "items": []}',
]
OTHERS = {
    "sitemap": [XML + "<urlset/>", XML + "<sitemapindex xmlns='x'>"],
    "json": [
        '{"a": 1}',
        '[{"a": 1}]',
        '\ufeff [\n {"a":1}]',
        "{}",
        "[]",
        '["a", "b"]',
        '["a"]',
        '{"a": 1}\n{"a": 2}\n',
    ],
    "warc": ["WARC/1.0\r\nWARC-Type: warcinfo\r\n", "WARC/1.1\r\n"],
}
BINARIES = {
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR": "a PNG image",
    b"\xff\xd8\xff\xe0\0\x10JFIF": "a JPEG image",
    b"GIF89a\1\0\1\0": "a GIF image",
    b"RIFF\x24\0\0\0WEBPVP8 ": "a WebP image",
    b"%PDF-1.7\n": "a PDF document",
    b"PK\3\4\x14\0": "a ZIP archive or office document",
    b"\x28\xb5\x2f\xfd\0": "a Zstandard archive",
    b"<svg xmlns='http://www.w3.org/2000/svg'/>": "an SVG image",
    b"<?xml version='1.0'?><svg/>": "an SVG image",
    b"<?xml version='1.0'?><invoice/>": "an XML document",
    b"From: <Saved by Blink>\r\nMIME-Version: 1.0": "a MIME archive (MHTML)",
    b"\0" * 300: "binary data",
    bytes(range(256)) * 4: "binary data",
    gzip.compress(gzip.compress(b"text", mtime=0), mtime=0): "a gzip archive",
}


def kind_of(text: str) -> str:
    kind = recognise_kind(text.encode())
    assert kind is not None
    return kind.name


@pytest.mark.parametrize("text", PAGES)
def test_markup_is_a_page(text: str) -> None:
    assert kind_of(text) == "page"


@pytest.mark.parametrize("text", DUMPS)
def test_words_are_a_text_dump(text: str) -> None:
    assert kind_of(text) == "text_dump"


@pytest.mark.parametrize("text", FEEDS)
def test_feeds_are_told_from_pages(text: str) -> None:
    assert kind_of(text) == "feed"


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in OTHERS.items() for text in texts])
def test_other_kinds_are_told_from_pages(kind: str, text: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16", "utf-16-le", "utf-16-be", "shift-jis", "utf-8-sig"])
def test_text_in_any_encoding_is_a_text_dump(encoding: str) -> None:
    kind = recognise_kind("港口的日本人\n\n正文。".encode(encoding))
    assert kind is not None
    assert kind.name == "text_dump"


def test_page_in_utf_16_is_a_page() -> None:
    kind = recognise_kind("<!doctype html><p>港口".encode("utf-16"))
    assert kind is not None
    assert kind.name == "page"


def test_stray_control_character_does_not_make_a_text_binary() -> None:
    assert kind_of("The harbour froze over on Monday.\n" * 20 + "\0") == "text_dump"


def test_declared_media_type_decides_for_text_without_markup() -> None:
    kinds = [recognise_kind(b"Tides", media_type=declared) for declared in ("text/html", "text/plain")]
    assert [kind and kind.name for kind in kinds] == ["page", "text_dump"]


@pytest.mark.parametrize(("content", "label"), BINARIES.items(), ids=BINARIES.values())
def test_binary_is_rejected_with_what_it_looks_like(fetching: Any, tmp_path: Path, content: bytes, label: str) -> None:
    (tmp_path / "page.html").write_bytes(content)
    row = fetching.rejection(str(tmp_path / "page.html"))
    assert (row.error_type, row.kind) == ("UnsupportedKindError", "unknown")
    assert label in str(row.error)
    assert row.sha256 is not None


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("feed", FEEDS[0].encode()),
        ("sitemap", OTHERS["sitemap"][0].encode()),
        ("json", b'{"a": 1}'),
        ("warc", OTHERS["warc"][0].encode()),
        ("warc", gzip.compress(OTHERS["warc"][0].encode(), mtime=0) * 5_000),
    ],
    ids=["feed", "sitemap", "json", "warc", "packed warc"],
)
def test_kinds_that_are_not_read_yet_are_rejected_by_name(
    fetching: Any, tmp_path: Path, kind: str, content: bytes
) -> None:
    (tmp_path / "input").write_bytes(content)
    row = fetching.rejection(str(tmp_path / "input"))
    assert (row.kind, row.error_type, row.byte_count) == (kind, "UnsupportedKindError", len(content))
    assert "doesn't read yet" in str(row.error)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_have_a_kind_unless_they_are_blank(content: bytes) -> None:
    kind = recognise_kind(content)
    assert kind is None or kind.name in FETCH_KINDS


@pytest.mark.parametrize(
    "unit", [b"<!--", b"<?", b"<!a", b"<!a[", b"[ ", b'["', b"\n", b" <", b"<a ", b"<!-- -->", b"\t\n", b"<?xml ?>"]
)
def test_hostile_repetition_takes_no_time(unit: bytes) -> None:
    content = unit * (1_000_000 // len(unit))
    started = time.perf_counter()
    recognise_kind(content)
    assert time.perf_counter() - started < 0.5
