"""With a Prefect API runs show there; without one nothing of Prefect is started; stages can do without Prefect."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.flows.conftest import GOLDEN, Newslake

START_SECONDS = 90
STAGES = ("fetch", "parse", "clean", "extract", "link")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run_newslake(*arguments: object, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from flows.cli import main; main()", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=120, check=False, env={**os.environ, **environment}
    )


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Prefect server on the loopback interface."""
    home, port = tmp_path_factory.mktemp("prefect"), free_port()
    environment = {
        **os.environ, "PREFECT_HOME": str(home), "DO_NOT_TRACK": "1", "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_LOGGING_LEVEL": "WARNING",
    }  # fmt: skip
    environment.pop("PREFECT_API_URL", None)
    command = [
        sys.executable,
        "-m",
        "prefect",
        "server",
        "start",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--no-ui",
    ]
    with (home / "server.log").open("wb") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        wait_until_ready(f"http://127.0.0.1:{port}/api", server)
        yield f"http://127.0.0.1:{port}/api"
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_until_ready(address: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert server.poll() is None, "the Prefect server ended while starting"
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=2):
                return
        except OSError:
            # the server may need a while; waiting on its process returns early where it fails
            try:
                server.wait(timeout=0.3)
            except subprocess.TimeoutExpired:
                continue
    pytest.fail("the Prefect server did not answer in time")


def ask(address: str, path: str) -> list[dict[str, Any]]:
    request = urllib.request.Request(
        f"{address}/{path}", data=b'{"limit": 200}', headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=10) as response:
        return json.load(response)


def test_runs_show_at_the_api_with_names_states_and_a_task_a_batch(api: str, tmp_path: Path) -> None:
    environment = {"PREFECT_API_URL": api, "PREFECT_HOME": str(tmp_path / "home")}
    lake = tmp_path / "lake"
    done = run_newslake("ingest", GOLDEN, "--lake", lake, "--format", "json", environment=environment)
    # the golden folder holds JSON files too, which are rejected
    assert done.returncode == 3, done.stderr
    summary = json.loads(done.stdout)
    # one sample has neither address nor date: its dump and its HTML are one article
    assert (summary["landed"], summary["unchanged"]) == (9, 1)
    flow_run = next(run for run in ask(api, "flow_runs/filter") if run["state"]["type"] != "FAILED")
    assert (flow_run["state"]["type"], flow_run["name"]) == ("COMPLETED", f"ingest {GOLDEN}")
    task_runs = [run for run in ask(api, "task_runs/filter") if run["flow_run_id"] == flow_run["id"]]
    assert {run["state"]["type"] for run in task_runs} == {"COMPLETED"}
    names = {run["name"] for run in task_runs}
    assert {f"{stage} batch {number}" for stage in STAGES for number in (1, 2)} <= names
    assert {"land chunk 1"} <= names


def test_failed_run_shows_at_the_api_and_is_one_line_on_the_terminal(
    api: str, tmp_path: Path, english_page: Path
) -> None:
    environment = {"PREFECT_API_URL": api, "PREFECT_HOME": str(tmp_path / "home")}
    lake = tmp_path / "lake"
    lake.write_text("no lake")
    done = run_newslake("ingest", english_page, "--lake", lake, environment=environment)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert "FAILED" in {run["state"]["type"] for run in ask(api, "flow_runs/filter")}


def test_api_that_does_not_answer_is_one_line_and_exit_code_1(tmp_path: Path, english_page: Path) -> None:
    environment = {"PREFECT_API_URL": f"http://127.0.0.1:{free_port()}/api", "PREFECT_HOME": str(tmp_path / "home")}
    done = run_newslake("ingest", english_page, "--lake", tmp_path / "lake", environment=environment)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "PREFECT_API_URL" in done.stderr
    assert not (tmp_path / "lake").exists()


def test_without_an_api_no_server_is_started_and_verbose_says_so(tmp_path: Path, english_page: Path) -> None:
    home = tmp_path / "home"
    environment = {"PREFECT_API_URL": "", "PREFECT_HOME": str(home)}
    done = run_newslake("ingest", english_page, "--lake", tmp_path / "lake", "--verbose", environment=environment)
    assert done.returncode == 0, done.stderr
    assert "no server is started" in done.stderr
    assert not list(home.glob("*.db"))


def test_dask_runner_without_its_extra_says_how_to_install_it(
    newslake: Newslake, english_page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "prefect_dask", None)
    _, answer = newslake.ingest(english_page, "--runner", "dask")
    assert answer.code == 2
    assert "newslake[dask]" in answer.err
    assert not newslake.lake.exists()


@pytest.mark.parametrize(
    "module", ["tasks.parse", "tasks.extract", "tasks.query", "tasks.land", "tasks.fetch", "schemas"]
)
def test_stage_can_be_imported_without_prefect(module: str) -> None:
    program = f"import sys, {module}; sys.exit('prefect' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], timeout=60, check=False).returncode == 0


def test_telemetry_is_off_unless_the_user_turns_it_on() -> None:
    program = "import flows, os; print(os.environ['DO_NOT_TRACK'], os.environ['PREFECT_SERVER_ANALYTICS_ENABLED'])"
    plain = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DO_NOT_TRACK", "PREFECT_SERVER_ANALYTICS_ENABLED"}
    }
    for given, expected in (
        ({}, "1 false"),
        ({"DO_NOT_TRACK": "0", "PREFECT_SERVER_ANALYTICS_ENABLED": "true"}, "0 true"),
    ):
        done = subprocess.run(
            [sys.executable, "-c", program],
            env={**plain, **given},
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        assert done.stdout.strip() == expected
