"""Intervals and tests: coverage in a simulation, enumeration by brute force, numbers worked out by hand, and errors."""

from itertools import product

import numpy as np
import pytest
from scipy import stats

from medtune.evaluation import significance
from medtune.evaluation.significance import (
    holm,
    mean_interval,
    paired_difference_interval,
    sign_flip_test,
    student_interval,
)


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


@pytest.mark.parametrize("size", [2, 3, 5])
def test_student_interval_covers_with_few_seeds(size):
    rng = np.random.default_rng(0)
    intervals = [student_interval(rng.normal(0.02, 0.01, size)) for _ in range(2_000)]
    covered = np.mean([not interval.excludes(0.02) for interval in intervals])
    assert 0.93 <= covered <= 0.97


def test_student_interval_of_equal_values_and_of_too_few():
    assert (student_interval([0.5, 0.5]).low, student_interval([0.5, 0.5]).high) == (0.5, 0.5)
    for values in ([1.0], [1.0, float("nan")], []):
        with pytest.raises(ValueError, match="at least 2 finite values"):
            student_interval(values)


@pytest.mark.parametrize("size", [2, 3, 5, 9, 12])
def test_sign_flip_test_is_the_enumeration(size):
    differences = np.random.default_rng(size).normal(0.3, 1.0, size)
    means = [abs(np.mean(differences * signs)) for signs in product((1, -1), repeat=size)]
    expected = np.mean([mean >= abs(differences.mean()) - 1e-12 for mean in means])
    assert sign_flip_test(differences) == pytest.approx(expected, abs=1e-12)


def test_sign_flip_test_by_hand():
    assert sign_flip_test([0.1, 0.2, 0.3, 0.1, 0.2]) == pytest.approx(2 / 32)
    assert sign_flip_test([0.0, 0.0, 0.0]) == 1.0
    assert sign_flip_test([1.0] * 20) == pytest.approx(2 / 65536)  # of random patterns, none as extreme
    with pytest.raises(ValueError, match="at least 2 finite differences"):
        sign_flip_test([1.0])


def test_holm():
    # Sorted 0.01, 0.02, 0.03, 0.04 times 4, 3, 2, 1 gives 0.04, 0.06, 0.06, 0.04; none may fall below the one before.
    assert holm([0.04, 0.01, 0.03, 0.02]) == pytest.approx([0.06, 0.04, 0.06, 0.06])
    assert holm([0.5, 0.9]) == [1.0, 1.0]
    assert holm([]) == []
