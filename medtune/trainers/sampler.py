"""The order of training examples: shuffled anew each epoch, optionally with neighbours of like length."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from torch.utils.data import Sampler

from medtune.data.batching import order_by_length


class EpochSampler(Sampler[int]):
    """Shuffle by (seed, epoch), so that a resumed run sees the same order as an uninterrupted one.

    With `lengths`, examples are shuffled, ordered by length within windows of `window` batches, cut into batches,
    and the batches shuffled again: little padding, and no drift from long to short within an epoch. The stock
    sampler draws from the global generator, whose state a run resumed in a later epoch does not have.

    Args:
        size: number of examples.
        batch_size: examples in one batch of one process.
        seed: seed of the run.
        lengths: tokens of each sequence of each example, [N, K]; `None` shuffles only.
        window: batches whose examples are ordered together.
    """

    def __init__(self, size: int, batch_size: int, seed: int, lengths: np.ndarray | None = None, window: int = 50):
        self.size, self.batch_size, self.seed, self.window = size, batch_size, seed, window
        self.lengths = lengths
        self.epoch = 0

    def set_epoch(self, epoch: int) -> None:
        """Choose the epoch whose order the next iteration gives."""
        self.epoch = epoch

    def __len__(self) -> int:
        return self.size

    def __iter__(self) -> Iterator[int]:
        generator = np.random.default_rng((self.seed, self.epoch))
        order = generator.permutation(self.size)
        if self.lengths is not None:
            order = self._group_by_length(order, generator)
        return iter(order.tolist())

    def _group_by_length(self, order: np.ndarray, generator: np.random.Generator) -> np.ndarray:
        step = self.batch_size * self.window
        windows = [order[start : start + step] for start in range(0, self.size, step)]
        order = np.concatenate([part[order_by_length(self.lengths[part], self.batch_size)] for part in windows])
        # The incomplete batch must stay last: moved forward it would shift the cut of every batch behind it.
        full = self.size - self.size % self.batch_size
        batches = order[:full].reshape(-1, self.batch_size)
        return np.concatenate([generator.permutation(batches, axis=0).ravel(), order[full:]])
