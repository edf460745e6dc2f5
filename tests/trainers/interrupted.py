"""Train, be killed at a chosen moment, train on; each attempt in a process of its own, forked after the imports.

Prints, as JSON, how each attempt ended and a hash of the weights that the last one left.
"""

import hashlib
import json
import os
import signal
import sys
from pathlib import Path

import tiny
import torch
from transformers import TrainerCallback

from medtune.trainers import base
from medtune.trainers.fit import fit

# 24 rows in batches of 4, two of them accumulated: three steps an epoch, and the last of eight is in mid-epoch. A
# checkpoint every second step; an evaluation after each epoch, at step 6 behind the checkpoint.
ARGUMENTS = {
    "per_device_train_batch_size": 4,
    "gradient_accumulation_steps": 2,
    "max_steps": 8,
    "optim": "adamw_torch",
    "learning_rate": 1e-2,
    "lr_scheduler_type": "linear",
    "save_strategy": "steps",
    "save_steps": 2,
    "save_total_limit": 1,
    "eval_strategy": "epoch",
    "logging_steps": 2,
    "train_sampling_strategy": "group_by_length",
    "max_grad_norm": 1.0,
}


class SignalAtStep(TrainerCallback):
    def __init__(self, step, which=signal.SIGKILL):
        self.step, self.which = step, which

    def on_step_end(self, args, state, control, **kwargs):
        if state.global_step == self.step:
            os.kill(os.getpid(), self.which)


def weights(folder):
    """The weights of a model, or of an adapter alone."""
    return next(folder.glob("*model.safetensors"))


def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)


def at_step(step, which=signal.SIGKILL):
    return lambda trainer: trainer.add_callback(SignalAtStep(step, which))


def while_saving(trainer):
    save = trainer._save_optimizer_and_scheduler
    trainer._save_optimizer_and_scheduler = lambda folder: die() if trainer.state.global_step == 6 else save(folder)


def before_commit(trainer):
    commit = base.checkpoints.commit
    base.checkpoints.commit = lambda folder: die() if folder.name == "checkpoint-6" else commit(folder)


def while_deleting(trainer):
    rotate = base.rotate_checkpoints

    def half_delete(output_dir, **kwargs):
        if trainer.state.global_step == 6:
            weights(Path(output_dir) / "checkpoint-4").unlink()
            die()
        rotate(output_dir=output_dir, **kwargs)

    base.rotate_checkpoints = half_delete


def terminated_without_evaluating(trainer):
    at_step(5, signal.SIGTERM)(trainer)
    evaluate_until(trainer, 3)  # the first epoch ends before the signal


def while_evaluating(trainer):
    evaluate_until(trainer, 5)


def evaluate_until(trainer, step):
    evaluate = trainer.evaluate
    trainer.evaluate = lambda **keywords: die() if trainer.state.global_step > step else evaluate(**keywords)


def after_training(trainer):
    trainer.save_model = lambda folder, **keywords: (
        die() if not keywords else type(trainer).save_model(trainer, folder, **keywords)
    )


SCENARIOS = {
    "uninterrupted": [],
    "killed within the second epoch": [at_step(5)],
    "killed twice": [at_step(3), at_step(8)],
    "killed before the first checkpoint": [at_step(1)],
    "killed while saving": [while_saving],
    "killed before the checkpoint was complete": [before_commit],
    "killed while deleting the older checkpoint": [while_deleting],
    "terminated": [at_step(5, signal.SIGTERM)],
    "terminated, which evaluates no more": [terminated_without_evaluating],
    "terminated where an epoch ends": [at_step(6, signal.SIGTERM)],
    "killed while evaluating": [while_evaluating],
    "killed after training": [after_training],
}


def attempt(kind, folder, prepare):
    """Train in a child process; return its exit status, negative for a signal."""
    child = os.fork()
    if child == 0:
        torch.set_num_threads(1)
        trainer = tiny.trainer(kind, folder, dropout=0.1, count=24, eval_rows=6, **ARGUMENTS)
        prepare(trainer)
        try:
            fit(trainer, folder)
        except SystemExit as stop:
            os._exit(stop.code)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main(kind, folder):
    results = {}
    for number, (name, interruptions) in enumerate(SCENARIOS.items()):
        output = folder / str(number)
        ends = [attempt(kind, output, prepare) for prepare in [*interruptions, lambda trainer: None]]
        log = json.loads((output / "log_history.json").read_text())
        digest = hashlib.sha256(weights(output).read_bytes()).hexdigest()
        results[name] = {
            "ends": ends,
            "weights": digest,
            "left": sorted(path.name for path in output.glob("checkpoint-*")),
            "evaluations": {entry["step"]: entry["eval_loss"] for entry in log if "eval_loss" in entry},
            "losses": [entry for entry in log if "loss" in entry],
        }
    print(json.dumps(results))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
