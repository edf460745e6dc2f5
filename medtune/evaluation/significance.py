"""Bootstrap intervals, to tell a difference from chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

RESAMPLES = 9_999
VALUES_AT_ONCE = 10_000_000  # numbers drawn in one go: 80 MB


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean and the interval that covers the true one.

    Args:
        mean: of the values.
        low: lower end.
        high: upper end.
        confidence: how often such an interval covers the true mean, such as 0.95.
        examples: number of values.
    """

    mean: float
    low: float
    high: float
    confidence: float
    examples: int

    def excludes(self, value: float = 0.0) -> bool:
        """Return whether `value` lies outside the interval."""
        return not self.low <= value <= self.high

    def __str__(self) -> str:
        return f"{self.mean:.4g} [{self.low:.4g}, {self.high:.4g}]"


def mean_interval(values: Sequence[float], seed: int = 0, confidence: float = 0.95) -> Interval:
    """Return a bootstrap interval of the mean of independent values.

    The percentiles are widened by the factor that makes the interval right for small samples of normal values, where
    the plain percentile bootstrap is too narrow.

    Args:
        values: at least two finite numbers, one for each independent example.
        seed: of the resampling; the same seed gives the same interval.
        confidence: between 0 and 1.

    Returns:
        The interval; of width 0 when all values are equal.

    Raises:
        ValueError: there are fewer than two values, one is not finite, or the confidence is not between 0 and 1.

    Source: Efron 1979; the expanded percentile interval of Hesterberg 2015, What Teachers Should Know About the
    Bootstrap, section 4.3.
    """
    numbers = np.asarray(values, dtype=np.float64)
    size = numbers.size
    if numbers.ndim != 1 or size < 2:
        raise ValueError(f"an interval needs a list of at least 2 values; these have the shape {numbers.shape}")
    if not np.isfinite(numbers).all():
        raise ValueError(f"{int((~np.isfinite(numbers)).sum())} of {size} values are NaN or infinite; leave them out")
    if not 0 < confidence < 1:
        raise ValueError(f"confidence {confidence} is not between 0 and 1; 0.95 is usual")
    mean = float(numbers.mean())
    if np.ptp(numbers) == 0:
        return Interval(mean, mean, mean, confidence, size)
    tail = stats.norm.cdf(np.sqrt(size / (size - 1)) * stats.t.ppf((1 - confidence) / 2, size - 1))
    result = stats.bootstrap(
        (numbers,),
        np.mean,
        n_resamples=RESAMPLES,
        batch=max(1, VALUES_AT_ONCE // size),
        vectorized=True,
        confidence_level=1 - 2 * tail,
        method="percentile",
        rng=np.random.default_rng(seed),
    )
    low, high = result.confidence_interval
    return Interval(mean, float(low), float(high), confidence, size)


def paired_difference_interval(
    first: Sequence[float], second: Sequence[float], seed: int = 0, confidence: float = 0.95
) -> Interval:
    """Return a bootstrap interval of the mean of `second - first`, measured on the same examples.

    It lies above 0 when `second` is larger by more than chance: with the reply loss of each example as `first` and
    that with shuffled encoder inputs as `second`, the decoder reads the description.

    Args:
        first: one number for each example.
        second: one number for each example, in the same order.
        seed: of the resampling.
        confidence: between 0 and 1.

    Returns:
        The interval of the mean difference.

    Raises:
        ValueError: the lengths differ, or see `mean_interval`.
    """
    if len(first) != len(second):
        raise ValueError(f"{len(first)} values against {len(second)}; paired values come from the same examples")
    differences = np.asarray(second, dtype=np.float64) - np.asarray(first, dtype=np.float64)
    return mean_interval(differences, seed, confidence)
