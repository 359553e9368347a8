"""Every bad input ends in one line that says what to do, an exit code, and a row where there was an input."""

import gzip
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from schemas.lake import CONNECTION_CONFIG, load_statements, locate_lake, writer_attach
from tests.flows.conftest import GOLDEN, Newslake

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
FEED = b'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><link>https://a.example/1</link></item></channel></rss>'
SITEMAP = b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/</loc></url></urlset>'
WARC = b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
LINK_LIST = (
    "<html><body><ul>"
    + "".join(f'<li><a href="/{n}">Item number {n}</a></li>' for n in range(40))
    + "</ul></body></html>"
)

BAD_FILES = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n \n", "empty"),
    "picture.html": (PNG, "PNG"),
    "noise.bin": (bytes(range(256)) * 16, "binary"),
    "feed.xml": (FEED, "feed"),
    "sitemap.xml": (SITEMAP, "sitemap"),
    "pages.warc": (WARC, "WARC"),
    "pages.warc.gz": (gzip.compress(WARC), "WARC"),
    "links.html": (LINK_LIST.encode(), ""),
    "menu.txt": (b"Home\n\nMarkets\n\nLog In\n\nAbout\n", "no main piece"),
    "cut.html": (b"<!DOCTYPE html><html><head><title>A page that was cut before its te", "cut off"),
    "cut-later.html": ((GOLDEN / "english" / "page.html").read_bytes()[:4900], "cut off"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_file_is_rejected_with_a_reason_and_a_row(newslake: Newslake, tmp_path: Path, name: str) -> None:
    content, reason = BAD_FILES[name]
    path = tmp_path / name
    path.write_bytes(content)
    summary, answer = newslake.ingest(path)
    assert answer.code == 3
    assert len(answer.err.strip().splitlines()) == 1
    assert reason in answer.err
    assert summary["landed"] == 0
    (row,) = newslake.sql("SELECT outcome, location, error_type, error FROM fetches")
    assert row["outcome"] == "rejected"
    assert row["location"] == str(path)
    assert row["error_type"].endswith("Error")
    assert row["error"] in answer.err
    assert str(path) in answer.err
    assert newslake.sql("SELECT count(*) AS n FROM rejects") == [{"n": 1}]


@pytest.mark.parametrize("name", ["no-such-file.txt", "no-such-folder/*.html", "empty-folder"])
def test_what_is_not_there_is_rejected(newslake: Newslake, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty-folder").mkdir()
    summary, answer = newslake.ingest(tmp_path / name)
    assert answer.code == 3
    assert (summary["seen"], summary["rejected"]) == (1, 1)
    assert newslake.count("fetches") == 1


def test_one_bad_input_does_not_stop_the_others(newslake: Newslake, english_page: Path, tmp_path: Path) -> None:
    (tmp_path / "picture.html").write_bytes(PNG)
    summary, answer = newslake.ingest(tmp_path / "picture.html", english_page, tmp_path / "missing")
    assert answer.code == 3
    assert (summary["seen"], summary["landed"], summary["rejected"]) == (3, 1, 2)
    assert newslake.count("articles") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("ingest",),
        ("ingest", "a.txt", "--fetched-at", "yesterday"),
        ("ingest", "a.txt", "--source", ""),
        ("ingest", "a.txt", "--source", "two\nlines"),
        ("sql", "SELECT 1", "-o", "rows.txt"),
        ("ingest", "a.txt", "--fetched-at", "2026-04-30"),
        ("ingest", "a.txt", "--fetched-at", "2999-01-01T00:00:00Z"),
        ("ingest", "a.txt", "--url", "not an address"),
        ("ingest", "a.txt", "--url", "https://"),
        ("ingest", "a.txt", "--url", "https://reader:secret@a.example/1"),
        ("ingest", "a.txt", "b.txt", "--url", "https://a.example/1"),
        ("ingest", "a.txt", "--commit-every", "0"),
        ("ingest", "a.txt", "--runner", "cluster"),
        ("sql", "SELECT 1", "--at", "last week"),
        ("sql", "SELECT 1", "--format", "xml"),
        ("sql", "--formt"),
        ("nonsense",),
        ("tables", "no_such_table"),
    ],
)
def test_wrong_usage_exits_with_2_and_touches_nothing(newslake: Newslake, arguments: tuple[str, ...]) -> None:
    answer = newslake.run(*arguments)
    assert answer.code == 2
    assert len(answer.err.strip().splitlines()) == 1
    assert not (newslake.lake.parent / "lake").exists()


def test_lake_path_that_is_a_file_exits_with_1(newslake: Newslake, english_page: Path) -> None:
    newslake.lake.write_text("no lake")
    _, answer = newslake.ingest(english_page)
    assert answer.code == 1
    assert len(answer.err.strip().splitlines()) == 1
    assert newslake.lake.read_text() == "no lake"


def test_lake_of_a_newer_version_is_refused_and_left_alone(newslake: Newslake, english_page: Path) -> None:
    newslake.ingest(english_page)
    with duckdb.connect(config=CONNECTION_CONFIG) as connection:
        for statement in (*load_statements(), writer_attach(locate_lake(str(newslake.lake)))):
            connection.execute(statement)
        connection.execute("INSERT INTO lake.history.schema_versions VALUES ('articles', 99, '9.9.9')")
    for arguments in (("ingest", english_page), ("sql", "SELECT 1")):
        answer = newslake.run(*arguments, "--lake", newslake.lake)
        assert answer.code == 1
        assert "9.9.9" in answer.err


def test_full_disk_ends_in_one_line_and_loses_nothing(newslake: Newslake, english_page: Path, tmp_path: Path) -> None:
    newslake.ingest(english_page)
    page = GOLDEN / "chinese_with_related" / "page.txt"
    program = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); "
        f"sys.argv = ['newslake', 'ingest', {str(page)!r}, '--lake', {str(newslake.lake)!r}]; "
        "from flows.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert newslake.sql("SELECT count(*) AS n FROM articles") == [{"n": 1}]
    summary, _ = newslake.ingest(page)
    assert summary["landed"] == 1


def test_help_of_every_command_shows_an_example(newslake: Newslake) -> None:
    commands = ["ingest", "sql", "tables", "snapshots"]
    for command in ([], *([name] for name in commands)):
        answer = newslake.run(*command, "--help")
        assert answer.code == 0
        assert "Example: newslake" in answer.out
