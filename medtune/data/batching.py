"""Which examples share a batch, so that little of it is padding."""

from __future__ import annotations

import numpy as np


def order_by_length(lengths: np.ndarray, batch_size: int) -> np.ndarray:
    """Order examples so that those of a batch are of like length in each of their sequences.

    A joint model pads descriptions and replies apart. Sorted by their sum, a long description with a short reply shares
    a batch with the reverse, and both are padded. So the examples are split like the space of a k-d tree: sorted by the
    sequence in which they differ most, cut in two at a whole number of batches, and each half again.

    Source: Bentley 1975, Multidimensional binary search trees used for associative searching (CACM 18).

    Args:
        lengths: tokens of each sequence of each example, [N, K].
        batch_size: examples of a batch.

    Returns:
        The examples' indices, [N]; every `batch_size` of them are a batch, an incomplete batch comes last.
    """
    return np.concatenate(_split(np.arange(len(lengths)), lengths, batch_size))


def _split(indices: np.ndarray, lengths: np.ndarray, batch_size: int) -> list[np.ndarray]:
    batches = -(-len(indices) // batch_size)
    if batches <= 1:
        return [indices]
    chosen = lengths[indices]
    sequence = np.ptp(chosen, axis=0).argmax()
    indices = indices[np.argsort(chosen[:, sequence], kind="stable")]
    middle = batches // 2 * batch_size
    return _split(indices[:middle], lengths, batch_size) + _split(indices[middle:], lengths, batch_size)
