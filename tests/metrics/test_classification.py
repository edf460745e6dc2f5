"""Classification scores against hand-computed cases and scikit-learn's own report."""

import numpy as np
import pytest
from sklearn.metrics import classification_report

from medtune.metrics import Classification, classification_scores

LABELS = ["内科", "外科", "儿科"]


def test_hand_computed():
    scores = classification_scores([0, 0, 1, 1], [0, 1, 1, 1], LABELS[:2])
    assert scores["accuracy"] == 0.75
    # 内科: precision 1/2, recall 1/1; 外科: precision 2/2, recall 2/3.
    assert scores["macro_precision"] == pytest.approx(0.75)
    assert scores["macro_recall"] == pytest.approx((1 + 2 / 3) / 2)
    assert scores["macro_f1"] == pytest.approx((2 / 3 + 4 / 5) / 2)
    assert scores["weighted_precision"] == pytest.approx((1 * 0.5 + 3 * 1) / 4)
    assert scores["weighted_f1"] == pytest.approx((1 * 2 / 3 + 3 * 4 / 5) / 4)
    assert scores["confusion_matrix"] == [[1, 0], [1, 2]]
    assert scores["departments"][1] == {
        "department": "外科",
        "precision": 1.0,
        "recall": pytest.approx(2 / 3),
        "f1": pytest.approx(0.8),
        "support": 3,
        "predicted": 2,
    }


def test_equals_the_report_of_scikit_learn():
    rng = np.random.default_rng(0)
    true, predicted = rng.integers(0, 7, 500), rng.integers(0, 7, 500)
    labels = [f"department {number}" for number in range(7)]
    scores = classification_scores(predicted, true, labels)
    report = classification_report(true, predicted, target_names=labels, output_dict=True)
    assert scores["accuracy"] == pytest.approx(report["accuracy"], abs=1e-12)
    for average in ("macro", "weighted"):
        for ours, theirs in (("precision", "precision"), ("recall", "recall"), ("f1", "f1-score")):
            assert scores[f"{average}_{ours}"] == pytest.approx(report[f"{average} avg"][theirs], abs=1e-12)
    for row in scores["departments"]:
        assert row["recall"] == pytest.approx(report[row["department"]]["recall"], abs=1e-12)


def test_departments_that_never_occur():
    # 外科 is never predicted and 儿科 never true: both 0/0 count as 0, and no warning is raised.
    scores = classification_scores([0, 0, 2], [0, 1, 0], LABELS)
    assert [row["f1"] for row in scores["departments"]] == [pytest.approx(0.5), 0.0, 0.0]
    assert [row["support"] for row in scores["departments"]] == [2, 1, 0]
    assert [row["predicted"] for row in scores["departments"]] == [2, 0, 1]
    assert scores["macro_f1"] == pytest.approx(0.5 / 3)
    # A department seen on neither side stays in the table and out of the average.
    without = classification_scores([0, 0], [0, 0], LABELS)
    assert without["macro_f1"] == 1.0
    assert len(without["departments"]) == 3


def test_names_and_indices_agree():
    assert classification_scores(["外科", "内科"], ["外科", "儿科"], LABELS) == classification_scores(
        [1, 0], [1, 2], LABELS
    )


def test_metric_class_accepts_batches():
    metric = Classification()
    metric.add_batch(predictions=[0, 1], references=[0, 1])
    metric.add_batch(predictions=[2], references=[1])
    assert metric.compute(labels=LABELS) == classification_scores([0, 1, 2], [0, 1, 1], LABELS)


@pytest.mark.parametrize(
    ("predictions", "references", "message"),
    [
        ([], [], "no predictions to score"),
        ([0], [0, 1], "1 predictions but 2 references"),
        ([3], [0], "predictions hold 3, not among the 3 labels; pass one of them .* index from 0 to 2"),
        ([0], [-100], "references hold -100"),
        (["骨科"], ["内科"], "predictions hold 骨科"),
    ],
)
def test_errors(predictions, references, message):
    with pytest.raises(ValueError, match=message):
        classification_scores(predictions, references, LABELS)
