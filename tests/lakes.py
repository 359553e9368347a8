"""Lakes for tests: one is made once a session and copied, since making one costs more than a test."""

import shutil
from pathlib import Path

import pytest

from tasks.land import open_lake
from tasks.query import connect


@pytest.fixture(scope="session")
def empty_lake(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "lake"
    open_lake(str(folder)).close()
    return folder


@pytest.fixture
def lake_folder(empty_lake, tmp_path) -> Path:
    return Path(shutil.copytree(empty_lake, tmp_path / "lake"))


@pytest.fixture
def lake(lake_folder):
    with open_lake(str(lake_folder)) as opened:
        yield opened


def read(source, sql):
    """Gives the rows of a query, over an open lake or the folder of one."""
    if isinstance(source, Path):
        with connect(str(source)) as connection:
            return connection.execute(sql).fetchall()
    return source.connection.execute(sql).fetchall()


def files_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
