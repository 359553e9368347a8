"""Names of character encodings, and how plausible bytes are as Chinese text in one of them.

In: a label from a header or a page; bytes of unknown encoding. Out: Python's codec for the label; the share of common
Chinese characters that the bytes would give. Choosing an encoding is `tasks.parse.decode`'s work.
"""

import codecs
import re
from itertools import product

GB18030 = "gb18030"
BIG5 = "big5hkscs"
CHINESE = (GB18030, BIG5)

# Where the web means another codec than the label's own: the supersets that browsers decode with.
_WEB_CODECS = {
    "ascii": "cp1252", "us-ascii": "cp1252", "latin1": "cp1252", "l1": "cp1252", "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252", "iso_8859-1": "cp1252", "x-cp1252": "cp1252",
    "gb2312": GB18030, "gb_2312-80": GB18030, "gbk": GB18030, "x-gbk": GB18030, "cp936": GB18030, "ms936": GB18030,
    "windows-936": GB18030, "chinese": GB18030, "csgb2312": GB18030, "euc-cn": GB18030, "gb18030": GB18030,
    "big5": BIG5, "big5-hkscs": BIG5, "big5hkscs": BIG5, "cn-big5": BIG5, "csbig5": BIG5, "x-x-big5": BIG5,
    "cp950": BIG5, "big5-tw": BIG5,
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "windows-949": "cp949",
    "iso-8859-9": "cp1254", "iso8859-9": "cp1254", "latin5": "cp1254",
    "tis-620": "cp874", "iso-8859-11": "cp874", "windows-874": "cp874", "dos-874": "cp874",
    "unicode-1-1-utf-8": "utf-8", "utf8mb4": "utf-8", "utf-8-sig": "utf-8", "utf-16": "utf-16-le",
    "unicode": "utf-16-le", "ucs-2": "utf-16-le", "macintosh": "mac-roman", "x-mac-cyrillic": "mac-cyrillic",
}  # fmt: skip
_OTHER_CODECS = re.compile(
    r"utf-8|utf-16-[lb]e|cp866|cp874|cp932|cp949|cp125[0-8]|euc_jp|iso2022_jp|koi8-[ru]|mac-(roman|cyrillic)"
    r"|iso8859-([2-8]|1[03-6])"
)
_NAMES = {
    GB18030: "gb18030", BIG5: "big5", "cp932": "shift_jis", "cp949": "euc-kr", "cp874": "windows-874",
    "euc_jp": "euc-jp", "iso2022_jp": "iso-2022-jp", "mac-roman": "macintosh", "mac-cyrillic": "x-mac-cyrillic",
}  # fmt: skip
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_PUNCTUATION = "，。、；：？！“”‘’（）《》【】「」『』…—·％～〈〉〔〕"


def codec_of(label: str | None) -> str | None:
    """Gives Python's codec for an encoding label as browsers understand it; None for unknown labels.

    >>> codec_of(" GB2312 "), codec_of("iso-8859-1"), codec_of("rot13"), codec_of(None)
    ('gb18030', 'cp1252', None, None)
    """
    cleaned = (label or "").strip(" \t\r\n\f\"';").lower()
    if cleaned in _WEB_CODECS:
        return _WEB_CODECS[cleaned]
    try:
        name = codecs.lookup(cleaned).name
    except (LookupError, ValueError):
        return None
    return name if _OTHER_CODECS.fullmatch(name) else None


def charset_name(codec: str) -> str:
    """Gives the name that the web uses for one of Python's codecs.

    >>> charset_name("cp1252"), charset_name("big5hkscs"), charset_name("iso8859-2")
    ('windows-1252', 'big5', 'iso-8859-2')
    """
    if codec in _NAMES:
        return _NAMES[codec]
    if codec.startswith("cp125"):
        return f"windows-{codec[2:]}"
    return codec.replace("iso8859", "iso-8859").replace("cp866", "ibm866").replace("utf-16-", "utf-16")


def common_share(content: bytes, codec: str) -> float:
    """Gives the share of common Chinese characters and marks among the non-ASCII characters that a codec reads.

    The share is 0 to 1, and 0 for pure ASCII; bytes that the codec cannot read count as uncommon.
    """
    return _share_of_common(content.decode(codec, "replace"))


def _share_of_common(text: str) -> float:
    characters = _NON_ASCII.findall(text)
    return sum(character in _COMMON for character in characters) / len(characters) if characters else 0.0


def _characters(codec: str, leads: range, trails: list[int]) -> set[str]:
    return {bytes(pair).decode(codec, "ignore") for pair in product(leads, trails)}


# The first levels of GB 2312 and Big5 are ordered by use: 6,752 characters cover nearly all printed text.
_COMMON = frozenset(_PUNCTUATION) | {
    character
    for character in _characters("gb2312", range(0xB0, 0xD8), [*range(0xA1, 0xFF)])
    | _characters("big5", range(0xA4, 0xC7), [*range(0x40, 0x7F), *range(0xA1, 0xFF)])
    if "\u4e00" <= character <= "\u9fff"
}
