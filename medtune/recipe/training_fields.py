"""The fields of `transformers.TrainingArguments`, read from its source: importing it would take seconds.

A field added by a later transformers is known at once; its type is checked like the others'.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal

from pydantic import Field, create_model

from medtune.recipe.errors import Problem
from medtune.recipe.schema import Section
from medtune.recipe.source_fields import SourceField, class_named, enums, fields_of, parse_source
from medtune.recipe.validation import validate

Count = Field(ge=1)
Positive = Field(gt=0)
NotNegative = Field(ge=0)

#: What the types alone do not say.
RANGES: dict[str, Any] = {
    "adam_beta1": Field(ge=0, lt=1),
    "adam_beta2": Field(ge=0, lt=1),
    "adam_epsilon": Positive,
    "data_seed": NotNegative,
    "dataloader_num_workers": NotNegative,
    "dataloader_prefetch_factor": Count,
    "ddp_bucket_cap_mb": Count,
    "ddp_timeout": Count,
    "eval_accumulation_steps": Count,
    "eval_delay": NotNegative,
    "eval_steps": Positive,
    "gradient_accumulation_steps": Count,
    "learning_rate": Positive,
    "logging_steps": Positive,
    "max_grad_norm": NotNegative,
    "neftune_noise_alpha": Positive,
    "num_train_epochs": Positive,
    "per_device_eval_batch_size": Count,
    "per_device_train_batch_size": Count,
    "save_steps": Positive,
    "save_total_limit": Count,
    "torch_empty_cache_steps": Count,
    "warmup_steps": NotNegative,
    "weight_decay": NotNegative,
}

#: Types that the source cannot tell.
TYPES: dict[str, Any] = {
    "log_level": Literal["detail", "debug", "info", "warning", "error", "critical", "passive"],
    "log_level_replica": Literal["detail", "debug", "info", "warning", "error", "critical", "passive"],
    "max_steps": Literal[-1] | Annotated[int, Count],
}

_HUB = "Write it in the recipe's section `hub`"
_LAUNCHER = "Set it with accelerate's configuration (`accelerate launch --config_file ...`)"
_SUMS = "Delete it: evaluation keeps department scores and summed losses only"
_RESUME = "A run that was interrupted resumes by itself; --overwrite starts it anew"

#: Fields that have another home in a recipe, or none.
ELSEWHERE = {
    "output_dir": "Write `output_dir` at the top of the recipe",
    "overwrite_output_dir": "Add --overwrite on the command line",
    "seed": "Write `seed` at the top of the recipe",
    "push_to_hub": f"{_HUB}: `repository: user/name` publishes the result",
    "push_to_hub_model_id": f"{_HUB}, as `repository: user/name`",
    "push_to_hub_organization": f"{_HUB}, as `repository: user/name`",
    "hub_model_id": f"{_HUB}, as `repository: user/name`",
    "hub_private_repo": f"{_HUB}, as `private: true`",
    "hub_strategy": f"{_HUB}; the finished checkpoint is what is published",
    "hub_always_push": f"{_HUB}; the finished checkpoint is what is published",
    "hub_revision": f"{_HUB}; the finished checkpoint is what is published",
    "resume_from_checkpoint": _RESUME,
    "ignore_data_skip": _RESUME,
    "save_only_model": "Delete it: a run resumes from its checkpoints; its final model has no optimizer anyway",
    "label_smoothing_factor": "Delete it: no trainer here smooths labels",
    "batch_eval_metrics": _SUMS,
    "eval_do_concat_batches": _SUMS,
    "prediction_loss_only": _SUMS,
    "do_train": "Delete it: the task decides",
    "do_eval": "Delete it: `eval_strategy` decides",
    "do_predict": "Delete it: the task decides",
    "local_rank": "Delete it: the launcher sets it",
    "parallelism_config": _LAUNCHER,
}

#: Fields of earlier versions of transformers.
RENAMED = {
    "evaluation_strategy": "eval_strategy",
    "group_by_length": "train_sampling_strategy: group_by_length",
    "no_cuda": "use_cpu",
    "per_gpu_eval_batch_size": "per_device_eval_batch_size",
    "per_gpu_train_batch_size": "per_device_train_batch_size",
    "use_mps_device": "use_cpu",
    "warmup_ratio": "warmup_steps, which takes a share of all steps if it is below 1",
}

#: Old names that transformers still takes, with a warning; recipes may use either.
ALIASES = {
    "gradient_checkpointing": "activation_checkpointing",
    "gradient_checkpointing_kwargs": "activation_checkpointing_kwargs",
}


@cache
def training_fields() -> dict[str, SourceField]:
    """Read all fields of the installed `TrainingArguments`, by name."""
    names = ("training_args.py", "trainer_utils.py", "debug_utils.py")
    trees = [parse_source(name) for name in names]
    return fields_of(class_named(trees[0], "TrainingArguments"), enums(trees))


@cache
def training_section() -> type[Section]:
    """Return a schema for the `training` section: every field that may stand there, all optional."""
    fields = {}
    for field in training_fields().values():
        if field.name in ELSEWHERE or is_secret_name(field.name):
            continue
        annotation = TYPES.get(field.name, field.type)
        if field.name in RANGES:
            annotation = Annotated[annotation, RANGES[field.name]]
        fields[field.name] = (annotation, field.default)
    return create_model("TrainingSection", __base__=Section, **fields)


def field_problems(training: dict[str, Any], global_batch_size: Any = None) -> list[Problem]:
    """Check a `training` section against the fields' types and sensible ranges.

    Args:
        training: the section as YAML gives it.
        global_batch_size: the recipe's, which `gradient_accumulation_steps` follows from.

    Returns:
        A problem for each wrong field, with its dotted key.
    """
    problems, rest = [], {}
    for name, value in training.items():
        if name in ELSEWHERE:
            problems.append(Problem("does not stand in `training`", f"training.{name}", value, ELSEWHERE[name]))
        elif name in RENAMED:
            message = f"transformers calls it `{RENAMED[name].split(':')[0].split(',')[0]}` now"
            problems.append(Problem(message, f"training.{name}", value, f"Write {RENAMED[name]}"))
        else:
            rest[name] = value
    if "gradient_accumulation_steps" in rest and global_batch_size is not None:
        message = "cannot stand beside `global_batch_size`, from which it follows"
        value = rest["gradient_accumulation_steps"]
        problems.append(Problem(message, "training.gradient_accumulation_steps", value, "Delete one of the two"))
    for old, new in ALIASES.items():
        if old in rest and new in rest:
            problems.append(
                Problem(f"is the old name of `{new}`, given too", f"training.{old}", rest[old], "Delete it")
            )
    return problems + validate(training_section(), rest, prefix="training")[1]


def current_names(training: dict[str, Any]) -> dict[str, Any]:
    """Return the section with transformers' present names for the ones it warns about."""
    return {ALIASES.get(name, name): value for name, value in training.items()}


def field_value(training: dict[str, Any], name: str) -> Any:
    """Return what a field will be: the recipe's value, else transformers' default."""
    return training.get(name, training_fields()[name].default)


def is_secret_name(name: str) -> bool:
    """Tell whether a key is meant for a token or another secret; `pad_token` or `max_new_tokens` are not."""
    name = name.lower().replace("-", "_")
    names = ("token", "hub_token", "hf_token", "auth_token", "use_auth_token", "access_token", "password", "secret")
    return name in names or name.endswith(("api_key", "apikey", "secret_key"))
