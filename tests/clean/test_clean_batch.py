"""Pages to drafts: identity, hashes, offsets."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.draft import Batch, Draft
from schemas.fetches import Capture
from schemas.page import ParsedPage, ParsedParagraph, ParsedRelatedRead, PrintedTime, ReadInput
from tasks.clean import clean_batch

SEEN_AT = datetime(2026, 5, 1, tzinfo=UTC)
PRINTED = PrintedTime(at=datetime(2026, 4, 30, tzinfo=UTC), precision="day")
PAGE = ParsedPage(
    title="Chips by the Harbour",
    paragraphs=(
        ParsedParagraph(kind="paragraph", text="One line."),
        ParsedParagraph(kind="heading", text="然后", level=2),
    ),
    publisher="outlet",
    published=PRINTED,
    related_reads=(
        ParsedRelatedRead(kind="related", title="Another Harbour", publisher="outlet", relative_time="9h ago"),
    ),
)


def clean(page: ParsedPage, *, url: str | None = None) -> Draft:
    capture = Capture(
        fetch_id="f", run_id="r", source=None, kind="page", location="a.html", extractor="1+x", url=url, final_url=url
    )
    (draft,) = clean_batch(Batch(items=(ReadInput(capture=capture, page=page),)), seen_at=SEEN_AT).items
    return draft


def test_article_without_an_address_is_known_by_publisher_date_and_title() -> None:
    same = replace(PAGE, title="chips by the HARBOUR!", paragraphs=PAGE.paragraphs[:1])
    assert clean(same).article.article_id == clean(PAGE).article.article_id
    for other in (replace(PAGE, title="Other"), replace(PAGE, publisher="b"), replace(PAGE, published=None)):
        assert clean(other).article.article_id != clean(PAGE).article.article_id


def test_article_with_an_address_is_known_by_it_whatever_its_title() -> None:
    url = "https://news.example/a/1"
    changed = replace(PAGE, title="Other", publisher="b")
    assert clean(changed, url=url).article.article_id == clean(PAGE, url=f"{url}?utm_medium=feed").article.article_id


def test_front_page_is_no_identity() -> None:
    assert clean(PAGE, url="https://news.example/").article.article_id == clean(PAGE).article.article_id


def test_address_that_the_page_prefers_counts_on_its_own_site_only() -> None:
    url = "https://m.news.example/a/1"
    own = replace(PAGE, canonical_url="https://www.news.example/a/1")
    foreign = replace(PAGE, canonical_url="https://elsewhere.example.org/a/1")
    assert clean(own, url=url).article.canonical_url == "https://www.news.example/a/1"
    assert clean(foreign, url=url).article.canonical_url == url


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Other"}, {"authors": ("A",)}, {"credit": "c"}, {"tags": ("t",)}, {"updated": PRINTED},
        {"published": replace(PRINTED, precision="minute")}, {"paragraphs": PAGE.paragraphs[:1]},
    ],
)  # fmt: skip
def test_what_makes_a_revision_changes_the_content_hash(change: dict[str, object]) -> None:
    assert clean(replace(PAGE, **change)).article.content_hash != clean(PAGE).article.content_hash


@pytest.mark.parametrize(
    "change",
    [{"related_reads": ()}, {"image_url": "https://a.example/i.png"}, {"language": "de"}, {"is_partial": True}],
)
def test_what_makes_no_revision_leaves_the_content_hash(change: dict[str, object]) -> None:
    assert clean(replace(PAGE, **change)).article.content_hash == clean(PAGE).article.content_hash


def test_relative_times_leave_the_list_hash_and_titles_change_it() -> None:
    (read,) = PAGE.related_reads
    later = replace(PAGE, related_reads=(replace(read, relative_time="11h ago", published_at=SEEN_AT),))
    other = replace(PAGE, related_reads=(replace(read, title="A Third Harbour"),))
    assert clean(later).related_list.list_hash == clean(PAGE).related_list.list_hash
    assert clean(other).related_list.list_hash != clean(PAGE).related_list.list_hash


def test_related_read_matches_its_article_by_title_and_publisher() -> None:
    article = clean(replace(PAGE, title="Another harbour"))
    assert clean(PAGE).related_reads[0].match_key == article.article.title_key


def test_parts_are_the_texts_to_extract_from() -> None:
    draft = clean(replace(PAGE, credit="潮汐志"))
    assert [name for name, _ in draft.parts] == ["title", "body", "credit", "related:1:title"]


@given(st.lists(st.text(min_size=1).map(lambda text: text.replace("\n", " ")), min_size=1, max_size=8))
def test_offsets_give_back_every_paragraph(texts: list[str]) -> None:
    draft = clean(replace(PAGE, paragraphs=tuple(ParsedParagraph(kind="paragraph", text=text) for text in texts)))
    assert [draft.article.text[row.char_start : row.char_end] for row in draft.paragraphs] == texts
    assert [row.position for row in draft.paragraphs] == list(range(1, len(texts) + 1))
