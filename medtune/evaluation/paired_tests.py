"""Do two systems differ on the same rows by more than chance? For means over rows and for scores of a whole corpus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from medtune.evaluation.significance import holm
from medtune.metrics.resampling import RESAMPLES, VALUES_AT_ONCE, RowStatistics, drawn_scores, tail_share

TRIALS = 10_000
ROUNDING = 1e-9  # differences closer than this share of the observed one count as equal


@dataclass(frozen=True, slots=True)
class PairedDifference:
    """What two systems reached on the same rows.

    Args:
        first: score of the first system.
        second: score of the second.
        difference: second - first.
        low: lower end of the bootstrap interval of the difference.
        high: upper end.
        p_value: of approximate randomisation, two-sided.
        adjusted: the p-value after Holm's correction for all that was tested together.
        rows: on which both were scored.
    """

    first: float
    second: float
    difference: float
    low: float
    high: float
    p_value: float
    adjusted: float
    rows: int

    def excludes(self, value: float = 0.0) -> bool:
        """Return whether `value` lies outside the interval."""
        return not self.low <= value <= self.high


def compare_systems(
    first: Mapping[str, RowStatistics],
    second: Mapping[str, RowStatistics],
    seed: int = 0,
    confidence: float = 0.95,
    resamples: int = RESAMPLES,
    trials: int = TRIALS,
) -> dict[str, PairedDifference]:
    """Compare two systems by every score that both have.

    Args:
        first: statistics of the first system by score, such as `medtune.metrics.text_statistics` gives.
        second: those of the second, on the same rows in the same order.
        seed: of all draws.
        confidence: of the intervals, between 0 and 1.
        resamples: how often rows are drawn for the intervals.
        trials: how often rows are swapped for the p-values.

    Returns:
        The differences by score; p-values are corrected for the number of scores.

    Raises:
        ValueError: no score is common, the numbers of rows differ, or there are fewer than two rows.
    """
    pairs = _paired(first, second)
    intervals = _difference_intervals(pairs, seed, resamples, confidence)
    p_values = approximate_randomisation(first, second, seed, trials)
    adjusted = dict(zip(p_values, holm(list(p_values.values())), strict=True))
    return {
        name: PairedDifference(
            one.score(),
            other.score(),
            other.score() - one.score(),
            *intervals[name],
            p_values[name],
            adjusted[name],
            one.rows,
        )
        for name, (one, other) in pairs.items()
    }


def approximate_randomisation(
    first: Mapping[str, RowStatistics], second: Mapping[str, RowStatistics], seed: int = 0, trials: int = TRIALS
) -> dict[str, float]:
    """Return two-sided p-values from swapping the systems' answers to randomly chosen rows.

    If it made no difference which system answers, swapping would leave the scores as far apart as they are.

    Args:
        first: see `compare_systems`.
        second: see `compare_systems`.
        seed: of the swaps, which are the same for all scores.
        trials: how often; the p-value is 1 / (trials + 1) at least.

    Returns:
        The p-values by score, above 0 and at most 1.

    Raises:
        ValueError: see `compare_systems`.

    Source: Noreen 1989, Computer-Intensive Methods for Testing Hypotheses; Riezler and Maxwell 2005, On Some Pitfalls
        in Automatic Evaluation and Significance Testing for MT.
    """
    pairs = _paired(first, second)
    observed = {name: abs(other.score() - one.score()) for name, (one, other) in pairs.items()}
    swappers = {name: one.swapper(other) for name, (one, other) in pairs.items()}
    as_far = dict.fromkeys(pairs, 0)
    for swaps in _swaps(next(iter(pairs.values()))[0].rows, seed, trials):
        for name, swapped in swappers.items():
            swapped_first, swapped_second = swapped(swaps)
            far = np.abs(swapped_second - swapped_first) >= observed[name] * (1 - ROUNDING)
            as_far[name] += int(far.sum())
    return {name: (count + 1) / (trials + 1) for name, count in as_far.items()}


def paired_bootstrap(
    first: Mapping[str, RowStatistics], second: Mapping[str, RowStatistics], seed: int = 0, resamples: int = RESAMPLES
) -> dict[str, float]:
    """Return two-sided p-values from drawing rows with replacement, for both systems alike.

    The resampled differences are moved so that their mean is 0, as if the systems were equally good.

    Args:
        first: see `compare_systems`.
        second: see `compare_systems`.
        seed: of the draws, which are the same for all scores.
        resamples: how often.

    Returns:
        The p-values by score, above 0 and at most 1.

    Raises:
        ValueError: see `compare_systems`.

    Source: Koehn 2004, Statistical Significance Tests for Machine Translation Evaluation; the moving: Riezler and
        Maxwell 2005.
    """
    pairs = _paired(first, second)
    drawn = _drawn_differences(pairs, seed, resamples)
    p_values = {}
    for name, (one, other) in pairs.items():
        far = np.abs(drawn[name] - drawn[name].mean()) >= abs(other.score() - one.score()) * (1 - ROUNDING)
        p_values[name] = (int(far.sum()) + 1) / (resamples + 1)
    return p_values


def _paired(
    first: Mapping[str, RowStatistics], second: Mapping[str, RowStatistics]
) -> dict[str, tuple[RowStatistics, RowStatistics]]:
    pairs = {name: (first[name], second[name]) for name in first if name in second}
    if not pairs:
        raise ValueError(f"no score in common: the first has {', '.join(first)}, the second {', '.join(second)}")
    rows = {statistics.rows for pair in pairs.values() for statistics in pair}
    if len(rows) > 1:
        numbers = " and ".join(map(str, sorted(rows)))
        raise ValueError(f"the systems were scored on {numbers} rows; paired tests need the same rows in both")
    if rows.pop() < 2:
        raise ValueError("both systems were scored on fewer than 2 rows; a test needs at least 2")
    return pairs


def _swaps(rows: int, seed: int, trials: int) -> Iterator[np.ndarray]:
    """Yield which rows are swapped, 0 or 1, float64 of shape (some trials, rows)."""
    rng = np.random.default_rng(seed)
    at_once = max(1, VALUES_AT_ONCE // rows)
    for start in range(0, trials, at_once):
        yield rng.integers(0, 2, size=(min(at_once, trials - start), rows), dtype=np.int8).astype(np.float64)


def _drawn_differences(
    pairs: Mapping[str, tuple[RowStatistics, RowStatistics]], seed: int, resamples: int
) -> dict[str, np.ndarray]:
    """Return the differences second - first on drawn rows, by score."""
    both = {(name, which): pair[which] for name, pair in pairs.items() for which in (0, 1)}
    drawn = drawn_scores(both, seed, resamples)
    return {name: drawn[name, 1] - drawn[name, 0] for name in pairs}


def _difference_intervals(
    pairs: Mapping[str, tuple[RowStatistics, RowStatistics]], seed: int, resamples: int, confidence: float
) -> dict[str, tuple[float, float]]:
    tail = tail_share(next(iter(pairs.values()))[0].rows, confidence)
    drawn = _drawn_differences(pairs, seed, resamples)
    return {name: tuple(map(float, np.quantile(values, [tail, 1 - tail]))) for name, values in drawn.items()}
