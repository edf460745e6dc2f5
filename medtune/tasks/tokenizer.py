"""`task: tokenizer`: train a tokenizer on prepared data, for models that start from random weights."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from medtune.recipe import schema
from medtune.recipe.errors import Problem
from medtune.recipe.inputs import Input

SINGLE_PROCESS = True
TRAIN_FILE = "train.parquet"
VALIDATION_FILE = "validation.parquet"
LEAST_BYTE_LEVEL = 259


class Data(schema.Section):
    """The texts to learn from.

    Args:
        path: folder written by `task: prepare-data`; the training split is learned from.
        fields: columns whose texts are read.
    """

    path: str
    fields: list[Literal["instruction", "description", "reply"]] = Field(default=["description", "reply"], min_length=1)


class Recipe(schema.Recipe):
    """Tokenizer training.

    Args:
        data: the texts to learn from.
        kind: `bert`, WordPiece with every Chinese character a token, as Chinese BERT and GPT-2 models have it;
            `byte_level`, BPE over bytes, as LLaMA-3 and Qwen have it: no text is unknown to it.
        vocab_size: largest number of tokens, special ones included.
        min_frequency: characters and word pieces seen less often become `[UNK]`.
    """

    task: Literal["tokenizer"]
    data: Data
    kind: Literal["bert", "byte_level"] = "bert"
    vocab_size: int = Field(default=21128, ge=100)
    min_frequency: int = Field(default=2, ge=1)


def inputs(recipe: Recipe) -> list[Input]:
    """Return the prepared data."""
    return [Input("data.path", recipe.data.path, "file")]


def check(recipe: Recipe) -> list[Problem]:
    """Return combinations that cannot work."""
    if recipe.kind == "bert" or recipe.vocab_size >= LEAST_BYTE_LEVEL:
        return []
    message = f"too small for kind byte_level, whose 256 bytes and special tokens alone are {LEAST_BYTE_LEVEL}"
    return [recipe.problem("vocab_size", message, f"Write more than {LEAST_BYTE_LEVEL}", recipe.vocab_size)]


def run(recipe: Recipe, output_dir: Path) -> dict[str, Any]:
    """Train the tokenizer, write it to `output_dir`, and measure it on the validation split.

    Returns:
        `vocab_size`, and `unknown_token_rate` and `tokens_per_character` on the validation split.

    Raises:
        FileNotFoundError: if the folder holds no prepared data.
        ValueError: if the fields hold no text.
    """
    from medtune.data.byte_level import train_byte_level
    from medtune.data.tokenizer_training import tokenizer_metrics, train_wordpiece

    folder, fields = Path(recipe.data.path), recipe.data.fields
    missing = [name for name in (TRAIN_FILE, VALIDATION_FILE) if not (folder / name).is_file()]
    if missing:
        raise FileNotFoundError(
            f"data.path: {folder} has no {' and no '.join(missing)}; run `task: prepare-data` first"
        )
    train = train_wordpiece if recipe.kind == "bert" else train_byte_level
    tokenizer = train(_texts(folder / TRAIN_FILE, fields), recipe.vocab_size, recipe.min_frequency)
    tokenizer.save_pretrained(output_dir)
    return {"vocab_size": len(tokenizer), **tokenizer_metrics(tokenizer, _texts(folder / VALIDATION_FILE, fields))}


def _texts(path: Path, fields: list[str]) -> Iterator[str]:
    import pyarrow.parquet as pq

    for batch in pq.ParquetFile(path).iter_batches(columns=fields):
        for column in batch.columns:
            yield from filter(None, column.to_pylist())
