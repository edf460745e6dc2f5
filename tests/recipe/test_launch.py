"""A recipe that runs itself: what it calls, how it fails, and stock launchers."""

import json
import logging
import os
import pickle
import shlex
import subprocess
import sys
from types import SimpleNamespace

import pytest
import torch

from medtune.recipe.launch import launch

DATA = "task: prepare-data\noutput_dir: out\ndata:\n  sources:\n    - {source: synthetic, rows: 60}\n"


@pytest.fixture
def runs(monkeypatch, tmp_path):
    """Stand in for the real runs; collects what is to be run, and raises what a test wants."""
    stand_in = SimpleNamespace(calls=[], error=None)

    def execute(recipe, overwrite=False):
        stand_in.calls.append((recipe, overwrite))
        if stand_in.error:
            raise stand_in.error
        return {"loss": 1.0}

    monkeypatch.setattr("medtune.runs.execute", execute)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "prepared").touch()
    for name in ("RANK", "LOCAL_RANK"):
        monkeypatch.delenv(name, raising=False)
    return stand_in


def left(capsys, *arguments) -> tuple[int, str]:
    with pytest.raises(SystemExit) as caught:
        launch(*arguments)
    return caught.value.code, capsys.readouterr().err


def test_launch_runs_the_recipe_with_its_overrides(write, runs):
    assert launch(str(write()), ["--seed", "7", "--overwrite", "--data.max_tokens=64"]) == {"loss": 1.0}
    recipe, overwrite = runs.calls[0]
    assert (recipe.seed, recipe.data.max_tokens, overwrite) == (7, 64, True)


def test_running_the_file_launches_it(write, runs, monkeypatch):
    import runpy

    path = write()
    monkeypatch.setattr(sys, "argv", [str(path), "--seed=3"])
    runpy.run_path(str(path), run_name="__main__")
    assert runs.calls[0][0].seed == 3


def test_a_wrong_recipe_leaves_with_2_and_all_problems(write, runs, capsys):
    path = write("task: toy\noutput_dir: x\nsede: 1\n")
    code, error = left(capsys, str(path), ["--seed=-1"])
    assert code == 2
    assert error.splitlines() == [
        "command line: seed: -1: too small; a number of at least 0 is allowed",
        f"{path}:1: data: is missing. Add `data`, a section",
        f"{path}:5: sede: 1: unknown key. Did you mean `seed`?",
    ]
    assert not runs.calls


def test_debug_shows_the_traceback(write, runs, capsys):
    code, error = left(capsys, str(write("task: toy")), ["--debug"])
    assert code == 2
    assert "Traceback" in error


def test_missing_inputs_leave_with_1(write, runs, capsys):
    path = write("task: toy\noutput_dir: x\ndata: {path: nowhere}\n")
    code, error = left(capsys, str(path), [])
    assert code == 1
    assert f"{path}:5: data.path: nowhere does not exist (file; a relative path starts from" in error


def test_what_cannot_be_published_is_not_trained(write, runs, capsys, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    path = write("task: toy\noutput_dir: x\ndata: {path: prepared}\nhub:\n  repository: user/name\n")
    code, error = left(capsys, str(path), [])
    assert (code, runs.calls) == (1, [])
    assert f"{path}:7: hub.repository: 'user/name': cannot be published. HF_HUB_OFFLINE forbids it" in error


def test_pickled_objects_are_refused_without_advice_to_read_them(write, runs, capsys, tmp_path):
    torch.save({"weight": torch.zeros(1), "extra": logging.Formatter()}, tmp_path / "pytorch_model.bin")
    with pytest.raises(pickle.UnpicklingError, match="weights_only") as refused:
        torch.load(tmp_path / "pytorch_model.bin", weights_only=True)
    runs.error = refused.value
    code, error = left(capsys, str(write()), [])
    assert code == 1
    assert "holds objects beside the weights (logging.Formatter), and was not read." in error
    assert "weights_only" not in error


def test_only_one_process_of_a_machine_reports_a_wrong_recipe(write, runs, capsys, monkeypatch):
    slept = []
    monkeypatch.setattr("time.sleep", slept.append)
    monkeypatch.setenv("RANK", "1")
    monkeypatch.setenv("LOCAL_RANK", "1")
    assert left(capsys, str(write("task: toy")), []) == (2, "")
    assert slept  # it lets the process that reports leave first, since the launcher then stops all


def test_failures_of_the_run(write, runs, capsys, monkeypatch):
    path = str(write())
    runs.error = OSError(28, "No space left on device")
    assert left(capsys, path, []) == (1, "error: [Errno 28] No space left on device\n")
    monkeypatch.setenv("RANK", "3")
    monkeypatch.setenv("LOCAL_RANK", "1")
    assert left(capsys, path, []) == (1, "[process 3] error: [Errno 28] No space left on device\n")
    runs.error = FileNotFoundError(2, "No such file or directory", "shard-3")
    assert "shard-3" in left(capsys, path, [])[1]
    monkeypatch.setenv("LOCAL_RANK", "0")
    runs.error = KeyboardInterrupt()
    assert left(capsys, path, [])[0] == 130


def test_a_value_error_is_one_line_only_if_medtune_raised_it(write, runs, capsys, monkeypatch):
    path = str(write())
    runs.error = ValueError("from a library")
    with pytest.raises(ValueError, match="from a library"):
        launch(path, [])
    source = "def execute(recipe, overwrite=False):\n    raise ValueError('from medtune')\n"
    names = {"__name__": "medtune.runs"}  # whose name its frames bear
    exec(compile(source, "runs.py", "exec"), names)
    monkeypatch.setattr("medtune.runs.execute", names["execute"])
    assert left(capsys, path, []) == (1, "error: from medtune\n")


def test_output_that_nobody_reads_is_no_error(write, tmp_path):
    words = map(shlex.quote, (sys.executable, "-m", "medtune.cli", "check", str(write(DATA))))
    command = f"{' '.join(words)} | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (141, "")


def test_help_says_how_to_override(write, capsys):
    with pytest.raises(SystemExit) as caught:
        launch(str(write()), ["--help"])
    assert caught.value.code == 0
    assert "--section.key=VALUE" in capsys.readouterr().out


LAUNCHERS = {
    "python": [sys.executable],
    "medtune run": [sys.executable, "-m", "medtune.cli", "run"],
    "accelerate launch": [sys.executable, "-m", "accelerate.commands.launch", "--cpu", "--num_processes", "1"],
    "torchrun": [sys.executable, "-m", "torch.distributed.run", "--nproc_per_node", "2", "--standalone"],
}


def run(launcher: str, folder, *words: str) -> subprocess.CompletedProcess:
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    environment = {**os.environ, "PYTHONPATH": root, "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1"}
    command = [*LAUNCHERS[launcher], "toy.yaml", *words]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.mark.slow
@pytest.mark.parametrize("launcher", LAUNCHERS)
def test_stock_launchers_run_a_recipe(write, tmp_path, launcher):
    write(DATA)
    done = run(launcher, tmp_path, "--seed=5", "--data.sources.0.rows", "80")
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "out" / "metrics.json").read_text())
    assert json.loads((tmp_path / "out" / "run.json").read_text())["recipe"]["seed"] == 5


@pytest.mark.slow
@pytest.mark.parametrize("launcher", LAUNCHERS)
def test_stock_launchers_pass_on_what_is_wrong(write, tmp_path, launcher):
    write(DATA + "sede: 5\n")
    done = run(launcher, tmp_path)
    assert done.returncode != 0
    assert done.stderr.count("toy.yaml:8: sede: 5: unknown key. Did you mean `seed`?") == 1
    if launcher in ("python", "medtune run"):
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
