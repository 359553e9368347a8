"""Our own sample pages, each as a text dump and as HTML, give what their golden files say."""

import json
from pathlib import Path
from typing import Any

import pytest

from schemas.page import ParsedPage
from tasks.parse import parse_page

GOLDEN = Path(__file__).parents[1] / "golden"
PAGES = sorted(path for path in GOLDEN.glob("*/page.*") if path.suffix in {".txt", ".html"})
PLAIN_FIELDS = (
    "title", "publisher", "credit", "credit_platform", "published_precision", "updated_precision", "language",
    "canonical_url",
)  # fmt: skip
RELATED_FIELDS = ("kind", "title", "url", "summary", "publisher", "relative_time")


def as_golden(page: ParsedPage) -> dict[str, Any]:
    return {
        **{field: getattr(page, field) for field in PLAIN_FIELDS},
        "authors": list(page.authors),
        "translators": list(page.translators),
        "published_at": page.published_at and page.published_at.isoformat(),
        "updated_at": page.updated_at and page.updated_at.isoformat(),
        "tags": list(page.tags),
        "paragraphs": [[paragraph.kind, paragraph.text] for paragraph in page.paragraphs],
        "related_reads": [{field: getattr(read, field) for field in RELATED_FIELDS} for read in page.related_reads],
    }


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}{path.suffix}")
def test_page_gives_what_its_golden_file_says(path: Path, update_golden: bool) -> None:
    golden = path.with_name(path.name + ".json")
    found = as_golden(parse_page(path.read_bytes()))
    if update_golden:
        golden.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(golden.read_text(encoding="utf-8"))


def test_every_golden_page_is_there_in_both_forms() -> None:
    assert {path.parent.name for path in PAGES if path.suffix == ".txt"} == {
        path.parent.name for path in PAGES if path.suffix == ".html"
    }
    assert len(PAGES) >= 10
