"""Calibration against scikit-learn, hand-computed bins and simulated classifiers that are calibrated or not."""

import numpy as np
import pytest
from scipy.special import softmax
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.calibration import CalibratedClassifierCV, calibration_curve
from sklearn.frozen import FrozenEstimator
from sklearn.metrics import brier_score_loss, log_loss

from medtune.evaluation.triage.calibration import (
    TEMPERATURES,
    brier_scores,
    calibrated_range,
    expected_calibration_error,
    fit_temperature,
    log_losses,
    reliability,
)


def drawn(rows=400, departments=5, temperature=1.0, seed=0):
    """Logits whose probabilities are right once they are divided by `temperature`, and labels drawn from those."""
    random = np.random.default_rng(seed)
    logits = random.normal(scale=2, size=(rows, departments))
    labels = (softmax(logits, axis=-1).cumsum(-1) < random.random((rows, 1))).sum(-1).clip(max=departments - 1)
    return logits * temperature, labels


class Logits(ClassifierMixin, BaseEstimator):
    """Hands its input on, so that scikit-learn calibrates our logits."""

    def fit(self, x, y):
        self.classes_ = np.unique(y)
        return self

    def decision_function(self, x):
        return x

    def predict(self, x):
        return x.argmax(-1)


def test_temperature_is_that_of_scikit_learn():
    logits, labels = drawn(temperature=2.5)
    fitted = CalibratedClassifierCV(FrozenEstimator(Logits().fit(logits, labels)), method="temperature", cv=None)
    fitted.fit(logits, labels)
    ours = softmax(logits / fit_temperature(logits, labels), axis=-1)
    np.testing.assert_allclose(ours, fitted.predict_proba(logits), atol=1e-4)


@pytest.mark.parametrize("temperature", [0.5, 1.0, 3.0])
def test_temperature_is_found_again(temperature):
    assert fit_temperature(*drawn(20_000, temperature=temperature)) == pytest.approx(temperature, rel=0.03)


def test_temperature_stays_within_its_bounds_where_all_rows_are_right():
    logits = np.eye(3)[[0, 1, 2]]
    assert fit_temperature(logits, np.array([0, 1, 2])) == pytest.approx(TEMPERATURES[0], rel=1e-3)
    assert fit_temperature(logits, np.array([1, 2, 0])) == pytest.approx(TEMPERATURES[1], rel=1e-3)


def test_temperature_needs_a_label_for_each_row():
    with pytest.raises(ValueError, match=r"2 labels for logits of shape \(3, 3\); one for each row is needed"):
        fit_temperature(np.eye(3), np.array([0, 1]))


def test_brier_score_and_log_loss_are_those_of_scikit_learn():
    logits, labels = drawn()
    probabilities = softmax(logits, axis=-1)
    expected = brier_score_loss(labels, probabilities, labels=range(5), scale_by_half=False)
    assert brier_scores(probabilities, labels).mean() == pytest.approx(expected, abs=1e-12)
    assert log_losses(probabilities, labels).mean() == pytest.approx(log_loss(labels, probabilities), abs=1e-9)
    assert brier_scores(np.eye(2), np.array([0, 0])).tolist() == [0, 2]


def test_bins_by_hand():
    # Equal width, four bins: (.1, .2 | .3 | - | .8, .9, .9); |.15 - .5|·2 + |.3 - 0| + |.8667 - .6667|·3, over 6 rows.
    confidence, correct = [0.9, 0.1, 0.2, 0.3, 0.8, 0.9], [1, 0, 1, 0, 0, 1]
    assert [each.rows for each in reliability(confidence, correct, bins=4)] == [2, 1, 3]
    by_hand = (2 * 0.35 + 0.3 + 3 * (2.6 / 3 - 2 / 3)) / 6
    assert expected_calibration_error(confidence, correct, bins=4) == pytest.approx(by_hand, abs=1e-12)
    # Equal mass, two bins of three rows: .1 .2 .3 and .8 .9 .9.
    by_hand = (3 * abs(0.2 - 1 / 3) + 3 * abs(2.6 / 3 - 2 / 3)) / 6
    assert expected_calibration_error(confidence, correct, equal_mass=True, bins=2) == pytest.approx(by_hand, abs=1e-12)


@pytest.mark.parametrize("equal_mass", [False, True])
def test_bins_are_those_of_scikit_learn(equal_mass):
    random = np.random.default_rng(1)
    confidence, correct = random.random(300), random.random(300) < 0.6
    strategy = "quantile" if equal_mass else "uniform"
    accuracy, mean = calibration_curve(correct, confidence, n_bins=10, strategy=strategy)
    filled = reliability(confidence, correct, equal_mass, bins=10)
    np.testing.assert_allclose([each.accuracy for each in filled], accuracy, atol=0.05 if equal_mass else 1e-12)
    np.testing.assert_allclose([each.confidence for each in filled], mean, atol=0.01 if equal_mass else 1e-12)
    if equal_mass:
        assert {each.rows for each in filled} == {30}


def test_order_of_rows_changes_nothing_even_with_ties():
    random = np.random.default_rng(2)
    confidence, correct = random.choice([0.2, 0.5, 0.5001, 0.9], 60), random.random(60) < 0.5
    order = random.permutation(60)
    for mass in (False, True):
        there = expected_calibration_error(confidence, correct, mass)
        assert expected_calibration_error(confidence[order], correct[order], mass) == pytest.approx(there, abs=1e-12)
        assert 0 <= there <= 1


@pytest.mark.parametrize("equal_mass", [False, True])
def test_calibrated_classifiers_lie_in_the_range_19_times_in_20(equal_mass):
    inside = []
    for seed in range(400):
        random = np.random.default_rng(seed)
        confidence = random.uniform(0.3, 1, 200)
        correct = random.random(200) < confidence
        # The range depends on the confidences alone, so one that is drawn for many seeds is as good as one for each.
        if seed % 20 == 0:
            _, largest = calibrated_range(confidence, equal_mass, seed=seed)
        inside.append(expected_calibration_error(confidence, correct, equal_mass) <= largest)
    assert 0.93 <= np.mean(inside) <= 0.97


def test_range_is_left_by_a_classifier_that_is_too_sure():
    logits, labels = drawn(1_000, temperature=3.0)
    probabilities = softmax(logits, axis=-1)
    confidence, correct = probabilities.max(-1), probabilities.argmax(-1) == labels
    mean, largest = calibrated_range(confidence)
    assert mean < largest < expected_calibration_error(confidence, correct)
