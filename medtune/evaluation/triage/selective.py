"""Answer the sure cases and refer the others: risk against coverage, and a threshold with a guarantee."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import special, stats

CANDIDATES = 50  # thresholds tried, each for a share of rows answered
STARTS = (0.2, 0.5)  # shares of rows answered from which the tests set out


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
        tests: thresholds that were tested.
    """

    threshold: float | None
    error_rate: float
    confidence: float
    rows: int
    answered: int = 0
    errors: int = 0
    tests: int = 0


def choose_threshold(
    tuning: Sequence[float],
    testing: tuple[Sequence[float], Sequence[bool]],
    error_rate: float,
    confidence: float = 0.95,
) -> Abstention:
    """Return the lowest threshold whose answers are shown to be wrong no more often than wanted.

    The tuning rows say which thresholds are tried: those that answer 2 %, 4 % … 100 % of them, from strict to lax. On
    the testing rows each has to pass an exact binomial test. Chains of tests set out at the `STARTS`, each with its
    share of the risk `1 - confidence`, go on to laxer thresholds and end at the first that fails; a chain that reaches
    the next start hands its risk over. The laxest threshold that passed is taken. What is tested, and in which order,
    is fixed before the testing rows are looked at, so all tests together err with a probability of `1 - confidence` at
    most.

    Guarantee: if testing rows and new rows are drawn independently from the same population, then with probability
    `confidence` over the drawing of the testing rows, of the new rows that reach the threshold a share of `error_rate`
    or less is wrong. It holds for all answers together, not for each department or group of patients.

    Args:
        tuning: confidence of rows that are not among those of `testing`.
        testing: confidence of rows, and whether they are right; below 0 is never answered.
        error_rate: wanted, above 0 and below 1.
        confidence: above 0 and below 1.

    Raises:
        ValueError: there is no row to tune or to test.

    Source: Angelopoulos et al. 2021, Learn then Test, section 2.3 (fixed sequences from several starts; Bretz et al.
    2009 for handing over); the binomial test of a threshold as in Geifman and El-Yaniv 2017, Selective Classification
    for Deep Neural Networks.
    """
    known, sure = np.asarray(tuning, np.float64), np.asarray(testing[0], np.float64)
    wrong = ~np.asarray(testing[1], bool)
    if len(known) == 0 or len(sure) == 0:
        raise ValueError(f"{len(known)} rows to tune and {len(sure)} to test a threshold; both are needed")
    chosen = Abstention(None, error_rate, confidence, len(sure))
    tests, risk, places = 0, 0.0, {round(share * CANDIDATES) for share in STARTS}
    for place, threshold in enumerate(candidate_thresholds(known), start=1):
        risk += (1 - confidence) / len(STARTS) if place in places else 0.0
        if risk == 0.0:
            continue
        answered = sure >= threshold
        rows, errors, tests = int(answered.sum()), int(wrong[answered].sum()), tests + 1
        if rows and special.bdtr(errors, rows, error_rate) <= risk:  # the chance of so few errors at that rate
            chosen = replace(chosen, threshold=threshold, answered=rows, errors=errors)
        else:
            risk = 0.0
    return replace(chosen, tests=tests)


def candidate_thresholds(confidence: np.ndarray) -> list[float]:
    """Return thresholds that answer even shares of the rows, strictest first; the last, 0, answers all."""
    shares = np.arange(1, CANDIDATES) / CANDIDATES
    return [*np.maximum(np.quantile(confidence, 1 - shares, method="inverted_cdf"), 0.0).tolist(), 0.0]
