"""The fields read from the source against the real `TrainingArguments`, and what is said about wrong ones."""

import dataclasses
import warnings

import pytest

from medtune.recipe.loading import load_recipe
from medtune.recipe.training_fields import (
    ALIASES,
    ELSEWHERE,
    RANGES,
    RENAMED,
    TYPES,
    current_names,
    field_problems,
    is_secret_name,
    training_fields,
    training_section,
)


def said(training: dict, **others) -> list[str]:
    return [str(problem) for problem in field_problems(training, **others)]


def test_names_and_defaults_are_those_of_the_class():
    from transformers import TrainingArguments

    real = {field.name: field.default for field in dataclasses.fields(TrainingArguments)}
    read = training_fields()
    assert list(read) == list(real)
    computed = {"optim", "include_for_metrics"}
    assert {name: field.default for name, field in read.items() if name not in computed} == {
        name: default for name, default in real.items() if name not in computed and default is not dataclasses.MISSING
    }


def test_choices_are_those_of_the_enums():
    from transformers.trainer_utils import SchedulerType
    from transformers.training_args import OptimizerNames

    problems = said({"lr_scheduler_type": "x", "optim": "x", "save_strategy": "x"})
    assert all(choice.value in problems[0] for choice in SchedulerType)
    assert all(choice.value in problems[1] for choice in OptimizerNames)
    assert "no, steps, epoch or best is allowed" in problems[2]


def test_every_default_is_valid():
    section = training_section()
    defaults = {name: field.default for name, field in section.model_fields.items() if field.default is not None}
    defaults |= {name: None for name, field in section.model_fields.items() if type(None) in _members(field.annotation)}
    assert not said({name: value for name, value in defaults.items() if name not in ALIASES})


def _members(annotation) -> tuple:
    return getattr(annotation, "__args__", ())


def test_our_tables_name_real_fields():
    fields = training_fields()
    gone = {"overwrite_output_dir", "push_to_hub_model_id", "push_to_hub_organization"}
    assert {*RANGES, *TYPES, *ELSEWHERE} - gone <= set(fields)
    assert not set(RENAMED) & set(fields)


def test_what_passes_here_is_taken_by_the_class(tmp_path):
    from transformers import TrainingArguments

    training = {
        "learning_rate": 2e-5, "warmup_steps": 0.1, "num_train_epochs": 2, "max_steps": -1, "eval_strategy": "no",
        "gradient_checkpointing": True, "lr_scheduler_kwargs": {"num_cycles": 2}, "optim": "sgd", "report_to": ["none"],
        "train_sampling_strategy": "group_by_length", "debug": "", "label_names": ["labels"], "data_seed": None,
        "dataloader_multiprocessing_context": None, "use_cpu": True, "bf16": True, "log_level": "info",
    }  # fmt: skip
    assert not said(training)
    with warnings.catch_warnings():
        warnings.simplefilter("error", FutureWarning)
        TrainingArguments(output_dir=str(tmp_path), **current_names(training))


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        (
            "learning_rate",
            "2e-5",
            "training.learning_rate: '2e-5': this is text; a number is allowed. Remove the quotes",
        ),
        ("learning_rate", 0, "too small; a number of more than 0 is allowed"),
        ("learning_rate", True, "this is true or false; a number is allowed"),
        ("weight_decay", -1, "too small; a number of at least 0 is allowed"),
        ("per_device_train_batch_size", 0, "too small; a number of at least 1 is allowed"),
        ("per_device_train_batch_size", 8.5, "this is a number; a whole number is allowed"),
        ("max_steps", 1000.0, "-1 or a whole number is allowed. Write 1000"),
        ("max_steps", -2, "-1 or a number of at least 1 is allowed"),
        ("num_train_epochs", float("inf"), "a finite number is allowed"),
        ("adam_beta2", 1.0, "too large; a number of less than 1 is allowed"),
        ("bf16", "yes", "this is text; true or false is allowed. Write true"),
        ("bf16", 1, "this is a whole number; true or false is allowed"),
        ("eval_strategy", False, "no, steps or epoch is allowed. Write no"),
        ("eval_strategy", "epochs", "Did you mean `epoch`?"),
        ("lr_scheduler_type", "cosin", "Did you mean `cosine`?"),
        ("log_level", "loud", "detail, debug, info, warning, error, critical or passive is allowed"),
        ("label_names", "labels", "this is text; a list is allowed. Write [labels]"),
        ("lr_scheduler_kwargs", 3, "a mapping of keys to values or text is allowed"),
        ("lerning_rate", 1, "training.lerning_rate: 1: unknown key. Did you mean `learning_rate`?"),
        ("output_dir", "x", "does not stand in `training`. Write `output_dir` at the top of the recipe"),
        ("seed", 1, "Write `seed` at the top of the recipe"),
        ("push_to_hub", True, "section `hub`: `repository: user/name` publishes the result"),
        ("hub_model_id", "u/n", "section `hub`, as `repository: user/name`"),
        ("resume_from_checkpoint", "x", "resumes by itself; --overwrite starts it anew"),
        ("overwrite_output_dir", True, "Add --overwrite on the command line"),
        ("evaluation_strategy", "no", "transformers calls it `eval_strategy` now. Write eval_strategy"),
        ("warmup_ratio", 0.1, "Write warmup_steps, which takes a share of all steps if it is below 1"),
    ],
)
def test_a_wrong_field_has_its_message(name, value, message):
    problems = said({name: value})
    assert len(problems) == 1
    assert message in problems[0]


def test_gradient_accumulation_beside_a_global_batch():
    assert not said({"gradient_accumulation_steps": 2})
    assert said({"gradient_accumulation_steps": 2}, global_batch_size=8) == [
        "training.gradient_accumulation_steps: 2: cannot stand beside `global_batch_size`, from which it follows. "
        "Delete one of the two"
    ]


def test_the_old_name_of_activation_checkpointing_becomes_the_new_one(write):
    body = "task: toy\noutput_dir: x\ndata: {}\ntraining:\n  gradient_checkpointing: true\n"
    assert load_recipe(write(body)).training == {"activation_checkpointing": True}
    assert "is the old name of `activation_checkpointing`" in said(
        {"gradient_checkpointing": True, "activation_checkpointing": False}
    )[0]  # fmt: skip


@pytest.mark.parametrize("name", ["pad_token", "max_new_tokens", "additional_special_tokens", "secretary", "tokenizer"])
def test_names_that_are_no_secret(name):
    assert not is_secret_name(name)
