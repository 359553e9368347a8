"""Metadata in a page's markup: meta elements, link elements and microdata.

In: a tree. Out: `Meta`, their values by name. Which name means what is data where it is used.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tasks.parse.html.tree import Element, Tree
from tasks.parse.text import normalize_text

LONGEST_VALUE = 2_000
_VALUE_ATTRIBUTES = ("content", "datetime", "href", "src")
# Microdata of these belongs to other pieces or to readers.
_OTHER_ITEMS = ("comment", "listitem", "review")


@dataclass(frozen=True, slots=True)
class Meta:
    """Values by lower-case name, in document order: of meta elements, and of microdata (`itemprop`)."""

    named: dict[str, list[str]]
    items: dict[str, list[str]]
    links: dict[str, list[str]]

    def first(self, *names: str) -> str | None:
        """Gives the first value of the first of these meta names that has one."""
        return next((value for name in names for value in self.named.get(name, ())), None)

    def all(self, *names: str) -> list[str]:
        """Gives all values of these meta names."""
        return [value for name in names for value in self.named.get(name, ())]

    def item(self, *names: str) -> str | None:
        """Gives the first value of the first of these microdata properties that has one."""
        return next((value for name in names for value in self.items.get(name, ())), None)

    def link(self, relation: str) -> str | None:
        """Gives the first address of a link relation."""
        return next(iter(self.links.get(relation, ())), None)


def read_meta(tree: Tree) -> Meta:
    """Gives the metadata that meta and link elements and microdata hold."""
    meta = Meta({}, {}, {})
    for element in tree.elements:
        attributes = element.attributes
        if element.tag == "meta":
            for name in _names_of(element):
                _add(meta.named, name, attributes.get("content"))
        elif element.tag == "link":
            for relation in attributes.get("rel", "").lower().split():
                _add(meta.links, relation, attributes.get("href"))
        if "itemprop" in attributes and not _is_of_another_item(element):
            for name in attributes["itemprop"].lower().split():
                _add(meta.items, name, _item_value(tree, element))
    return meta


def _names_of(element: Element) -> Iterator[str]:
    for attribute in ("property", "name", "http-equiv"):
        name = element.attributes.get(attribute, "").strip().lower()
        if name:
            yield name


def _add(values: dict[str, list[str]], name: str, value: str | None) -> None:
    if value and (cleaned := normalize_text(value[:LONGEST_VALUE])):
        values.setdefault(name, []).append(cleaned)


def _item_value(tree: Tree, element: Element) -> str | None:
    for attribute in _VALUE_ATTRIBUTES:
        if value := element.get(attribute):
            return value
    # A property that is an item itself has its name in a property of its own.
    if element.end - element.index > 50:
        return None
    for inner in tree.inside(element):
        if inner.attributes.get("itemprop") == "name":
            return inner.get("content") or tree.text_of(inner)
    return tree.text_of(element)


def _is_of_another_item(element: Element) -> bool:
    for depth, around in enumerate(element.ancestors()):
        kind = around.attributes.get("itemtype", "").lower()
        if kind:
            return kind.endswith(_OTHER_ITEMS)
        if depth > 30:
            return False
    return False
