"""What a training on prepared data will meet: rows, tokens, batches, and what is not there yet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from medtune.recipe.duration import accelerator, training_flops
from medtune.recipe.memory import Batch, Memory, Setting, estimate_memory
from medtune.recipe.model_size import (
    Earlier,
    ModelSize,
    config_of,
    find_tokenizer,
    model_size,
    parts_of,
    tokenizer_name,
)
from medtune.recipe.schedule import Schedule, plan_steps
from medtune.recipe.schema import TrainingRecipe
from medtune.recipe.token_sample import Batches, Lengths, SplitRows, batches, count_rows, measure, sample_rows
from medtune.recipe.training_fields import field_value

SPLITS = ("train", "validation", "test")
TRAIN_FILE = "train.parquet"


@dataclass(frozen=True)
class Facts:
    """All that is known about a training beforehand.

    Args:
        recipe: the training.
        rows: of each split; None while the data are not there.
        lengths: tokens of the texts of a sample; None while data or tokenizers are not there.
        cut: batches of the sample; None likewise.
        schedule: batches and steps.
        size: the model's; None while a configuration or a vocabulary is unknown.
        absent: what is not there, with the step that makes it.
    """

    recipe: TrainingRecipe
    rows: dict[str, SplitRows] | None
    lengths: list[Lengths] | None
    cut: Batches | None
    schedule: Schedule
    size: ModelSize | None
    absent: list[str]

    def value(self, name: str) -> Any:
        """Return a field of `training`, or its default."""
        return field_value(self.recipe.training, name)

    @property
    def optimizer(self) -> str:
        """Name of the optimizer."""
        return self.value("optim") or "adamw_torch_fused"

    @property
    def device(self) -> str | None:
        """Name of the accelerator; None for the CPU."""
        return None if self.recipe.training.get("use_cpu") else accelerator()

    @property
    def autocast(self) -> bool:
        """Whether it computes in 16 bits."""
        return bool(self.recipe.training.get("bf16") or self.recipe.training.get("fp16"))

    @property
    def by_length(self) -> bool:
        """Whether rows of like length share a batch."""
        return _by_length(self.recipe)

    def largest_batch(self, rows: int) -> Batch:
        """Return the largest batch of so many rows; every row as long as allowed while there is no sample."""
        parts, data = parts_of(self.recipe), self.recipe.data
        limits = [data.max_tokens, data.max_reply_tokens] if "decoder" in parts else [data.max_tokens]
        longest = self.cut.longest if self.cut else limits
        return Batch(rows, *longest) if "encoder" in parts else Batch(rows, 0, sum(longest))

    def memory(self) -> Memory | None:
        """Estimate the peak memory of one process; None while the model is unknown."""
        if self.size is None:
            return None
        schedule = self.schedule
        return estimate_memory(
            self.size,
            self.largest_batch(schedule.per_device),
            self.largest_batch(self.value("per_device_eval_batch_size")),
            Setting(
                optimizer=self.optimizer,
                autocast=self.autocast,
                recompute=bool(self.value("activation_checkpointing")),
                keeps_gradients=schedule.accumulation > 1 or schedule.processes > 1,
                on_cpu=self.device is None,
            ),
        )

    def flops(self) -> float | None:
        """Return the floating-point operations of the training; None while steps, tokens or the model are unknown."""
        if self.schedule.steps is None or self.cut is None or self.size is None:
            return None
        rows = self.schedule.steps * self.schedule.rows / (1 - self.cut.padding)
        total = 0.0
        for part, half in self.size.networks.items():
            alone = len(self.size.networks) == 1
            read = self.lengths if alone else [self.lengths[0 if part == "encoder" else 1]]
            # The output layer of a decoder is its table of embeddings, tied or not.
            passed = half.layers * half.layer + (half.vocabulary * half.width if part == "decoder" else 0)
            frozen = min(max(self.size.frozen.get(part, 0) - half.embeddings, 0), passed)
            total += training_flops(passed - frozen, frozen, rows * sum(one.mean for one in read))
        return total


def gather(recipe: TrainingRecipe, earlier: Earlier) -> Facts:
    """Find out what there is to know.

    Args:
        recipe: has the sections `data` and `model`.
        earlier: steps of a pipeline that come before it.
    """
    rows = split_rows(recipe)
    lengths = sample_lengths(recipe, earlier)
    schedule = plan_steps(recipe, rows["train"].usable if rows else None)
    cut = batches(lengths, schedule.per_device, _by_length(recipe)) if lengths else None
    return Facts(recipe, rows, lengths, cut, schedule, model_size(recipe, earlier), absent(recipe, earlier))


def needs_of(recipe: TrainingRecipe) -> tuple[str, ...]:
    """Return the columns that a row must have: the department for an encoder, the reply for a decoder."""
    column = {"encoder": "department", "decoder": "reply"}
    return ("description", *(column[part] for part in parts_of(recipe)))


def split_rows(recipe: TrainingRecipe) -> dict[str, SplitRows] | None:
    """Count the rows of each split; None if the data are not there yet."""
    files = {split: Path(recipe.data.path) / f"{split}.parquet" for split in SPLITS}
    if not all(file.is_file() for file in files.values()):
        return None
    rows = {split: count_rows(file, needs_of(recipe)) for split, file in files.items()}
    limit = recipe.data.max_train_rows
    if limit is not None and rows["train"].usable > limit:
        rows["train"] = SplitRows(limit, {})
    return rows


def sample_lengths(recipe: TrainingRecipe, earlier: Earlier) -> list[Lengths] | None:
    """Tokenize a sample of the training rows; None if data or tokenizers are not there, or no row has all it needs."""
    file, parts = Path(recipe.data.path) / TRAIN_FILE, parts_of(recipe)
    readers = {"description": parts[0], "reply": parts[-1]} if "decoder" in parts else {"description": parts[0]}
    tokenizers = {column: find_tokenizer(recipe, part, earlier) for column, part in readers.items()}
    if not file.is_file() or None in tokenizers.values():
        return None
    rows = sample_rows(file, needs_of(recipe))
    limits = {"description": recipe.data.max_tokens, "reply": recipe.data.max_reply_tokens}
    # A stand-alone decoder reads start and end around the description; a reply is followed by its end.
    around = tokenizers["description"].num_special_tokens_to_add() if "encoder" in parts else 2
    added = {"description": around, "reply": 1}
    lengths = [
        measure(column, [row[column] for row in rows], tokenizer, limits[column], added[column])
        for column, tokenizer in tokenizers.items()
        if rows
    ]
    return lengths or None


def absent(recipe: TrainingRecipe, earlier: Earlier) -> list[str]:
    """Name the data, models and tokenizers that are not there yet, with the step that makes them."""
    names = [] if (Path(recipe.data.path) / TRAIN_FILE).is_file() else [recipe.data.path]
    for part in parts_of(recipe):
        source = getattr(recipe.model, part)
        if find_tokenizer(recipe, part, earlier) is None:
            names.append(tokenizer_name(recipe, part))
        if isinstance(source, str) and config_of(recipe, part, earlier) is None:
            names.append(source)
    return [f"{name} ({made_by(Path(name), earlier)})" for name in dict.fromkeys(names)]


def made_by(path: Path, earlier: Earlier) -> str:
    """Say which step makes a folder, or that none does."""
    if path not in earlier:
        return "not there"
    return f"made by step {list(earlier).index(path) + 1}, {earlier[path].task}"


def _by_length(recipe: TrainingRecipe) -> bool:
    return recipe.training.get("train_sampling_strategy", "group_by_length") == "group_by_length"
