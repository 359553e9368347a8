"""The command line as a test calls it: in this process, with what it printed and its exit code."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from flows.cli import main

GOLDEN = Path(__file__).parents[1] / "golden"


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return json.loads(self.out)


@dataclass(frozen=True)
class Newslake:
    """Runs commands on one lake; `sql` and `ingest` are short for the commands with JSON output."""

    lake: Path
    run: Callable[..., Answer]

    def ingest(self, *arguments: object) -> tuple[dict[str, Any], Answer]:
        answer = self.run("ingest", *arguments, "--lake", self.lake, "--format", "json")
        return json.loads(answer.out) if answer.out else {}, answer

    def sql(self, query: str, *arguments: object) -> list[dict[str, Any]]:
        answer = self.run("sql", query, *arguments, "--lake", self.lake, "--format", "json")
        assert answer.code == 0, answer.err
        return answer.rows

    def count(self, table: str) -> int:
        return int(self.sql(f"SELECT count(*) AS n FROM history.{table}")[0]["n"])


@pytest.fixture
def newslake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Newslake:
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    monkeypatch.delenv("NEWSLAKE_LAKE", raising=False)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object) -> Answer:
        monkeypatch.setattr(sys, "argv", ["newslake", *map(str, arguments)])
        capfd.readouterr()
        with pytest.raises(SystemExit) as exit_info:
            main()
        captured = capfd.readouterr()
        return Answer(code=int(exit_info.value.code or 0), out=captured.out, err=captured.err)

    return Newslake(lake=tmp_path / "lake", run=run)


@pytest.fixture
def chinese_page() -> Path:
    return GOLDEN / "chinese_with_related" / "page.txt"


@pytest.fixture
def english_page() -> Path:
    return GOLDEN / "english" / "page.txt"
