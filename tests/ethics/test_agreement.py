"""Coefficients of agreement: published worked examples, another library, brute force, and where they are undefined."""

from itertools import permutations

import numpy as np
import pytest

from medtune.ethics.agreement import ac2, agreement, alpha, count, kappa, ordinal_weights, raw_agreement

NONE = np.nan
# Krippendorff 2011, section C (four observers, twelve units, missing data). Gwet takes the same scores as his example.
KRIPPENDORFF = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3],
        [NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE],
    ]
).T
# Fleiss 1971, table 1: how many of six psychiatrists gave each of five diagnoses to each of thirty patients.
FLEISS = (
    "00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 "
    "00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006"
)


def once(answers):
    return np.ones((1, answers))


def value(statistic, ratings, values):
    questions = range(len(ratings))
    return float(statistic(count(np.asarray(ratings, float), values, questions), once(len(ratings)))[0])


def made_up(seed, answers=15, raters=5, size=3, missing=0.2):
    rng = np.random.default_rng(seed)
    ratings = np.clip(rng.integers(0, size, (answers, 1)) + rng.integers(-1, 2, (answers, raters)), 0, size - 1)
    ratings = ratings.astype(float)
    ratings[rng.random(ratings.shape) < missing] = np.nan
    return ratings


def test_krippendorffs_example_with_missing_scores():
    assert value(alpha, KRIPPENDORFF, (1, 2, 3, 4, 5)) == pytest.approx(0.815, abs=0.0005)


def test_fleiss_psychiatrists():
    ratings = [[int(value) for value, times in enumerate(row) for _ in range(int(times))] for row in FLEISS.split()]
    assert value(kappa, ratings, range(5)) == pytest.approx(0.430, abs=0.0005)


def test_gwets_example():
    # irrCAC 0.4.4 on the same scores: Fleiss' kappa 0.76117; AC2 with ordinal weights 0.89894.
    assert value(kappa, KRIPPENDORFF, (1, 2, 3, 4, 5)) == pytest.approx(0.76117, abs=5e-6)
    assert value(ac2, KRIPPENDORFF, (1, 2, 3, 4, 5)) == pytest.approx(0.89894, abs=5e-6)


@pytest.mark.parametrize("seed", range(8))
def test_alpha_agrees_with_another_library(seed):
    krippendorff = pytest.importorskip("krippendorff")
    ratings = made_up(seed, size=3 + seed % 3)
    values = tuple(range(3 + seed % 3))
    expected = krippendorff.alpha(ratings.T, level_of_measurement="ordinal", value_domain=values)
    assert value(alpha, ratings, values) == pytest.approx(expected, abs=1e-9)


def pairs(row):
    given = row[np.isfinite(row)]
    return list(permutations(given, 2)), given


@pytest.mark.parametrize("seed", range(8))
def test_the_others_agree_with_counting_every_pair(seed):
    ratings, values = made_up(seed), (0, 1, 2)
    weights = {(a, b): 1 - {0: 0, 1: 1, 2: 3}[abs(a - b)] / 3 for a in values for b in values}
    found = [pairs(row) for row in ratings]
    equal = np.mean([np.mean([a == b for a, b in both]) for both, _ in found if both])
    close = np.mean([np.mean([weights[a, b] for a, b in both]) for both, _ in found if both])
    shares = [np.mean([np.mean(given == v) for _, given in found if given.size]) for v in values]
    by_chance = sum(share**2 for share in shares)
    gwets = sum(weights.values()) / 6 * sum(share * (1 - share) for share in shares)
    assert value(raw_agreement, ratings, values) == pytest.approx(equal, abs=1e-12)
    assert value(kappa, ratings, values) == pytest.approx((equal - by_chance) / (1 - by_chance), abs=1e-12)
    assert value(ac2, ratings, values) == pytest.approx((close - gwets) / (1 - gwets), abs=1e-12)


def test_of_three_values_neighbours_count_two_thirds():
    expected = np.array([[3, 2, 0], [2, 3, 2], [0, 2, 3]]) / 3
    np.testing.assert_allclose(ordinal_weights(3), expected, atol=1e-15)
    np.testing.assert_array_equal(ordinal_weights(2), np.eye(2))


@pytest.mark.parametrize("statistic", [raw_agreement, alpha, kappa, ac2])
def test_a_question_drawn_twice_counts_as_two(statistic):
    ratings, times = made_up(3, answers=6, missing=0), np.array([2, 0, 1, 3, 0, 1])
    counts = count(ratings, (0, 1, 2), range(6))
    repeated = np.repeat(ratings, times, axis=0)
    found = statistic(counts, times[None].astype(float))[0]
    assert found == pytest.approx(value(statistic, repeated, (0, 1, 2)), abs=1e-12)


def test_answers_to_one_question_are_drawn_together():
    ratings = made_up(1, answers=12, missing=0)
    by_question = count(ratings, (0, 1, 2), np.repeat(range(4), 3))
    assert by_question.paired.tolist() == [3, 3, 3, 3]
    assert alpha(by_question, once(4))[0] == pytest.approx(value(alpha, ratings, (0, 1, 2)), abs=1e-12)


def test_full_agreement_is_one():
    ratings = np.repeat([[0.0], [1.0], [2.0], [2.0]], 5, axis=1)
    for statistic in (raw_agreement, alpha, kappa, ac2):
        assert value(statistic, ratings, (0, 1, 2)) == pytest.approx(1.0)


def test_nothing_but_one_value_is_explained():
    found = agreement(np.full((30, 5), 2.0), (0, 1, 2), range(30))
    assert (found.alpha.value, found.kappa.value) == (None, None)
    for note in (found.alpha.note, found.kappa.note):
        assert "all 150 scores are 2" in note
    assert (found.raw.value, found.ac2.value) == (1.0, 1.0)
    assert (found.ac2.low, found.ac2.high) == (1.0, 1.0)
    assert (found.top_value, found.top_share) == (2, 1.0)


def test_one_rater_agrees_with_nobody():
    found = agreement(np.array([[0.0], [1.0], [2.0]]), (0, 1, 2), range(3))
    for estimate in (found.raw, found.alpha, found.kappa, found.ac2):
        assert (estimate.value, estimate.note) == (None, "no answer was scored by two raters")
    assert (found.answers, found.raters) == (0, 1)


def test_no_scores_at_all():
    found = agreement(np.full((3, 2), np.nan), (0, 1, 2), range(3))
    assert (found.raw.value, found.top_share, found.raters) == (None, None, 0)


def test_mostly_the_best_score_keeps_ac2_high_and_alpha_low():
    # The paradox of high agreement: raters differ on one answer in twenty, and on another one each time.
    ratings = np.full((60, 5), 2.0)
    ratings[np.arange(0, 60, 4), np.arange(15) % 5] = 1
    found = agreement(ratings, (0, 1, 2), range(60))
    assert found.raw.value == pytest.approx(0.9)
    assert found.ac2.value > 0.95
    assert found.alpha.value < 0.05
    assert found.alpha.low < 0 < found.ac2.low


def test_a_rating_off_the_scale_is_named():
    with pytest.raises(ValueError, match=r"hold 3; \[0, 1, 2\] are allowed"):
        agreement(np.array([[0.0, 3.0]]), [0, 1, 2], [0])


def test_seeded():
    ratings = made_up(0, answers=20)
    first, again, other = (agreement(ratings, (0, 1, 2), range(20), seed) for seed in (1, 1, 2))
    assert first == again != other
