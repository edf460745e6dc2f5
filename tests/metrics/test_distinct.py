"""distinct-n by hand."""

import pytest

from medtune.metrics import Distinct, distinct_scores


def test_hand_computed():
    # 痛痛热 and 痛热: 5 characters; 痛, 热 differ; 痛痛, 痛热 differ.
    scores = distinct_scores(["痛痛热", "痛 热"])
    assert scores["distinct1"] == pytest.approx(2 / 5)
    assert scores["distinct2"] == pytest.approx(2 / 5)
    assert scores["mean_length"] == 2.5
    assert scores["empty_rate"] == 0.0
    assert scores["signature"] == "distinct|tok:char|case:lc|stem:no|per:tokens"


def test_pairs_do_not_cross_texts():
    assert distinct_scores(["痛", "热"])["distinct2"] == 0.0


def test_english_stems():
    # rest, rest, well: two stems of three.
    assert distinct_scores(["Rest, resting well"], language="en")["distinct1"] == pytest.approx(2 / 3)


def test_empty_outputs():
    scores = distinct_scores(["", " ", "好"])
    assert scores["empty_rate"] == pytest.approx(2 / 3)
    assert scores["distinct1"] == 1.0
    nothing = distinct_scores([""])
    assert (nothing["distinct1"], nothing["distinct2"], nothing["empty_rate"]) == (0.0, 0.0, 1.0)


def test_metric_class():
    assert Distinct().compute(predictions=["好的", "好"]) == distinct_scores(["好的", "好"])


def test_no_predictions():
    with pytest.raises(ValueError, match="no predictions to score"):
        distinct_scores([])
