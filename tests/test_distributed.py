import json
import os
import subprocess
import sys
import time
import weakref
from pathlib import Path

import pytest

from medtune.distributed import barrier, is_main_process, load_whole_models, main_process_first, process_count

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


OUTPUT_FOLDERS = """
import json, os, sys
from pathlib import Path
from medtune import runs
from medtune.recipe.errors import RecipeError
from medtune.recipe.schema import Recipe

folder, rank = Path(sys.argv[1]), os.environ["RANK"]
said = {}
for name, own in (("one disk", folder / "disk"), ("a disk each", folder / f"disk of {rank}")):
    own.mkdir(exist_ok=True)
    os.chdir(own)
    Path("runs").mkdir(exist_ok=True)
    try:
        runs.require_shared(Recipe(task="toy", output_dir="runs"), patience=0.5)
        said[name] = ""
    except RecipeError as error:
        said[name] = str(error)
(folder / f"{rank}.json").write_text(json.dumps(said))
"""


def on_two_processes(script: str, folder: Path) -> None:
    """Run a script with the folder as its argument."""
    (folder / "worker.py").write_text(script)
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


@pytest.fixture(scope="module")
def notes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("processes")
    on_two_processes(WORKER, folder)
    return {name: json.loads((folder / f"{name}.json").read_text()) for name in ("main", "other")}


def test_two_processes_wait_for_each_other(notes):
    assert notes["main"]["processes"] == notes["other"]["processes"] == 2
    last_arrival = max(one["before"] for one in notes.values())
    assert notes["other"]["passed"] >= last_arrival
    assert notes["main"]["passed"] >= last_arrival


def test_main_process_goes_first(notes):
    assert (notes["main"]["seen"], notes["other"]["seen"]) == (False, True)


def test_machines_without_a_shared_disk_are_told_so(tmp_path):
    on_two_processes(OUTPUT_FOLDERS, tmp_path)
    main, other = (json.loads((tmp_path / f"{rank}.json").read_text()) for rank in (0, 1))
    assert main["one disk"] == other["one disk"] == ""
    fix = "Choose a folder on a disk that all machines share, under the same path on each"
    told = "output_dir: 'runs': {} the folder that the main process writes. " + fix
    assert main["a disk each"] == told.format("process 1 sees nothing of")
    assert other["a disk each"] == told.format("this machine sees nothing of")
    assert not list(tmp_path.glob("disk*/runs/*"))  # looked for when both are done


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


def test_models_are_loaded_whole_after_a_training_with_zero3(monkeypatch):
    from transformers.integrations import deepspeed

    class Zero3:
        def is_zero3(self):
            return True

    config = Zero3()
    monkeypatch.setattr(deepspeed, "_hf_deepspeed_config_weak_ref", weakref.ref(config))
    assert deepspeed.is_deepspeed_zero3_enabled()
    load_whole_models()
    assert not deepspeed.is_deepspeed_zero3_enabled()
