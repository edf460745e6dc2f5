"""Do probabilities mean what they say: calibration error, Brier score, reliability bins, temperature scaling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax

BINS = 15
TEMPERATURES = (0.05, 20.0)  # looked for between these
RESAMPLES = 2_000


@dataclass(frozen=True, slots=True)
class Bin:
    """Rows of like confidence.

    Args:
        low: smallest confidence that belongs to it.
        high: largest.
        rows: how many there are.
        confidence: their mean confidence.
        accuracy: share of them that is right.
    """

    low: float
    high: float
    rows: int
    confidence: float
    accuracy: float


def fit_temperature(logits: np.ndarray, labels: np.ndarray) -> float:
    """Return the number to divide logits by so that their probabilities fit the labels best.

    One number for all departments: no predicted department changes.

    Args:
        logits: `(rows, departments)`.
        labels: `(rows,)`, the true department of each row.

    Returns:
        The temperature of the smallest mean negative log-likelihood, within `TEMPERATURES`; above 1 where the
        classifier was too sure of itself.

    Raises:
        ValueError: there is no row, or the numbers of rows differ.

    Source: Guo et al. 2017, On Calibration of Modern Neural Networks, section 4.2.
    """
    logits, labels = np.asarray(logits, np.float64), np.asarray(labels)
    if len(labels) == 0 or logits.shape[:1] != labels.shape:
        raise ValueError(f"{len(labels)} labels for logits of shape {logits.shape}; one for each row is needed")

    def loss(log_temperature: float) -> float:
        scores = log_softmax(logits / np.exp(log_temperature), axis=-1)
        return -float(scores[np.arange(len(labels)), labels].mean())

    found = minimize_scalar(loss, bounds=np.log(TEMPERATURES), method="bounded", options={"xatol": 1e-7})
    return float(np.exp(found.x))


def log_losses(probabilities: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return the negative log-likelihood of each row's label in nats, `(rows,)`."""
    given = np.asarray(probabilities, np.float64)[np.arange(len(labels)), labels]
    return -np.log(np.maximum(given, np.finfo(np.float64).tiny))


def brier_scores(probabilities: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return the squared distance of each row's probabilities from its label, summed over departments: 0 to 2.

    Args:
        probabilities: `(rows, departments)`.
        labels: `(rows,)`.

    Source: Brier 1950, Verification of Forecasts Expressed in Terms of Probability.
    """
    distance = np.array(probabilities, np.float64)
    distance[np.arange(len(labels)), labels] -= 1
    return (distance**2).sum(axis=-1)


def bin_edges(confidence: np.ndarray, equal_mass: bool = False, bins: int = BINS) -> np.ndarray:
    """Return the inner edges of bins of equal width between 0 and 1, or of about equally many rows.

    Rows of the same confidence stay together, so that their order changes nothing; then fewer bins may come out.
    """
    if not equal_mass:
        return np.arange(1, bins) / bins
    return np.unique(np.quantile(confidence, np.arange(1, bins) / bins, method="inverted_cdf"))


def reliability(
    confidence: Sequence[float], correct: Sequence[bool], equal_mass: bool = False, bins: int = BINS
) -> list[Bin]:
    """Put rows of like confidence together.

    Args:
        confidence: probability of each row's predicted department, `(rows,)`.
        correct: whether it is the true one, `(rows,)`.
        equal_mass: bins of about equally many rows, instead of equal width.
        bins: how many.

    Returns:
        The bins that hold a row, by confidence; a row on an edge belongs to the lower one.
    """
    confidence, correct = np.asarray(confidence, np.float64), np.asarray(correct, np.float64)
    places = np.searchsorted(bin_edges(confidence, equal_mass, bins), confidence, side="left")
    groups = [places == place for place in np.unique(places)]
    return [
        Bin(
            float(confidence[rows].min()),
            float(confidence[rows].max()),
            int(rows.sum()),
            float(confidence[rows].mean()),
            float(correct[rows].mean()),
        )
        for rows in groups
    ]


def expected_calibration_error(
    confidence: Sequence[float], correct: Sequence[bool], equal_mass: bool = False, bins: int = BINS
) -> float:
    """Return how far confidence and accuracy are apart within the bins, on average over rows: 0 to 1.

    It is above 0 by chance alone, the more so the fewer rows there are: compare it with `calibrated_range`.

    Args:
        confidence: probability of each row's predicted department.
        correct: whether it is the true one.
        equal_mass: bins of about equally many rows, instead of equal width.
        bins: how many.

    Source: Naeini et al. 2015; equal mass: Nixon et al. 2019, Measuring Calibration in Deep Learning.
    """
    filled = reliability(confidence, correct, equal_mass, bins)
    rows = sum(each.rows for each in filled)
    return sum(each.rows * abs(each.confidence - each.accuracy) for each in filled) / rows


def calibrated_range(
    confidence: Sequence[float], equal_mass: bool = False, bins: int = BINS, seed: int = 0, share: float = 0.95
) -> tuple[float, float]:
    """Return which calibration error a perfectly calibrated classifier of the same confidences would show.

    Args:
        confidence: probability of each row's predicted department.
        equal_mass: see `expected_calibration_error`.
        bins: likewise.
        seed: of the draws of right and wrong.
        share: of the draws that stay below the second number.

    Returns:
        The mean over draws, and what only `1 - share` of them exceed.

    Source: Bröcker and Smith 2007, Increasing the Reliability of Reliability Diagrams (consistency resampling).
    """
    confidence = np.asarray(confidence, np.float64)
    places = np.searchsorted(bin_edges(confidence, equal_mass, bins), confidence, side="left")
    random = np.random.default_rng(seed)
    sums = np.bincount(places, confidence)
    drawn = [
        np.abs(np.bincount(places, random.random(len(confidence)) < confidence) - sums).sum() / len(confidence)
        for _ in range(RESAMPLES)
    ]
    return float(np.mean(drawn)), float(np.quantile(drawn, share))
