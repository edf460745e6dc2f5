"""What is known about prepared data before training: rows, and tokens of a sample of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from medtune.recipe.inputs import find_file

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

SAMPLE_ROWS = 500


@dataclass(frozen=True, slots=True)
class SplitRows:
    """Rows of one split.

    Args:
        rows: all of them.
        lacking: rows without a value, by column; one row may lack several.
    """

    rows: int
    lacking: dict[str, int]

    @property
    def usable(self) -> int:
        """Rows that have everything, or at most so many where rows lack different columns."""
        return self.rows - max(self.lacking.values(), default=0)


def count_rows(path: Path, needs: tuple[str, ...]) -> SplitRows:
    """Count the rows of a Parquet file from its metadata.

    Args:
        path: a split.
        needs: columns that a row must have for it to be used.
    """
    import pyarrow.parquet as pq

    metadata = pq.read_metadata(path)
    place = {metadata.schema.column(number).path: number for number in range(metadata.num_columns)}
    lacking = {}
    for name in needs:
        groups = (metadata.row_group(number).column(place[name]) for number in range(metadata.num_row_groups))
        if nulls := sum(group.statistics.null_count for group in groups if group.is_stats_set):
            lacking[name] = nulls
    return SplitRows(metadata.num_rows, lacking)


def sample_rows(path: Path, needs: tuple[str, ...]) -> list[dict[str, str]]:
    """Return the first rows of a split that have what is needed; `prepare-data` writes them in a random order.

    Args:
        path: a split.
        needs: columns to read.
    """
    import pyarrow.parquet as pq

    for batch in pq.ParquetFile(path).iter_batches(batch_size=SAMPLE_ROWS, columns=list(needs)):
        return [row for row in batch.to_pylist() if all(row.values())]
    return []


def load_tokenizer(name: str) -> PreTrainedTokenizerBase | None:
    """Load a tokenizer that is at hand.

    Args:
        name: path or Hub id.

    Returns:
        The tokenizer; None if neither a folder nor the local Hub cache has it.
    """
    file = find_file(name, "tokenizer.json")
    if file is not None:
        # The class that needs no torch; AutoTokenizer would take five times as long to import.
        from transformers import PreTrainedTokenizerFast

        return PreTrainedTokenizerFast.from_pretrained(str(file.parent))
    folder = find_file(name, "tokenizer_config.json") or find_file(name, "vocab.txt")
    if folder is None:
        return None
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(str(folder.parent))


@dataclass(frozen=True, slots=True)
class Lengths:
    """Tokens of one kind of text, row by row, after truncation.

    Args:
        name: `description` or `reply`.
        limit: longest one allowed.
        tokens: of each row of the sample.
        cut: share of rows that were longer than the limit.
    """

    name: str
    limit: int
    tokens: list[int]
    cut: float = 0.0

    @property
    def mean(self) -> float:
        """Mean number of tokens."""
        return sum(self.tokens) / len(self.tokens)


def measure(name: str, texts: list[str], tokenizer: PreTrainedTokenizerBase, limit: int, added: int) -> Lengths:
    """Tokenize texts and count.

    Args:
        name: `description` or `reply`.
        texts: one a row.
        tokenizer: what counts.
        limit: longest one allowed, special tokens included.
        added: special tokens of a row.
    """
    # The fast tokenizer itself: no warning that a text is longer than the model allows, which is what we look for.
    encodings = tokenizer.backend_tokenizer.encode_batch(texts, add_special_tokens=False)
    whole = [len(encoding.ids) + added for encoding in encodings]
    cut = sum(length > limit for length in whole) / len(whole)
    return Lengths(name, limit, [min(length, limit) for length in whole], cut)


@dataclass(frozen=True, slots=True)
class Batches:
    """Batches as the training would make them of the sample.

    Args:
        padding: share of padding among all tokens.
        longest: tokens of the longest batch's longest row, one number for each kind of text.
    """

    padding: float
    longest: list[int]


def batches(lengths: list[Lengths], batch_size: int, by_length: bool, windows: int = 50) -> Batches:
    """Cut a sample into batches.

    Args:
        lengths: of each kind of text that stands in a row, in one order of rows.
        batch_size: rows of a batch.
        by_length: rows of like length share a batch, as in `medtune.trainers.sampler`.
        windows: batches whose rows are ordered together.
    """
    import numpy as np

    from medtune.data.batching import order_by_length

    sample = np.array([part.tokens for part in lengths]).T
    # As many rows as are ordered together in training: neighbours are then as alike as they will be there.
    rows = sample[np.random.default_rng(0).integers(len(sample), size=batch_size * windows)]
    if by_length:
        rows = rows[order_by_length(rows, batch_size)]
    widest = rows.reshape(windows, batch_size, -1).max(axis=1)
    padded = widest.sum() * batch_size
    longest = widest[widest.sum(axis=1).argmax()]
    return Batches(1 - rows.sum() / padded, longest.tolist())
