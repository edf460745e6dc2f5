"""Sets of departments that hold the true one with a chosen probability, whichever department it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

ALWAYS = 0.0  # a threshold that every probability reaches


@dataclass(frozen=True, slots=True)
class ClassThreshold:
    """From which probability on a department is in the set.

    Args:
        threshold: that probability; 0 where the department is always in the set.
        rows: calibration rows of the department.
        rank: the threshold is the rank-th smallest probability that those rows give to it; 0 where there are too few.
        basis: `own` rows, `always` (too few, always in the set), or `all` (too few, the threshold of all departments).
    """

    threshold: float
    rows: int
    rank: int
    basis: str


def rows_needed(miss_rate: float) -> int:
    """Return how many calibration rows a department needs for a threshold of its own."""
    return math.ceil(1 / miss_rate) - 1


def class_thresholds(
    probabilities: np.ndarray, labels: Sequence[int], miss_rate: float, rare: str = "always"
) -> list[ClassThreshold]:
    """Return each department's threshold: the k-th smallest probability of its own rows, k = ⌊miss_rate·(rows + 1)⌋.

    Guarantee: if the calibration rows of a department and its new rows are exchangeable, its set misses a new row of it
    with probability k / (rows + 1) ≤ miss_rate, over the drawing of both. For one drawing the coverage varies, see
    `coverage_range`. A department with fewer than `rows_needed` rows has no such threshold.

    Args:
        probabilities: of the calibration rows, `(rows, departments)`.
        labels: true department of each row, `(rows,)`.
        miss_rate: largest share of a department's rows whose set may lack it, above 0 and below 1.
        rare: departments with too few rows are `always` in the set, which keeps the guarantee, or get the threshold of
            `all` rows together, which gives them none of their own.

    Source: Vovk 2012, Conditional Validity of Inductive Conformal Predictors (Mondrian); Sadinle, Lei, Wasserman 2019,
    Least Ambiguous Set-Valued Classifiers with Bounded Error Levels.
    """
    probabilities, labels = np.asarray(probabilities, np.float64), np.asarray(labels)
    own = np.sort(probabilities[np.arange(len(labels)), labels])
    shared, shared_rank = _smallest(own, miss_rate)
    thresholds = []
    for department in range(probabilities.shape[1]):
        mine = np.sort(probabilities[labels == department, department])
        threshold, rank = _smallest(mine, miss_rate)
        basis = "own" if rank else ("all" if rare == "all" and shared_rank else "always")
        thresholds.append(ClassThreshold(shared if basis == "all" else threshold, len(mine), rank, basis))
    return thresholds


def _smallest(ascending: np.ndarray, miss_rate: float) -> tuple[float, int]:
    rank = math.floor(miss_rate * (len(ascending) + 1) + 1e-9)  # 0.1 * 10 is to be 1, not 0.99…
    return (float(ascending[rank - 1]) if rank else ALWAYS), rank


def prediction_sets(probabilities: np.ndarray, thresholds: Sequence[float]) -> np.ndarray:
    """Return which departments are in each row's set, `(rows, departments)` of bool.

    The likeliest department is always in it: it is what is answered, and a set only grows by it.

    Args:
        probabilities: `(rows, departments)`.
        thresholds: of each department.
    """
    probabilities = np.asarray(probabilities, np.float64)
    sets = probabilities >= np.asarray(thresholds, np.float64)
    sets[np.arange(len(sets)), probabilities.argmax(axis=-1)] = True
    return sets


def coverage_range(calibrated: ClassThreshold, rows: int, share: float = 0.95) -> tuple[float, float] | None:
    """Return between which shares the coverage measured on so many test rows is expected, before sets are widened.

    Both the calibration rows and the test rows are drawn: the covered test rows follow a beta-binomial distribution.

    Args:
        calibrated: threshold of the department.
        rows: test rows of the department.
        share: of the drawings that end in the range.

    Returns:
        Lower and upper end, or None where the threshold is not of the department's own rows.

    Source: Angelopoulos and Bates 2021, A Gentle Introduction to Conformal Prediction, section 3.2.
    """
    if calibrated.basis != "own" or rows == 0:
        return None
    covered = stats.betabinom(rows, calibrated.rows + 1 - calibrated.rank, calibrated.rank)
    tail = (1 - share) / 2
    return float(covered.ppf(tail)) / rows, float(covered.ppf(1 - tail)) / rows
