"""What the base could do on held-out rows, measured before the first step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from transformers import TrainerCallback, TrainerState

if TYPE_CHECKING:
    from datasets import Dataset

    from medtune.trainers.base import BaseTrainer

#: Prefix of what was measured of the rows for validation; that of other rows ends in it.
BEFORE = "before"


class MeasureBefore(TrainerCallback):
    """Evaluate when training begins, and not sooner: FSDP2 takes the model only together with its optimizer.

    Args:
        trainer: the trainer that this is a callback of.
        rows: encoded rows by the prefix of their metrics, each ending in `before`.
    """

    def __init__(self, trainer: BaseTrainer, rows: Mapping[str, Dataset]):
        self.trainer, self.rows = trainer, rows

    def on_train_begin(self, args, state, control, **kwargs):
        """Evaluate the base; a run that goes on has it in the log of its checkpoint."""
        if state.global_step == 0:
            for prefix, rows in self.rows.items():
                self.trainer.evaluate(rows, metric_key_prefix=prefix)


def measured_before(state: TrainerState) -> dict[str, float]:
    """Return loss and perplexity that `MeasureBefore` measured, by prefix and name.

    Args:
        state: of the Trainer, after training.
    """
    names = [f"{BEFORE}_{name}" for name in ("loss", "perplexity")]
    start = [entry for entry in state.log_history if entry["step"] == 0]
    return {key: value for entry in start for key, value in entry.items() if key.endswith(tuple(names))}
