"""Command line in, DuckDB answers out: what ingesting pages leaves in the lake."""

import json
from pathlib import Path

import pytest

import flows.ingest
from tests.flows.conftest import GOLDEN, Newslake

SUMMARY_KEYS = ["run_id", "snapshot", "first_snapshot", "seen", "landed", "revised", "unchanged", "rejected", "seconds"]
TABLES_OF_A_PAGE = (
    "articles", "paragraphs", "related_lists", "related_reads", "mentions", "measures", "quotes", "entities",
)  # fmt: skip


def test_page_becomes_an_article_with_paragraphs_and_related_reads(newslake: Newslake, chinese_page: Path) -> None:
    expected = json.loads(chinese_page.with_name("page.txt.json").read_text(encoding="utf-8"))
    summary, answer = newslake.ingest(chinese_page)
    assert answer.code == 0
    assert list(summary) == SUMMARY_KEYS
    assert (summary["seen"], summary["landed"]) == (1, 1)
    (article,) = newslake.sql("SELECT title, publisher, credit, language, text, revision FROM articles")
    assert article["title"] == expected["title"]
    assert article["language"] == "zh-Hans"
    paragraphs = newslake.sql("SELECT kind, text FROM paragraphs ORDER BY position")
    assert [[row["kind"], row["text"]] for row in paragraphs] == expected["paragraphs"]
    assert article["text"] == "\n".join(text for _, text in expected["paragraphs"])
    related = newslake.sql(
        "SELECT title, summary, publisher, relative_time, published_at FROM related_reads ORDER BY position"
    )
    assert [row["title"] for row in related] == [row["title"] for row in expected["related_reads"]]
    assert all(row["published_at"] is None for row in related)


def test_time_of_fetching_resolves_relative_times(newslake: Newslake, chinese_page: Path) -> None:
    newslake.ingest(chinese_page, "--fetched-at", "2026-02-04T12:00:00+02:00")
    (row,) = newslake.sql(
        "SELECT relative_time, published_at, published_precision FROM related_reads WHERE relative_time = '6h ago'"
    )
    assert row["published_at"].startswith("2026-02-04T04:00:00")
    assert row["published_precision"] == "hour"
    assert newslake.sql("SELECT fetched_at FROM articles")[0]["fetched_at"].startswith("2026-02-04T10:00:00")


def test_offsets_give_back_the_text_of_every_mention_paragraph_and_quote(newslake: Newslake) -> None:
    newslake.ingest(*GOLDEN.glob("*/page.*"))
    texts = """
        WITH texts AS (
            SELECT article_id, revision, NULL AS list_revision, part, whole FROM (
                SELECT article_id, revision, unnest([title, text, credit]) AS whole,
                       unnest(['title', 'body', 'credit']) AS part FROM history.articles)
            UNION ALL BY NAME
            SELECT article_id, list_revision, part, whole FROM (
                SELECT article_id, list_revision, unnest([title, summary]) AS whole,
                       unnest([format('related:{}:title', position), format('related:{}:summary', position)]) AS part
                FROM history.related_reads))
    """
    for table, column in (("mentions", "text"), ("quotes", "quote")):
        rows = newslake.sql(
            f"""{texts} SELECT count(*) AS n,
                count(*) FILTER (substr(whole, char_start + 1, char_end - char_start) = {column}) AS right_ones
            FROM history.{table} m LEFT JOIN texts t ON m.article_id = t.article_id AND m.part = t.part
                AND CASE WHEN m.list_revision IS NULL THEN m.revision = t.revision AND t.list_revision IS NULL
                         ELSE m.list_revision = t.list_revision END"""
        )
        assert rows[0]["n"] == rows[0]["right_ones"] > 0
    rows = newslake.sql(
        """SELECT count(*) AS n FROM paragraphs p JOIN articles a USING (article_id, revision)
        WHERE substr(a.text, p.char_start + 1, p.char_end - p.char_start) <> p.text"""
    )
    assert rows[0]["n"] == 0


def test_same_input_again_adds_only_fetches_and_runs(newslake: Newslake, chinese_page: Path) -> None:
    newslake.ingest(chinese_page)
    before = {table: newslake.count(table) for table in TABLES_OF_A_PAGE}
    summary, _ = newslake.ingest(chinese_page)
    assert (summary["seen"], summary["unchanged"]) == (1, 1)
    assert {table: newslake.count(table) for table in TABLES_OF_A_PAGE} == before
    assert newslake.count("fetches") == 2
    assert newslake.count("runs") == 4


def test_changed_page_adds_a_revision_and_the_old_one_stays(
    newslake: Newslake, english_page: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(english_page.read_bytes())
    first, _ = newslake.ingest(page)
    page.write_text(page.read_text(encoding="utf-8").replace("4,200", "4,300"), encoding="utf-8")
    second, _ = newslake.ingest(page)
    assert (second["landed"], second["revised"]) == (0, 1)
    (latest,) = newslake.sql("SELECT revision, revision_reason, changed_fields, text FROM articles")
    assert (latest["revision"], latest["revision_reason"], latest["changed_fields"]) == (2, "changed", ["text"])
    assert "4,300" in latest["text"]
    (earlier,) = newslake.sql("SELECT revision, text FROM articles", "--at", first["snapshot"])
    assert earlier["revision"] == 1
    assert "4,200" in earlier["text"]
    assert newslake.count("articles") == 2


def test_change_of_furniture_or_relative_times_adds_no_revision(
    newslake: Newslake, english_page: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    text = english_page.read_text(encoding="utf-8")
    page.write_text(text, encoding="utf-8")
    newslake.ingest(page)
    page.write_text(text.replace("3h ago", "5h ago").replace("Trending Cryptos", "Trending Coins"), encoding="utf-8")
    summary, _ = newslake.ingest(page)
    assert summary["unchanged"] == 1
    assert newslake.count("articles") == newslake.count("related_lists") == 1


def test_dump_and_html_of_one_page_are_known_as_duplicates(newslake: Newslake) -> None:
    newslake.ingest(GOLDEN / "everything_missing" / "page.txt")
    newslake.ingest(GOLDEN / "everything_missing" / "page.html", "--url", "https://news.example/quiet")
    assert len(newslake.sql("SELECT article_id FROM articles")) == 2
    (row,) = newslake.sql("SELECT similarity, article_id <> duplicate_of AS is_other FROM duplicates")
    assert row == {"similarity": 1.0, "is_other": True}


def test_one_entity_holds_names_of_both_languages(newslake: Newslake) -> None:
    newslake.ingest(*GOLDEN.glob("*/page.txt"))
    rows = newslake.sql(
        "SELECT list(DISTINCT m.text ORDER BY m.text) AS names FROM mentions m JOIN entities e USING (entity_id) "
        "WHERE e.name = 'NVIDIA'"
    )
    assert {"NVIDIA", "英伟达"} <= set(rows[0]["names"])


def test_url_given_for_a_file_makes_its_identity(newslake: Newslake, english_page: Path) -> None:
    newslake.ingest(english_page, "--url", "https://www.news.example:443/a/1?utm_source=feed#top")
    (article,) = newslake.sql("SELECT url, canonical_url, site FROM articles")
    assert article["canonical_url"] == "https://www.news.example/a/1"
    assert article["site"] == "news.example"


def test_folder_glob_and_standard_input_are_inputs(
    newslake: Newslake, english_page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pages" / "deep"
    folder.mkdir(parents=True)
    (folder / "one.txt").write_bytes(english_page.read_bytes())
    (folder / "two.html").write_bytes((GOLDEN / "without_related" / "page.html").read_bytes())
    summary, _ = newslake.ingest(tmp_path / "pages")
    assert summary["landed"] == 2
    summary, _ = newslake.ingest(f"{folder}/*.txt")
    assert (summary["seen"], summary["unchanged"]) == (1, 1)
    with (GOLDEN / "everything_missing" / "page.txt").open("rb") as page:
        monkeypatch.setattr("sys.stdin", type("Stdin", (), {"buffer": page})())
        summary, _ = newslake.ingest("-")
    assert summary["landed"] == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5"])
def test_page_in_any_encoding_lands_the_same(newslake: Newslake, tmp_path: Path, encoding: str) -> None:
    source = GOLDEN / "without_related" / "page.txt"
    page = tmp_path / "page.txt"
    page.write_bytes(source.read_text(encoding="utf-8").encode(encoding, "replace"))
    newslake.ingest(page)
    expected = json.loads(source.with_name("page.txt.json").read_text(encoding="utf-8"))
    assert newslake.sql("SELECT title, language FROM articles") == [
        {"title": expected["title"], "language": expected["language"]}
    ]


def test_commit_every_makes_several_versions_of_one_run(newslake: Newslake) -> None:
    summary, _ = newslake.ingest(*sorted(GOLDEN.glob("*/page.txt")), "--commit-every", 2)
    assert summary["snapshot"] - summary["first_snapshot"] == 2
    assert newslake.sql("SELECT count(*) AS n FROM articles", "--at", summary["first_snapshot"]) == [{"n": 2}]
    assert newslake.sql("SELECT count(*) AS n FROM articles") == [{"n": 5}]


def test_processes_give_the_same_rows_as_one(newslake: Newslake, tmp_path: Path) -> None:
    pages = sorted(GOLDEN.glob("*/page.*t*"))
    newslake.ingest(*pages)
    here = newslake.sql("SELECT article_id, content_hash, extraction_hash FROM articles ORDER BY ALL")
    other = Newslake(lake=tmp_path / "other", run=newslake.run)
    other.ingest(*pages, "--runner", "process")
    assert other.sql("SELECT article_id, content_hash, extraction_hash FROM articles ORDER BY ALL") == here


def test_run_keeps_its_settings_without_credentials(newslake: Newslake) -> None:
    newslake.ingest("http://reader:secret@127.0.0.1:9/a")
    (run,) = newslake.sql("SELECT state, settings, rejected FROM runs")
    assert (run["state"], run["rejected"]) == ("completed", 1)
    assert "secret" not in json.dumps(newslake.sql("FROM fetches")) + run["settings"]


def test_lake_among_the_pages_is_no_input(newslake: Newslake, english_page: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "page.txt").write_bytes(english_page.read_bytes())
    beside = Newslake(lake=folder / "lake", run=newslake.run)
    beside.ingest(folder)
    summary, answer = beside.ingest(folder)
    assert answer.code == 0
    assert (summary["seen"], summary["unchanged"]) == (1, 1)


def test_interrupted_run_keeps_what_it_committed_and_says_so(
    newslake: Newslake, monkeypatch: pytest.MonkeyPatch
) -> None:
    land_chunk, chunks = flows.ingest._land_chunk, []

    def interrupt_second(*arguments: object) -> object:
        if chunks:
            raise KeyboardInterrupt
        chunks.append(land_chunk(*arguments))
        return chunks[0]

    monkeypatch.setattr(flows.ingest, "_land_chunk", interrupt_second)
    _, answer = newslake.ingest(*sorted(GOLDEN.glob("*/page.txt")), "--commit-every", 2)
    assert answer.code == 130
    assert newslake.sql("SELECT state, landed FROM runs") == [{"state": "failed", "landed": 2}]
    assert newslake.sql("SELECT count(*) AS n FROM articles") == [{"n": 2}]
