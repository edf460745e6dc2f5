"""Train, validation and test: whole clusters to one split each, every department in the same shares."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from medtune.data.storage import SPLITS


def assign_splits(
    ids: Sequence[str],
    departments: Sequence[str | None],
    clusters: Sequence[int] | np.ndarray,
    validation: float = 0.1,
    test: float = 0.1,
    seed: int = 42,
) -> np.ndarray:
    """Assign every row to a split.

    Rows of one cluster go to the same split. Clusters of several rows come first, the largest first, each to the split
    that stays least filled by it; then single rows fill every department up to its share. Chance comes from
    a hash of seed and id, so the order of the rows does not matter.

    Args:
        ids: unique id of each row.
        departments: department of each row, or `None`; the shares are kept within each.
        clusters: rows with equal numbers belong together (one dialogue, one patient, duplicates).
        validation: share of the rows for validation, from 0 to less than 1.
        test: share of the rows for the test.
        seed: another seed gives another split.

    Returns:
        For each row the place of its split in `SPLITS`, shape `(rows,)`.
    """
    if not len(ids):
        return np.empty(0, dtype=np.int64)
    labels, strata = np.unique([name or "" for name in departments], return_inverse=True)
    clusters = np.unique(np.asarray(clusters), return_inverse=True)[1]
    chance = np.array([draw(seed, name) for name in ids], dtype=np.uint64)
    shares = np.array([1 - validation - test, validation, test])
    sizes = np.bincount(clusters)
    targets = np.stack([_shared_out(size, shares) for size in np.bincount(strata)])  # (departments, splits)
    filled = np.zeros_like(targets)
    result = np.full(len(ids), -1)

    for rows in _several(clusters, sizes, chance):
        wanted = np.bincount(strata[rows], minlength=len(labels))  # rows of the cluster, (departments,)
        split = _least_filled(wanted, filled, targets)
        filled[:, split] += wanted
        result[rows] = split

    single = sizes[clusters] == 1
    for stratum in range(len(labels)):
        rows = np.flatnonzero(single & (strata == stratum))
        rows = rows[np.argsort(chance[rows], kind="stable")]
        counts = _shared_out(len(rows), np.maximum(targets[stratum] - filled[stratum], 0))
        result[rows] = np.repeat(np.arange(len(SPLITS)), counts)
    return result


def draw(seed: int, name: str) -> int:
    """Return a number in [0, 2^64) drawn by seed and id: the same on every machine, whatever the order of the rows."""
    return int.from_bytes(hashlib.blake2b(f"{seed}:{name}".encode(errors="replace"), digest_size=8).digest(), "big")


def _several(clusters: np.ndarray, sizes: np.ndarray, chance: np.ndarray) -> list[np.ndarray]:
    """Return the rows of each cluster of several rows, the largest cluster first, equal sizes by chance."""
    order = np.argsort(clusters, kind="stable")
    members = np.split(order, np.cumsum(sizes)[:-1])
    several = [rows for rows in members if len(rows) > 1]
    return sorted(several, key=lambda rows: (-len(rows), chance[rows].min()))


def _least_filled(wanted: np.ndarray, filled: np.ndarray, targets: np.ndarray) -> int:
    """Return the split whose departments stay furthest below their targets if it takes the cluster."""
    room = (targets - filled - wanted[:, None]) / np.maximum(targets, 1)
    room[targets == 0] = -np.inf
    room = np.where(wanted[:, None] > 0, room, 0) * np.maximum(wanted[:, None], 1)
    return int(np.argmax(room.sum(axis=0)))


def _shared_out(count: int, weights: np.ndarray) -> np.ndarray:
    """Share out whole rows by weight (largest remainder), so that a split with any weight gets a row if it can."""
    weights = weights / weights.sum() if weights.sum() else np.array([1.0, 0.0, 0.0])
    exact = count * weights
    counts = np.floor(exact).astype(np.int64)
    for place in np.argsort(counts - exact, kind="stable")[: count - counts.sum()]:
        counts[place] += 1
    for place in np.flatnonzero((counts == 0) & (weights > 0)):
        largest = int(np.argmax(counts))
        if counts[largest] > 1:
            counts[largest] -= 1
            counts[place] += 1
    return counts
