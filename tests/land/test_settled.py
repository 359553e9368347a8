"""Inputs that a run settled as unchanged by what it knew before land had the lock."""

from datetime import UTC, datetime, timedelta

import pytest

from tasks.land import land_chunk
from tests.factories import make_draft
from tests.lakes import read
from tests.land.test_revisions import land

A = {"text": "Orbital Widgets opens in May."}
B = {"text": "Orbital Widgets opens in June."}
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def at(day):
    return None if day is None else NOON + timedelta(days=day)


def settle(state, day, *, run):
    draft = make_draft(**state, fetched_at=at(day), run_id=run)
    return draft.capture.settle("unchanged", article_id=draft.article.article_id)


def article_ids(landed):
    return [fetch.article_id for fetch in landed.fetches if fetch.outcome == "unchanged"]


@pytest.mark.parametrize("changed", [B, A | {"reads": ()}])
def test_a_look_at_a_page_that_another_process_changed_meanwhile_is_no_sight_of_the_latest(lake, changed):
    land(lake, make_draft(**A, fetched_at=at(0)), run="r1")
    land(lake, make_draft(**changed, fetched_at=at(1)), run="other")

    landed = land_chunk(lake, [], [settle(A, 4, run="r2")], run_id="r2")

    assert article_ids(landed) == [None]
    assert landed.outcomes == {"unchanged": 1}


def test_a_change_back_that_was_settled_too_early_lands_when_it_is_read(lake):
    land(lake, make_draft(**A, fetched_at=at(0)), run="r1")
    land(lake, make_draft(**B, fetched_at=at(1)), run="other")
    land_chunk(lake, [], [settle(A, 4, run="r2")], run_id="r2")

    land(lake, make_draft(**A, fetched_at=at(4)), run="r3")

    assert read(lake, "SELECT revision, text FROM articles") == [(3, A["text"])]


def test_the_same_input_without_a_time_stays_settled_whatever_the_page_has_become(lake):
    land(lake, make_draft(**A), run="r1")
    land(lake, make_draft(**B), run="other")
    settled = settle(A, None, run="r2")

    landed = land_chunk(lake, [], [settled], run_id="r2")

    assert article_ids(landed) == [settled.article_id]


def test_a_settled_look_counts_for_older_copies_of_its_own_chunk(lake):
    land(lake, make_draft(**A, fetched_at=at(0)), run="r1")
    settled = settle(A, 3, run="r2")

    landed = land_chunk(lake, [make_draft(**B, fetched_at=at(2), run_id="r2")], [settled], run_id="r2")

    assert article_ids(landed) == [settled.article_id]
    assert read(lake, "SELECT revision, text FROM articles") == [(1, A["text"])]
