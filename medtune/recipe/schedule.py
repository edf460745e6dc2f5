"""How many rows make a step, and how many steps a training."""

from __future__ import annotations

import math
from dataclasses import dataclass

from medtune.recipe.schema import TrainingRecipe
from medtune.recipe.training import processes
from medtune.recipe.training_fields import field_value


@dataclass(frozen=True, slots=True)
class Schedule:
    """Steps of a training.

    Args:
        per_device: rows of a batch of one process.
        accumulation: batches of one process for each optimizer step.
        processes: number of processes.
        epochs: passes over the rows, if `max_steps` does not end it before.
        steps_per_epoch: optimizer steps of an epoch; None while the number of rows is unknown.
        steps: all optimizer steps; None while unknown.
    """

    per_device: int
    accumulation: int
    processes: int
    epochs: float
    steps_per_epoch: int | None
    steps: int | None

    @property
    def rows(self) -> int:
        """Rows of one optimizer step."""
        return self.per_device * self.accumulation * self.processes


def plan_steps(recipe: TrainingRecipe, rows: int | None) -> Schedule:
    """Count steps as `transformers.Trainer` does.

    Args:
        recipe: gives batch sizes, epochs and steps.
        rows: of the training split that are used; None if unknown.
    """

    def value(name: str):
        return field_value(recipe.training, name)

    per_device, count = value("per_device_train_batch_size"), processes()
    accumulation = value("gradient_accumulation_steps")
    if recipe.global_batch_size is not None:
        accumulation = recipe.global_batch_size // (per_device * count)
    epoch = None
    if rows is not None:
        whole = math.floor if value("dataloader_drop_last") else math.ceil
        epoch = max(math.ceil(whole(whole(rows / per_device) / count) / accumulation), 1)
    total = value("max_steps")
    if total < 0:
        total = None if epoch is None else math.ceil(value("num_train_epochs") * epoch)
    return Schedule(per_device, accumulation, count, value("num_train_epochs"), epoch, total)
