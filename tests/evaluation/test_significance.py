"""Intervals: coverage in a simulation, the analytic interval for large samples, and errors."""

import numpy as np
import pytest
from scipy import stats

from medtune.evaluation import significance
from medtune.evaluation.significance import mean_interval, paired_difference_interval


@pytest.mark.parametrize(
    ("draw", "true_mean", "size"),
    [
        (lambda rng, size: rng.normal(3.0, 2.0, size), 3.0, 10),
        (lambda rng, size: rng.normal(3.0, 2.0, size), 3.0, 50),
        (lambda rng, size: rng.exponential(1.0, size), 1.0, 100),
        (lambda rng, size: (rng.random(size) < 0.8).astype(float), 0.8, 100),
    ],
    ids=["normal-10", "normal-50", "exponential-100", "accuracy-100"],
)
def test_coverage(draw, true_mean, size, monkeypatch):
    # 1,000 intervals: 95 % coverage has a standard error of 0.7 points. The plain percentiles cover 91 % at size 10.
    monkeypatch.setattr(significance, "RESAMPLES", 999)
    rng = np.random.default_rng(0)
    intervals = [mean_interval(draw(rng, size), seed=trial) for trial in range(1_000)]
    covered = np.mean([not interval.excludes(true_mean) for interval in intervals])
    assert 0.93 <= covered <= 0.97


def test_agrees_with_the_t_interval():
    values = np.random.default_rng(1).normal(0.4, 1.0, 2_000)
    interval = mean_interval(values)
    expected = stats.t.interval(0.95, values.size - 1, values.mean(), stats.sem(values))
    assert interval.mean == pytest.approx(values.mean())
    assert (interval.low, interval.high) == pytest.approx(expected, abs=0.002)


def test_seeded():
    values = np.random.default_rng(0).random(30)
    assert mean_interval(values, seed=3) == mean_interval(values, seed=3)
    assert mean_interval(values, seed=3) != mean_interval(values, seed=4)


def test_paired_difference():
    rng = np.random.default_rng(0)
    loss = rng.normal(4.0, 1.0, 200)  # examples differ far more than the shift
    shuffled = loss + rng.normal(0.1, 0.2, 200)
    interval = paired_difference_interval(loss, shuffled)
    assert interval.low > 0
    assert interval.excludes(0)
    assert interval == mean_interval(shuffled - loss)
    assert not paired_difference_interval(loss, loss + rng.normal(0.0, 0.2, 200)).excludes(0)


def test_equal_values_have_no_width():
    interval = mean_interval([0.5, 0.5, 0.5])
    assert (interval.low, interval.high, str(interval)) == (0.5, 0.5, "0.5 [0.5, 0.5]")


@pytest.mark.parametrize(
    ("values", "confidence", "message"),
    [
        ([1.0], 0.95, "at least 2 values"),
        ([[1.0, 2.0]], 0.95, r"shape \(1, 2\)"),
        ([1.0, float("nan")], 0.95, "1 of 2 values are NaN or infinite"),
        ([1.0, 2.0], 95, "confidence 95 is not between 0 and 1"),
    ],
)
def test_errors(values, confidence, message):
    with pytest.raises(ValueError, match=message):
        mean_interval(values, confidence=confidence)


def test_unpaired():
    with pytest.raises(ValueError, match="2 values against 3"):
        paired_difference_interval([1, 2], [1, 2, 3])
