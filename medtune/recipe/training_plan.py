"""The plan of one training on prepared data."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from medtune.recipe.duration import UTILISATION, accelerator, matrix_rate, training_flops
from medtune.recipe.memory import AUTOCAST, Batch, Memory, Setting, estimate_memory, optimizer_bytes
from medtune.recipe.model_size import Earlier, ModelSize, model_size, parts_of, tokenizer_at, tokenizer_name
from medtune.recipe.schema import TrainingRecipe
from medtune.recipe.token_sample import Batches, Lengths, SplitRows, batches, count_rows, measure, sample_rows
from medtune.recipe.training import processes
from medtune.recipe.training_fields import field_value
from medtune.recipe.units import amount, span

SPLITS = ("train", "validation", "test")
Points = list[tuple[str, str]]
measured_rate = cache(matrix_rate)


@dataclass(frozen=True)
class Schedule:
    """Steps of a training.

    Args:
        per_device: rows of a batch of one process.
        accumulation: batches of one process for each optimizer step.
        processes: number of processes.
        steps_per_epoch: optimizer steps of an epoch; None while the number of rows is unknown.
        steps: all optimizer steps; None while unknown.
    """

    per_device: int
    accumulation: int
    processes: int
    steps_per_epoch: int | None
    steps: int | None

    @property
    def rows(self) -> int:
        """Rows of one optimizer step."""
        return self.per_device * self.accumulation * self.processes


def describe_training(recipe: TrainingRecipe, earlier: Earlier) -> Points:
    """Return the plan of a training, estimates included.

    Args:
        recipe: has the sections `data` and `model`.
        earlier: steps of a pipeline that come before it.

    Returns:
        Names with texts, in the order in which they are printed.
    """
    rows = split_rows(recipe)
    lengths = sample_lengths(recipe)
    schedule = plan_steps(recipe, rows["train"].usable if rows else None)
    by_length = recipe.training.get("train_sampling_strategy", "group_by_length") == "group_by_length"
    cut = batches(lengths, schedule.per_device, by_length) if lengths else None
    size = model_size(recipe, earlier)
    unknown = f"unknown: {', '.join(_absent(recipe, earlier))}"
    points = [("rows", _rows(recipe, rows) if rows else unknown)]
    points += _tokens(lengths, cut, by_length) if lengths else [("tokens", unknown)]
    points += [("batch", _batch(schedule)), ("steps", _steps(recipe, schedule))]
    points.append(("parameters", _parameters(size) if size else unknown))
    points += _files(recipe, schedule, size)
    if size:
        points += _memory(recipe, size, schedule, cut)
        points.append(("time", _time(recipe, size, schedule, lengths, cut)))
    return points


def needs_of(recipe: TrainingRecipe) -> tuple[str, ...]:
    """Return the columns that a row must have: the department for an encoder, the reply for a decoder."""
    column = {"encoder": "department", "decoder": "reply"}
    return ("description", *(column[part] for part in parts_of(recipe)))


def split_rows(recipe: TrainingRecipe) -> dict[str, SplitRows] | None:
    """Count the rows of each split; None if the data are not there yet."""
    files = {split: Path(recipe.data.path).expanduser() / f"{split}.parquet" for split in SPLITS}
    if not all(file.is_file() for file in files.values()):
        return None
    rows = {split: count_rows(file, needs_of(recipe)) for split, file in files.items()}
    limit = recipe.data.max_train_rows
    if limit is not None and rows["train"].usable > limit:
        rows["train"] = SplitRows(limit, {})
    return rows


def sample_lengths(recipe: TrainingRecipe) -> list[Lengths] | None:
    """Tokenize a sample of the training rows; None if data or tokenizers are not there yet."""
    file = Path(recipe.data.path).expanduser() / "train.parquet"
    parts = parts_of(recipe)
    readers = {"description": parts[0], "reply": parts[-1]} if "decoder" in parts else {"description": parts[0]}
    tokenizers = {column: tokenizer_at(tokenizer_name(recipe, part)) for column, part in readers.items()}
    if not file.is_file() or None in tokenizers.values():
        return None
    rows = sample_rows(file, needs_of(recipe))
    if not rows:
        return None
    limits = {"description": recipe.data.max_tokens, "reply": recipe.data.max_reply_tokens}
    # A stand-alone decoder reads start and end around the description; a reply is followed by its end.
    around = tokenizers["description"].num_special_tokens_to_add() if "encoder" in parts else 2
    added = {"description": around, "reply": 1}
    return [
        measure(column, [row[column] for row in rows], tokenizer, limits[column], added[column])
        for column, tokenizer in tokenizers.items()
    ]


def plan_steps(recipe: TrainingRecipe, rows: int | None) -> Schedule:
    """Count steps as `transformers.Trainer` does.

    Args:
        recipe: gives batch sizes, epochs and steps.
        rows: of the training split that are used; None if unknown.
    """
    per_device, count = _value(recipe, "per_device_train_batch_size"), processes()
    accumulation = _value(recipe, "gradient_accumulation_steps")
    if recipe.global_batch_size is not None:
        accumulation = recipe.global_batch_size // (per_device * count)
    epoch = None
    if rows is not None:
        share = math.floor if recipe.training.get("dataloader_drop_last") else math.ceil
        epoch = max(math.ceil(share(share(rows / per_device) / count) / accumulation), 1)
    limit = _value(recipe, "max_steps")
    total = limit if limit > 0 else epoch and math.ceil(_value(recipe, "num_train_epochs") * epoch)
    return Schedule(per_device, accumulation, count, epoch, total)


def largest_batch(recipe: TrainingRecipe, cut: Batches | None, rows: int) -> Batch:
    """Return the largest batch; with every row as long as allowed while there is no sample.

    Args:
        recipe: gives the longest texts allowed.
        cut: batches of the sample.
        rows: examples of a batch.
    """
    parts = parts_of(recipe)
    limits = [recipe.data.max_tokens, recipe.data.max_reply_tokens]
    longest = cut.longest if cut else limits[: 2 if "decoder" in parts else 1]
    if "encoder" not in parts:
        return Batch(rows, 0, sum(longest))
    return Batch(rows, *longest)


def memory_of(recipe: TrainingRecipe, size: ModelSize, schedule: Schedule, cut: Batches | None) -> Memory:
    """Estimate the peak memory of one process; arguments as in `plan_steps` and `largest_batch`."""
    evaluated = _value(recipe, "per_device_eval_batch_size")
    setting = Setting(
        optimizer=_value(recipe, "optim") or "adamw_torch_fused",
        autocast=_autocast(recipe),
        recompute=bool(_value(recipe, "activation_checkpointing")),
        keeps_gradients=schedule.accumulation > 1 or schedule.processes > 1,
        on_cpu=_device(recipe) is None,
    )
    return estimate_memory(
        size.networks.get("encoder"),
        size.networks.get("decoder"),
        size.total,
        size.trained,
        largest_batch(recipe, cut, schedule.per_device),
        largest_batch(recipe, cut, evaluated),
        setting,
    )


def _rows(recipe: TrainingRecipe, rows: dict[str, SplitRows]) -> str:
    def one(split: str) -> str:
        found = rows[split]
        without = [f"{count:,} without {column}" for column, count in found.lacking.items()]
        return f"{split} {found.rows:,}" + (f" ({', '.join(without)}, left out)" if without else "")

    return f"{', '.join(map(one, SPLITS))}; from {recipe.data.path}"


def _tokens(lengths: list[Lengths], cut: Batches, by_length: bool) -> Points:
    points = [
        (
            f"{part.name}",
            f"{part.mean:.0f} tokens on average, {max(part.tokens)} at most; {part.cut:.1%} of rows cut at {part.limit}",
        )
        for part in lengths
    ]
    how = "rows of like length share a batch" if by_length else "rows are shuffled"
    sample = len(lengths[0].tokens)
    return [*points, ("padding", f"{cut.padding:.0%} of all tokens; {how} (sample of {sample} rows)")]


def _batch(schedule: Schedule) -> str:
    parts = [f"{schedule.per_device} rows"]
    parts += [f"{schedule.accumulation} accumulated"] if schedule.accumulation > 1 else []
    parts += [f"{schedule.processes} processes"] if schedule.processes > 1 else []
    return parts[0] if len(parts) == 1 else f"{' x '.join(parts)} = {schedule.rows} rows a step"


def _steps(recipe: TrainingRecipe, schedule: Schedule) -> str:
    epochs = f"{_value(recipe, 'num_train_epochs'):g} epochs"
    if schedule.steps is None:
        return f"{epochs}; their number follows from the rows"
    if _value(recipe, "max_steps") > 0:
        return f"{schedule.steps:,} (max_steps)"
    return f"{schedule.steps:,} in {epochs}, {schedule.steps_per_epoch:,} an epoch"


def _parameters(size: ModelSize) -> str:
    parts = ", ".join(f"{name} {amount(count)}" for name, count in size.parameters.items())
    frozen = ", ".join(f"{name} {amount(count)}" for name, count in size.frozen.items())
    return f"{amount(size.trained)} of {amount(size.total)} are trained: {parts}" + (
        f"; frozen: {frozen}" if frozen else ""
    )


def _files(recipe: TrainingRecipe, schedule: Schedule, size: ModelSize | None) -> Points:
    final = f" ({amount(size.total * 4, 'B')} of weights)" if size else ""
    points = [("writes", f"{recipe.output_dir}{final}: model, metrics, log history, plots, predictions of the test split")]
    strategy = _value(recipe, "save_strategy")
    if strategy == "no":
        return points
    every = {"epoch": "each epoch", "best": "each best evaluation"}.get(strategy)
    every = every or f"{_value(recipe, 'save_steps'):g} steps"
    limit = _value(recipe, "save_total_limit")
    kept = f"the last {limit} kept" if limit else "all kept"
    if limit and _value(recipe, "load_best_model_at_end"):
        kept += ", and the best"
    each = ""
    if size:
        optimizer = optimizer_bytes(_value(recipe, "optim") or "")
        each = f", {amount(size.total * 4 + size.trained * optimizer, 'B')} each"
    after = f"after {every}" if strategy != "steps" else f"every {every}"
    if schedule.steps is not None and strategy == "steps" and schedule.steps < _value(recipe, "save_steps"):
        after = "at the end"
    return [*points, ("checkpoints", f"{after}{each}, {kept}")]


def _memory(recipe: TrainingRecipe, size: ModelSize, schedule: Schedule, cut: Batches | None) -> Points:
    memory = memory_of(recipe, size, schedule, cut)
    batch = largest_batch(recipe, cut, schedule.per_device)
    device = _device(recipe)
    where = "on the CPU" if device is None else f"on {device}, beside its own context of about 0.5 GB"
    tokens = " + ".join(str(count) for count in (batch.encoder_tokens, batch.decoder_tokens) if count)
    held = {
        "libraries": memory.process,
        "weights": memory.weights,
        "optimizer": memory.optimizer,
        "activations, gradients": memory.activations if memory.activations >= memory.evaluation else 0,
        "logits in evaluation": memory.evaluation if memory.evaluation > memory.activations else 0,
    }
    parts = " + ".join(f"{name} {amount(count, 'B')}" for name, count in held.items() if count)
    assumed = "the longest batch of the sample" if cut else "every row as long as allowed"
    optimizer = f"{optimizer_bytes(_value(recipe, 'optim') or '')} bytes a trained parameter for the optimizer"
    precision = f"16-bit autocast ({AUTOCAST:.0%} of the activations)" if _autocast(recipe) else "32 bits"
    each = " for each process" if schedule.processes > 1 else ""
    return [
        ("memory", f"about {amount(memory.peak, 'B')} at the peak{each} {where}: {parts}"),
        ("", f"assumed: {assumed} ({batch.rows} rows of {tokens} tokens), {precision}, {optimizer}"),
    ]


def _time(
    recipe: TrainingRecipe, size: ModelSize, schedule: Schedule, lengths: list[Lengths] | None, cut: Batches | None
) -> str:
    if schedule.steps is None or lengths is None or cut is None:
        return "unknown until rows and tokens are known"
    rows = schedule.steps * schedule.rows / (1 - cut.padding)
    flops = 0.0
    for part, half in size.networks.items():
        read = lengths if parts_of(recipe) == ["decoder"] else [lengths[0 if part == "encoder" else -1]]
        passed = half.layers * half.layer + (half.vocabulary * half.width if part == "decoder" else 0)
        frozen = min(max(size.frozen.get(part, 0) - half.embeddings, 0), passed)
        flops += training_flops(passed - frozen, frozen, rows * sum(one.mean for one in read))
    device = _device(recipe)
    rate, share = measured_rate(device, _autocast(recipe)), UTILISATION[device is not None]
    seconds = flops / (rate * share * schedule.processes)
    return (
        f"very roughly {span(seconds)}, without evaluation and generation; assumed: {amount(flops)}FLOP "
        f"at {share:.0%} of the {amount(rate)}FLOP/s measured here for a matrix product"
    )


def _absent(recipe: TrainingRecipe, earlier: Earlier) -> list[str]:
    """Say what is not there yet and which step makes it."""
    made = {path: f"{path} is made by an earlier step ({step.task})" for path, step in earlier.items()}
    names = [recipe.data.path, *(tokenizer_name(recipe, part) for part in parts_of(recipe))]
    names += [source for part in parts_of(recipe) if isinstance(source := getattr(recipe.model, part), str)]
    absent = [name for name in dict.fromkeys(names) if not Path(name).exists() and tokenizer_at(name) is None]
    return [made.get(Path(name), f"{name} is not there") for name in absent]


def _device(recipe: TrainingRecipe) -> str | None:
    return None if recipe.training.get("use_cpu") else accelerator()


def _autocast(recipe: TrainingRecipe) -> bool:
    return bool(recipe.training.get("bf16") or recipe.training.get("fp16"))


def _value(recipe: TrainingRecipe, name: str) -> Any:
    return field_value(recipe.training, name)
