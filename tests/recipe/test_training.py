import pytest

from medtune.recipe import training as checks
from medtune.recipe.loading import load_recipe


@pytest.fixture
def problems(write):
    def problems(training: str = "{}", has_evaluation_set: bool = True, **top) -> list[str]:
        keys = "".join(f"{name}: {value}\n" for name, value in top.items())
        path = write(f"task: toy\noutput_dir: x\ndata: {{}}\n{keys}training: {training}\n")
        found = checks.check_training(load_recipe(path), has_evaluation_set)
        return [str(problem).removeprefix(f"{path}:") for problem in found]

    return problems


@pytest.mark.parametrize(
    ("total", "per_device", "world", "message"),
    [
        (100, 32, 1, "6: global_batch_size: 100: not divisible by per_device_train_batch_size 32 x 1 process = 32. "
                     "Write 96 or 128, or per_device_train_batch_size: 25"),
        (7, 4, 2, "6: global_batch_size: 7: not divisible by per_device_train_batch_size 4 x 2 processes = 8. Write 8"),
        (12, 4, 2, "6: global_batch_size: 12: not divisible by per_device_train_batch_size 4 x 2 processes = 8. "
                   "Write 8 or 16, or per_device_train_batch_size: 3"),
    ],
)  # fmt: skip
def test_global_batch_that_does_not_divide(problems, monkeypatch, total, per_device, world, message):
    monkeypatch.setenv("WORLD_SIZE", str(world))
    assert problems(f"{{per_device_train_batch_size: {per_device}}}", global_batch_size=total) == [message]


def test_global_batch_that_divides(problems, monkeypatch):
    monkeypatch.setenv("WORLD_SIZE", "2")
    assert not problems(global_batch_size=64)


@pytest.mark.parametrize(
    ("training", "message"),
    [
        ("{load_best_model_at_end: true}", "needs evaluation, which eval_strategy leaves out"),
        ("{load_best_model_at_end: true, eval_strategy: epoch}",
         "eval_strategy is epoch and save_strategy steps. Write `save_strategy: epoch`"),
        ("{load_best_model_at_end: true, eval_strategy: steps, eval_steps: 40, save_steps: 50}",
         "save_steps 50 is no multiple of the evaluation's steps 40. Write `save_steps: 40`"),
        ("{load_best_model_at_end: true, eval_strategy: steps, eval_steps: 0.1, save_steps: 50}", "no multiple"),
        ("{save_strategy: best}", "the best checkpoint is known only by evaluating"),
        ("{bf16: true, fp16: true}", "training.fp16: True: cannot stand beside `bf16: true`"),
        ("{lr_scheduler_type: reduce_lr_on_plateau}", "needs evaluation"),
        ("{dataloader_prefetch_factor: 2}", "has no effect without dataloader_num_workers"),
    ],
)  # fmt: skip
def test_combinations_that_the_trainer_would_refuse(problems, tmp_path, training, message):
    """Each is said with its line, and is indeed refused by TrainingArguments."""
    import yaml
    from transformers import TrainingArguments

    found = problems(training)
    assert len(found) == 1
    assert message in found[0]
    assert found[0].startswith("6: training.")
    if "save_strategy: best" in training:  # accepted there, and never saves
        return
    with pytest.raises(ValueError, match=r"requires|can only|At most one|bf16"):
        TrainingArguments(output_dir=str(tmp_path), **yaml.safe_load(training))


@pytest.mark.parametrize(
    "training",
    [
        "{load_best_model_at_end: true, eval_strategy: epoch, save_strategy: epoch}",
        "{load_best_model_at_end: true, eval_strategy: steps, eval_steps: 0.1, save_steps: 0.3}",
        "{load_best_model_at_end: true, eval_strategy: steps, save_strategy: best}",
        "{load_best_model_at_end: true, eval_strategy: steps, logging_steps: 25, save_steps: 50}",
    ],
)
def test_combinations_that_the_trainer_takes(problems, tmp_path, training):
    import yaml
    from transformers import TrainingArguments

    assert not problems(training)
    TrainingArguments(output_dir=str(tmp_path), **yaml.safe_load(training))


def test_evaluation_without_an_evaluation_set(problems):
    assert problems("{eval_strategy: epoch}", has_evaluation_set=False) == [
        "6: training.eval_strategy: 'epoch': there is no evaluation set. "
        "Name data to evaluate on, or write `eval_strategy: no`"
    ]
    assert not problems(has_evaluation_set=False)


def test_bfloat16_where_there_is_none(write, monkeypatch):
    import torch

    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.accelerator, "is_available", lambda: False)
    body = "task: toy\noutput_dir: x\ndata: {}\ntraining: {bf16: true}\n"
    found = checks.unsupported_here(load_recipe(write(body)))
    assert "training.bf16: True: this machine has no accelerator that computes in bfloat16" in str(found[0])
    assert not checks.unsupported_here(load_recipe(write(body), ["--training.use_cpu=true"]))


@pytest.mark.parametrize(
    ("launcher", "shared_out"),
    [
        ({"ACCELERATE_USE_FSDP": "true"}, True),
        ({"ACCELERATE_USE_DEEPSPEED": "true", "ACCELERATE_DEEPSPEED_ZERO_STAGE": "3"}, True),
        ({"ACCELERATE_USE_DEEPSPEED": "true", "ACCELERATE_DEEPSPEED_ZERO_STAGE": "2"}, False),
        ({}, False),
    ],
)
def test_models_that_are_not_shared_out(launcher, shared_out, write, monkeypatch):
    for name, value in launcher.items():
        monkeypatch.setenv(name, value)
    found = checks.unsupported_here(load_recipe(write()))
    assert ["are not shared out, as FSDP and ZeRO-3 do" in str(problem) for problem in found] == [True] * shared_out
    assert not checks.unsupported_here(load_recipe(write()), shards=True)


def test_trackers_that_are_not_installed(write, monkeypatch):
    monkeypatch.setattr(checks, "find_spec", lambda package: None if package == "wandb" else object())
    recipe = load_recipe(write(), ["--training.report_to=[tensorboard, wandb, none]"])
    [found] = checks.unsupported_here(recipe)
    assert "wandb is not installed. Install it: pip install 'medtune[tracking]'" in str(found)
    assert not checks.unsupported_here(load_recipe(write(), ["--training.report_to=tensorboard"]))


def test_half_precision_is_for_accelerators(write, monkeypatch):
    import torch

    monkeypatch.setattr(torch.accelerator, "is_available", lambda: False)
    body = "task: toy\noutput_dir: x\ndata: {}\ntraining: {fp16: true}\n"
    [found] = checks.unsupported_here(load_recipe(write(body)))
    assert "training.fp16: True: has no effect on a processor, which would train in full precision" in str(found)
    monkeypatch.setattr(torch.accelerator, "is_available", lambda: True)
    assert not checks.unsupported_here(load_recipe(write(body)))
    assert checks.unsupported_here(load_recipe(write(body), ["--training.use_cpu=true"]))


@pytest.mark.parametrize(
    ("training", "message"),
    [
        ("{}", "needs evaluation, which is left out. Write `eval_strategy: epoch` or `steps`"),
        ("{eval_strategy: epoch}", "needs a metric to judge by"),
        ("{eval_strategy: epoch, metric_for_best_model: loss}", ""),
        ("{eval_strategy: epoch, save_strategy: epoch, load_best_model_at_end: true}", ""),
    ],
)
def test_early_stopping_needs_something_to_judge_by(problems, training, message):
    found = problems(training, early_stopping_patience=2)
    assert len(found) == bool(message)
    assert all(f"early_stopping_patience: 2: {message}" in one for one in found)


def test_best_by_what_is_not_measured(write):
    body = "task: toy\noutput_dir: x\ndata: {}\ntraining: {metric_for_best_model: macro_f2}\n"
    measured = ("loss", "accuracy", "macro_f1")
    [found] = checks.check_metric(load_recipe(write(body)), measured)
    assert "'macro_f2': this task does not measure it. Did you mean `macro_f1`? Measured are loss" in str(found)
    for name in ("macro_f1", "eval_loss"):
        assert not checks.check_metric(load_recipe(write(body), [f"--training.metric_for_best_model={name}"]), measured)
