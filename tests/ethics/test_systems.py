"""What systems got and whether they differ: worked out by hand, by enumeration, and in simulation."""

import numpy as np
import pytest
from scipy import stats
from simulated import Truth, judge, latent

from medtune.ethics.rubric import default_rubric
from medtune.ethics.systems import (
    clopper_pearson_upper,
    compare_pairs,
    friedman,
    holm_of,
    system_scores,
    unacceptable,
)
from medtune.ethics.table import Table
from medtune.evaluation import significance

FIRST, SECOND, THIRD = (axis.key for axis in default_rubric().axes)
NONE = np.nan


def table(scores, cannot_judge=None, others=None):
    """Return a table whose first axis has these scores, float of shape (questions, systems, raters)."""
    scores = np.asarray(scores, dtype=float)
    questions, systems, raters = scores.shape
    nothing = np.zeros(scores.shape, dtype=bool)
    return Table(
        axes=default_rubric().axes,
        questions=tuple(f"q{number:03}" for number in range(questions)),
        languages=("en",) * questions,
        systems=tuple("ABCD"[:systems]),
        raters=tuple(range(1, raters + 1)),
        scores={FIRST: scores, SECOND: scores if others is None else np.asarray(others, float), THIRD: scores},
        cannot_judge=dict.fromkeys((SECOND, THIRD), nothing)
        | {FIRST: nothing if cannot_judge is None else cannot_judge},
        answers=np.ones((questions, systems), dtype=bool),
    )


def from_means(*columns):
    """Return a table in which one rater gave each system these scores."""
    return table(np.array(columns, float).T[:, :, None])


def test_means_counts_and_what_is_missing():
    unsure = np.zeros((3, 1, 3), dtype=bool)
    unsure[2, 0, 0] = True
    given = [[[2, 2, 1]], [[0, 1, NONE]], [[NONE, NONE, 2]]]
    (row,) = system_scores(table(given, unsure, others=[[[2, 2, 2]], [[NONE, 1, 1]], [[1, 1, 1]]]), FIRST)
    assert row.counts == {0: 1, 1: 2, 2: 3}
    assert (row.answers, row.cannot_judge, row.ended, row.missing) == (3, 1, 0, 2)
    assert row.mean.mean == pytest.approx((5 / 3 + 1 / 2 + 2) / 3)
    (after,) = system_scores(table(given, unsure, others=[[[2, 2, 2]], [[NONE, 1, 1]], [[1, NONE, 1]]]), SECOND)
    assert (after.ended, after.missing) == (1, 1)  # the rater who gave 0 on the first axis stopped there


def test_an_answer_nobody_scored_does_not_count():
    (row,) = system_scores(table([[[NONE, NONE]], [[2, 2]], [[1, 1]]]), FIRST)
    assert (row.answers, row.mean.mean, row.missing) == (2, 1.5, 2)


def test_unacceptable_answers_are_counted_by_answer():
    (row,) = unacceptable(table([[[0, 0, 2]], [[0, 2, 2]], [[0, NONE, 2]], [[2, 2, 2]], [[NONE] * 3]]), FIRST, 0)
    assert (row.answers, row.any_rater, row.majority) == (4, 3, 1)
    assert row.share == 0.75


def test_the_upper_bound_of_none_is_the_rule_of_three():
    assert clopper_pearson_upper(0, 60) == pytest.approx(1 - 0.05 ** (1 / 60), abs=1e-12)
    assert clopper_pearson_upper(0, 60) == pytest.approx(3 / 60, abs=0.002)
    assert clopper_pearson_upper(60, 60) == 1.0
    upper = clopper_pearson_upper(4, 60)
    assert stats.binom.cdf(4, 60, upper) == pytest.approx(0.05, abs=1e-9)


@pytest.mark.parametrize("share", [0.01, 0.05, 0.2, 0.5])
def test_the_upper_bound_is_never_too_low_more_than_once_in_twenty(share):
    chance = stats.binom.pmf(range(61), 60, share)
    covered = sum(p for found, p in enumerate(chance) if clopper_pearson_upper(found, 60) >= share)
    assert covered >= 0.95


def test_friedman_by_hand():
    # Four questions, ranks 1 2 3 / 1 2 3 / 1 3 2 / 1 2 3: rank sums 4, 9, 11.
    found = friedman(from_means([0, 0, 0, 0], [1, 1, 2, 1], [2, 2, 1, 2]), FIRST)
    assert found.statistic == pytest.approx(12 / (4 * 3 * 4) * (4**2 + 9**2 + 11**2) - 3 * 4 * 4)
    assert found.w == pytest.approx(found.statistic / (4 * 2))
    assert "few for the chi-square" in found.note


def test_all_questions_alike_give_w_one():
    assert friedman(from_means([0] * 12, [1] * 12, [2] * 12), FIRST).w == pytest.approx(1.0)


def test_where_friedman_cannot_be_made_it_says_why():
    assert "needs three systems" in friedman(from_means([0, 1], [1, 2]), FIRST).note
    assert "no difference to test" in friedman(from_means([0, 1], [0, 1], [0, 1]), FIRST).note
    assert "fewer than two questions" in friedman(from_means([0, 1], [0, 1], [NONE, 1]), FIRST).note


def test_a_pair_by_hand():
    # Differences +2 +1 +1 0 −1: ranks 4, 2, 2, –, 2; (4 + 2 + 2 − 2) / 10.
    (pair, *_) = compare_pairs(from_means([0, 0, 0, 1, 2], [2, 1, 1, 1, 1]))
    assert (pair.axis, pair.first, pair.second, pair.questions) == (FIRST, "A", "B", 5)
    assert (pair.higher, pair.lower) == (3, 1)
    assert pair.effect == pytest.approx(0.6)
    assert pair.difference.mean == pytest.approx(0.6)
    # All 16 patterns of signs over the ranks 4, 2, 2, 2: the sum is 6 or more, or −6 or less, in 6 + … of them.
    sums = [
        sum(r if bit else -r for r, bit in zip((4, 2, 2, 2), f"{n:04b}", strict=True) for bit in [int(bit)])
        for n in range(16)
    ]
    assert pair.p == pytest.approx(np.mean([abs(one) >= 6 for one in sums]))


def test_equal_systems_have_no_test():
    (pair, *_) = compare_pairs(from_means([0, 1, 2], [0, 1, 2]))
    assert (pair.p, pair.p_holm, pair.effect) == (None, None, None)
    assert (pair.difference.low, pair.difference.high) == (0.0, 0.0)


def test_holm_goes_over_all_pairs_and_axes():
    rng = np.random.default_rng(0)
    found = compare_pairs(table(rng.integers(0, 3, (30, 3, 2))))
    assert len(found) == 9
    smallest = min(found, key=lambda pair: pair.p)
    assert smallest.p_holm == pytest.approx(min(1.0, 9 * smallest.p))
    assert holm_of([0.01, None, 0.04]) == [0.02, None, 0.04]


def simulated(seed, difference, questions=60):
    truth = Truth(quality={"A": 0.0, "B": difference}, cannot_judge=0.02)
    rng = np.random.default_rng(seed)
    return table(judge(truth, rng, latent(truth, rng, questions)))


def test_a_true_difference_is_found_and_none_is_not(monkeypatch):
    monkeypatch.setattr(significance, "RESAMPLES", 99)  # the intervals are not looked at
    assert np.mean([compare_pairs(simulated(seed, 0.6))[0].p < 0.05 for seed in range(20)]) >= 0.9
    false = np.mean([compare_pairs(simulated(seed, 0.0))[0].p < 0.05 for seed in range(60)])
    assert false <= 0.15  # 5% expected; 15% or more happens in 0.3% of such simulations


@pytest.mark.slow
def test_means_and_differences_cover_93_to_97_percent(monkeypatch):
    monkeypatch.setattr(significance, "RESAMPLES", 999)
    truth = Truth(quality={"A": 0.0, "B": 0.4}, cannot_judge=0.02)
    rng = np.random.default_rng(1)
    means = np.nanmean(np.nanmean(judge(truth, rng, latent(truth, rng, 200_000)), axis=2), axis=0)
    hits = np.zeros(3)
    for seed in range(1_000):
        found = simulated(seed + 10, 0.4)
        of = [row.mean for row in system_scores(found, FIRST, seed)]
        difference = compare_pairs(found, seed)[0].difference
        hits += [
            not of[0].excludes(means[0]),
            not of[1].excludes(means[1]),
            not difference.excludes(means[1] - means[0]),
        ]
    print(f"\n{hits / 1_000}")
    assert ((hits >= 925) & (hits <= 975)).all()
