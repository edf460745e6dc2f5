"""Risk against coverage by brute force, and the threshold's guarantee in simulation."""

import numpy as np
import pytest
from scipy import stats

from medtune.evaluation.triage.selective import (
    aurc,
    best_aurc,
    candidate_thresholds,
    choose_threshold,
    error_bound,
    risk_coverage,
    rows_needed,
)


def test_risk_and_area_by_hand():
    coverage, risk = risk_coverage([0.9, 0.5, 0.7, 0.6], [True, False, False, True])  # surest first: right, wrong, …
    assert coverage.tolist() == [0.25, 0.5, 0.75, 1.0]
    assert risk.tolist() == pytest.approx([0, 1 / 2, 1 / 3, 1 / 2])
    assert aurc([0.9, 0.5, 0.7, 0.6], [True, False, False, True]) == pytest.approx((1 / 2 + 1 / 3 + 1 / 2) / 4)
    assert best_aurc([True, False, False, True]) == pytest.approx((0 + 0 + 1 / 3 + 1 / 2) / 4)


def test_area_is_the_mean_risk_over_all_numbers_of_answers():
    random = np.random.default_rng(0)
    confidence, correct = random.random(50), random.random(50) < 0.7
    order = sorted(range(50), key=lambda row: -confidence[row])
    risks = [np.mean([not correct[row] for row in order[:count]]) for count in range(1, 51)]
    assert aurc(confidence, correct) == pytest.approx(np.mean(risks), abs=1e-12)
    assert best_aurc(correct) <= aurc(confidence, correct)


def test_ties_count_with_their_mean_and_order_changes_nothing():
    assert aurc([0.5] * 4, [True, False, False, True]) == pytest.approx(0.5)  # confidence tells nothing: the error rate
    random = np.random.default_rng(1)
    confidence, correct = random.choice([0.2, 0.4, 0.9], 40), random.random(40) < 0.5
    order = random.permutation(40)
    assert aurc(confidence[order], correct[order]) == pytest.approx(aurc(confidence, correct), abs=1e-12)


def test_nothing_wrong_has_no_risk():
    assert aurc([0.1, 0.5], [True, True]) == 0


def test_error_bound_is_that_of_an_exact_binomial_test():
    expected = stats.binomtest(3, 40).proportion_ci(0.9, method="exact").high  # two-sided 90 % is one-sided 95 %
    assert error_bound(3, 40) == pytest.approx(expected, abs=1e-9)
    assert error_bound(5, 5) == 1.0


def test_rows_needed_are_just_enough():
    for rate, confidence in ((0.05, 0.95), (0.1, 0.95), (0.02, 0.99)):
        rows = rows_needed(rate, confidence)
        assert error_bound(0, rows, confidence) <= rate < error_bound(0, rows - 1, confidence)
    assert rows_needed(0.05, 0.95) == 59  # the rule of three


def test_candidates_answer_even_shares_from_strict_to_lax():
    thresholds = candidate_thresholds(np.linspace(0, 1, 1_000))
    assert len(thresholds) == 50
    assert thresholds == sorted(thresholds, reverse=True)
    assert thresholds[-1] == 0.0
    assert thresholds[24] == pytest.approx(0.5, abs=2e-3)


def test_faultless_rows_are_all_answered():
    found = choose_threshold(np.linspace(0.1, 1, 100), (np.linspace(0.1, 1, 400), np.ones(400, bool)), 0.05)
    assert (found.threshold, found.answered, found.errors, found.rows) == (0.0, 400, 0, 400)


def test_hopeless_rows_are_all_referred():
    found = choose_threshold(np.linspace(0.1, 1, 100), (np.linspace(0.1, 1, 400), np.zeros(400, bool)), 0.05)
    assert found.threshold is None
    assert (found.answered, found.errors, found.tests) == (0, 0, 2)  # one at each start


def test_too_few_rows_show_nothing():
    confidence = np.linspace(0.1, 1, 40)
    assert choose_threshold(confidence, (confidence, np.ones(40, bool)), 0.05).threshold is None
    with pytest.raises(ValueError, match="0 rows to tune and 40 to test a threshold; both are needed"):
        choose_threshold([], (confidence, np.ones(40, bool)), 0.05)


def test_rows_below_zero_are_never_answered():
    confidence = np.append(np.linspace(0.1, 1, 400), [-1.0] * 50)
    found = choose_threshold(confidence, (confidence, confidence > 0), 0.05)
    assert (found.threshold, found.answered) == (0.0, 400)


# Populations by their risk at each confidence: one where the wanted rate is met in the middle, one where it is met
# nowhere but just missed, and one where risk does not fall with confidence.
POPULATIONS = {
    "falling": lambda sure: 0.4 * (1 - sure) ** 1.5,
    "just missed": lambda sure: np.full_like(sure, 0.1001),
    "hump": lambda sure: 0.05 + 0.15 * np.exp(-((sure - 0.6) ** 2) / 0.01),
}


@pytest.mark.parametrize("population", POPULATIONS)
def test_promise_is_kept_in_simulation(population):
    # The true error rate above a threshold is known; with 1,000 draws a failure rate of 5 % shows as 6.7 % at most.
    risk, wanted, draws = POPULATIONS[population], 0.1, 1_000
    grid = np.linspace(0, 1, 4_001)
    random = np.random.default_rng(0)
    broken = answered = 0
    for _ in range(draws):
        tuning, testing = random.random(80), random.random(400)
        found = choose_threshold(tuning, (testing, random.random(400) >= risk(testing)), wanted)
        if found.threshold is not None:
            broken += risk(grid[grid >= found.threshold]).mean() > wanted
            answered += 1
    assert broken <= stats.binom.ppf(0.99, draws, 0.05)
    if population == "falling":
        assert answered / draws > 0.75  # the promise is not kept by answering nothing
