"""Scores made of what each row adds, and bootstrap intervals of them without scoring any text again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np
from scipy import stats

Key = TypeVar("Key", bound=Hashable)
#: From swaps, float64 of shape (trials, rows), to both systems' scores of shape (trials,).
Swapper = Callable[[np.ndarray], tuple[np.ndarray, np.ndarray]]
RESAMPLES = 2_000
VALUES_AT_ONCE = 4_000_000  # row counts held in one go: 32 MB


class RowStatistics(Protocol):
    """What a score over all rows is computed from, row by row."""

    @property
    def rows(self) -> int:
        """The number of rows."""

    def score(self) -> float:
        """Return the score over all rows."""

    def as_sums(self) -> RowSums:
        """Return what each row adds when it is drawn once more."""

    def swapper(self, other: RowStatistics) -> Swapper:
        """Return what scores both systems if they swap the rows where `swaps` (trials, rows) is 1."""


@dataclass(frozen=True)
class RowSums:
    """A score that is a formula of sums over the rows, such as a mean, a ratio of totals, or BLEU.

    Args:
        sums: float64 of shape (rows, statistics): what each row adds.
        formula: turns sums of shape (…, statistics) into scores of shape (…).
    """

    sums: np.ndarray
    formula: Callable[[np.ndarray], np.ndarray]

    @property
    def rows(self) -> int:
        """The number of rows."""
        return len(self.sums)

    def score(self) -> float:
        """Return the score over all rows."""
        return float(self.formula(self.sums.sum(axis=0)))

    def per_row(self) -> np.ndarray:
        """Return the score of each row by itself, float64 of shape (rows,)."""
        return self.formula(self.sums)

    def as_sums(self) -> RowSums:
        """Return itself."""
        return self

    def swapper(self, other: RowSums) -> Swapper:
        """Return what scores both systems if they swap the rows where `swaps` (trials, rows) is 1."""
        first, second, change = self.sums.sum(axis=0), other.sums.sum(axis=0), other.sums - self.sums

        def swapped(swaps: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            moved = swaps @ change
            return self.formula(first + moved), other.formula(second - moved)

        return swapped


def quotient(sums: np.ndarray) -> np.ndarray:
    """Return the first of two sums divided by the second, 0 where the second is 0."""
    return np.divide(sums[..., 0], sums[..., 1], out=np.zeros(sums.shape[:-1]), where=sums[..., 1] != 0)


def mean_of(values: np.ndarray) -> RowSums:
    """Return the statistics of a score that is the mean of a value for each row."""
    values = np.asarray(values, dtype=np.float64)
    return RowSums(np.column_stack((values, np.ones(len(values)))), quotient)


def row_draws(rows: int, seed: int, resamples: int) -> Iterator[np.ndarray]:
    """Draw rows with replacement, again and again.

    Args:
        rows: how many there are; each resample draws as many.
        seed: of the drawing; the same rows and seed give the same draws, for whatever they are used.
        resamples: how often.

    Yields:
        How often each row was drawn, float64 of shape (some resamples, rows).
    """
    rng = np.random.default_rng(seed)
    at_once = max(1, VALUES_AT_ONCE // rows)
    for start in range(0, resamples, at_once):
        size = min(at_once, resamples - start)
        drawn = rng.integers(0, rows, size=(size, rows)) + rows * np.arange(size)[:, None]
        yield np.bincount(drawn.ravel(), minlength=size * rows).reshape(size, rows).astype(np.float64)


def tail_share(rows: int, confidence: float) -> float:
    """Return the share of resampled scores to leave out at either end.

    It is smaller than (1 - confidence) / 2, by what makes the interval of a mean of few normal values right.

    Source: Hesterberg 2015, What Teachers Should Know About the Bootstrap, section 4.3 (expanded percentiles).
    """
    return float(stats.norm.cdf(np.sqrt(rows / (rows - 1)) * stats.t.ppf((1 - confidence) / 2, rows - 1)))


def bootstrap_intervals(
    scores: Mapping[str, RowStatistics], seed: int = 0, resamples: int = RESAMPLES, confidence: float = 0.95
) -> dict[str, list[float] | None]:
    """Return a bootstrap interval for each score, by drawing rows with replacement.

    Args:
        scores: statistics of the same rows by name; all are computed on the same draws.
        seed: of the drawing; the same seed gives the same intervals.
        resamples: how often rows are drawn; 0 leaves the intervals out.
        confidence: between 0 and 1.

    Returns:
        `[low, high]` by name, or None for all if there are fewer than two rows: one row does not say how rows differ.

    Source: Efron 1979; for corpus scores Koehn 2004, Statistical Significance Tests for Machine Translation Evaluation.
    """
    if not 0 < confidence < 1:
        raise ValueError(f"confidence {confidence} is not between 0 and 1; 0.95 is usual")
    rows = next(iter(scores.values())).rows
    if rows < 2 or resamples == 0:
        return dict.fromkeys(scores)
    tail = tail_share(rows, confidence)
    drawn = drawn_scores(scores, seed, resamples)
    return {name: np.quantile(values, [tail, 1 - tail]).tolist() for name, values in drawn.items()}


def drawn_scores(scores: Mapping[Key, RowStatistics], seed: int, resamples: int) -> dict[Key, np.ndarray]:
    """Return each score on rows that are drawn with replacement, float64 of shape (resamples,) by name."""
    sums = {name: statistics.as_sums() for name, statistics in scores.items()}
    columns = np.hstack([one.sums for one in sums.values()])
    ends = np.cumsum([one.sums.shape[1] for one in sums.values()])
    totals = np.concatenate([counts @ columns for counts in row_draws(len(columns), seed, resamples)])
    parts = np.split(totals, ends[:-1], axis=1)
    return {name: one.formula(part) for (name, one), part in zip(sums.items(), parts, strict=True)}
