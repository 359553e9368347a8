"""Lists of related reads: a changed list never revises the article."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.factories import make_draft
from tests.lakes import read
from tests.land.test_revisions import land, outcomes

ONE = (("北辰实验室 hires", "https://news.example/hires"),)
TWO = (("Orbital Widgets sues", "https://news.example/sues"), ("Weather", None))
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def lists(lake):
    return read(lake, "SELECT list_revision, is_late FROM history.related_lists ORDER BY 1")


def test_a_changed_list_is_a_new_list_revision_of_an_unchanged_article(lake):
    land(lake, make_draft(reads=ONE), run="r1")

    landed = land(lake, make_draft(reads=TWO), run="r2")

    assert outcomes(landed) == ["unchanged"]
    assert read(lake, "SELECT count(*) FROM history.articles") == [(1,)]
    assert lists(lake) == [(1, False), (2, False)]
    assert read(lake, "SELECT position, title, list_revision FROM related_reads ORDER BY position") == [
        (1, "Orbital Widgets sues", 2), (2, "Weather", 2)
    ]  # fmt: skip


def test_mentions_of_a_list_land_with_it_alone(lake):
    land(lake, make_draft(reads=ONE), run="r1")
    own = read(lake, "SELECT count(*) FROM history.mentions WHERE list_revision IS NULL")

    land(lake, make_draft(reads=TWO), run="r2")

    assert read(lake, "SELECT count(*) FROM history.mentions WHERE list_revision IS NULL") == own
    assert read(lake, "SELECT part, text, revision, list_revision FROM mentions WHERE list_revision > 0") == [
        ("related:1:title", "Orbital Widgets", 1, 2)
    ]


def test_an_empty_list_is_a_list_too(lake):
    land(lake, make_draft(reads=ONE), run="r1")
    land(lake, make_draft(reads=()), run="r2")

    assert read(lake, "SELECT list_revision, read_count FROM related_lists") == [(2, 0)]
    assert read(lake, "SELECT count(*) FROM related_reads") == [(0,)]


def test_an_older_list_lands_late_and_is_not_shown(lake):
    land(lake, make_draft(reads=ONE, fetched_at=NOON), run="r1")

    land(lake, make_draft(reads=TWO, fetched_at=NOON - timedelta(hours=1)), run="r2")

    assert lists(lake) == [(1, False), (2, True)]
    assert read(lake, "SELECT DISTINCT list_revision FROM related_reads") == [(1,)]
    assert read(lake, "SELECT DISTINCT text FROM mentions WHERE part LIKE 'related:%'") == [("北辰实验室",)]


def test_a_list_stays_when_the_article_is_revised(lake):
    land(lake, make_draft(reads=ONE), run="r1")
    land(lake, make_draft(reads=ONE, title="Another title"), run="r2")

    assert lists(lake) == [(1, False)]
    assert read(lake, "SELECT text FROM mentions WHERE list_revision IS NOT NULL") == [("北辰实验室",)]


def test_a_related_read_leads_to_its_article_however_late_that_one_arrives(lake):
    by_title = (("Weather", None),)
    land(lake, make_draft("one", reads=ONE), make_draft("two", reads=by_title), run="r1")
    assert read(lake, "SELECT count(related_article_id) FROM related_reads") == [(0,)]

    late = [make_draft("hires", reads=()), make_draft("weather", title="Weather", reads=())]
    land(lake, *late, run="r2")

    found = dict(read(lake, "SELECT title, related_article_id FROM related_reads"))
    assert found == {ONE[0][0]: late[0].article.article_id, "Weather": late[1].article.article_id}


def test_a_related_read_with_an_address_leads_to_the_article_that_was_read_without_one(lake):
    dump = make_draft("weather", title="Weather", reads=())
    dump = replace(dump, article=replace(dump.article, url=None, canonical_url=None))
    land(lake, dump, make_draft(reads=(("Weather", "https://news.example/weather"),)), run="r1")

    assert read(lake, "SELECT related_article_id FROM related_reads") == [(dump.article.article_id,)]


def test_a_title_of_two_articles_leads_to_neither(lake):
    twins = [make_draft(slug, title="Weather", reads=()) for slug in ("a", "b")]
    land(lake, make_draft(reads=(("Weather", None),)), *twins, run="r1")

    assert read(lake, "SELECT related_article_id FROM related_reads") == [(None,)]
