"""What the views of `main` show of the observations in `history`."""

import pytest

from schemas.entities import EntityMerge
from schemas.keys import entity_id_of
from schemas.table import TABLES
from tasks.land import land_chunk, land_run_start
from tests.factories import STARTED_AT, make_draft, make_run
from tests.lakes import read

OW, LIN, LAB = (
    entity_id_of("ORG", "Orbital Widgets"),
    entity_id_of("PERSON", "Lin Qiao"),
    entity_id_of("ORG", "北辰实验室"),
)


@pytest.fixture
def merge(lake):
    """Lands merges of a run of their own, each later than the one before."""

    def land(*pairs, run="m1", hour=9):
        land_run_start(lake, make_run(run, started_at=STARTED_AT.replace(hour=hour)))
        rows = [EntityMerge(old_id=old, entity_id=new, reason="test", run_id=run) for old, new in pairs]
        with lake.transaction("merges", {}):
            lake.insert(TABLES["entity_merges"], TABLES["entity_merges"].to_arrow(rows))

    land_chunk(
        lake, [make_draft(text="Orbital Widgets buys 北辰实验室. Lin Qiao said “we win” twice.")], [], run_id="r1"
    )
    return land


def named(lake):
    return dict(read(lake, "SELECT text, entity_id FROM mentions WHERE entity_id IS NOT NULL"))


def test_without_merges_entities_are_themselves(lake, merge):
    assert named(lake) == {"Orbital Widgets": OW, "Lin Qiao": LIN, "北辰实验室": LAB}


def test_merges_are_followed_to_their_end(lake, merge):
    merge((LAB, LIN))
    merge((LIN, OW), run="m2", hour=10)

    assert set(named(lake).values()) == {OW}
    assert read(lake, "SELECT old_id, entity_id FROM entity_merges ORDER BY old_id") == sorted([(LAB, OW), (LIN, OW)])
    assert read(lake, "SELECT speaker_entity_id FROM quotes") == [(OW,)]
    ((entity, aliases),) = read(lake, "SELECT entity_id, aliases FROM entities")
    assert entity == OW
    assert {"Lin Qiao", "北辰实验室"} <= set(aliases)
    assert read(lake, "SELECT name, mention_count, article_count FROM entity_daily") == [("Orbital Widgets", 4, 1)]
    assert read(lake, "SELECT count(*) FROM entity_pairs") == [(0,)]


def test_a_later_merge_into_itself_splits(lake, merge):
    merge((LAB, OW))
    merge((LAB, LAB), run="m2", hour=10)

    assert named(lake)["北辰实验室"] == LAB
    assert read(lake, "SELECT count(*) FROM entity_merges") == [(0,)]


def test_merges_in_a_circle_end_in_one_entity(lake, merge):
    merge((LAB, OW), (OW, LIN), (LIN, LAB))

    assert set(named(lake).values()) == {min(LAB, OW, LIN)}
    assert read(lake, "SELECT entity_id FROM entities") == [(min(LAB, OW, LIN),)]


def test_pairs_are_named_once(lake, merge):
    pairs = {frozenset(row) for row in read(lake, "SELECT name, other_name FROM entity_pairs")}

    assert pairs == {
        frozenset({"Orbital Widgets", "Lin Qiao"}), frozenset({"Orbital Widgets", "北辰实验室"}),
        frozenset({"Lin Qiao", "北辰实验室"}),
    }  # fmt: skip
    assert read(lake, "SELECT count(*) FROM entity_pairs") == [(3,)]


def test_the_feed_is_newest_first_with_top_entities(lake):
    older = make_draft("old", published_at=STARTED_AT.replace(year=2025))
    newer = make_draft("new", text="北辰实验室 and Orbital Widgets.", title="北辰实验室 opens", reads=())
    land_chunk(lake, [older, newer], [], run_id="r1")

    feed = read(lake, "SELECT title, entities, mention_count, related_count, url FROM article_feed")

    assert feed == [
        ("北辰实验室 opens", ["北辰实验室", "Orbital Widgets"], 3, 0, "https://news.example/new"),
        ("Orbital Widgets opens a plant", ["Orbital Widgets", "Lin Qiao"], 4, 1, "https://news.example/old"),
    ]


def test_entities_of_related_reads_are_no_news_of_the_day(lake):
    land_chunk(lake, [make_draft()], [], run_id="r1")

    assert {name for (name,) in read(lake, "SELECT name FROM entity_daily")} == {"Orbital Widgets", "Lin Qiao"}


def test_rejects_say_why(filled_lake):
    assert read(filled_lake, "SELECT location, error_type, error FROM rejects") == [
        ("broken.html", "ValueError", "no article in it")
    ]
