"""Calibration error, conformal sets and the threshold against MAPIE, and against netcal where it is installed.

netcal needs pyro, gpytorch and tensorboard, so it is no part of the `test` extra; its metrics work without them:
`pip install --no-deps netcal`.
"""

import numpy as np
import pytest
from scipy import stats
from scipy.special import softmax
from sklearn.base import BaseEstimator, ClassifierMixin

from medtune.evaluation.triage import selective
from medtune.evaluation.triage.calibration import BINS, expected_calibration_error
from medtune.evaluation.triage.conformal import class_thresholds

MISSING = "MAPIE is not installed; it belongs to the extra `test`"
classification = pytest.importorskip("mapie.classification", reason=MISSING)
mapie_metrics = pytest.importorskip("mapie.metrics.calibration", reason=MISSING)
risk_control = pytest.importorskip("mapie.risk_control", reason=MISSING)


class GivenProbabilities(ClassifierMixin, BaseEstimator):
    """Hands probabilities on, so that MAPIE makes sets of ours."""

    def __init__(self, departments):
        self.departments = departments

    def __sklearn_is_fitted__(self):
        return True

    @property
    def classes_(self):
        return np.arange(self.departments)

    def fit(self, x, y):
        return self

    def predict_proba(self, x):
        return x

    def predict(self, x):
        return x.argmax(-1)


def draw(rows, departments=4, seed=0):
    """Probabilities that are too sure, and true departments, of which some are harder than others."""
    random = np.random.default_rng(seed)
    labels = random.integers(departments, size=rows)
    logits = random.normal(size=(rows, departments))
    logits[np.arange(rows), labels] += np.linspace(0.3, 3, departments)[labels]
    return softmax(2 * logits, axis=-1), labels


@pytest.mark.parametrize("miss_rate", [0.05, 0.1, 0.3])
def test_sets_are_those_of_mapie_for_each_department(miss_rate):
    known, labels = draw(600)
    new, _ = draw(2_000, seed=1)
    for department, ours in enumerate(class_thresholds(known, labels, miss_rate)):
        own = labels == department
        classifier = classification.SplitConformalClassifier(
            GivenProbabilities(4), confidence_level=1 - miss_rate, prefit=True
        )
        with pytest.warns(UserWarning, match="less labels"):  # one department only, as is meant
            classifier.conformalize(known[own], labels[own])
        expected = classifier.predict_set(new)[1][:, department, 0]
        assert 0 < expected.mean() < 1
        assert np.array_equal(new[:, department] >= ours.threshold, expected)


@pytest.mark.parametrize(("equal_mass", "strategy"), [(False, "uniform"), (True, "quantile")])
@pytest.mark.parametrize("bins", [5, BINS])
def test_calibration_error_is_that_of_mapie(bins, equal_mass, strategy):
    probabilities, labels = draw(48 * BINS)  # so that bins of equal mass are so without rounding
    sure, correct = probabilities.max(-1), probabilities.argmax(-1) == labels
    # MAPIE counts the edges of the bins.
    theirs = mapie_metrics.expected_calibration_error(
        correct.astype(int), probabilities, num_bins=bins + 1, split_strategy=strategy
    )
    assert expected_calibration_error(sure, correct, equal_mass, bins) == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize("equal_mass", [False, True])
@pytest.mark.parametrize("bins", [5, BINS])
def test_calibration_error_is_that_of_netcal(bins, equal_mass):
    netcal = pytest.importorskip("netcal.metrics", reason="netcal is not installed")
    probabilities, labels = draw(48 * BINS)
    sure, correct = probabilities.max(-1), probabilities.argmax(-1) == labels
    theirs = netcal.ECE(bins=bins, equal_intervals=not equal_mass).measure(probabilities, labels)
    assert expected_calibration_error(sure, correct, equal_mass, bins) == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize("seed", range(20))
def test_threshold_is_that_of_mapies_fixed_sequence(seed, monkeypatch):
    monkeypatch.setattr(selective, "STARTS", (1 / selective.CANDIDATES,))  # one chain, as MAPIE has
    random = np.random.default_rng(seed)
    tuning, testing = random.random(200), random.random(600)
    right = random.random(600) >= 0.3 * (1 - testing)
    found = selective.choose_threshold(tuning, (testing, right), 0.15)
    candidates = selective.candidate_thresholds(tuning)
    answered = [testing >= threshold for threshold in candidates]
    chances = [stats.binom.cdf(np.sum(~right[rows]), rows.sum(), 0.15) if rows.any() else 1.0 for rows in answered]
    passed = risk_control.control_fwer(chances, 0.05, "fixed_sequence")
    assert found.threshold == (candidates[passed[-1]] if len(passed) else None)
