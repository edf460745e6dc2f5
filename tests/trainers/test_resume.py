"""Whenever a run is killed, going on leads to the weights of the uninterrupted run, bit by bit."""

import json
import signal
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
import tiny
from interrupted import SignalAtStep
from transformers import EarlyStoppingCallback

from medtune.trainers.fit import fit

# What can go wrong lies in what the trainers share; the joint one has most of it.
KINDS = [kind if kind == "multitask" else pytest.param(kind, marks=pytest.mark.slow) for kind in tiny.KINDS]


@pytest.fixture(scope="module", params=KINDS)
def results(request, tmp_path_factory):
    script = Path(__file__).with_name("interrupted.py")
    folder = tmp_path_factory.mktemp("interrupted")
    done = subprocess.run([sys.executable, script, request.param, folder], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_resumed_weights_are_those_of_the_uninterrupted_run(results):
    expected = results["uninterrupted"]["weights"]
    assert {name: result["weights"] == expected for name, result in results.items()} == dict.fromkeys(results, True)


def test_interruptions_took_place(results):
    ends = {name: result["ends"] for name, result in results.items()}
    assert ends.pop("uninterrupted") == [0]
    assert ends.pop("killed twice") == [-9, -9, 0]
    assert [ends.pop(name) for name in list(ends) if name.startswith("terminated")] == [[143, 0]] * 3
    assert all(codes == [-9, 0] for codes in ends.values())


def test_only_the_last_checkpoint_is_left(results):
    assert all(result["left"] == ["checkpoint-8"] for result in results.values())


def test_no_evaluation_is_lost(results):
    expected = results["uninterrupted"]["evaluations"]
    assert set(expected) == {"3", "6", "8"}
    assert {name: result["evaluations"] == expected for name, result in results.items()} == dict.fromkeys(results, True)


def test_logged_losses_still_add_up(results):
    for result in results.values():
        assert result["losses"][-1]["step"] == 8
        for entry in result["losses"]:
            if "reply_loss" in entry:
                assert entry["loss"] == pytest.approx(entry["classification_loss"] + entry["reply_loss"], rel=1e-4)


def stopping_early(folder, interrupt=None):
    """Train without learning: the first of six evaluations stays the best, and the fourth ends a patience of three."""
    arguments = {"learning_rate": 1e-30, "eval_strategy": "steps", "eval_steps": 1, "save_strategy": "steps"}
    arguments |= {"save_steps": 1, "num_train_epochs": 3, "metric_for_best_model": "loss", "save_total_limit": 2}
    trainer = tiny.trainer("classification", folder, eval_rows=6, per_device_train_batch_size=8, **arguments)
    trainer.add_callback(EarlyStoppingCallback(3))
    if interrupt:
        trainer.add_callback(interrupt)
    with pytest.raises(SystemExit) if interrupt else nullcontext():
        fit(trainer, folder)
    return trainer.state.global_step


@pytest.mark.parametrize("step", [1, 2, 3])
def test_patience_is_not_renewed_by_an_interruption(step, tmp_path):
    assert stopping_early(tmp_path / "whole") == 4
    assert (
        stopping_early(tmp_path / "stopped", SignalAtStep(step, signal.SIGTERM)) == step + 1
    )  # sent behind the look for it
    assert stopping_early(tmp_path / "stopped") == 4


def test_a_run_that_stopped_early_stays_stopped(tmp_path):
    assert stopping_early(tmp_path) == stopping_early(tmp_path) == 4
