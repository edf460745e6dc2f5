"""Rank correlations with automatic metrics: scipy's, and what is measured of which text."""

import numpy as np
import pytest
from scipy import stats
from test_systems import FIRST, table

from medtune.data.records import Prediction
from medtune.ethics.automatic import Answer, correlate, kendall, measure, read_answers, signatures, spearman
from medtune.evaluation.inference.predictions import write_predictions

NONE = np.nan


@pytest.mark.parametrize("seed", range(4))
def test_as_scipy_has_them_with_ties_and_repeated_draws(seed):
    rng = np.random.default_rng(seed)
    x, y = rng.integers(0, 4, 25).astype(float), rng.normal(size=25).round(1)
    weights = rng.integers(0, 4, (3, 25)).astype(float)
    for drawn, rho, tau in zip(weights, spearman(x, y, weights), kendall(x, y, weights), strict=True):
        many_x, many_y = (np.repeat(values, drawn.astype(int)) for values in (x, y))
        assert rho == pytest.approx(stats.spearmanr(many_x, many_y).statistic, abs=1e-9)
        assert tau == pytest.approx(stats.kendalltau(many_x, many_y).statistic, abs=1e-9)


def test_constant_values_have_no_correlation():
    ones = np.ones((1, 4))
    assert np.isnan(spearman(np.ones(4), np.arange(4.0), ones)).all()
    assert np.isnan(kendall(np.ones(4), np.arange(4.0), ones)).all()


def scored(questions=12):
    """Return a table in which system B is better than A, and later questions are better than earlier ones."""
    late = (np.arange(questions) >= questions // 2).astype(float)
    return table(np.stack([late, late + 1], axis=1)[:, :, None])


def test_within_systems_is_not_what_is_between_them():
    found = scored()
    only_between = np.tile([0.0, 1.0], (12, 1)) + np.tile([0.0, 0.1], 6)[:, None]
    one = next(one for one in correlate(found, {"rouge1": only_between}) if one.axis == FIRST)
    assert one.spearman.value > 0.5
    assert one.within.value == pytest.approx(0.0, abs=0.2)
    assert one.answers == 24
    assert one.spearman.low < one.spearman.value < one.spearman.high


def test_no_variety_is_explained():
    same = table(np.full((6, 1, 1), 2.0))
    (one, *_) = correlate(same, {"rouge1": np.arange(6.0)[:, None]})
    assert (one.spearman.value, one.spearman.note) == (None, "all 6 answers have the same score")
    (one, *_) = correlate(scored(), {"bleu": np.full((12, 2), NONE)})
    assert one.spearman.note == "0 answers are too few"


def test_each_answer_is_measured_by_itself():
    answers = [
        Answer("q000", "A", "en", "rest and drink water", "rest and drink water"),
        Answer("q000", "B", "en", "", "rest and drink water"),
        Answer("q001", "A", "zh", "多喝水", "多休息"),
        Answer("q001", "B", "zh", "多喝水", None),
    ]
    found = measure(answers, table(np.zeros((2, 2, 1))))
    assert set(found) == {"rouge1", "rougeL", "bleu", "length"}
    np.testing.assert_allclose(found["rouge1"], [[1.0, 0.0], [1 / 3, NONE]])
    np.testing.assert_allclose(found["length"], [[4, 0], [3, 3]])
    assert found["bleu"][0, 0] == pytest.approx(100)


def test_references_in_another_language_measure_nothing():
    answers = [Answer("q000", "A", "en", "多休息", "多喝水"), Answer("q000", "B", "en", "rest", "多喝水")]
    assert list(measure(answers, table(np.zeros((1, 2, 1))))) == ["length"]


def test_each_language_has_its_signatures():
    signed = signatures([Answer("q000", "A", "zh", "多休息", None), Answer("q001", "A", "en", "rest", None)])
    assert [one.split("|")[0] for one in signed] == ["ROUGE", "BLEU", "length"] * 2
    assert "eff:yes" in signed[1]


def test_without_references_only_the_length_is_measured():
    answers = [Answer("q000", "A", "en", "rest", None)]
    assert list(measure(answers, table(np.zeros((1, 1, 1))))) == ["length"]


def test_the_true_reply_is_not_measured_against_itself():
    answers = [
        Answer("q000", "A", "en", "rest", "rest"),
        Answer("q001", "A", "en", "walk", "walk"),
        Answer("q000", "B", "en", "rest", "rest"),
        Answer("q001", "B", "en", "swim", "walk"),
    ]
    found = measure(answers, table(np.zeros((2, 2, 1))))
    np.testing.assert_array_equal(found["rouge1"], [[NONE, 1.0], [NONE, 0.0]])
    np.testing.assert_array_equal(found["length"], np.ones((2, 2)))


def test_predictions_of_the_studys_answers_only(tmp_path):
    rows = [Prediction(f"q{row:03}", "A", "en", "question-answer", "q", "water", f"answer {row}") for row in range(5)]
    write_predictions(tmp_path / "a.parquet", rows)
    found = read_answers([tmp_path / "a.parquet"], table(np.zeros((2, 1, 1))))
    assert [(one.row_id, one.text, one.reference) for one in found] == [
        ("q000", "answer 0", "water"),
        ("q001", "answer 1", "water"),
    ]


def test_files_that_do_not_fit_are_named(tmp_path):
    known = table(np.zeros((2, 1, 1)))
    with pytest.raises(ValueError, match=r"none\.parquet: no such file"):
        read_answers([tmp_path / "none.parquet"], known)
    (tmp_path / "text.parquet").write_text("no Parquet")
    with pytest.raises(ValueError, match=r"text\.parquet"):
        read_answers([tmp_path / "text.parquet"], known)
    write_predictions(
        tmp_path / "other.parquet", [Prediction("q000", "other", "en", "question-answer", "q", None, "a")]
    )
    with pytest.raises(ValueError, match=r"none of the predictions by other is an answer of this study \(by A\)"):
        read_answers([tmp_path / "other.parquet"], known)
