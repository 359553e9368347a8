"""Repair of text that was encoded twice: UTF-8 read as Windows-1252 or Latin-1 and stored again.

In: decoded text. Out: the same text, with double encoding undone where it is certain; anything doubtful stays as it is.
Text that was read with a wrong multi-byte encoding is lost and not touched.
"""

import re

_CP1252 = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0x100)}
_BYTE_OF = {ord(character): code for code, character in _CP1252.items()} | {code: code for code in range(0x80, 0x100)}


def _class(first: int, last: int) -> str:
    members = {_CP1252[code] for code in range(first, last + 1)} | {chr(code) for code in range(first, last + 1)}
    return "[" + re.escape("".join(sorted(members))) + "]"


_TRAIL = _class(0x80, 0xBF)
_LONG = f"{_class(0xE2, 0xEF)}{_TRAIL}{{2}}|{_class(0xF0, 0xF4)}{_TRAIL}{{3}}"
# Three or four such characters in a row are no word of any language: these are repaired wherever they stand.
_CERTAIN = re.compile(f"(?:{_LONG})+")
_ANY_SEQUENCE = re.compile(f"(?:{_class(0xC2, 0xDF)}{_TRAIL}|{_LONG})+")
_NON_ASCII = re.compile(r"[^\x00-\x7f]")


def repair_mojibake(text: str) -> str:
    """Gives the text with certain double encoding undone.

    >>> repair_mojibake("Itâ€™s"), repair_mojibake("FranÃ§ois")
    ('It’s', 'FranÃ§ois')
    """
    if not _CERTAIN.search(text) and "\u00c3" not in text:
        return text
    rest = _ANY_SEQUENCE.sub("", text)
    is_whole_text = not _NON_ASCII.search(rest) and len(_ANY_SEQUENCE.findall(text)) >= 3
    return (_ANY_SEQUENCE if is_whole_text else _CERTAIN).sub(_undo, text)


def _undo(match: re.Match[str]) -> str:
    content = bytes(_BYTE_OF[ord(character)] for character in match[0])
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
