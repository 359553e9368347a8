"""What land refuses: nothing of a chunk lands when one row is wrong."""

from dataclasses import replace
from itertools import permutations

import pytest

from schemas.lake_errors import RowError
from tasks.land import land_chunk, land_run_end, land_run_start
from tests.factories import make_draft, make_entity, make_rejected, make_run
from tests.lakes import read

GOOD = make_draft("good")
DRAFT = make_draft()


def with_article(**values):
    return replace(DRAFT, article=replace(DRAFT.article, **values))


def with_first(name, **values):
    first, *others = getattr(DRAFT, name)
    return replace(DRAFT, **{name: (replace(first, **values), *others)})


WRONG = {
    "an empty string": (with_article(publisher=""), "publisher <> ''"),
    "a missing title": (with_article(title=None), "title IS NOT NULL"),
    "an unknown kind": (with_article(page_kind="poem"), "page_kind IN"),
    "another type": (with_article(is_partial="yes"), "another type"),
    "half a surrogate pair": (with_article(publisher="\ud83d"), "another type"),
    "a paragraph at the wrong place": (with_first("paragraphs", char_start=1), "does not stand"),
    "a paragraph of another article": (with_first("paragraphs", article_id="x"), "of another article"),
    "the same position twice": (replace(DRAFT, paragraphs=DRAFT.paragraphs * 2), "the same article_id"),
    "a mention at the wrong place": (with_first("mentions", char_start=3), "does not stand"),
    "a mention in no part": (with_first("mentions", part="footer"), "does not stand"),
    "a confidence below nothing": (with_first("mentions", confidence=-0.1), "confidence >= 0"),
    "a list's mention in the body": (with_first("mentions", list_revision=1), "stands where the part is of a list"),
    "a mention of no entity": (with_first("mentions", entity_id="f" * 20), "of no entity"),
    "a measure of no mention": (with_first("measures", mention_id="x"), "of no mention"),
    "a measure upside down": (with_first("measures", low=9.0), "low <= high"),
    "a quote at the wrong place": (with_first("quotes", char_end=9), "does not stand"),
    "a list that miscounts": (replace(DRAFT, related_reads=()), "read_count"),
    "a body that is not the text": (with_article(text="another"), "is not the article's text"),
}  # fmt: skip


@pytest.mark.parametrize("fault", WRONG)
def test_a_chunk_with_a_wrong_row_lands_nothing(lake, fault):
    draft, told = WRONG[fault]
    before = lake.last_snapshot()

    with pytest.raises(RowError) as caught:
        land_chunk(lake, [GOOD, draft], [make_rejected()], run_id="r1")

    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert lake.last_snapshot() == before
    assert land_chunk(lake, [GOOD], [], run_id="r1").outcomes == {"landed": 1}


def test_a_chunk_lands_once(lake):
    land_chunk(lake, [DRAFT], [], run_id=DRAFT.capture.run_id)

    with pytest.raises(RowError, match="a chunk lands once"):
        land_chunk(lake, [DRAFT], [], run_id=DRAFT.capture.run_id)


def test_an_entity_that_the_lake_knows_need_not_come_again(lake):
    land_chunk(lake, [DRAFT], [], run_id="r1")

    land_chunk(lake, [replace(make_draft("two", run_id="r2"), entities=())], [], run_id="r2")

    assert read(lake, "SELECT count(*) FROM mentions ANTI JOIN entities USING (entity_id) WHERE type = 'ORG'") == [(0,)]


def test_an_entity_lands_again_only_with_more_than_is_known(lake):
    def with_entity(run, **attributes):
        entity = make_entity("Orbital Widgets", run_id=run, **attributes)
        others = tuple(row for row in DRAFT.entities if row.entity_id != entity.entity_id)
        return replace(make_draft(run, run_id=run), entities=(entity, *others))

    for run, attributes in (
        ("r1", {"aliases": ("OW",)}),
        ("r2", {}),
        ("r3", {"aliases": ("Orbital",), "symbol": "ORW"}),
    ):
        land_chunk(lake, [with_entity(run, **attributes)], [], run_id=run)

    assert read(lake, "SELECT revision, run_id FROM history.entities WHERE name = 'Orbital Widgets'") == [
        (1, "r1"),
        (2, "r3"),
    ]
    assert read(lake, "SELECT aliases, symbol FROM entities WHERE name = 'Orbital Widgets'") == [
        (["OW", "Orbital"], "ORW")
    ]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_name_of_an_entity_does_not_tell_which_spelling_came_first(lake, order):
    spellings = (
        {"name": "ORBITAL WIDGETS", "name_en": None, "symbol": "ORW"},
        {"name": "Orbital Widgets", "name_zh": "轨道"},
        {"name": "Orbital-Widgets", "aliases": ("OW",), "wikidata": "Q2"},
    )
    entity = make_entity("Orbital Widgets")
    others = tuple(row for row in DRAFT.entities if row.entity_id != entity.entity_id)
    for run, number in enumerate((*order, *order)):
        draft = replace(make_draft(f"page-{run}"), entities=(replace(entity, **spellings[number]), *others))
        land_chunk(lake, [draft], [], run_id=f"r{run}")

    columns = "name, name_zh, name_en, aliases, wikidata, symbol"
    assert read(lake, f"SELECT {columns} FROM entities WHERE entity_id = '{entity.entity_id}'") == [
        ("Orbital Widgets", "轨道", "Orbital Widgets", ["ORBITAL WIDGETS", "OW", "Orbital-Widgets"], "Q2", "ORW")
    ]
    assert read(lake, "SELECT max(revision) FROM history.entities")[0][0] <= len(spellings)


def test_equal_texts_are_duplicates_of_the_earliest(lake):
    text = "Orbital Widgets opens a plant. " * 10
    late, other = make_draft("late", text=text, run_id="r1"), make_draft("short", text="Weather.", run_id="r1")
    early = make_draft("early", text=text, run_id="r2", published_at=late.article.published_at.replace(year=2025))
    land_chunk(lake, [late, make_draft("again", text=text, run_id="r1"), other], [], run_id="r1")
    land_chunk(lake, [early, make_draft("short2", text="Weather.", run_id="r2")], [], run_id="r2")

    again = make_draft("again").article.article_id
    found = dict(read(lake, "SELECT article_id, duplicate_of FROM duplicates"))
    assert found == dict.fromkeys((late.article.article_id, again), early.article.article_id)
    assert read(lake, "SELECT count(*) FROM history.duplicates") == [(2,)]


def test_a_run_has_one_row_once_it_ended(lake):
    land_run_start(lake, make_run("r1"))
    land_run_start(lake, make_run("r2"))
    land_run_end(lake, make_run("r1", "completed", seen=3))

    assert read(lake, "SELECT run_id, state, seen FROM runs ORDER BY 1") == [
        ("r1", "completed", 3),
        ("r2", "started", None),
    ]
    assert read(lake, "SELECT count(*) FROM history.runs") == [(3,)]
