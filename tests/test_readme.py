"""What the README says is true: its commands exist, its queries run, its imports work."""

import re
from pathlib import Path

import pytest

from flows.cli import cli
from tests.flows.conftest import Newslake, newslake  # noqa: F401 - a fixture

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
QUERIES = [*re.findall(r"```sql\n(.*?)```", README, re.DOTALL), (ROOT / "docs" / "queries" / "first.sql").read_text()]


@pytest.fixture
def sampled(newslake: Newslake) -> Newslake:  # noqa: F811 - pytest's way of asking for it
    newslake.ingest(ROOT / "samples", "--fetched-at", "2026-03-14T08:00:00Z")
    return newslake


def test_queries_of_the_docs_find_rows_in_the_samples(sampled: Newslake) -> None:
    for query in QUERIES:
        assert sampled.sql(query), query


def test_answer_of_the_demo_is_the_one_that_the_readme_shows(sampled: Newslake) -> None:
    answer = sampled.run("sql", "-f", ROOT / "docs" / "queries" / "first.sql", "--lake", sampled.lake)
    assert answer.out.strip() in README


def test_every_command_is_in_the_readme_and_every_command_of_the_readme_exists() -> None:
    named = set(re.findall(r"newslake ([a-z]+)\b", README))
    assert named == set(cli.commands)


def test_every_option_is_in_the_readme() -> None:
    options = {option for command in cli.commands.values() for param in command.params for option in param.opts}
    long_options = {option for option in options if option.startswith("--")} - {"--help"}
    assert {option for option in long_options if option not in README} == set()


def test_make_targets_of_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"\bmake (\w+)", README)) - {"nothing"}:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_imports_of_the_readme_work() -> None:
    names: dict[str, object] = {}
    for line in re.findall(r"^from tasks\..*$", README, re.MULTILINE):
        exec(line, names)
    assert {"parse_page", "extract_text", "connect"} <= set(names)


def test_map_of_the_tree_names_every_stage() -> None:
    stages = {path.name for path in (ROOT / "tasks").iterdir() if (path / "__init__.py").exists()}
    assert all(f"  {stage}/" in README for stage in stages)
