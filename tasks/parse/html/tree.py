"""The tree of a page: the one place that knows an HTML parser.

In: markup, however broken. Out: a `Tree` of plain elements in document order, without comments. Nothing here or
after it recurses, so depth is no danger; what would take too long to parse is refused first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, ParserRejectedMarkup
from bs4.element import CData, NavigableString, Script, Stylesheet, Tag, TemplateString

from tasks.parse.errors import ParseError, UnreadableError

# The largest of 943 news pages had 9,770 tags and 5 MB; these bound the parser to some seconds.
MOST_TAGS = 200_000
LONGEST_MARKUP = 20_000_000
# Markup that nests deeper is broken or hostile; what is further out says nothing about an element.
MOST_ANCESTORS = 60
# What is read as a value stands in few nodes; in elements nested by the thousand, reading each whole is quadratic.
MOST_TEXT_NODES = 100
# Names and values are cut at less than this; some attributes are read again for every element below theirs.
LONGEST_ATTRIBUTE = 4_000
_TEXT_TYPES = (NavigableString, CData, Script, Stylesheet, TemplateString)
_UNPARSABLE = re.compile("[\x00\ud800-\udfff]")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}>")


class TooComplexError(ParseError):
    """Markup that no page needs: more tags or characters than are parsed in bounded time."""


@dataclass(slots=True, eq=False)
class Element:
    """An element of the page; `index` is its place in document order, `end` that of the first element after it."""

    tag: str
    attributes: dict[str, str] = field(repr=False)
    parent: "Element | None" = field(repr=False)
    index: int
    end: int = 0
    children: "list[Element | str]" = field(default_factory=list, repr=False)

    def get(self, name: str) -> str | None:
        """Gives an attribute's value without outer white space; None where it is missing or blank."""
        return self.attributes.get(name, "").strip() or None

    def ancestors(self, most: int = MOST_ANCESTORS) -> "Iterator[Element]":
        """Gives the elements around this one, the nearest first, `most` of them at the most."""
        element = self.parent
        while element is not None and most > 0:
            yield element
            element = element.parent
            most -= 1


@dataclass(frozen=True, slots=True)
class Tree:
    """All elements of a page in document order; the first is the root."""

    elements: list[Element]

    def find(self, *tags: str) -> Iterator[Element]:
        """Gives the elements of these tags in document order."""
        return (element for element in self.elements if element.tag in tags)

    def inside(self, element: Element) -> list[Element]:
        """Gives all elements below one, in document order."""
        return self.elements[element.index + 1 : element.end]

    def text_of(self, element: Element) -> str:
        """Gives the text in an element as it stands, scripts and hidden parts included.

        It is that of the element's first MOST_TEXT_NODES nodes, so that reading a value takes bounded time.
        """
        parts: list[str] = []
        stack: list[Element | str] = [element]
        for _ in range(MOST_TEXT_NODES):
            if not stack:
                break
            node = stack.pop()
            if isinstance(node, str):
                parts.append(node)
            else:
                stack.extend(reversed(node.children[:MOST_TEXT_NODES]))
        return "".join(parts)


def parse_tree(markup: str) -> Tree:
    """Gives the tree of a page; raises TooComplexError for more than MOST_TAGS tags or LONGEST_MARKUP characters."""
    if len(markup) > LONGEST_MARKUP:
        raise TooComplexError(f"the page has {len(markup)} characters, more than {LONGEST_MARKUP}; split or trim it")
    tag_count = markup.count("<")
    if tag_count > MOST_TAGS:
        raise TooComplexError(f"the page has some {tag_count} tags, more than {MOST_TAGS}; it is no article page")
    # Text without a tag, and XML declarations, make the parser warn that it may have been called by mistake.
    cleaned = _XML_DECLARATION.sub("", _UNPARSABLE.sub("", markup))
    try:
        soup = BeautifulSoup(cleaned if tag_count else f"<p>{cleaned}", "lxml")
    except ParserRejectedMarkup as error:
        raise UnreadableError(f"the HTML parser gives the page up ({error}); save it again") from error
    return _copied(soup)


def _copied(soup: BeautifulSoup) -> Tree:
    root = Element("#root", {}, None, 0)
    elements = [root]
    copies: dict[int, Element] = {id(soup): root}
    for node in soup.descendants:
        parent = copies[id(node.parent)]
        if isinstance(node, Tag):
            copy = Element(node.name.lower(), _plain_attributes(node), parent, len(elements))
            copies[id(node)] = copy
            elements.append(copy)
            parent.children.append(copy)
        elif type(node) in _TEXT_TYPES:
            parent.children.append(str(node))
    _set_ends(elements)
    return Tree(elements)


def _set_ends(elements: list[Element]) -> None:
    for element in reversed(elements):
        element.end = max(element.end, element.index + 1)
        if element.parent is not None:
            element.parent.end = max(element.parent.end, element.end)


def _plain_attributes(tag: Tag) -> dict[str, str]:
    texts = ((name, " ".join(value) if isinstance(value, list) else value) for name, value in tag.attrs.items())
    return {name.lower(): value[:LONGEST_ATTRIBUTE] for name, value in texts}
