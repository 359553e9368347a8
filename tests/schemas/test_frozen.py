"""Declarations do not change under a version: each is kept in a file of its own, for good."""

import json
from pathlib import Path

import pytest

from schemas.table import TABLES

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", TABLES)
def test_a_changed_declaration_has_a_new_version(name, update_golden):
    table = TABLES[name]
    file = GOLDEN / f"{name}_v{table.version}.json"
    if update_golden and not file.exists():
        file.write_text(json.dumps(table.describe(), indent=2) + "\n", encoding="utf-8")

    assert file.exists(), f"keep the declaration of {name} with --update-golden"
    assert json.loads(file.read_text(encoding="utf-8")) == table.describe(), (
        f"raise the version of table {name}: its columns changed"
    )


@pytest.mark.parametrize("name", TABLES)
def test_every_version_is_kept(name):
    kept = {file.stem for file in GOLDEN.glob(f"{name}_v*.json")}

    assert kept == {f"{name}_v{version}" for version in range(1, TABLES[name].version + 1)}
