"""Which readings of an article become revisions."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tasks.land import land_chunk
from tests.factories import make_draft
from tests.lakes import read

A = {"text": "Orbital Widgets opens in May."}
B = {"text": "Orbital Widgets opens in June.", "title": "Plant delayed"}
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def land(lake, *drafts, run="r1"):
    numbered = [
        replace(draft, capture=replace(draft.capture, fetch_id=f"{run}-{place}")) for place, draft in enumerate(drafts)
    ]
    return land_chunk(lake, numbered, [], run_id=run)


def day_of(number):
    return None if number is None else NOON + timedelta(days=number)


def outcomes(landed):
    return [fetch.outcome for fetch in landed.fetches]


def revisions(lake):
    return read(lake, "SELECT revision, revision_reason, changed_fields FROM history.articles ORDER BY revision")


def latest(lake):
    return read(lake, "SELECT revision, text FROM articles")


def test_a_new_article_is_its_first_revision(lake):
    landed = land(lake, make_draft(**A))

    assert outcomes(landed) == ["landed"]
    assert revisions(lake) == [(1, "first", [])]


def test_the_same_page_again_adds_nothing_but_a_fetch(lake):
    land(lake, make_draft(**A), run="r1")
    before = {
        table: read(lake, f"SELECT count(*) FROM history.{table}") for table in ("articles", "mentions", "quotes")
    }

    landed = land(lake, make_draft(**A), run="r2")

    assert outcomes(landed) == ["unchanged"]
    assert landed.row_counts == {"fetches": 1}
    assert before == {table: read(lake, f"SELECT count(*) FROM history.{table}") for table in before}


def test_a_changed_page_names_the_fields_that_differ(lake):
    land(lake, make_draft(**A), run="r1")

    landed = land(lake, make_draft(**B, tags=("delay",)), run="r2")

    assert outcomes(landed) == ["revised"]
    assert revisions(lake)[1] == (2, "changed", ["title", "text", "tags"])
    assert latest(lake) == [(2, B["text"])]


@pytest.mark.parametrize("in_one_chunk", [True, False])
@pytest.mark.parametrize("are_dated", [True, False])
def test_a_page_that_changes_and_changes_back_has_three_revisions(lake, in_one_chunk, are_dated):
    times = [NOON + timedelta(days=day) if are_dated else None for day in range(3)]
    payloads = ["bytes", "others", "bytes"] if are_dated else ["bytes", "others", "bytes with another clock"]
    states = [
        make_draft(**state, payload=payload, fetched_at=at)
        for state, payload, at in zip((A, B, A), payloads, times, strict=True)
    ]
    if in_one_chunk:
        land(lake, *states)
    else:
        for number, state in enumerate(states):
            land(lake, state, run=f"r{number}")

    assert [row[0] for row in revisions(lake)] == [1, 2, 3]
    assert latest(lake) == [(3, A["text"])]
    assert read(lake, "SELECT revision FROM history.superseded ORDER BY 1") == [(1,), (2,)]


@pytest.mark.parametrize("chunks", [[(A, B), (A, B)], [(A, B), (A,), (B,)], [(A,), (B,), (A,), (B,)], [(A, B, A, B)]])
def test_saved_states_of_a_page_add_nothing_the_second_time_however_they_arrive(lake, chunks):
    landed = [
        outcome
        for number, states in enumerate(chunks)
        for outcome in outcomes(land(lake, *(make_draft(**state) for state in states), run=f"r{number}"))
    ]

    assert landed == ["landed", "revised", "unchanged", "unchanged"]
    assert latest(lake) == [(2, B["text"])]


def test_a_state_that_was_seen_since_stays_the_latest_though_its_first_time_is_unknown(lake):
    for run, state, day in (("r1", A, None), ("r2", A, 2), ("r3", B, 0)):
        land(lake, make_draft(**state, fetched_at=day_of(day)), run=run)

    assert latest(lake) == [(1, A["text"])]


def test_an_older_copy_is_late_though_a_copy_without_a_time_came_between(lake):
    for run, state, day in (("r1", B, 2), ("r2", {"text": "Orbital Widgets waits."}, None), ("r3", A, 0)):
        land(lake, make_draft(**state, fetched_at=day_of(day)), run=run)

    assert latest(lake) == [(2, "Orbital Widgets waits.")]


def test_a_replay_of_an_older_copy_does_not_replace_a_state_without_a_time_that_was_seen_since(lake):
    for run, state, day in (("r1", A, 0), ("r2", B, None), ("r3", B, 5)):
        land(lake, make_draft(**state, fetched_at=day_of(day)), run=run)

    land(lake, make_draft(**A, fetched_at=day_of(0), extractor="0.2.0", findings="more"), run="r4")

    assert latest(lake) == [(2, B["text"])]


def test_an_older_copy_lands_and_does_not_become_the_latest(lake):
    land(lake, make_draft(**B, fetched_at=NOON), run="r1")

    landed = land(lake, make_draft(**A, fetched_at=NOON - timedelta(days=1)), run="r2")

    assert outcomes(landed) == ["revised"]
    assert [row[0] for row in revisions(lake)] == [1, 2]
    assert latest(lake) == [(1, B["text"])]
    assert read(lake, "SELECT DISTINCT revision FROM mentions WHERE list_revision IS NULL") == [(1,)]


def test_an_older_copy_of_any_known_state_is_unchanged(lake):
    land(lake, make_draft(**A, fetched_at=NOON), run="r1")
    land(lake, make_draft(**B, fetched_at=NOON + timedelta(days=2)), run="r2")

    landed = land(lake, make_draft(**A, fetched_at=NOON + timedelta(days=1)), run="r3")

    assert outcomes(landed) == ["unchanged"]


def test_a_record_of_an_archive_read_again_is_unchanged(lake):
    times = [NOON + timedelta(days=day) for day in range(3)]
    records = [make_draft(**state, fetched_at=at) for state, at in zip((A, B, A), times, strict=True)]
    land(lake, *records, run="r1")

    landed = land(lake, *records, run="r2")

    assert outcomes(landed) == ["unchanged"] * 3
    assert len(revisions(lake)) == 3


def test_another_extractor_that_finds_the_same_adds_nothing(lake):
    land(lake, make_draft(**A), run="r1")

    assert outcomes(land(lake, make_draft(**A, extractor="0.2.0"), run="r2")) == ["unchanged"]


def test_another_extractor_that_finds_other_mentions_makes_a_revision(lake):
    land(lake, make_draft(**A), run="r1")

    land(lake, make_draft(**A, extractor="0.2.0", findings="more"), run="r2")

    assert revisions(lake)[1] == (2, "extractor", ["mentions"])


def test_another_extractor_that_reads_other_text_from_the_same_bytes_is_the_reason(lake):
    land(lake, make_draft(**A, payload="bytes"), run="r1")

    land(lake, make_draft(**B, payload="bytes", extractor="0.2.0"), run="r2")

    assert revisions(lake)[1] == (2, "extractor", ["title", "text"])


def test_the_first_sight_of_an_article_is_kept(lake):
    first, later = NOON, NOON + timedelta(days=3)
    land(lake, make_draft(**A, started_at=first), run="r1")
    land(lake, make_draft(**B, started_at=later), run="r2")

    assert read(lake, "SELECT count(*) FROM articles WHERE first_seen_at = TIMESTAMPTZ '2026-03-01 12:00:00+00'") == [
        (1,)
    ]


def test_mentions_carry_the_revision_and_ids_of_their_own(lake):
    land(lake, make_draft(**A), run="r1")
    land(lake, make_draft(), run="r2")

    own = "SELECT count(*), count(DISTINCT mention_id) FROM history.mentions"
    ((rows, ids),) = read(lake, own)
    assert rows == ids
    assert read(lake, "SELECT DISTINCT revision FROM mentions WHERE list_revision IS NULL") == [(2,)]
    assert read(lake, "SELECT count(*) FROM measures ANTI JOIN mentions USING (mention_id)") == [(0,)]
    assert read(lake, "SELECT count(*) FROM quotes") == [(1,)]


def test_feeds_are_no_pages_and_not_modified_is_unchanged(lake):
    capture = make_draft().capture
    feed = replace(capture, fetch_id="f", kind="feed").settle("unchanged")
    same = replace(capture, fetch_id="g").settle("not_modified")

    landed = land_chunk(lake, [], [feed, same], run_id="r1")

    assert dict(landed.outcomes) == {"unchanged": 1}


def test_nothing_to_land_makes_no_version(lake):
    before = lake.last_snapshot()

    assert land_chunk(lake, [], [], run_id="r1").snapshot == before
    assert lake.last_snapshot() == before


def test_a_state_between_two_sights_of_the_latest_is_late(lake):
    for run, state, day in (("r1", A, 1), ("r2", A, 3), ("r3", B, 2)):
        land(lake, make_draft(**state, payload=run, fetched_at=NOON + timedelta(days=day)), run=run)

    assert latest(lake) == [(1, A["text"])]


def test_a_replay_of_the_latest_bytes_is_not_late_though_the_page_was_seen_since(lake):
    land(lake, make_draft(**A, payload="bytes", fetched_at=NOON), run="r1")
    land(lake, make_draft(**A, payload="other", fetched_at=NOON + timedelta(days=3)), run="r2")

    land(lake, make_draft(**B, payload="bytes", fetched_at=NOON, extractor="0.2.0"), run="r3")

    assert latest(lake) == [(2, B["text"])]


def test_an_input_of_many_pages_is_a_fetch_a_page(lake):
    first, second = make_draft("one"), make_draft("two")

    landed = land_chunk(lake, [first, replace(second, capture=first.capture)], [], run_id="r1")

    assert landed.outcomes == {"landed": 2}
    assert read(lake, "SELECT count(DISTINCT fetch_id), count(DISTINCT sha256) FROM fetches") == [(2, 1)]
