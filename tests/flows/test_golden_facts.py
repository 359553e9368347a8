"""What a careful analyst would note in our sample pages is in the lake, saved as text or as markup."""

import json
from pathlib import Path

import pytest

from tests.flows.conftest import GOLDEN, Newslake

PAGES = [GOLDEN / name / page for name in ("chinese_with_related", "english") for page in ("page.txt", "page.html")]


def name_of(page: Path) -> str:
    return f"{page.parent.name}{page.suffix}"


@pytest.fixture
def landed(newslake: Newslake, request: pytest.FixtureRequest) -> Newslake:
    newslake.ingest(request.param)
    return newslake


def facts_of(page: Path) -> dict[str, list[dict[str, object]]]:
    return json.loads(page.with_name("facts.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("landed", "page"), [(page, page) for page in PAGES], indirect=["landed"], ids=name_of)
def test_mentions_of_a_careful_analyst_are_found(landed: Newslake, page: Path) -> None:
    rows = landed.sql("SELECT DISTINCT part, text, type FROM mentions")
    facts = facts_of(page)
    assert [fact for fact in facts["mentions"] if fact not in rows] == []
    # Who teaches the stage to find one of these moves it to the others.
    assert [fact for fact in facts["not_yet_found"] if fact in rows] == []


@pytest.mark.parametrize(("landed", "page"), [(page, page) for page in PAGES], indirect=["landed"], ids=name_of)
def test_measures_of_a_careful_analyst_have_their_values(landed: Newslake, page: Path) -> None:
    rows = landed.sql(
        """SELECT part, text, m.type, low, high, unit, currency, modifier, date_start::VARCHAR AS date_start,
            date_end::VARCHAR AS date_end FROM measures v JOIN mentions m USING (mention_id)"""
    )
    for fact in facts_of(page)["measures"]:
        found = [row for row in rows if (row["part"], row["text"]) == (fact["part"], fact["text"])]
        assert any(all(row[field] == value for field, value in fact.items()) for row in found), (fact, found)
