"""What is left when a writer dies, or the disk is full: the version before, whole."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tasks.land import land_chunk, open_lake
from tests.factories import make_draft
from tests.lakes import read

ROOT = Path(__file__).parents[2]
COUNTS = "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM mentions), (SELECT count(*) FROM fetches)"

DIES = """
import os, signal, sys
from tasks.land import land_chunk, lake, open_lake
from tests.factories import make_draft

opened = open_lake(sys.argv[1])
insert = lake.Lake.insert

def die_at_mentions(self, table, rows):
    insert(self, table, rows)
    if table.name == "mentions":
        os.kill(os.getpid(), signal.SIGKILL)

lake.Lake.insert = die_at_mentions
land_chunk(opened, [make_draft("two", run_id="r2")], [], run_id="r2")
"""

FILLS = """
import random, resource, sys
from schemas.lake_errors import LakeFullError
from tasks.land import land_chunk, open_lake
from tests.factories import make_draft

LIMIT = 1_000_000
opened = open_lake(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))
rng = random.Random(0)
noise = "".join(chr(rng.randrange(0x4E00, 0x9FFF)) for _ in range(LIMIT))
try:
    land_chunk(opened, [make_draft("two", text=noise, run_id="r2")], [], run_id="r2")
except LakeFullError as error:
    print(error)
"""

LANDS = """
import sys
from dataclasses import replace
from tasks.land import land_chunk, open_lake
from tests.factories import make_draft

run = sys.argv[2]
drafts = [make_draft(f"page-{number}", run_id=run) for number in range(5)]
sys.stdin.readline()
with open_lake(sys.argv[1]) as lake:
    landed = land_chunk(lake, drafts, [], run_id=run)
print(landed.snapshot, dict(landed.outcomes))
"""


def start(code, *arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, **options,
    )  # fmt: skip


def test_a_writer_killed_in_a_transaction_leaves_the_version_before(lake_folder):
    with open_lake(str(lake_folder)) as lake:
        land_chunk(lake, [make_draft("one", run_id="r1")], [], run_id="r1")
    before = read(lake_folder, COUNTS)

    writer = start(DIES, lake_folder)
    writer.communicate()

    assert writer.returncode == -signal.SIGKILL
    assert read(lake_folder, COUNTS) == before
    with open_lake(str(lake_folder)) as lake:
        assert land_chunk(lake, [make_draft("two", run_id="r3")], [], run_id="r3").outcomes == {"landed": 1}
    assert read(lake_folder, "SELECT count(*) FROM articles") == [(2,)]


def test_a_full_disk_is_named_and_leaves_the_version_before(lake_folder):
    with open_lake(str(lake_folder)) as lake:
        land_chunk(lake, [make_draft("one", run_id="r1")], [], run_id="r1")
    before = read(lake_folder, COUNTS)

    told, _ = start(FILLS, lake_folder).communicate()

    assert "is full" in told
    assert read(lake_folder, COUNTS) == before
    with open_lake(str(lake_folder)) as lake:
        assert land_chunk(lake, [make_draft("two", run_id="r3")], [], run_id="r3").outcomes == {"landed": 1}


def test_two_writers_of_the_same_pages_in_a_new_lake_land_them_once(tmp_path):
    folder = tmp_path / "lake"
    writers = [start(LANDS, folder, run) for run in ("r1", "r2")]
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    told = [writer.communicate()[0] for writer in writers]

    assert [writer.returncode for writer in writers] == [0, 0]
    assert sorted(line.split(" ", 1)[1] for line in told) == ["{'landed': 5}\n", "{'unchanged': 5}\n"]
    assert len({line.split(" ", 1)[0] for line in told}) == 2
    assert read(folder, "SELECT count(*), count(DISTINCT article_id) FROM history.articles") == [(5, 5)]
    assert read(folder, "SELECT count(*) FROM fetches") == [(10,)]
