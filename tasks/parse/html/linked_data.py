"""JSON-LD of a page: what its schema.org data says of the article.

In: a tree. Out: `LinkedArticle`, the node that describes the page's article with references resolved; an empty one
where there is none. Broken JSON is mended where the break is known, and left out where not.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tasks.parse.html.tree import Tree
from tasks.parse.text import normalize_text

Node = dict[str, Any]

MOST_NODES = 20_000
MOST_LINKED_CHARACTERS = 2_000_000
# Below these keys stand other pieces, not the page's own.
_OTHER_PIECES = frozenset([
    "itemListElement", "hasPart", "isPartOf", "relatedLink", "comment", "comments", "mentions", "citation",
    "review", "liveBlogUpdate", "associatedArticle", "recommendedArticle", "blogPost",
])  # fmt: skip
_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report)$|^(?:Recipe|Review)$")
_PAGE_TYPES = frozenset(["WebPage", "ItemPage", "AboutPage", "VideoObject", "CollectionPage", "QAPage", "FAQPage"])
# What hides JSON from old browsers and XML parsers, in its order; what closes it stands behind the value.
_WRAPPINGS = ("//", "/*", "<!--", "<![CDATA[", "*/")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_MARKUP = re.compile(r"<[^<>]{1,200}>")


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """The article's node, and all nodes of the page by their `@id` for references."""

    node: Node = field(default_factory=dict)
    by_id: dict[str, Node] = field(default_factory=dict)

    @property
    def types(self) -> tuple[str, ...]:
        """The schema.org types of the article, without the address of the vocabulary."""
        return _types_of(self.node)

    def text(self, *keys: str) -> str | None:
        """Gives the text of the first of these properties that has one."""
        texts = (_text_of(value) for key in keys for value in self.values(key))
        return next((text for text in texts if text), None)

    def values(self, key: str) -> list[Any]:
        """Gives a property's values as a list, references resolved; empty where there are none."""
        value = self.node.get(key)
        values = value if isinstance(value, list) else [] if value is None else [value]
        return [self._resolved(value) for value in values]

    def names(self, key: str) -> list[str]:
        """Gives the names of the people, organisations or things that a property points to."""
        return [name for value in self.values(key) if (name := _name_of(value))]

    def addresses(self, key: str) -> list[str]:
        """Gives the addresses that a property holds as text, or in a node's `url`, `contentUrl` or `@id`."""
        found = (_address_of(value) for value in self.values(key))
        return [address for address in found if address]

    def _resolved(self, value: Any) -> Any:
        if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
            return self.by_id.get(value["@id"], value)
        return value


def read_linked_data(tree: Tree) -> LinkedArticle:
    """Gives the article that the page's JSON-LD describes, the one with most properties first."""
    nodes = [node for value in _values(tree) for node in _nodes_in(value)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if any(_ARTICLE_TYPE.search(kind) for kind in _types_of(node))]
    pages = [node for node in nodes if _PAGE_TYPES.intersection(_types_of(node))]
    best = max(articles, key=_richness, default=None) or max(pages, key=_richness, default={})
    return LinkedArticle(best, by_id)


def _richness(node: Node) -> int:
    return sum(key in node for key in ("headline", "datePublished", "author", "publisher", "articleBody", "image"))


def _values(tree: Tree) -> Iterator[Any]:
    left = MOST_LINKED_CHARACTERS
    for script in tree.find("script"):
        if "ld+json" in script.attributes.get("type", "").lower():
            source = tree.text_of(script)
            left -= len(source)
            if left > 0:
                yield from _parsed(source)


def _parsed(source: str) -> Iterator[Any]:
    source = _unwrapped(source)
    for attempt in (source, _TRAILING_COMMA.sub(r"\1", source), html.unescape(source)):
        try:
            value, _ = json.JSONDecoder(strict=False).raw_decode(attempt)
        except (ValueError, RecursionError):
            continue
        yield value
        return


def _unwrapped(source: str) -> str:
    source = source.strip()
    for wrapping in _WRAPPINGS:
        source = source.removeprefix(wrapping).lstrip()
    return source


def _nodes_in(value: Any) -> Iterator[Node]:
    """Gives the nodes of a value in its order, without recursion."""
    stack = [value]
    for _ in range(MOST_NODES):
        if not stack:
            return
        current = stack.pop()
        if isinstance(current, list):
            stack.extend(reversed(current))
        elif isinstance(current, dict):
            yield current
            inner = (item for key, item in current.items() if key not in _OTHER_PIECES)
            stack.extend(reversed([item for item in inner if isinstance(item, dict | list)]))


def _types_of(node: Node) -> tuple[str, ...]:
    value = node.get("@type")
    values = value if isinstance(value, list) else [value]
    return tuple(item.rsplit("/", 1)[-1] for item in values if isinstance(item, str))


def _text_of(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return None
    return normalize_text(_MARKUP.sub("", html.unescape(value))) or None


def _name_of(value: Any) -> str | None:
    if isinstance(value, dict):
        name = value.get("name")
        value = name[0] if isinstance(name, list) and name else name
    return _text_of(value)


def _address_of(value: Any) -> str | None:
    if isinstance(value, dict):
        value = next((value[key] for key in ("url", "contentUrl", "@id") if isinstance(value.get(key), str)), None)
    return value.strip() or None if isinstance(value, str) else None
