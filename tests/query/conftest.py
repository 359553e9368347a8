import pytest

from tasks.land import land_chunk, land_run_end, land_run_start, open_lake
from tests.factories import make_draft, make_rejected, make_run
from tests.lakes import empty_lake, lake, lake_folder  # noqa: F401


@pytest.fixture(scope="session")
def filled_lake(tmp_path_factory):
    """A lake of one run: two articles (versions 3 and 4), the first of them revised, and a rejected input."""
    folder = tmp_path_factory.mktemp("filled") / "it's a lake"
    with open_lake(str(folder)) as opened:
        land_run_start(opened, make_run("r1"))
        land_chunk(opened, [make_draft("one", run_id="r1")], [make_rejected(run_id="r1")], run_id="r1")
        later = [make_draft("one", title="北辰实验室 hires", run_id="r1", place=1), make_draft("two", run_id="r1")]
        land_chunk(opened, later, [], run_id="r1")
        land_run_end(opened, make_run("r1", "completed", seen=4))
    return folder
