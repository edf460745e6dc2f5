"""Paired tests against enumeration, recomputation from text, scipy, sacrebleu, and their own error rate."""

from itertools import product

import numpy as np
import pytest
from sacrebleu.metrics import BLEU
from sacrebleu.significance import PairedTest
from scipy import stats

from medtune.evaluation.paired_tests import approximate_randomisation, compare_systems, paired_bootstrap
from medtune.metrics import bleu_scores, bleu_statistics, distinct_scores, distinct_statistics
from medtune.metrics.resampling import mean_of

WORDS = ("您好", "建议", "复查", "血常规", "按时", "吃药", "多喝水", "注意", "休息", "发热", "头痛", "就诊", "观察")


def texts(seed: int, rows: int) -> list[str]:
    rng = np.random.default_rng(seed)
    return ["".join(rng.choice(WORDS, rng.integers(2, 9))) for _ in range(rows)]


def swapped(first, second, swaps):
    ours = [other if swap else one for one, other, swap in zip(first, second, swaps, strict=True)]
    theirs = [one if swap else other for one, other, swap in zip(first, second, swaps, strict=True)]
    return ours, theirs


@pytest.mark.parametrize("name", ["distinct1", "distinct2", "distinct1_adjusted"])
def test_swapped_distinct_is_that_of_the_swapped_texts(name):
    first, second = texts(0, 12), ["", *texts(1, 11)]
    systems = [distinct_statistics(side, vocabulary=500)[name] for side in (first, second)]
    swaps = np.random.default_rng(2).integers(0, 2, (40, 12)).astype(float)
    for swap, *scores in zip(swaps, *systems[0].swapper(systems[1])(swaps), strict=True):
        for score, side in zip(scores, swapped(first, second, swap), strict=True):
            assert score == pytest.approx(distinct_scores(side, vocabulary=500, resamples=0)[name], abs=1e-12)


def test_swapped_bleu_is_that_of_the_swapped_texts():
    first, second, references = texts(0, 8), texts(1, 8), texts(2, 8)
    systems = [bleu_statistics(side, references) for side in (first, second)]
    swaps = np.array(list(product((0.0, 1.0), repeat=8)))
    for swap, *scores in zip(swaps, *systems[0].swapper(systems[1])(swaps), strict=True):
        for score, side in zip(scores, swapped(first, second, swap), strict=True):
            assert score == pytest.approx(bleu_scores(side, references, resamples=0)["bleu"], abs=1e-9)


def test_randomisation_of_a_mean_is_the_sign_flip_test():
    rng = np.random.default_rng(0)
    first = rng.normal(0.0, 1.0, 12)
    second = first + rng.normal(0.4, 1.0, 12)
    expected = stats.permutation_test((second - first,), np.mean, permutation_type="samples", n_resamples=np.inf)
    p = approximate_randomisation({"x": mean_of(first)}, {"x": mean_of(second)}, trials=40_000)["x"]
    assert p == pytest.approx(expected.pvalue, abs=0.01)


def test_randomisation_of_bleu_equals_sacrebleus():
    references = texts(2, 60)
    first = [text[:-2] for text in references]
    second = [text[:-2] if number % 4 else text[2:] + "吃" for number, text in enumerate(references)]
    named = [("A", first), ("B", second)]
    _, result = PairedTest(named, {"BLEU": BLEU(tokenize="zh")}, [references], test_type="ar", n_samples=10_000)()
    p = approximate_randomisation(*({"x": bleu_statistics(side, references)} for side in (first, second)))["x"]
    assert p == pytest.approx(result["BLEU"][1].p_value, abs=0.025)


@pytest.mark.parametrize("shift", [0.0, 0.1, 0.25])
def test_bootstrap_of_a_mean_agrees_with_the_t_test(shift):
    rng = np.random.default_rng(0)
    first = rng.normal(0.0, 1.0, 300)
    second = first + rng.normal(shift, 1.5, 300)
    p = paired_bootstrap({"x": mean_of(first)}, {"x": mean_of(second)}, resamples=5_000)["x"]
    assert p == pytest.approx(stats.ttest_rel(first, second).pvalue, abs=0.03)


@pytest.mark.parametrize("test", [approximate_randomisation, paired_bootstrap])
def test_equal_systems_are_told_apart_in_5_percent(test):
    rng, found = np.random.default_rng(0), 0
    for trial in range(400):
        hard = rng.normal(0.0, 1.0, 40)  # rows differ more than systems
        sides = ({"x": mean_of(hard + rng.normal(0.0, 0.5, 40))} for _ in range(2))
        found += test(*sides, trial, 400)["x"] <= 0.05
    assert 0.03 <= found / 400 <= 0.075


def test_equal_systems_are_told_apart_by_distinct_in_5_percent():
    found = 0
    for trial in range(100):
        sides = (distinct_statistics(texts(2 * trial + place, 25)) for place in (0, 1))
        found += approximate_randomisation(*sides, seed=trial, trials=200)["distinct2"] <= 0.05
    assert found / 100 <= 0.1


def test_compare_systems():
    rng = np.random.default_rng(0)
    first = rng.normal(0.3, 0.1, 100)
    second = first + rng.normal(0.02, 0.03, 100)
    one, other = {"a": mean_of(first), "b": mean_of(first)}, {"a": mean_of(second), "b": mean_of(first)}
    result = compare_systems(one, other, seed=1)
    assert result == compare_systems(one, other, seed=1)
    assert result["a"].difference == pytest.approx((second - first).mean())
    expected = stats.t.interval(0.95, 99, (second - first).mean(), stats.sem(second - first))
    assert (result["a"].low, result["a"].high) == pytest.approx(expected, abs=0.001)
    assert result["a"].excludes(0)
    assert result["a"].adjusted == pytest.approx(2 * result["a"].p_value)
    assert result["b"].p_value == result["b"].adjusted == 1.0
    assert (result["b"].low, result["b"].high) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ({"a": [1, 2]}, {"b": [1, 2]}, "no score in common: the first has a, the second b"),
        ({"a": [1, 2]}, {"a": [1, 2, 3]}, "scored on 2 and 3 rows; paired tests need the same rows"),
        ({"a": [1]}, {"a": [2]}, "fewer than 2 rows"),
    ],
)
def test_errors(first, second, message):
    sides = [{name: mean_of(np.array(values)) for name, values in side.items()} for side in (first, second)]
    with pytest.raises(ValueError, match=message):
        compare_systems(*sides)
