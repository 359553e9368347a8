"""Checks that a draft holds together: every span is where it says, every row belongs to the draft's article.

In: drafts as the stages before gave them. Out: nothing, or RowError. The rules of single columns are checked in `rows`.
"""

from collections.abc import Iterator

from schemas.draft import Draft
from schemas.lake_errors import RowError


def check_draft(draft: Draft) -> None:
    """Raises RowError where a span's text is not what stands there, or a row refers to what is not in the draft."""
    for table, rule, row in _faults(draft):
        message = f"{table}: {rule} in article {draft.article.article_id}, nothing was landed: {row!r}"
        raise RowError(message[:1000])


def _faults(draft: Draft) -> Iterator[tuple[str, str, object]]:
    yield from _foreign_rows(draft)
    yield from _wrong_spans(draft)
    yield from _lost_references(draft)


def _foreign_rows(draft: Draft) -> Iterator[tuple[str, str, object]]:
    groups = (
        ("paragraphs", draft.paragraphs), ("related_lists", (draft.related_list,)),
        ("related_reads", draft.related_reads), ("mentions", draft.mentions), ("measures", draft.measures),
        ("quotes", draft.quotes),
    )  # fmt: skip
    for table, rows in groups:
        for row in rows:
            if row.article_id != draft.article.article_id:
                yield table, "article_id of another article", row
    if draft.related_list.read_count != len(draft.related_reads):
        yield "related_lists", "read_count is not the number of related reads", draft.related_list


def _wrong_spans(draft: Draft) -> Iterator[tuple[str, str, object]]:
    parts = dict(draft.parts)
    if "body" in parts and parts["body"] != draft.article.text:
        yield "articles", "part `body` is not the article's text", draft.article.title
    for paragraph in draft.paragraphs:
        if draft.article.text[paragraph.char_start : paragraph.char_end] != paragraph.text:
            yield "paragraphs", "text does not stand at its span", paragraph
    for mention in draft.mentions:
        if parts.get(mention.part, "")[mention.char_start : mention.char_end] != mention.text:
            yield "mentions", "text does not stand at its span", mention
    for quote in draft.quotes:
        if parts.get(quote.part, "")[quote.char_start : quote.char_end] != quote.quote:
            yield "quotes", "quote does not stand at its span", quote


def _lost_references(draft: Draft) -> Iterator[tuple[str, str, object]]:
    mention_ids = {mention.mention_id for mention in draft.mentions}
    if len(mention_ids) != len(draft.mentions):
        yield "mentions", "two with the same mention_id", draft.article.title
    for measure in draft.measures:
        if measure.mention_id not in mention_ids:
            yield "measures", "mention_id of no mention", measure
    for mention in draft.mentions:
        if (mention.list_revision is None) == mention.part.startswith("related:"):
            yield "mentions", "list_revision stands where the part is of a list, and only there", mention
