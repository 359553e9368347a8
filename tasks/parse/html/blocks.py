"""The blocks of a page: its text in reading order, cut where the page begins a new line or box.

In: a tree. Out: blocks with what the markup around them says, and the range of blocks of each element, so that a
container's text is a slice. Which of them are the main piece is decided in `main_piece`.
"""

from dataclasses import dataclass
from itertools import accumulate

from tasks.parse.html.hints import (
    BLOCK_TAGS,
    HEADING_LEVELS,
    SILENT_TAGS,
    SKIPPED_TAGS,
    WHOLE_PAGE_TAGS,
    is_caption,
    is_comment,
    is_furniture_element,
    is_hidden,
    is_negative,
    words_of,
)
from tasks.parse.html.tree import Element, Tree
from tasks.parse.scripts import weigh
from tasks.parse.text import normalize_text

LINK, HIDDEN, NEGATIVE, FURNITURE, QUOTE, LIST, CAPTION, CODE, TABLE, SILENT, COMMENT = (1 << bit for bit in range(11))
_MARKS_OF_TAG = {
    "a": LINK, "blockquote": QUOTE, "li": LIST, "dd": LIST, "dt": LIST,
    "pre": CODE, "td": TABLE, "th": TABLE,
}  # fmt: skip
_PICTURE_TAGS = frozenset(["figure", "figcaption"])
_KINDS = ((CODE, "code"), (CAPTION, "caption"), (LIST, "list_item"), (QUOTE, "quote"))
# A hint on an element with more of the running text than this share is wrong.
MOST_TEXT_SHARE = 0.5
SENTENCE_LENGTH = 20
KEPT = COMMENT


@dataclass(slots=True)
class Block:
    """A stretch of text; `weight` is as `weigh` gives it, `link_share` the part of it that links make up."""

    text: str
    element: Element
    marks: int
    level: int | None
    weight: float
    link_share: float

    @property
    def kind(self) -> str:
        """The paragraph kind that the markup gives."""
        if self.level:
            return "heading"
        return next((kind for mark, kind in _KINDS if self.marks & mark), "paragraph")


@dataclass(frozen=True, slots=True)
class Blocks:
    """All blocks of a page, and the first and last-plus-one block of each element by its index."""

    blocks: list[Block]
    ranges: dict[int, tuple[int, int]]


def split_blocks(tree: Tree) -> Blocks:
    """Gives the blocks of a page in reading order."""
    return _Walk(_hinted_marks(tree)).run(tree)


def _hinted_marks(tree: Tree) -> dict[int, int]:
    """Gives the marks that hints set, by the element's index; none for an element with most of the page's text.

    A class name that is read wrongly must not cost the whole piece.
    """
    sums = [0, *accumulate(_running_text(element) for element in tree.elements)]
    most = sums[-1] * MOST_TEXT_SHARE
    marks: dict[int, int] = {}
    for element in tree.elements:
        found = _claimed_marks(element)
        if found and sums[element.end] - sums[element.index] >= most:
            found &= KEPT
        if found:
            marks[element.index] = found
    return marks


def _claimed_marks(element: Element) -> int:
    marks = (
        HIDDEN * is_hidden(element) | FURNITURE * is_furniture_element(element) | SILENT * (element.tag in SILENT_TAGS)
    )
    marks |= CAPTION * (element.tag in _PICTURE_TAGS)
    if element.tag in WHOLE_PAGE_TAGS or not (words := words_of(element)):
        return marks
    if is_comment(words):
        return marks | COMMENT
    return marks | NEGATIVE * is_negative(words) | CAPTION * is_caption(words)


def _running_text(element: Element) -> int:
    if element.tag in SKIPPED_TAGS or element.tag == "a":
        return 0
    lengths = (len(child.strip()) for child in element.children if isinstance(child, str))
    return sum(length for length in lengths if length >= SENTENCE_LENGTH)


class _Walk:
    """One pass over a tree, with a stack of its own in place of recursion."""

    def __init__(self, hinted: dict[int, int]) -> None:
        self.hinted = hinted
        self.blocks: list[Block] = []
        self.ranges: dict[int, tuple[int, int]] = {}
        self.pieces: list[str] = []
        self.link_weight = 0.0
        self.origin: tuple[Element, int, int | None] | None = None

    def run(self, tree: Tree) -> Blocks:
        root = tree.elements[0]
        stack: list[tuple[Element, int, int, int | None, int]] = [(root, 0, 0, None, 0)]
        while stack:
            element, position, marks, level, first = stack.pop()
            children = element.children
            while position < len(children):
                child = children[position]
                position += 1
                if isinstance(child, str):
                    self.add_text(child, element, marks, level)
                elif child.tag not in SKIPPED_TAGS:
                    stack.append((element, position, marks, level, first))
                    element, position, first = child, 0, self.enter(child)
                    marks |= _MARKS_OF_TAG.get(child.tag, 0) | self.hinted.get(child.index, 0)
                    level = HEADING_LEVELS.get(child.tag, level)
                    children = child.children
            self.leave(element, first)
        return Blocks(self.blocks, self.ranges)

    def enter(self, element: Element) -> int:
        if element.tag in BLOCK_TAGS:
            self.flush()
        return len(self.blocks)

    def leave(self, element: Element, first: int) -> None:
        if element.tag in BLOCK_TAGS or element.parent is None:
            self.flush()
            if len(self.blocks) > first:
                self.ranges[element.index] = (first, len(self.blocks))

    def add_text(self, text: str, element: Element, marks: int, level: int | None) -> None:
        if marks & CODE and "\n" in text:
            for line in text.split("\n"):
                self.add_line(line, element, marks, level)
                self.flush()
        else:
            self.add_line(text, element, marks, level)

    def add_line(self, text: str, element: Element, marks: int, level: int | None) -> None:
        if marks & SILENT:
            return
        self.pieces.append(text)
        if not text.isspace() and text:
            if self.origin is None:
                self.origin = (element, marks, level)
            if marks & LINK:
                self.link_weight += weigh(text.strip())

    def flush(self) -> None:
        if self.origin is not None and (text := normalize_text("".join(self.pieces))):
            element, marks, level = self.origin
            weight = weigh(text)
            share = min(1.0, self.link_weight / weight)
            self.blocks.append(Block(text, element, marks & ~LINK, level, weight, share))
        self.pieces.clear()
        self.link_weight = 0.0
        self.origin = None
