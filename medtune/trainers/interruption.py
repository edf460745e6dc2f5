"""Stopping cleanly, and going on from a checkpoint as if nothing had happened."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from transformers import EarlyStoppingCallback, TrainerCallback, TrainerState, TrainingArguments
from transformers.trainer_utils import PREFIX_CHECKPOINT_DIR, IntervalStrategy

if TYPE_CHECKING:
    from medtune.trainers.base import BaseTrainer


class GoOn(TrainerCallback):
    """Restore what the Trainer forgets when it resumes, and make up for the evaluation that was cut off.

    The patience of early stopping is used up as far as it was, and a run that had stopped early stays stopped. The
    parts of the loss are averaged over the steps since the checkpoint.

    Args:
        trainer: the trainer that this is a callback of.
    """

    def __init__(self, trainer: BaseTrainer):
        self.trainer = trainer

    def on_train_begin(self, args, state, control, **kwargs):
        """Restore and make up, before the first step."""
        self.trainer.start_parts()
        if state.global_step == 0:
            return
        stopping = [
            callback
            for callback in self.trainer.callback_handler.callbacks
            if isinstance(callback, EarlyStoppingCallback)
        ]
        for callback in stopping:
            saved = state.stateful_callbacks.get(type(callback).__name__, {})
            saved = saved[0] if isinstance(saved, list) else saved
            counter = saved.get("attributes", {}).get("early_stopping_patience_counter", 0)
            callback.early_stopping_patience_counter = counter
        if evaluation_was_cut_off(args, state):
            self._evaluate(state)
        if any(one.early_stopping_patience_counter >= one.early_stopping_patience for one in stopping):
            control.should_training_stop = True

    def _evaluate(self, state: TrainerState) -> None:
        trainer = self.trainer
        if trainer._determine_best_metric(trainer._evaluate(None, None), None):
            best = Path(trainer._get_output_dir(None)) / f"{PREFIX_CHECKPOINT_DIR}-{state.global_step}"
            state.best_model_checkpoint = str(best)


def evaluation_was_cut_off(args: TrainingArguments, state: TrainerState) -> bool:
    """Tell whether an evaluation was due at the step of a checkpoint and is not in its log.

    It comes after the save where epochs are evaluated and steps saved, and a run that was terminated leaves it out.

    Args:
        args: when to evaluate.
        state: as the checkpoint has it.
    """
    step, over = state.global_step, state.global_step >= state.max_steps
    if args.eval_strategy == IntervalStrategy.STEPS:
        due = (step % state.eval_steps == 0 or over) and args.eval_delay <= step
    elif args.eval_strategy == IntervalStrategy.EPOCH:
        due = (float(state.epoch).is_integer() or over) and args.eval_delay <= state.epoch
    else:
        return False
    return due and not any("eval_loss" in entry and entry["step"] == step for entry in state.log_history)


class StopOnSigterm(TrainerCallback):
    """On SIGTERM, save after the step in work and leave; all processes agree on the step.

    transformers' own just-in-time checkpoint saves between the backward pass and the optimizer step, when the random
    state no longer matches the step, and waits three seconds first.

    Args:
        trainer: the trainer that this is a callback of.
    """

    def __init__(self, trainer: BaseTrainer):
        self.trainer = trainer
        self.asked = False
        self.previous = None

    def on_train_begin(self, args, state, control, **kwargs):
        """Listen for the signal."""
        if threading.current_thread() is threading.main_thread() and os.name == "posix":
            self.previous = signal.signal(signal.SIGTERM, self._ask)

    def _ask(self, signum, frame):
        self.asked = True

    def on_step_end(self, args, state, control, **kwargs):
        """Save and stop if some process was asked to."""
        accelerator = self.trainer.accelerator
        if accelerator.num_processes > 1:
            if self.asked:
                accelerator.set_trigger()
            stop = accelerator.check_trigger()
        else:
            stop = self.asked
        if stop:
            self.trainer.stopped_early_by_signal = True
            control.should_save = control.should_training_stop = True
            control.should_evaluate = False

    def on_epoch_end(self, args, state, control, **kwargs):
        """Leave out what comes at the end of an epoch that was cut off."""
        # The Trainer ends the epoch that was cut off as any other, with its evaluation and another save.
        if self.trainer.stopped_early_by_signal:
            control.should_save = control.should_evaluate = False

    def on_train_end(self, args, state, control, **kwargs):
        """Give the signal back to whoever had it before."""
        if self.previous is not None:
            signal.signal(signal.SIGTERM, self.previous)
            self.previous = None
