"""Class-conditional sets by hand and by brute force, and their coverage in simulation."""

import numpy as np
import pytest
from scipy import stats
from scipy.special import softmax

from medtune.evaluation.triage.conformal import (
    ClassThreshold,
    class_thresholds,
    coverage_range,
    prediction_sets,
    rows_needed,
)


def test_thresholds_by_hand():
    # Department 0 has 9 rows: with a miss rate of .1 the smallest probability; department 1 has 8, one too few.
    own = np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.95])
    probabilities = np.column_stack([np.append(own, [0.3] * 8), np.append(1 - own, [0.7] * 8)])
    first, second = class_thresholds(probabilities, [0] * 9 + [1] * 8, 0.1)
    assert first == ClassThreshold(0.2, 9, 1, "own")
    assert second == ClassThreshold(0.0, 8, 0, "always")
    assert rows_needed(0.1) == 9


def test_rare_departments_may_take_the_threshold_of_all_rows():
    probabilities = np.array([[0.9, 0.1]] * 19 + [[0.6, 0.4]])
    first, second = class_thresholds(probabilities, [0] * 19 + [1], 0.1, rare="all")
    assert first.basis == "own"
    assert second == ClassThreshold(0.9, 1, 0, "all")  # the 2nd smallest of twenty
    [_, never] = class_thresholds(probabilities[:3], [0] * 3, 0.1, rare="all")
    assert never == ClassThreshold(0.0, 0, 0, "always")  # too few rows in all: no threshold to share


def test_ranks_are_exact_where_floating_point_is_not():
    for rows in range(9, 200):
        thresholds = class_thresholds(np.ones((rows, 1)), [0] * rows, 0.1)
        assert thresholds[0].rank == (rows + 1) // 10


def test_sets_hold_what_reaches_its_threshold_and_the_likeliest():
    probabilities = np.array([[0.6, 0.3, 0.1], [0.34, 0.33, 0.33]])
    assert prediction_sets(probabilities, [0.5, 0.3, 0.2]).tolist() == [[True, True, False], [True, True, True]]
    assert prediction_sets(probabilities, [0.9, 0.9, 0.9]).tolist() == [[True, False, False], [True, False, False]]


def draw(random, rows, departments=3):
    """Rows of departments that are not equally hard, with probabilities that are not calibrated."""
    labels = random.integers(departments, size=rows)
    logits = random.normal(size=(rows, departments))
    logits[np.arange(rows), labels] += np.array([3.0, 1.0, 0.3])[labels]
    return softmax(2.5 * logits, axis=-1), labels


def test_promise_is_kept_for_every_department_in_simulation():
    random, miss, draws = np.random.default_rng(0), 0.1, 300
    coverage = np.zeros((draws, 3))
    for each in range(draws):
        probabilities, labels = draw(random, 120)
        thresholds = [one.threshold for one in class_thresholds(probabilities, labels, miss)]
        new, truth = draw(random, 600)
        reached = new[np.arange(600), truth] >= np.array(thresholds)[truth]  # the sets before they are widened
        coverage[each] = [reached[truth == department].mean() for department in range(3)]
    error = coverage.std(axis=0) / np.sqrt(draws)
    assert (coverage.mean(axis=0) >= 1 - miss - 3 * error).all()
    # With about 40 rows the k of ⌊.1·41⌋ = 4 misses 4/41: the sets are not large for nothing.
    assert (coverage.mean(axis=0) <= 1 - miss + 0.03).all()


def test_a_marginal_threshold_would_not_keep_it():
    random = np.random.default_rng(1)
    probabilities, labels = draw(random, 3_000)
    [*_, hard] = class_thresholds(probabilities[labels != 2], labels[labels != 2], 0.1, rare="all")
    new, truth = draw(random, 3_000)
    assert hard.basis == "all"
    assert (new[truth == 2, 2] >= hard.threshold).mean() < 0.85


def test_measured_coverage_lies_in_its_range_as_often_as_it_says():
    random, inside = np.random.default_rng(2), []
    low, high = coverage_range(ClassThreshold(0.2, 39, 4, "own"), 50)
    for _ in range(2_000):
        calibration, test = random.random(39), random.random(50)
        [found] = class_thresholds(calibration[:, None], [0] * 39, 0.1)
        inside.append(low <= (test >= found.threshold).mean() <= high)
    assert 0.93 <= np.mean(inside) <= 0.98  # the beta-binomial is discrete: a little more than 95 %
    assert found.rank == 4


def test_range_is_unknown_without_a_threshold_of_its_own():
    assert coverage_range(ClassThreshold(0.0, 3, 0, "always"), 50) is None
    assert coverage_range(ClassThreshold(0.2, 9, 1, "own"), 0) is None
    low, high = coverage_range(
        ClassThreshold(0.2, 9, 1, "own"), 5_000
    )  # so many test rows that calibration alone varies
    assert (low, high) == pytest.approx(stats.beta(9, 1).ppf([0.025, 0.975]), abs=2e-3)
