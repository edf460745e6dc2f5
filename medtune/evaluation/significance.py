"""Intervals and tests, to tell a difference from chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

RESAMPLES = 9_999
VALUES_AT_ONCE = 10_000_000  # numbers drawn in one go: 80 MB
SIGN_FLIPS = 2**16 - 1  # with more pairs than 15, so many random ones stand for all


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


def student_interval(values: Sequence[float], confidence: float = 0.95) -> Interval:
    """Return Student's t interval of the mean of independent, roughly normal values.

    For the few seeds of a training: no bootstrap interval of five values or fewer covers 95 %, since it never
    reaches beyond the smallest and the largest.

    Args:
        values: at least two finite numbers, one for each seed.
        confidence: between 0 and 1.

    Returns:
        The interval; of width 0 when all values are equal.

    Raises:
        ValueError: there are fewer than two values, or one is not finite.

    Source: Student 1908, The Probable Error of a Mean.
    """
    numbers = np.asarray(values, dtype=np.float64)
    if numbers.ndim != 1 or numbers.size < 2 or not np.isfinite(numbers).all():
        raise ValueError(f"an interval needs a list of at least 2 finite values; these are {numbers.tolist()}")
    mean, half = float(numbers.mean()), 0.0
    if np.ptp(numbers) > 0:
        half = float(stats.t.ppf((1 + confidence) / 2, numbers.size - 1) * stats.sem(numbers))
    return Interval(mean, mean - half, mean + half, confidence, numbers.size)


def sign_flip_test(differences: Sequence[float]) -> float:
    """Return the two-sided p-value of paired differences whose signs are flipped in all possible ways.

    If both systems were alike, each difference could as well have the other sign. The p-value is the share of all
    2^n sign patterns whose mean lies at least as far from 0 as the observed one, so it is 2^(1-n) at least: with
    five pairs never below 0.0625. From 16 pairs on, random patterns stand for all.

    Args:
        differences: at least two finite numbers, one for each pair.

    Returns:
        The p-value, above 0 and at most 1.

    Raises:
        ValueError: there are fewer than two differences, or one is not finite.

    Source: Fisher 1935, The Design of Experiments, section 21.
    """
    numbers = np.asarray(differences, dtype=np.float64)
    if numbers.ndim != 1 or numbers.size < 2 or not np.isfinite(numbers).all():
        raise ValueError(f"the test needs a list of at least 2 finite differences; these are {numbers.tolist()}")
    result = stats.permutation_test(
        (numbers,),
        np.mean,
        permutation_type="samples",
        vectorized=True,
        n_resamples=SIGN_FLIPS,
        batch=max(1, VALUES_AT_ONCE // numbers.size),
        rng=np.random.default_rng(0),
    )
    return float(result.pvalue)


def holm(p_values: Sequence[float]) -> list[float]:
    """Return p-values corrected for having tested several times, so that one below 0.05 by chance stays a 5 % risk.

    Args:
        p_values: of all tests, in any order.

    Returns:
        The corrected ones in the same order, at most 1.

    Source: Holm 1979, A Simple Sequentially Rejective Multiple Test Procedure.
    """
    corrected, largest = [0.0] * len(p_values), 0.0
    for rank, place in enumerate(sorted(range(len(p_values)), key=p_values.__getitem__)):
        largest = max(largest, min(1.0, (len(p_values) - rank) * p_values[place]))
        corrected[place] = largest
    return corrected
