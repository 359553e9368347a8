"""The first bytes of file formats that hold no page.

In: the first bytes of an input. Out: words for people on the format. Signatures are from the formats' own
specifications; those spelt in letters ask for what follows them too, since a text may begin with `BZh` or `ID3`.
"""

import re

_SIGNATURES: tuple[tuple[re.Pattern[bytes], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), label)
    for pattern, label in (
        (rb"\x89PNG\r\n\x1a\n", "a PNG image"),
        (rb"\xff\xd8\xff", "a JPEG image"),
        (rb"GIF8[79]a(?![ -~]{7})", "a GIF image"),
        (rb"RIFF.{4}WEBP", "a WebP image"),
        (rb"BM.{4}\x00{4}", "a BMP image"),
        (rb"II\*\x00|MM\x00\*", "a TIFF image"),
        (rb"\x00\x00\x01\x00", "an icon"),
        (rb"\x00.{3}ftypavi[fs]", "an AVIF image"),
        (rb"\x00.{3}ftyp(?:hei[cx]|mif1)", "a HEIC image"),
        (rb"\x00.{3}ftyp", "an MP4 video"),
        (rb"\x1a\x45\xdf\xa3", "a Matroska or WebM video"),
        (rb"RIFF.{4}(?:AVI |WAVE)", "an AVI video or WAV sound"),
        (rb"OggS\x00", "an Ogg sound or video"),
        (rb"fLaC[\x00\x80]\x00\x00\x22", "a FLAC sound"),
        (rb"ID3[\x02-\x04]\x00|\xff[\xfb\xf3\xf2]", "an MP3 sound"),
        (rb"%PDF-\d", "a PDF document"),
        (rb"PK(?:\x03\x04|\x05\x06)", "a ZIP archive or office document"),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
        (rb"Rar!\x1a\x07", "a RAR archive"),
        (rb"7z\xbc\xaf\x27\x1c", "a 7z archive"),
        (rb"\x1f\x8b", "a gzip archive"),
        (rb"BZh[1-9](?:1AY&SY|\x17\x72\x45\x38\x50\x90)", "a bzip2 archive"),
        (rb"\xfd7zXZ\x00", "an xz archive"),
        (rb"\x28\xb5\x2f\xfd", "a Zstandard archive"),
        (rb".{257}ustar(?:\x00|  \x00)", "a tar archive"),
        (rb"SQLite format 3\x00", "an SQLite database"),
        (rb"PAR1\x15", "a Parquet file"),
        (rb"ARROW1\x00\x00", "an Arrow file"),
        (rb"wOF[F2](?:\x00\x01\x00\x00|OTTO|true|ttcf)|\x00\x01\x00\x00\x00|OTTO\x00", "a font"),
        (rb"\x7fELF|MZ.\x00", "a program"),
        (rb"From: <Saved by |MIME-Version: 1\.", "a MIME archive (MHTML)"),
    )
)


def binary_label(content: bytes) -> str | None:
    """Gives what content is that holds no page, by its first bytes, such as "a PNG image"; None for all else.

    >>> binary_label(b"BZh91AY&SY"), binary_label(b"BZh is how such archives begin.")
    ('a bzip2 archive', None)
    """
    return next((label for pattern, label in _SIGNATURES if pattern.match(content)), None)
