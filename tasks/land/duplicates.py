"""Which articles of a chunk have a text that another article has too.

In: the article rows of a chunk, and the open lake before they are in it. Out: rows of `duplicates`: one an article, so
that a text that stands a thousand times costs a thousand rows.
"""

from collections.abc import Sequence

import pyarrow as pa

from schemas.articles import Article, Duplicate
from tasks.land.lake import Lake

# shorter texts are alike by chance: a flash line, a paywall's notice
SHORTEST_TEXT = 200

_READ_TWINS = """
    SELECT t.article_id, min(a.article_id) AS other_article_id
    FROM texts t
    JOIN history.articles a ON a.text_hash = t.text_hash AND a.article_id <> t.article_id
    GROUP BY t.article_id"""

_READ_KNOWN = """
    SELECT d.article_id, d.other_article_id
    FROM history.duplicates d SEMI JOIN texts t ON t.article_id = d.article_id"""


def find_duplicates(lake: Lake, articles: Sequence[Article], *, run_id: str) -> list[Duplicate]:
    """Gives a row for each article with the text of one that the lake holds, or that stands earlier in the chunk."""
    texts = {(row.article_id, row.text_hash): None for row in articles if len(row.text) >= SHORTEST_TEXT}
    if not texts:
        return []
    article_ids, hashes = zip(*texts, strict=True)
    with lake.visible("texts", pa.table({"article_id": list(article_ids), "text_hash": list(hashes)})):
        twins = {(row["article_id"], row["other_article_id"]) for row in lake.query(_READ_TWINS).to_pylist()}
        known = {(row["article_id"], row["other_article_id"]) for row in lake.query(_READ_KNOWN).to_pylist()}
    in_lake = {article_id for article_id, _ in twins}
    twins |= {pair for pair in _twins_within(texts) if pair[0] not in in_lake}
    return [
        Duplicate(article_id=article_id, other_article_id=other, similarity=1.0, run_id=run_id)
        for article_id, other in sorted(twins - known)
    ]


def _twins_within(texts: dict[tuple[str, str], None]) -> list[tuple[str, str]]:
    first_of: dict[str, str] = {}
    pairs = []
    for article_id, text_hash in texts:
        first = first_of.setdefault(text_hash, article_id)
        if first != article_id:
            pairs.append((article_id, first))
    return pairs
