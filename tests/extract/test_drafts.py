"""A draft's parts, each read with what is known of it."""

from dataclasses import replace
from datetime import UTC, date, datetime

from tasks.extract.drafts import extract_draft
from tests.factories import make_draft


def dates_of(draft):
    return {part: [m.date_start for m in found.measures] for part, found in draft.extractions}


def test_every_part_is_read_in_order():
    draft = extract_draft(make_draft())
    assert [part for part, _ in draft.extractions] == [part for part, _ in draft.parts]


def test_related_read_counts_from_its_own_day():
    draft = make_draft(text="It opened today.", reads=(("It opened yesterday", "https://news.example/2"),))
    read = replace(draft.related_reads[0], published_at=datetime(2026, 2, 11, tzinfo=UTC))
    found = dates_of(extract_draft(replace(draft, related_reads=(read,))))
    assert found["body"] == [date(2026, 3, 1)]
    assert found["related:1:title"] == [date(2026, 2, 10)]


def test_related_read_without_a_day_counts_from_the_articles():
    draft = make_draft(reads=(("It opened yesterday", "https://news.example/2"),))
    assert dates_of(extract_draft(draft))["related:1:title"] == [date(2026, 2, 28)]


def test_article_without_a_day_leaves_relative_dates_open():
    draft = make_draft(text="It opened today.", published_at=None)
    assert dates_of(extract_draft(draft))["body"] == [None]


def test_credit_names_a_medium_that_no_list_holds():
    draft = replace(make_draft(), parts=(("credit", "潮汐观察"),))
    ((_, found),) = extract_draft(draft).extractions
    (mention,) = found.mentions
    assert (mention.text, mention.type) == ("潮汐观察", "ORG")
    assert mention.entity_id == found.entities[0].entity_id
