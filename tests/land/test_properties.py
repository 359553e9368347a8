"""What holds for any rows and any order of arrival."""

import shutil
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.table import TABLES, Column
from tasks.land import land_chunk, open_lake
from tasks.land.decisions import Reading, Timeline
from tests.factories import make_draft
from tests.lakes import read

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
VALUES = {
    "VARCHAR": TEXTS,
    "VARCHAR[]": st.lists(TEXTS, max_size=3).map(tuple),
    "INTEGER": st.integers(-(2**31), 2**31 - 1),
    "BIGINT": st.integers(-(2**63), 2**63 - 1),
    "DOUBLE": st.floats(allow_nan=False),
    "BOOLEAN": st.booleans(),
    "DATE": st.dates(date(1, 1, 1), date(9999, 12, 31)),
    "TIMESTAMP WITH TIME ZONE": st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC)),  # noqa: DTZ001
}


def values_of(column: Column):
    values = VALUES[column.sql_type]
    return st.none() | values if column.is_nullable else values


def rows_of(name):
    table = TABLES[name]
    return st.lists(st.builds(table.row_class, **{c.name: values_of(c) for c in table.columns}), min_size=1, max_size=4)


@pytest.fixture(scope="module")
def shared_lake(empty_lake, tmp_path_factory):
    folder = shutil.copytree(empty_lake, tmp_path_factory.mktemp("shared") / "lake")
    with open_lake(str(folder)) as opened:
        yield opened


# a new lake has rows of the other one
@pytest.mark.parametrize("name", sorted(set(TABLES) - {"schema_versions"}))
def test_rows_come_back_from_the_lake_as_they_went(shared_lake, name):
    table = TABLES[name]
    names = [column.name for column in table.columns]

    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
    @given(rows_of(name))
    def check(rows):
        shared_lake.connection.execute("BEGIN")
        try:
            shared_lake.insert(table, table.to_arrow(rows))
            found = shared_lake.query(f"SELECT * FROM history.{name}").to_pylist()
        finally:
            shared_lake.connection.execute("ROLLBACK")
        landed = [tuple(tuple(v) if isinstance(v, list) else v for v in map(row.get, names)) for row in found]
        given_rows = [tuple(getattr(row, name) for name in names) for row in rows]
        assert sorted(landed, key=repr) == sorted(given_rows, key=repr)

    check()


def test_any_order_of_arrival_gives_the_same_articles(lake_folder, tmp_path):
    drafts = [make_draft(f"page-{number}", text=f"Orbital Widgets opens plant {number}.") for number in range(4)]
    found = []
    for number, order in enumerate(list(permutations(drafts))[::8]):
        folder = shutil.copytree(lake_folder, tmp_path / f"lake-{number}")
        with open_lake(str(folder)) as lake:
            land_chunk(lake, order[:2], [], run_id="r1")
            land_chunk(lake, order[2:], [], run_id="r2")
            found.append(read(lake, "SELECT article_id, text, content_hash FROM articles ORDER BY ALL"))

    assert found == [found[0]] * len(found)
    assert len(found[0]) == len(drafts)


@given(st.lists(st.sampled_from("ABC"), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_with_known_times_any_order_of_arrival_ends_in_the_newest_state(states, random):
    readings = [
        Reading(content_hash=state, extraction_hash="x", extractor="1", fetched_at=NOON + timedelta(days=day))
        for day, state in enumerate(states)
    ]
    newest = readings[-1]
    random.shuffle(readings)

    timeline = Timeline()
    for reading in readings:
        verdict = timeline.judge(reading)
        timeline.see(reading.fetched_at)
        if verdict.reason:
            timeline.add(reading, verdict)

    assert timeline.latest.content_hash == newest.content_hash
