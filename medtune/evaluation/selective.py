"""Answer the sure cases and refer the others: risk against coverage, and a threshold with a guarantee."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

CANDIDATES = 50


def risk_coverage(confidence: Sequence[float], correct: Sequence[bool]) -> tuple[np.ndarray, np.ndarray]:
    """Return the share of wrong answers when only the surest rows are answered, for each number of rows.

    Rows of the same confidence count with their mean, so that their order changes nothing.

    Args:
        confidence: of each row.
        correct: whether its answer is right.

    Returns:
        Coverage, the share of rows answered, and selective risk, the share of those that is wrong; `(rows,)` each.
    """
    confidence, wrong = np.asarray(confidence, np.float64), 1.0 - np.asarray(correct, np.float64)
    order = np.argsort(-confidence, kind="stable")
    _, tie = np.unique(-confidence[order], return_inverse=True)
    wrong = (np.bincount(tie, wrong[order]) / np.bincount(tie))[tie]
    answered = np.arange(1, len(wrong) + 1)
    return answered / len(wrong), np.cumsum(wrong) / answered


def aurc(confidence: Sequence[float], correct: Sequence[bool]) -> float:
    """Return the area under the risk-coverage curve: the mean selective risk over all numbers of answered rows.

    0 where nothing is wrong, the error rate where confidence tells nothing.

    Source: Geifman, Uziel, El-Yaniv 2019, Bias-Reduced Uncertainty Estimation for Deep Neural Classifiers.
    """
    return float(risk_coverage(confidence, correct)[1].mean())


def best_aurc(correct: Sequence[bool]) -> float:
    """Return the area for a confidence that puts all right answers before the wrong ones, the smallest possible."""
    return aurc(np.asarray(correct, np.float64), correct)


def error_bound(errors: int, rows: int, confidence: float = 0.95) -> float:
    """Return the one-sided upper bound of an error rate, which lies above the true one with `confidence`.

    Source: Clopper and Pearson 1934, The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial.
    """
    return 1.0 if errors >= rows else float(stats.beta.ppf(confidence, errors + 1, rows - errors))


def rows_needed(error_rate: float, confidence: float) -> int:
    """Return how many answered rows, all of them right, it takes to show that an error rate is not exceeded."""
    return math.ceil(math.log(1 - confidence) / math.log(1 - error_rate))


@dataclass(frozen=True, slots=True)
class Abstention:
    """From which confidence on a classifier answers.

    Args:
        threshold: the smallest confidence that is answered; None if none could be shown to be safe.
        error_rate: wanted.
        confidence: with which it is kept.
        rows: independent rows that it was tested on.
        answered: how many of them reach the threshold.
        errors: how many of those are wrong.
        tests: thresholds that were tested, the failed one included.
    """

    threshold: float | None
    error_rate: float
    confidence: float
    rows: int
    answered: int = 0
    errors: int = 0
    tests: int = 0


def _p_value(sure: np.ndarray, wrong: np.ndarray, threshold: float, error_rate: float) -> tuple[float, int, int]:
    """Return how likely so few errors are where the error rate is really as high as wanted, or higher."""
    answered = sure >= threshold
    rows, errors = int(answered.sum()), int(wrong[answered].sum())
    return (float(stats.binom.cdf(errors, rows, error_rate)) if rows else 1.0), rows, errors


def choose_threshold(
    tuning: tuple[Sequence[float], Sequence[bool]],
    testing: tuple[Sequence[float], Sequence[bool]],
    error_rate: float,
    confidence: float = 0.95,
) -> Abstention:
    """Return the lowest threshold whose answers are shown to be wrong no more often than wanted.

    The tuning rows say which thresholds are tried, and in which order: from the one at which they speak most clearly
    for the wanted error rate, on to lower ones, which answer more. Each is tested on the testing rows; at the first
    that fails it ends, and the last that passed is taken. Since the order is fixed before the testing rows are looked
    at, all tests together err with a probability of `1 - confidence` at most.

    Guarantee: if testing rows and new rows are drawn independently from the same population, then with probability
    `confidence` over the drawing of the testing rows, of the new rows that reach the threshold a share of `error_rate`
    or less is wrong. It holds for all answers together, not for each department or group of patients.

    Args:
        tuning: confidence of rows, and whether they are right; other rows than those of `testing`.
        testing: likewise.
        error_rate: wanted, above 0 and below 1.
        confidence: above 0 and below 1.

    Source: Angelopoulos et al. 2021, Learn then Test, section 2.3 (fixed sequence testing; the split that orders it);
    the exact binomial test of each threshold as in Geifman and El-Yaniv 2017, Selective Classification for Deep
    Neural Networks.
    """
    sure, wrong = np.asarray(tuning[0], np.float64), ~np.asarray(tuning[1], bool)
    new_sure, new_wrong = np.asarray(testing[0], np.float64), ~np.asarray(testing[1], bool)
    if len(sure) == 0 or len(new_sure) == 0:
        raise ValueError(f"{len(sure)} rows to tune and {len(new_sure)} to test a threshold; both are needed")
    shares = np.arange(1, CANDIDATES + 1) / CANDIDATES
    candidates = np.unique(np.quantile(sure, 1 - shares, method="inverted_cdf"))[::-1]  # strictest first
    candidates = np.append(candidates[candidates > 0], 0.0)  # the last answers everything
    start = int(np.argmin([_p_value(sure, wrong, threshold, error_rate)[0] for threshold in candidates]))
    chosen, tests = Abstention(None, error_rate, confidence, len(new_sure)), 0
    for threshold in candidates[start:]:
        p_value, rows, errors = _p_value(new_sure, new_wrong, threshold, error_rate)
        tests += 1
        if p_value > 1 - confidence:
            break
        chosen = Abstention(float(threshold), error_rate, confidence, len(new_sure), rows, errors)
    return Abstention(chosen.threshold, error_rate, confidence, len(new_sure), chosen.answered, chosen.errors, tests)
