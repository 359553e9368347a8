"""The first bytes of file formats that hold no page, and the words of markup that tell the others apart.

Data of `kinds`, nothing else. Signatures from the formats' own specifications.
"""

import re

BINARY_FORMATS: tuple[tuple[re.Pattern[bytes], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), label)
    for pattern, label in (
        (rb"\x89PNG\r\n\x1a\n", "a PNG image"),
        (rb"\xff\xd8\xff", "a JPEG image"),
        (rb"GIF8[79]a", "a GIF image"),
        (rb"RIFF.{4}WEBP", "a WebP image"),
        (rb"BM.{4}\x00{4}", "a BMP image"),
        (rb"II\*\x00|MM\x00\*", "a TIFF image"),
        (rb"\x00\x00\x01\x00", "an icon"),
        (rb".{4}ftypavi[fs]", "an AVIF image"),
        (rb".{4}ftyp(?:hei[cx]|mif1)", "a HEIC image"),
        (rb".{4}ftyp", "an MP4 video"),
        (rb"\x1a\x45\xdf\xa3", "a Matroska or WebM video"),
        (rb"RIFF.{4}(?:AVI |WAVE)", "an AVI video or WAV sound"),
        (rb"OggS\x00", "an Ogg sound or video"),
        (rb"ID3[\x02-\x04]\x00|\xff[\xfb\xf3\xf2]", "an MP3 sound"),
        (rb"%PDF-", "a PDF document"),
        (rb"PK(?:\x03\x04|\x05\x06)", "a ZIP archive or office document"),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
        (rb"Rar!\x1a\x07", "a RAR archive"),
        (rb"7z\xbc\xaf\x27\x1c", "a 7z archive"),
        (rb"\x1f\x8b", "a gzip archive inside another"),
        (rb"BZh[1-9]1AY&SY", "a bzip2 archive"),
        (rb"\xfd7zXZ\x00", "an xz archive"),
        (rb"\x28\xb5\x2f\xfd", "a Zstandard archive"),
        (rb".{257}ustar", "a tar archive"),
        (rb"SQLite format 3\x00", "an SQLite database"),
        (rb"PAR1", "a Parquet file"),
        (rb"wOF[F2]", "a web font"),
        (rb"\x7fELF|MZ.\x00", "a program"),
        (rb"From: <Saved by |MIME-Version: ", "a MIME archive (MHTML)"),
    )
)

FEED_ROOTS = frozenset({"rss", "feed", "rdf"})
SITEMAP_ROOTS = frozenset({"urlset", "sitemapindex"})
IMAGE_ROOTS = frozenset({"svg"})
HTML_ROOTS = frozenset(
    {
        "a", "address", "article", "aside", "b", "base", "blockquote", "body", "br", "button", "center", "code",
        "dd", "div", "dl", "dt", "em", "figure", "font", "footer", "form", "frameset", "h1", "h2", "h3", "h4",
        "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "li", "link", "main", "meta", "nav",
        "noscript", "ol", "p", "pre", "script", "section", "span", "strong", "style", "table", "tbody", "td",
        "template", "th", "title", "tr", "u", "ul", "video",
    }
)  # fmt: skip
HTML_MEDIA_TYPES = frozenset({"text/html", "application/xhtml+xml"})
