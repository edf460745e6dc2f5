"""Intervals over questions: how often they cover the truth, and where there is none."""

from functools import partial

import numpy as np
import pytest
from simulated import Truth, judge, latent

from medtune.ethics import resampling
from medtune.ethics.agreement import ac2, alpha, count, kappa, raw_agreement
from medtune.ethics.automatic import kendall, spearman
from medtune.ethics.resampling import Estimate, number, question_interval, studentized_interval

COEFFICIENTS = {"raw": raw_agreement, "alpha": alpha, "kappa": kappa, "ac2": ac2}


def of_ratings(ratings):
    """Return the coefficients of simulated ratings, shape (questions, systems, raters), as functions of weights."""
    questions, systems, raters = ratings.shape
    counts = count(ratings.reshape(-1, raters), (0, 1, 2), np.repeat(range(questions), systems))
    return {name: partial(statistic, counts) for name, statistic in COEFFICIENTS.items()}


def of_ranks(quality, ratings):
    """Return the rank correlations between the raters' means and a metric that sees the quality through noise."""
    questions, systems = quality.shape
    place = np.repeat(range(questions), systems)
    metric = quality.ravel()
    means = np.nanmean(ratings, axis=2).ravel()
    return {
        "spearman": lambda weights: spearman(means, metric, weights[:, place]),
        "kendall": lambda weights: kendall(means, metric, weights[:, place]),
    }


def draw(truth, rng, questions):
    quality = latent(truth, rng, questions)
    ratings = judge(truth, rng, quality)
    return of_ratings(ratings) | (of_ranks(quality + rng.normal(0, 1, quality.shape), ratings))


def true_values(truth, names):
    """Return what the numbers are on very many questions."""
    rng = np.random.default_rng(99)
    many = of_ratings(judge(truth, rng, latent(truth, rng, 40_000)))
    values = {name: float(many[name](np.ones((1, 40_000)))[0]) for name in names if name in many}
    # Those that compare every two answers take too much memory for that: mean of several smaller studies.
    for name in (name for name in names if name not in many):
        values[name] = float(np.mean([draw(truth, rng, 700)[name](np.ones((1, 700)))[0] for _ in range(8)]))
    return values


def coverage(truth, questions, trials, names=(*COEFFICIENTS, "spearman", "kendall")):
    """Return how often the intervals cover the true values, by name; studies without an interval do not count."""
    values, rng = true_values(truth, names), np.random.default_rng(0)
    hits = {name: [] for name in names}
    for trial in range(trials):
        found = draw(truth, rng, questions)
        for name in hits:
            interval = studentized_interval if name in ("alpha", "kappa") else question_interval
            estimate = interval(found[name], questions, seed=trial)
            if estimate.low is not None:
                hits[name].append(not estimate.excludes(values[name]))
    return {name: float(np.mean(hit)) for name, hit in hits.items()}


def test_coverage(monkeypatch):
    # 100 intervals: 95% coverage has a standard error of 2.2 points. The thorough version is slow, below.
    monkeypatch.setattr(resampling, "RESAMPLES", 299)
    monkeypatch.setattr(resampling, "STUDENTIZED_RESAMPLES", 199)
    for name, covered in coverage(Truth(cuts=(-0.6, 0.4)), 50, 100, COEFFICIENTS).items():
        assert 0.90 <= covered <= 0.99, name


@pytest.mark.slow
@pytest.mark.parametrize("cuts", [(-0.6, 0.4), (-1.3, -0.4)], ids=["spread", "mostly-2"])
@pytest.mark.parametrize("questions", [30, 60])
def test_every_interval_covers_93_to_97_percent(cuts, questions, monkeypatch):
    monkeypatch.setattr(resampling, "RESAMPLES", 999)
    monkeypatch.setattr(resampling, "STUDENTIZED_RESAMPLES", 499)
    found = coverage(Truth(cuts=cuts), questions, 400)
    print(f"\n{cuts} {questions}: {found}")
    for name, covered in found.items():
        # 400 intervals have a standard error of 1.1 points.
        assert 0.92 <= covered <= 0.98, name


@pytest.mark.slow
def test_where_nearly_all_scores_are_alike_intervals_cover_less(monkeypatch):
    # The report says so where it is the case.
    monkeypatch.setattr(resampling, "RESAMPLES", 999)
    monkeypatch.setattr(resampling, "STUDENTIZED_RESAMPLES", 499)
    found = coverage(Truth(cuts=(-2.3, -1.6)), 60, 200, COEFFICIENTS)
    print(f"\n{found}")
    for name, covered in found.items():
        assert 0.85 <= covered <= 0.98, name


def mean_of(values):
    return lambda weights: weights @ values / weights.sum(axis=1)


def test_the_mean_of_symmetric_values_has_the_t_interval():
    values = np.random.default_rng(0).normal(1.0, 1.0, 200)
    found = question_interval(mean_of(values), 200)
    half = 1.972 * values.std(ddof=1) / np.sqrt(200)
    assert found.value == pytest.approx(values.mean())
    assert (found.low, found.high) == pytest.approx((values.mean() - half, values.mean() + half), abs=0.02)


def test_skewed_values_pull_the_interval_to_their_side():
    values = np.random.default_rng(0).exponential(1.0, 60)
    found = question_interval(mean_of(values), 60)
    assert found.high - found.value > found.value - found.low


def test_equal_values_have_no_width():
    found = question_interval(mean_of(np.full(20, 0.5)), 20)
    assert (found.value, found.low, found.high) == (0.5, 0.5, 0.5)


def test_too_few_questions_have_no_interval():
    found = question_interval(mean_of(np.arange(9.0)), 9)
    assert found.value == 4.0
    assert (found.low, found.note) == (None, "no interval: 9 questions are too few")
    assert not found.excludes(100.0)


def test_often_undefined_resamples_have_no_interval():
    values = np.zeros(20)
    values[0] = 1  # a resample without the first question has no spread: 36% of them

    def share(weights):
        return np.where(weights @ values > 0, weights @ values / 20, np.nan)

    found = question_interval(share, 20)
    assert (found.value, found.low) == (0.05, None)
    assert "undefined in 3" in found.note


def test_seldom_undefined_resamples_are_left_out():
    values = np.zeros(20)
    values[:6] = 1
    found = question_interval(lambda w: np.where(w @ values > 0, w @ values / 20, np.nan), 20)
    assert found.low < 0.3 < found.high


def test_undefined_on_all_questions():
    found = question_interval(lambda weights: np.full(len(weights), np.nan), 20)
    assert (found.value, str(found)) == (None, "not defined")


def test_as_text():
    assert str(Estimate(0.5, -0.25, 0.75)) == "0.50 [−0.25, 0.75]"
    assert str(Estimate(0.5)) == "0.50"
    assert [number(v, "+.2f") for v in (-0.001, 0.001, -0.5, 0.5)] == ["0.00", "0.00", "−0.50", "+0.50"]
