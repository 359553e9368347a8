"""What holds for any rows and any order of arrival."""

import shutil
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.table import TABLES, Column
from tasks.land import land_chunk, open_lake
from tests.factories import make_draft, make_entity
from tests.lakes import read

# the best first
SPELLINGS = ("Lin Works", "LinWorks", "LIN WORKS", "lin works")
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


@st.composite
def arrivals(draw):
    """Copies of states of one page in some order and some chunks; a day has one state, some copies have no day.

    Each state spells the entity in its own way.
    """
    days = draw(st.dictionaries(st.integers(0, 9), st.sampled_from("ABC"), max_size=3))
    undated = draw(st.lists(st.sampled_from("ABCD"), max_size=2))
    copies = draw(st.permutations([*((state, day) for day, state in days.items()), *((s, None) for s in undated)]))
    spelling_of = dict(zip("ABCD", draw(st.permutations(SPELLINGS)), strict=True))
    cuts = draw(st.lists(st.booleans(), min_size=len(copies), max_size=len(copies)))
    return [(state, day, spelling_of[state], cut) for (state, day), cut in zip(copies, cuts, strict=True)]


def draft_of(page, state, day, name, *, place, run):
    at = None if day is None else NOON + timedelta(days=day)
    plain = make_draft(page, text=f"State {state} of {page}.", fetched_at=at, reads=(), place=place, run_id=run)
    entity = make_entity(page, run_id=run, name_en=None)
    headline = tuple(row for row in plain.entities if row.name == "Orbital Widgets")
    return replace(plain, entities=(replace(entity, name=name), *headline))


def land_copies(lake, page, copies, *, run):
    """Lands the copies, a chunk up to each cut; gives how many rows each table got."""
    counts, chunk = Counter(), []
    for place, (state, day, name, is_cut) in enumerate(copies):
        chunk.append(draft_of(page, state, day, name, place=place, run=run))
        if is_cut or place == len(copies) - 1:
            counts.update(land_chunk(lake, chunk, [], run_id=run).row_counts)
            chunk = []
    return counts


def expected_state(copies):
    """The state of the newest dated copy, or of an undated one that came after it and was not known before."""
    newest = max((day for _, day, _, _ in copies if day is not None), default=None)
    latest, known = None, set()
    for state, day, _, _ in copies:
        if (day is None and state not in known) or (day is not None and day == newest):
            latest = state
        known.add(state)
    return latest


# one lake for all examples, each with a page and an entity of its own
def test_any_order_and_any_chunks_end_in_the_state_seen_last_and_repeat_without_a_trace(lake):
    numbers = count()

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(arrivals().filter(bool))
    def check(copies):
        page = f"page-{next(numbers)}"
        land_copies(lake, page, copies, run=f"{page}-1")

        article_id = make_draft(page).article.article_id
        texts = read(lake, f"SELECT text FROM articles WHERE article_id = '{article_id}'")
        assert texts == [(f"State {expected_state(copies)} of {page}.",)]

        again = [(*copy[:3], not copy[3]) for copy in copies]
        assert land_copies(lake, page, again, run=f"{page}-2") == {"fetches": len(copies)}

        names = {name for _, _, name, _ in copies}
        chosen = min(names, key=SPELLINGS.index)
        entity_id = make_entity(page).entity_id
        found = read(lake, f"SELECT name, aliases FROM entities WHERE entity_id = '{entity_id}'")
        assert found == [(chosen, sorted(names - {chosen}))]

    check()
