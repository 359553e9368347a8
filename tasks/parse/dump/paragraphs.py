"""From the lines of the main piece to its paragraphs.

In: lines. Out: paragraphs, headings and list items in order. Furniture, credit lines, datelines, lists of other pieces
and what is printed twice stay out.
"""

import re
from collections.abc import Iterator, Sequence

from schemas.folding import fold_width
from schemas.keys import name_key
from schemas.page import ParsedParagraph
from tasks.parse.dump.lines import Line

HEAVIEST_HEADING = 110.0

_BULLET = re.compile(r"^(?:[•·●▪◦‣⁃]|[*-](?=\s))\s*(?=\S)")
_MARKED_HEADING = re.compile(r"^(#{1,6})\s+(?=\S)")
_QUOTED = re.compile(r"^>\s+(?=\S)")
# A heading doesn't end like a sentence, nor announce what follows it.
_ANNOUNCES = re.compile(r"[:：]$")
_NO_HEADING_END = re.compile(r"[.!?;…。:,、][\"'”’」』)\]]*$")


def read_paragraphs(lines: Sequence[Line], *, title: str) -> Iterator[ParsedParagraph]:
    """Gives the paragraphs of the lines, each text once."""
    kept = [line for line in lines if line.may_be_text]
    seen = {name_key(title)}
    for line, following in zip(kept, [*kept[1:], None], strict=False):
        key = name_key(line.text)
        # A headline, lead or caption printed again says nothing new; short lines may well recur.
        if key in seen and (line.weight >= 40 or key == name_key(title)):
            continue
        seen.add(key)
        yield _paragraph_of(line, following)


def _paragraph_of(line: Line, following: Line | None) -> ParsedParagraph:
    marked = _MARKED_HEADING.match(line.text)
    if marked:
        return ParsedParagraph(kind="heading", text=line.text[marked.end() :], level=len(marked[1]))
    for form, kind in ((_BULLET, "list_item"), (_QUOTED, "quote")):
        mark = form.match(line.text)
        if mark:
            return ParsedParagraph(kind=kind, text=line.text[mark.end() :])
    if _is_heading(line, following):
        return ParsedParagraph(kind="heading", text=line.text)
    return ParsedParagraph(kind="paragraph", text=line.text)


def _is_heading(line: Line, following: Line | None) -> bool:
    if following is None or line.weight > HEAVIEST_HEADING or _NO_HEADING_END.search(fold_width(line.text)):
        return False
    if not any(character.isalpha() for character in line.text):
        return False
    # What follows a heading says more than it does, is itself a sentence, or announces a list.
    return following.is_prose or following.is_sentence or bool(_ANNOUNCES.search(following.text))
