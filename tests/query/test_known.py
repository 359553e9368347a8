"""What a run is told of the lake."""

from dataclasses import replace

from schemas.known import Known
from tasks.land import land_chunk
from tasks.query import read_known
from tests.factories import EXTRACTOR, make_draft, make_rejected


def land(lake, *drafts, run):
    drafts = [replace(draft, capture=replace(draft.capture, fetch_id=f"{run}-{n}")) for n, draft in enumerate(drafts)]
    land_chunk(lake, drafts, [make_rejected(run_id=run)], run_id=run)


def test_no_lake_is_nothing_known(tmp_path):
    assert read_known(str(tmp_path / "lake"), extractor=EXTRACTOR) == Known()
    assert not list(tmp_path.iterdir())


def test_an_input_that_gave_an_article_is_known(lake, lake_folder):
    draft = make_draft()
    land(lake, draft, run="r1")

    known = read_known(str(lake_folder), extractor=EXTRACTOR)

    assert known.article_of(draft.capture) == draft.article.article_id
    assert known.article_of(replace(draft.capture, extractor="0.2.0")) is None
    assert known.article_of(replace(draft.capture, url=None)) is None
    assert known.article_of(replace(draft.capture, sha256=None)) is None


def test_what_another_extractor_read_is_not_told(lake, lake_folder):
    land(lake, make_draft(), run="r1")

    assert read_known(str(lake_folder), extractor="0.2.0") == Known()


def test_a_rejected_input_is_tried_again(lake, lake_folder):
    land(lake, run="r1")

    assert read_known(str(lake_folder), extractor=EXTRACTOR).payloads == {}


def test_a_page_that_changed_is_read_again(lake, lake_folder):
    first, second = make_draft(), make_draft(title="Another title")
    land(lake, first, make_draft("two", reads=()), run="r1")
    land(lake, second, make_draft("two"), run="r2")

    assert read_known(str(lake_folder), extractor=EXTRACTOR).payloads == {}


def test_a_payload_of_many_articles_is_read_again(lake, lake_folder):
    one, two = make_draft("one"), make_draft("two")
    land_chunk(lake, [one, replace(two, capture=one.capture)], [], run_id="r1")

    assert read_known(str(lake_folder), extractor=EXTRACTOR).payloads == {}
