"""A batch of payloads: pages for what can be read, rejected rows for the rest, nothing lost."""

import pytest

from schemas.draft import Batch
from schemas.fetches import Capture, Payload
from tasks.parse import parse_batch

ARTICLE = b"A Harbour of Heat\n\nThe city opened a data centre near the harbour on Monday. It will heat a greenhouse.\n"


def payload(number: int, content: bytes) -> Payload:
    capture = Capture(
        fetch_id=f"f{number}", run_id="r", source=None, kind="text_dump", location=f"{number}.txt", extractor="1+x"
    )
    return Payload(capture=capture, content=content)


def test_payload_without_a_page_is_rejected_beside_the_others() -> None:
    batch = parse_batch(Batch(items=(payload(1, ARTICLE), payload(2, b"Home\n"), payload(3, ARTICLE))))
    assert [read.capture.fetch_id for read in batch.items] == ["f1", "f3"]
    (rejected,) = batch.settled
    assert (rejected.fetch_id, rejected.outcome, rejected.error_type) == ("f2", "rejected", "NotAnArticleError")


def test_settled_rows_are_passed_on() -> None:
    settled = payload(1, ARTICLE).capture.settle("unchanged", article_id="a")
    assert parse_batch(Batch(settled=(settled,))).settled == (settled,)


def test_encoding_of_the_bytes_stands_in_the_fetch() -> None:
    content = "港口的热\n\n周一,这座城市在港口附近启用了第二座数据中心。建造方预计第一批租户会在夏天之前搬进来。"
    (read,) = parse_batch(Batch(items=(payload(1, content.encode("gb18030")),))).items
    assert read.capture.charset == "gb18030"


def test_page_that_trips_the_reader_is_rejected_and_takes_nothing_along(monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(text: str, **_: object) -> None:
        raise ZeroDivisionError(text[:5])

    monkeypatch.setattr("tasks.parse.page.read_dump", trip)
    (rejected,) = parse_batch(Batch(items=(payload(1, ARTICLE),))).settled
    assert rejected.error_type == "ReaderError"
    assert "ZeroDivisionError" in (rejected.error or "")
