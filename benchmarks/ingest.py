"""How long an ad-hoc ingest of one page takes, process start included, beside the floor of its imports alone.

In: a page, by default a sample of the repository. Out: a table, medians of interleaved rounds; JSON with `--json`. The
lake and the lexicon's cache exist already, as on any run but the first.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "samples" / "riverside_forum_zh.txt"
ROUNDS = 5
IMPORTS = "import prefect, duckdb, pyarrow"
# Without a second argument, each round makes a lake of its own.
INGEST = """
import sys, tempfile
from flows.cli import main
page, lake = [*sys.argv[1:], tempfile.mkdtemp() + "/lake"][:2]
sys.argv = ["newslake", "ingest", page, "--lake", lake]
main()
"""


def time_rounds(commands: dict[str, list[str]]) -> dict[str, float]:
    """Gives the median wall time of each command in seconds, after one round that isn't counted."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(ROUNDS + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            if number:
                seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in seconds.items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures for the page named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE too")
    options = parser.parse_args(arguments)
    python = [sys.executable, "-c"]
    with tempfile.TemporaryDirectory() as folder:
        medians = time_rounds(
            {
                "floor: imports alone": [*python, IMPORTS],
                "one page, known to the lake": [*python, INGEST, str(options.page), f"{folder}/lake"],
                "one page, into a new lake": [*python, INGEST, str(options.page)],
            }
        )
    for name, median in medians.items():
        print(f"{name:<30}{median:>7.2f} s")
    if options.json:
        options.json.write_text(json.dumps(medians, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
