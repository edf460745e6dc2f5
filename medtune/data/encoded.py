"""The splits of prepared data as token ids, made once and kept on disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from medtune.data.storage import SPLITS, PreparedData
from medtune.data.tokenization import cached
from medtune.distributed import is_main_process, main_process_first

if TYPE_CHECKING:
    from datasets import Dataset
    from transformers import PreTrainedTokenizerBase


@dataclass
class EncodedSplit:
    """Rows of one split beside their token ids.

    Args:
        table: the rows, in the order of the token ids.
        tokens: data set with `input_ids` and labels.
        left_out: rows that lack what the task needs.
    """

    table: pa.Table
    tokens: Dataset
    left_out: int

    @property
    def lengths(self) -> np.ndarray:
        """Tokens of each sequence of each row, [N, K]."""
        columns = self._tokens_by_column  # none, of a split without rows
        return np.array(list(columns.values()), dtype=int).reshape(len(columns), self.table.num_rows).T

    @property
    def longest(self) -> dict[str, int]:
        """Most tokens of a row, by column."""
        return {name: int(tokens.max(initial=0)) for name, tokens in self._tokens_by_column.items()}

    @property
    def _tokens_by_column(self) -> dict[str, np.ndarray]:
        sequences = [name for name, feature in self.tokens.features.items() if hasattr(feature, "feature")]
        return {name: pc.list_value_length(self.tokens.data.column(name)).to_numpy() for name in sequences}


def encode_splits(
    data: PreparedData,
    encode: Callable[[pa.Table], dict[str, list]],
    cache_dir: Path,
    key: Sequence,
    needs: Sequence[str],
    max_train_rows: int | None = None,
    seed: int = 0,
) -> dict[str, EncodedSplit]:
    """Encode the splits of prepared data.

    The main process does the work before the others read the result, and a later run with the same key reads it too.

    Args:
        data: the prepared rows.
        encode: turns a table into columns of token ids and labels.
        cache_dir: where the token ids are kept.
        key: what `encode` depends on, tokenizers among it, as values with a telling `repr`.
        needs: columns that must not be empty; rows that lack one are left out and counted.
        max_train_rows: only so many of the training rows, drawn at random.
        seed: of the draw; a larger number of rows holds those of a smaller one.

    Returns:
        `train`, `validation` and `test`.

    Raises:
        ValueError: no row of the training or test split has what is needed.
    """
    splits = {}
    for split in SPLITS:
        rows = data.split(split)
        table = with_all(rows, needs)
        left_out = rows.num_rows - table.num_rows
        if split == "train":
            table = draw_rows(table, max_train_rows, seed)
        if not table.num_rows and split != "validation":
            raise ValueError(
                f"{data.path(split)}: none of {rows.num_rows} rows has {' and '.join(needs)}, which this task needs"
            )
        if left_out and is_main_process():
            print(f"{data.path(split)}: {left_out} of {rows.num_rows} rows lack {' or '.join(needs)} and are left out")
        drawn = seed if table.num_rows < rows.num_rows - left_out else None
        depends_on = (data.fingerprint, split, tuple(needs), table.num_rows, drawn, *key)
        with main_process_first():
            tokens = cached(cache_dir, repr(depends_on), lambda t=table: encode(t))
        splits[split] = EncodedSplit(table, tokens, left_out)
    return splits


def training_rows(
    data: PreparedData, needs: Sequence[str], max_train_rows: int | None = None, seed: int = 0
) -> pa.Table:
    """Return the rows that `encode_splits` trains on; arguments as there."""
    return draw_rows(with_all(data.split("train"), needs), max_train_rows, seed)


def draw_rows(table: pa.Table, count: int | None, seed: int) -> pa.Table:
    """Return so many of the rows, drawn at random; all of them, as they stand, if there are not more.

    Args:
        table: the rows.
        count: None for all.
        seed: of the draw; a larger draw holds a smaller one.
    """
    if count is None or count >= table.num_rows:
        return table
    return table.take(np.random.default_rng(seed).permutation(table.num_rows)[:count])


def with_all(table: pa.Table, needs: Sequence[str]) -> pa.Table:
    """Return the rows in which none of the columns is empty."""
    for column in needs:
        table = table.filter(pc.greater(pc.utf8_length(pc.fill_null(table.column(column), "")), 0))
    return table


def identity(tokenizer: PreTrainedTokenizerBase) -> str:
    """Return what a tokenizer's token ids depend on, as text."""
    backend = getattr(tokenizer, "backend_tokenizer", None)
    return backend.to_str() if backend is not None else repr(sorted(tokenizer.get_vocab().items()))
