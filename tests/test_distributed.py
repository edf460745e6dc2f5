import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from medtune.distributed import barrier, is_main_process, main_process_first, process_count

ROOT = Path(__file__).resolve().parents[1]
WORKER = """
import json, sys, time
from pathlib import Path
from medtune.distributed import barrier, is_main_process, main_process_first, process_count

folder, main = Path(sys.argv[1]), is_main_process()
name = "main" if main else "other"
if main:
    time.sleep(0.5)  # the other one is at the barrier long before
before = time.time()
barrier()
passed = time.time()
barrier()  # a second one, since each makes a group of its own
with main_process_first():
    seen = (folder / "made").exists()
    (folder / "made").touch()
notes = {"processes": process_count(), "before": before, "passed": passed, "seen": seen}
(folder / f"{name}.json").write_text(json.dumps(notes))
"""


@pytest.fixture(scope="module")
def notes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("processes")
    (folder / "worker.py").write_text(WORKER)
    launcher = [sys.executable, "-m", "torch.distributed.run", "--nproc_per_node", "2", "--standalone"]
    done = subprocess.run(
        [*launcher, folder / "worker.py", folder],
        env={**os.environ, "OMP_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": "", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return {name: json.loads((folder / f"{name}.json").read_text()) for name in ("main", "other")}


def test_two_processes_wait_for_each_other(notes):
    assert notes["main"]["processes"] == notes["other"]["processes"] == 2
    last_arrival = max(one["before"] for one in notes.values())
    assert notes["other"]["passed"] >= last_arrival
    assert notes["main"]["passed"] >= last_arrival


def test_main_process_goes_first(notes):
    assert (notes["main"]["seen"], notes["other"]["seen"]) == (False, True)


def test_without_launcher_there_is_one_process_that_never_waits(monkeypatch):
    for name in ("RANK", "WORLD_SIZE"):
        monkeypatch.delenv(name, raising=False)
    assert (is_main_process(), process_count()) == (True, 1)
    start = time.perf_counter()
    with main_process_first():
        barrier()
    assert time.perf_counter() - start < 0.5


def test_rank_decides(monkeypatch):
    monkeypatch.setenv("RANK", "1")
    assert not is_main_process()
