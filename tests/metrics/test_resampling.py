"""Bootstrap intervals: coverage in simulations, seeds, and the same as scoring drawn rows again."""

import numpy as np
import pytest
from scipy import stats

from medtune.metrics import bleu_scores, bleu_statistics, bootstrap_intervals
from medtune.metrics.ngrams import TokenIds
from medtune.metrics.resampling import RowSums, drawn_scores, mean_of, quotient, row_draws
from medtune.metrics.row_types import row_types


def coverage(draw, score, truth, trials: int) -> float:
    rng = np.random.default_rng(0)
    hits = 0
    for trial in range(trials):
        low, high = bootstrap_intervals({"x": score(draw(rng))}, seed=trial, resamples=1_000)["x"]
        hits += low <= truth <= high
    return hits / trials


@pytest.mark.parametrize(
    ("draw", "truth"),
    [
        (lambda rng: rng.normal(3.0, 2.0, 20), 3.0),
        (lambda rng: rng.beta(0.4, 1.2, 60), 0.25),
        (lambda rng: (rng.random(80) < 0.8).astype(float), 0.8),
    ],
    ids=["normal-20", "f-scores-60", "hits-80"],
)
def test_intervals_of_means_cover_95_percent(draw, truth):
    assert 0.93 <= coverage(draw, mean_of, truth, 800) <= 0.97


def test_intervals_of_a_ratio_of_totals_cover_95_percent():
    def draw(rng):
        lengths = rng.gamma(4.0, 25.0, 60)
        return np.column_stack((lengths * rng.gamma(4.0, 0.2, 60), lengths))

    assert 0.93 <= coverage(draw, lambda sums: RowSums(sums, quotient), 0.8, 800) <= 0.97


def random_texts(rng, rows: int, types: int, length: int) -> TokenIds:
    """Texts about some subjects, each with its own frequent words."""
    weights = 1 / np.arange(1, types + 1) ** 1.3
    lengths = rng.poisson(length, rows) + 1
    subject = np.repeat(rng.integers(0, 20, rows), lengths)
    drawn = rng.choice(types, size=lengths.sum(), p=weights / weights.sum())
    ids = np.where(rng.random(len(drawn)) < 0.6, drawn, (drawn + 37 * subject) % types)
    return TokenIds(ids, lengths, [str(number) for number in range(types)])


@pytest.mark.slow
@pytest.mark.parametrize(("rows", "types", "order"), [(100, 2000, 1), (100, 2000, 2), (300, 20000, 1), (300, 2000, 2)])
def test_intervals_of_distinct_n_cover_95_percent(rows, types, order):
    # Drawn rows repeat each other: counting their types would cover 0 %. Losses uncorrected cover up to 99 %.
    rng = np.random.default_rng(0)
    drawn = [row_types(random_texts(rng, rows, types, 40), order) for _ in range(800)]
    truth = np.mean([statistics.score() for statistics in drawn])
    intervals = [bootstrap_intervals({"x": statistics}, resamples=500)["x"] for statistics in drawn]
    assert 0.93 <= np.mean([low <= truth <= high for low, high in intervals]) <= 0.97


@pytest.mark.slow
def test_intervals_of_bleu_cover_95_percent():
    rng = np.random.default_rng(0)
    words = [chr(0x4E00 + number) for number in range(60)]

    def row():
        text = rng.choice(words, rng.integers(5, 30))
        changed = np.where(rng.random(len(text)) < rng.beta(2, 3), rng.choice(words, len(text)), text)
        return "".join(changed), "".join(text)

    truth = bleu_scores(*map(list, zip(*(row() for _ in range(40_000)), strict=True)), resamples=0)["bleu"]
    statistics = bleu_statistics(*map(list, zip(*(row() for _ in range(800 * 150)), strict=True)))
    samples = [RowSums(part, statistics.formula) for part in np.split(statistics.sums, 800)]
    intervals = [bootstrap_intervals({"x": sample}, resamples=500)["x"] for sample in samples]
    assert 0.93 <= np.mean([low <= truth <= high for low, high in intervals]) <= 0.97


def test_drawn_bleu_is_bleu_of_the_drawn_rows():
    predictions = ["多喝水多休息", "请复诊", "头痛三天了吧", "", "按时吃药多喝水"]
    references = ["多喝水多休息吧", "请到医院复诊", "头痛三天", "观察", "按时吃药"]
    drawn = drawn_scores({"x": bleu_statistics(predictions, references)}, seed=3, resamples=40)["x"]
    for counts, score in zip(next(row_draws(5, 3, 40)), drawn, strict=True):
        rows = np.repeat(np.arange(5), counts.astype(int))
        sides = ([side[row] for row in rows] for side in (predictions, references))
        assert score == pytest.approx(bleu_scores(*sides, resamples=0)["bleu"], abs=1e-9)


def test_mean_agrees_with_the_t_interval():
    values = np.random.default_rng(1).normal(0.4, 1.0, 2_000)
    interval = bootstrap_intervals({"x": mean_of(values)}, resamples=5_000)["x"]
    expected = stats.t.interval(0.95, values.size - 1, values.mean(), stats.sem(values))
    assert interval == pytest.approx(expected, abs=0.004)


def test_seeded_and_the_same_draws_for_all_scores():
    values = np.random.default_rng(0).random(30)
    both = bootstrap_intervals({"a": mean_of(values), "b": mean_of(values)}, seed=3)
    assert both["a"] == both["b"] == bootstrap_intervals({"x": mean_of(values)}, seed=3)["x"]
    assert both["a"] != bootstrap_intervals({"x": mean_of(values)}, seed=4)["x"]


def test_each_draw_has_as_many_rows_as_there_are():
    counts = np.concatenate(list(row_draws(50, 0, 200)))
    assert counts.shape == (200, 50)
    assert (counts.sum(axis=1) == 50).all()
    assert counts.mean(axis=0) == pytest.approx(np.ones(50), abs=0.3)


def test_no_interval_of_one_row_or_without_draws():
    assert bootstrap_intervals({"x": mean_of(np.array([1.0]))}) == {"x": None}
    assert bootstrap_intervals({"x": mean_of(np.arange(9))}, resamples=0) == {"x": None}
    with pytest.raises(ValueError, match="confidence 95 is not between 0 and 1"):
        bootstrap_intervals({"x": mean_of(np.arange(9))}, confidence=95)
