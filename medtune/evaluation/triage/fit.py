"""Thresholds of a classifier from the rows of the validation split."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import softmax

from medtune.evaluation.triage.calibration import fit_temperature
from medtune.evaluation.triage.conformal import ClassThreshold, class_thresholds
from medtune.evaluation.triage.selective import Abstention, choose_threshold
from medtune.evaluation.triage.thresholds import TriageThresholds, familiarity

FEWEST_ROWS = 50
UNFAMILIAR = -1.0  # a confidence below every threshold


@dataclass(frozen=True)
class Wishes:
    """What a hospital asks for.

    Args:
        error_rate: share of the answers that may be wrong.
        confidence: with which that is kept.
        miss_rate: share of a department's patients for whom it may be missing among the possible ones.
        unfamiliar_share: share of ordinary patients that may be referred because their text looks unfamiliar.
        tuning_share: share of the validation rows that fit the temperature and say which thresholds are tried.
        rare_departments: see `class_thresholds`.
        seed: of the division of the rows.
    """

    error_rate: float
    confidence: float = 0.95
    miss_rate: float = 0.1
    unfamiliar_share: float = 0.01
    tuning_share: float = 0.15
    rare_departments: str = "always"
    seed: int = 0


@dataclass(frozen=True)
class Fitted:
    """What came out.

    Args:
        temperature: by which raw logits are divided.
        familiar_from: smallest familiarity that counts as familiar.
        abstention: the threshold for the wanted error rate.
        departments: threshold of each department.
        others: thresholds for other error rates, for comparison.
        tuning: numbers of the rows that were used to tune.
        testing: numbers of the rows that were used to test.
    """

    temperature: float
    familiar_from: float
    abstention: Abstention
    departments: list[ClassThreshold]
    others: list[Abstention]
    tuning: np.ndarray
    testing: np.ndarray

    def thresholds(
        self, names: Sequence[str], wishes: Wishes, classifier: str, max_tokens: int, trained: float
    ) -> TriageThresholds:
        """Return what is saved; see `TriageThresholds` for the arguments."""
        return TriageThresholds(
            departments=list(names),
            classifier=classifier,
            max_tokens=max_tokens,
            trained_temperature=trained,
            temperature=self.temperature,
            answer_from=self.abstention.threshold,
            familiar_from=self.familiar_from,
            include_from=[each.threshold for each in self.departments],
            miss_rate=wishes.miss_rate,
            error_rate=wishes.error_rate,
            confidence=wishes.confidence,
            rows={"tuning": len(self.tuning), "testing": len(self.testing)},
        )


def fit(logits: np.ndarray, labels: np.ndarray, wishes: Wishes, compare: Sequence[float] = ()) -> Fitted:
    """Fit the temperature, and find the thresholds.

    The rows are divided at random. The tuning part fits the temperature, and says what is familiar and which thresholds
    are tried. The testing part, which had no say in any of this, tests them and calibrates the sets: that is what makes
    the guarantees of `choose_threshold` and `class_thresholds` hold exactly.

    Args:
        logits: raw, undivided by any temperature, `(rows, departments)`; the rows must be independent of each other.
        labels: true department of each row, `(rows,)`.
        wishes: what is asked for.
        compare: further error rates to find thresholds for.

    Raises:
        ValueError: there are fewer than `FEWEST_ROWS` rows.
    """
    rows = len(labels)
    if rows < FEWEST_ROWS:
        raise ValueError(
            f"{rows} independent rows with a department in the validation split; thresholds need {FEWEST_ROWS} or "
            "more. Prepare more rows, or a larger share of them with `splits.validation`"
        )
    order = np.random.default_rng(wishes.seed).permutation(rows)
    tuning, testing = np.split(order, [math.ceil(wishes.tuning_share * rows)])
    temperature = fit_temperature(logits[tuning], labels[tuning])
    scaled = logits / temperature
    familiar_from = _familiar_from(familiarity(scaled[tuning]), wishes.unfamiliar_share)
    probabilities = softmax(scaled, axis=-1)
    confidence = np.where(familiarity(scaled) >= familiar_from, probabilities.max(axis=-1), UNFAMILIAR)
    correct = probabilities.argmax(axis=-1) == labels
    abstentions = [
        choose_threshold(confidence[tuning], (confidence[testing], correct[testing]), rate, wishes.confidence)
        for rate in (wishes.error_rate, *compare)
    ]
    sets = class_thresholds(probabilities[testing], labels[testing], wishes.miss_rate, wishes.rare_departments)
    return Fitted(temperature, familiar_from, abstentions[0], sets, abstentions[1:], tuning, testing)


def _familiar_from(values: np.ndarray, share: float) -> float:
    """Return the k-th smallest value, which a new one falls below with a probability of k / (rows + 1) ≤ share."""
    rank = math.floor(share * (len(values) + 1) + 1e-9)
    return float(np.sort(values)[rank - 1]) if rank else float(values.min())
