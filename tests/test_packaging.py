"""What is promised to whoever installs newslake."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONSTRAINTS = (ROOT / "constraints.txt").read_text(encoding="utf-8")


def name_of(requirement: str) -> str:
    return re.split(r"[<>=!~;\[ ]", requirement)[0].lower().replace("_", "-")


def test_every_dependency_has_its_tested_version_and_nothing_else_does_stand_there() -> None:
    pinned = {name_of(line) for line in CONSTRAINTS.splitlines() if not line.startswith("#")}
    extras = PROJECT["project"]["optional-dependencies"].values()
    groups = PROJECT["dependency-groups"].values()
    wanted = [*PROJECT["project"]["dependencies"], *(name for group in (*extras, *groups) for name in group)]
    assert {name_of(name) for name in wanted} <= pinned
    assert re.search(r"https?://|--index|file:", CONSTRAINTS) is None
    assert all(
        re.fullmatch(r"[\w.-]+==[\w.+!-]+", line) for line in CONSTRAINTS.splitlines() if not line.startswith("#")
    )


def test_every_dependency_has_a_reason() -> None:
    reasons = (ROOT / "docs" / "decisions" / "dependencies.md").read_text(encoding="utf-8")
    missing = [name for name in map(name_of, PROJECT["project"]["dependencies"]) if name not in reasons]
    assert missing == []
