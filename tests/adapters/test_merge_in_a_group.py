"""Rank 0 merges while the others wait, longer than the group's own time-out."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from medtune.adapters.lineage import read_lineage

ROOT = Path(__file__).resolve().parents[2]
WORKER = """
import json, os, sys, time
from datetime import timedelta
from pathlib import Path
import torch
from medtune.adapters import merge as module

base, adapter, out = map(Path, sys.argv[1:])
patience = 2
torch.distributed.init_process_group("gloo", timeout=timedelta(seconds=patience))
write = module.write_weights
def slowly(plan, folder):
    time.sleep(3 * patience)
    write(plan, folder)
module.write_weights = slowly
began = time.time()
step = module.merge_once(base, adapter, out)
note = {"waited": time.time() - began, "step": step, "there": (out / "config.json").is_file()}
(out.parent / f"rank{os.environ['RANK']}.json").write_text(json.dumps(note))
"""


@pytest.mark.slow
def test_two_processes_one_slow_merge(make_base, make_adapter, tmp_path):
    base = make_base()
    adapter = make_adapter(base)
    (tmp_path / "worker.py").write_text(WORKER)
    launcher = [sys.executable, "-m", "torch.distributed.run", "--nproc_per_node", "2", "--standalone"]
    done = subprocess.run(
        [*launcher, tmp_path / "worker.py", base, adapter, tmp_path / "out"],
        env={**os.environ, "OMP_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": "", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    notes = [json.loads((tmp_path / f"rank{rank}.json").read_text()) for rank in (0, 1)]
    assert all(note["waited"] >= 6 and note["there"] for note in notes)
    assert notes[0]["step"] == notes[1]["step"] == read_lineage(tmp_path / "out")[-1]
    assert done.stdout.count("Merging") == 1
