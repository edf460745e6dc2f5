"""Combinations of training settings that cannot work, told before anything is loaded."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from importlib.util import find_spec
from typing import Any

from medtune.recipe.errors import Problem
from medtune.recipe.schema import TrainingRecipe
from medtune.recipe.training_fields import field_value
from medtune.recipe.validation import nearest

# The extra `tracking`: names in `report_to`, and the packages of which the Trainer needs one.
TRACKERS = {"tensorboard": ("tensorboard", "tensorboardX"), "wandb": ("wandb",)}


def check_training(recipe: TrainingRecipe, has_evaluation_set: bool) -> list[Problem]:
    """Check settings of a training recipe against each other, for a task's `check`.

    Args:
        recipe: a recipe whose fields are valid one by one.
        has_evaluation_set: whether the recipe names data to evaluate on.
    """
    rules = {
        _global_batch: ["per_device_train_batch_size"],
        partial(_evaluation, has_evaluation_set=has_evaluation_set): ["eval_strategy", "lr_scheduler_type"],
        _best_model: ["eval_strategy", "eval_steps", "logging_steps", "save_strategy", "save_steps"],
        _early_stopping: ["eval_strategy", "metric_for_best_model"],
        _precision: [],
        _data_loading: ["dataloader_num_workers"],
    }
    return [problem for rule, reads in rules.items() if recipe.decided("training", reads) for problem in rule(recipe)]


def check_metric(recipe: TrainingRecipe, measured: Sequence[str]) -> list[Problem]:
    """Check that what the best checkpoint is chosen by is measured.

    Args:
        recipe: a recipe whose fields are valid one by one.
        measured: names of the task's metrics, without `eval_`.
    """
    name = _value(recipe, "metric_for_best_model")
    if name is None or name.removeprefix("eval_") in measured:
        return []
    fix = f"{nearest(name.removeprefix('eval_'), measured)} Measured are {', '.join(measured)}".strip()
    return [_problem(recipe, "metric_for_best_model", "this task does not measure it", fix)]


def unsupported_here(recipe: TrainingRecipe, shards: bool = False) -> list[Problem]:
    """Return what this machine or launcher cannot do: a warning in `medtune check`, an error in a run.

    May import torch.

    Args:
        recipe: a valid recipe.
        shards: whether the task can share the weights of one model out over the processes.
    """
    sharding = [] if shards else _sharding(recipe)
    return [*_trackers_not_installed(recipe), *_unsupported_precision(recipe), *sharding]


def _sharding(recipe: TrainingRecipe) -> list[Problem]:
    zero3 = os.environ.get("ACCELERATE_USE_DEEPSPEED") == "true" and os.environ.get("ACCELERATE_DEEPSPEED_ZERO_STAGE")
    if os.environ.get("ACCELERATE_USE_FSDP") != "true" and zero3 != "3":
        return []
    message = "its models fit one device and are not shared out, as FSDP and ZeRO-3 do"
    fix = "Launch it without that configuration; `accelerate launch --multi_gpu` trains it on all GPUs of a machine"
    return [recipe.problem("task", message, fix, recipe.task)]


def _trackers_not_installed(recipe: TrainingRecipe) -> list[Problem]:
    wanted = recipe.training.get("report_to") or []
    names = [wanted] if isinstance(wanted, str) else wanted
    absent = [name for name in TRACKERS if name in names and not _there(name)]
    fix = "Install it: pip install 'medtune[tracking]'"
    return [recipe.problem("training.report_to", f"{name} is not installed", fix, wanted) for name in absent]


def _there(tracker: str) -> bool:
    return any(find_spec(package) is not None for package in TRACKERS[tracker])


def _unsupported_precision(recipe: TrainingRecipe) -> list[Problem]:
    wanted = [name for name in ("bf16", "bf16_full_eval") if recipe.training.get(name)]
    halves = [name for name in ("fp16", "fp16_full_eval") if recipe.training.get(name)]
    if not wanted and not halves:
        return []
    import torch

    if halves and (recipe.training.get("use_cpu") or not torch.accelerator.is_available()):
        fix = "Write `bf16: true` and `use_cpu: true`, or delete it"
        message = "has no effect on a processor, which would train in full precision"
        return [recipe.problem(f"training.{name}", message, fix, True) for name in halves]
    if not wanted or recipe.training.get("use_cpu"):
        return []
    if torch.cuda.is_bf16_supported() if torch.cuda.is_available() else torch.accelerator.is_available():
        return []
    fix = "Train where there is one, or write `use_cpu: true` beside it, or delete it"
    message = "this machine has no accelerator that computes in bfloat16"
    return [recipe.problem(f"training.{name}", message, fix, True) for name in wanted]


def processes() -> int:
    """Return the number of processes that the launcher started, 1 without one."""
    return int(os.environ.get("WORLD_SIZE", 1))


def _global_batch(recipe: TrainingRecipe) -> list[Problem]:
    total, count = recipe.global_batch_size, processes()
    per_device = field_value(recipe.training, "per_device_train_batch_size")
    step = per_device * count
    if total is None or total % step == 0:
        return []
    share = f"{per_device} x {count} process{'es' if count > 1 else ''} = {step}"
    message = f"not divisible by per_device_train_batch_size {share}"
    lower, upper = total // step * step, (total // step + 1) * step
    fix = f"Write {f'{lower} or ' if lower else ''}{upper}"
    fitting = max((size for size in range(1, per_device + 1) if total % (size * count) == 0), default=None)
    if fitting:
        fix += f", or per_device_train_batch_size: {fitting}"
    return [recipe.problem("global_batch_size", message, fix, total)]


def _evaluation(recipe: TrainingRecipe, has_evaluation_set: bool) -> list[Problem]:
    strategy = _value(recipe, "eval_strategy")
    problems = []
    if strategy != "no" and not has_evaluation_set:
        fix = "Name data to evaluate on, or write `eval_strategy: no`"
        problems.append(_problem(recipe, "eval_strategy", "there is no evaluation set", fix))
    scheduler = _value(recipe, "lr_scheduler_type")
    if strategy == "no" and scheduler in ("reduce_lr_on_plateau", "greedy"):
        fix = "Write `eval_strategy: epoch` or `steps`, or choose another scheduler"
        problems.append(_problem(recipe, "lr_scheduler_type", "needs evaluation, which eval_strategy leaves out", fix))
    return problems


def _best_model(recipe: TrainingRecipe) -> list[Problem]:
    """Mirror what TrainingArguments demands for `load_best_model_at_end`."""
    evaluate, save = _value(recipe, "eval_strategy"), _value(recipe, "save_strategy")
    if evaluate == "no" and save == "best":
        fix = "Write `eval_strategy: epoch` or `steps`"
        return [_problem(recipe, "save_strategy", "the best checkpoint is known only by evaluating", fix)]
    if not recipe.training.get("load_best_model_at_end") or save == "best":
        return []
    if evaluate == "no":
        fix = "Write `eval_strategy: epoch` and `save_strategy: epoch`"
        return [_problem(recipe, "load_best_model_at_end", "needs evaluation, which eval_strategy leaves out", fix)]
    if evaluate != save:
        message = f"a checkpoint is needed at each evaluation, but eval_strategy is {evaluate} and save_strategy {save}"
        return [_problem(recipe, "load_best_model_at_end", message, f"Write `save_strategy: {evaluate}`")]
    save_steps = _value(recipe, "save_steps")
    eval_steps = _value(recipe, "eval_steps") or _value(recipe, "logging_steps")
    mixed = (save_steps < 1) != (eval_steps < 1)
    if evaluate == "steps" and (mixed or round(save_steps * 1e6) % round(eval_steps * 1e6)):
        message = f"save_steps {save_steps:g} is no multiple of the evaluation's steps {eval_steps:g}"
        fix = f"Write `save_steps: {eval_steps:g}`"
        return [_problem(recipe, "load_best_model_at_end", message, fix)]
    return []


def _early_stopping(recipe: TrainingRecipe) -> list[Problem]:
    """Mirror what EarlyStoppingCallback asserts."""
    patience = recipe.early_stopping_patience
    if patience is None:
        return []
    if _value(recipe, "eval_strategy") == "no":
        fix = "Write `eval_strategy: epoch` or `steps`"
        return [recipe.problem("early_stopping_patience", "needs evaluation, which is left out", fix, patience)]
    if _value(recipe, "metric_for_best_model") is None and not recipe.training.get("load_best_model_at_end"):
        fix = "Write training.metric_for_best_model, or `load_best_model_at_end: true` for the loss"
        return [recipe.problem("early_stopping_patience", "needs a metric to judge by", fix, patience)]
    return []


def _precision(recipe: TrainingRecipe) -> list[Problem]:
    return [
        _problem(recipe, f"fp16{suffix}", f"cannot stand beside `bf16{suffix}: true`", "Delete one of the two")
        for suffix in ("", "_full_eval")
        if recipe.training.get(f"fp16{suffix}") and recipe.training.get(f"bf16{suffix}")
    ]


def _data_loading(recipe: TrainingRecipe) -> list[Problem]:
    if recipe.training.get("dataloader_num_workers") or recipe.training.get("dataloader_prefetch_factor") is None:
        return []
    fix = "Write `dataloader_num_workers: 1` or more, or delete it"
    return [_problem(recipe, "dataloader_prefetch_factor", "has no effect without dataloader_num_workers", fix)]


def _value(recipe: TrainingRecipe, name: str) -> Any:
    return field_value(recipe.training, name)


def _problem(recipe: TrainingRecipe, name: str, message: str, fix: str) -> Problem:
    return recipe.problem(f"training.{name}", message, fix, _value(recipe, name))
