"""From a recipe's `training` section to `transformers.TrainingArguments`."""

from __future__ import annotations

import os
from pathlib import Path

import torch
from transformers import TrainingArguments

from medtune.distributed import process_count
from medtune.recipe.schema import TrainingRecipe

#: Where medtune's defaults differ from transformers': rows of like length share a batch, and nothing is reported
#: to a service unless the recipe asks for it. The data sets hold exactly what the models take.
DEFAULTS = {"report_to": "none", "train_sampling_strategy": "group_by_length", "remove_unused_columns": False}
#: Share of the steps after which the loss is logged: about a hundred points make a curve, however short the training.
LOGGED_EVERY = 0.01


def accumulation_steps(global_batch_size: int, per_device: int, processes: int) -> int:
    """Return how many batches each process accumulates for one optimizer step.

    Raises:
        ValueError: the global batch cannot be made of whole batches.
    """
    steps, rest = divmod(global_batch_size, per_device * processes)
    if rest or not steps:
        raise ValueError(
            f"global_batch_size {global_batch_size} is no multiple of per_device_train_batch_size {per_device} times "
            f"{processes} processes; change one of them"
        )
    return steps


def use_all_cores() -> None:
    """Let one process on the CPU compute on all its cores under `accelerate launch`, which allows it a single thread.

    accelerate writes OMP_NUM_THREADS=1 unless it is told otherwise (`--num_cpu_threads_per_process`), and any other
    number is kept here. Started by python or torchrun, a recipe keeps the threads it is given.
    """
    launched = "ACCELERATE_DYNAMO_BACKEND" in os.environ and os.environ.get("OMP_NUM_THREADS") == "1"
    if launched and process_count() == 1 and not torch.cuda.is_available():
        torch.set_num_threads(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count())


def training_arguments(recipe: TrainingRecipe, output_dir: Path) -> TrainingArguments:
    """Build the Trainer's arguments.

    Args:
        recipe: gives the fields, the seed and the global batch size.
        output_dir: receives the checkpoints.
    """
    use_all_cores()
    fields = {**DEFAULTS, "dataloader_pin_memory": torch.cuda.is_available(), **recipe.training}
    if "logging_steps" not in fields:
        # Without eval_steps transformers evaluates as often as it logs: by its own default, that is.
        every = fields.get("eval_steps") or TrainingArguments.logging_steps
        fields |= {"logging_steps": LOGGED_EVERY, "eval_steps": every}
    if recipe.global_batch_size is not None:
        fields["gradient_accumulation_steps"] = accumulation_steps(
            recipe.global_batch_size, fields.get("per_device_train_batch_size", 8), process_count()
        )
    if fields.get("metric_for_best_model") in ("perplexity", "eval_perplexity"):
        fields.setdefault("greater_is_better", False)  # transformers takes all but a `…loss` for a score
    return TrainingArguments(output_dir=str(output_dir), seed=recipe.seed, **fields)
