"""The topics that a page gives its article.

In: the tree, metadata and JSON-LD of a page. Out: tags, each once, as printed.
"""

import re
from collections.abc import Iterable, Iterator

from tasks.parse.html.linked_data import LinkedArticle
from tasks.parse.html.meta import Meta
from tasks.parse.html.tree import Tree
from tasks.parse.text import normalize_text

LONGEST_TAG = 60
MOST_TAGS = 50
_META_KEYWORDS = ("news_keywords", "keywords", "parsely-tags", "sailthru.tags", "cxenseparse:tags")
_SEPARATOR = re.compile(r"[,;，；、|]")


def find_tags(tree: Tree, meta: Meta, linked: LinkedArticle) -> tuple[str, ...]:
    """Gives the tags of the first source that names any: article tags, JSON-LD, tag links, keywords."""
    links = (tree.text_of(e)[:200] for e in tree.find("a") if "tag" in e.attributes.get("rel", "").lower().split())
    for values in (
        meta.all("article:tag", "og:article:tag"),
        linked.names("keywords"),
        links,
        meta.all(*_META_KEYWORDS),
    ):
        tags = tuple(dict.fromkeys(_split(values)))
        if tags:
            return tags[:MOST_TAGS]
    return ()


def _split(values: Iterable[str]) -> Iterator[str]:
    for value in values:
        for tag in _SEPARATOR.split(normalize_text(value)):
            cleaned = tag.strip(" #\"'")
            if cleaned and len(cleaned) <= LONGEST_TAG:
                yield cleaned
