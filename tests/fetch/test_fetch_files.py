"""What reading files and standard input gives."""

import gzip
import io
import os
import pickle
import sys
import time
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from schemas.keys import stable_id
from schemas.known import Known
from tasks.fetch import files, inflate, locations

PAGE = b"<!doctype html><title>Tides</title><p>The harbour froze over on Monday.</p>"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "tides.bin"
    path.write_bytes(PAGE)
    return path


def test_file_gives_its_bytes_and_what_is_known_of_them(fetching: Any, page: Path) -> None:
    at = datetime(2026, 2, 3, 8, tzinfo=UTC)
    payload = fetching.payload(str(page), source="desk", url="https://news.example/tides", fetched_at=at)
    capture = payload.capture
    assert payload.content == PAGE
    assert (capture.kind, capture.byte_count, capture.sha256) == ("page", len(PAGE), sha256(PAGE).hexdigest())
    assert (capture.location, capture.source, capture.url) == (str(page), "desk", "https://news.example/tides")
    assert (capture.fetched_at, capture.final_url, capture.http_status) == (at, None, None)


def test_fetch_ids_hash_run_and_place(fetching: Any, page: Path, tmp_path: Path) -> None:
    batch = fetching.batch(str(tmp_path / "gone.txt"), str(page))
    assert batch.settled[0].fetch_id == stable_id("fetch", "run-1", 0)
    assert batch.items[0].capture.fetch_id == stable_id("fetch", "run-1", 1)


def test_one_failing_input_does_not_stop_the_others(fetching: Any, page: Path, tmp_path: Path) -> None:
    batch = fetching.batch(str(page), str(tmp_path / "gone"), "ftp://news.example/", str(tmp_path / "*.no"), str(page))
    assert len(batch.items) == 2
    assert [row.error_type for row in batch.settled] == ["MissingInputError", "AddressError", "MissingInputError"]


def test_payload_that_was_read_before_is_unchanged(fetching: Any, page: Path) -> None:
    key = (None, sha256(PAGE).hexdigest(), "x1")
    batch = fetching.batch(str(page), known=Known(payloads={key: "article-7"}))
    assert batch.items == ()
    assert [(row.outcome, row.article_id, row.kind) for row in batch.settled] == [("unchanged", "article-7", "page")]


@pytest.mark.parametrize(
    "key",
    [
        ("https://news.example/tides", sha256(PAGE).hexdigest(), "x1"),
        (None, sha256(PAGE).hexdigest(), "x0"),
        (None, sha256(b"another").hexdigest(), "x1"),
    ],
)
def test_other_address_payload_or_extractor_is_read_on(fetching: Any, page: Path, key: tuple[Any, ...]) -> None:
    assert fetching.batch(str(page), known=Known(payloads={key: "article-7"})).items


def test_missing_file_is_rejected(fetching: Any, tmp_path: Path) -> None:
    row = fetching.rejection(str(tmp_path / "gone.txt"))
    assert (row.error_type, row.kind) == ("MissingInputError", "unknown")
    assert "gone.txt doesn't exist" in str(row.error)


def test_broken_symbolic_link_is_rejected_as_missing(fetching: Any, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert fetching.rejection(str(tmp_path / "link")).error_type == "MissingInputError"


def test_path_through_a_file_is_rejected_as_missing(fetching: Any, page: Path) -> None:
    assert fetching.rejection(f"{page}/a.txt").error_type == "MissingInputError"


@pytest.mark.parametrize("name", ["a\0b", "\ud800"])
def test_name_that_no_file_can_have_is_rejected_as_missing(fetching: Any, name: str) -> None:
    assert fetching.rejection(name).error_type == "MissingInputError"


def test_name_that_is_too_long_is_rejected(fetching: Any) -> None:
    assert fetching.rejection("n" * 5000).error_type == "UnreadableInputError"


def test_file_without_permission_is_rejected(fetching: Any, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    row = fetching.rejection(str(page))
    assert row.error_type == "UnreadableInputError"
    assert "permissions" in str(row.error)


def test_named_pipe_is_rejected_without_waiting(fetching: Any, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert fetching.rejection(str(tmp_path / "pipe")).error_type == "UnreadableInputError"


def test_device_is_rejected(fetching: Any) -> None:
    assert fetching.rejection("/dev/zero").error_type == "UnreadableInputError"


def test_folder_that_takes_a_files_place_is_rejected(fetching: Any, tmp_path: Path) -> None:
    inputs = locations.find_inputs([str(tmp_path / "later")])
    location = next(inputs)
    (tmp_path / "later").mkdir()
    with pytest.raises(files.UnreadableInputError):
        files.read_file(location.name)


def test_huge_file_is_rejected_before_it_is_read(
    fetching: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(files.MAX_FILE_BYTES + 1)
    monkeypatch.setattr(Path, "open", lambda *arguments: pytest.fail("the file was opened"))
    assert fetching.rejection(str(tmp_path / "huge")).error_type == "TooLargeError"


def test_file_that_grows_while_it_is_read_is_rejected(
    fetching: Any, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_FILE_BYTES", len(PAGE) - 1)
    monkeypatch.setattr(files, "_check_status", lambda *arguments: None)
    assert fetching.rejection(str(page)).error_type == "TooLargeError"


@pytest.mark.parametrize(
    "content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", gzip.compress(b"", mtime=0)]
)
def test_empty_file_is_rejected(fetching: Any, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "empty.txt").write_bytes(content)
    assert fetching.rejection(str(tmp_path / "empty.txt")).error_type == "EmptyInputError"


def test_gzip_page_is_unpacked(fetching: Any, tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:]) + b"\0\0")
    payload = fetching.payload(str(tmp_path / "a.gz"))
    assert payload.content == PAGE
    assert payload.capture.sha256 == sha256(PAGE).hexdigest()


@pytest.mark.parametrize(
    "damage", [lambda packed: packed[:-9], lambda packed: packed[:12] + b"\xff" * 40, lambda _: b"\x1f\x8b"]
)
def test_damaged_gzip_is_rejected(fetching: Any, tmp_path: Path, damage: Any) -> None:
    (tmp_path / "a.gz").write_bytes(damage(gzip.compress(PAGE)))
    assert fetching.rejection(str(tmp_path / "a.gz")).error_type == "UnreadableInputError"


def test_gzip_bomb_is_stopped_at_the_limit(fetching: Any, tmp_path: Path) -> None:
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(b"a" * (files.MAX_FILE_BYTES + 1), compresslevel=1))
    assert fetching.rejection(str(tmp_path / "bomb.gz")).error_type == "TooLargeError"


def test_gzip_of_countless_members_is_rejected_soon(fetching: Any, tmp_path: Path) -> None:
    (tmp_path / "many.gz").write_bytes(gzip.compress(b"") * 1_000_000)
    started = time.perf_counter()
    assert fetching.rejection(str(tmp_path / "many.gz")).error_type == "UnreadableInputError"
    assert time.perf_counter() - started < 2


def test_gzip_up_to_the_greatest_number_of_members_is_read() -> None:
    packed = gzip.compress(b"a") * inflate.MAX_MEMBERS
    assert inflate.inflate(packed, limit=10_000, label="a.gz") == b"a" * inflate.MAX_MEMBERS


def test_standard_input_is_read(fetching: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE)))
    payload = fetching.payload("-", url="https://news.example/tides")
    assert (payload.content, payload.capture.location) == (PAGE, "-")
    assert payload.capture.url == "https://news.example/tides"


def test_empty_standard_input_is_rejected(fetching: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    row = fetching.rejection("-")
    assert row.error_type == "EmptyInputError"
    assert "standard input is empty" in str(row.error)


def test_closed_standard_input_is_rejected(fetching: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert fetching.rejection("-").error_type == "UnreadableInputError"


def test_endless_standard_input_is_rejected(fetching: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/zero").open() as endless:
        monkeypatch.setattr(sys, "stdin", endless)
        monkeypatch.setattr(files, "MAX_FILE_BYTES", 1_000)
        assert fetching.rejection("-").error_type == "TooLargeError"


def test_locations_and_batches_travel_between_processes(fetching: Any, page: Path, tmp_path: Path) -> None:
    found = list(locations.find_inputs([str(page), str(tmp_path / "*.no")]))
    revived = pickle.loads(pickle.dumps(found))
    assert [str(place.error) for place in revived] == [str(place.error) for place in found]
    batch = fetching.batch(str(page), "gone")
    assert pickle.loads(pickle.dumps(batch)) == batch
