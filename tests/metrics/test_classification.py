"""Classification scores against hand-computed cases and scikit-learn's own report."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import accuracy_score, classification_report, matthews_corrcoef, top_k_accuracy_score

from medtune.metrics import Classification, classification_scores, classification_statistics

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


CLASSES = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=30)


@settings(max_examples=100, deadline=None)
@pytest.mark.filterwarnings("ignore:A single label was found")
@given(CLASSES, st.randoms())
def test_bounds_and_identity_and_order_of_the_rows(pairs, random):
    predicted, true = map(list, zip(*pairs, strict=True))
    scores = classification_scores(predicted, true, LABELS, resamples=0)
    assert scores["accuracy"] == pytest.approx(accuracy_score(true, predicted), abs=1e-12)
    assert scores["mcc"] == pytest.approx(matthews_corrcoef(true, predicted), abs=1e-9)
    numbers = {name: value for name, value in scores.items() if isinstance(value, float)}
    assert all(-1e-12 <= value <= 1 + 1e-12 for name, value in numbers.items() if name != "mcc")
    assert -1 - 1e-9 <= scores["mcc"] <= 1 + 1e-9
    assert classification_scores(true, true, LABELS, resamples=0)["macro_f1"] == 1.0
    random.shuffle(pairs)
    again = classification_scores(*map(list, zip(*pairs, strict=True)), LABELS, resamples=0)
    assert [again[name] for name in numbers] == pytest.approx(list(numbers.values()), abs=1e-12)


def test_matthews_correlation_of_several_classes_equals_scikit_learn():
    rng = np.random.default_rng(0)
    true, predicted = rng.integers(0, 7, 400), rng.integers(0, 7, 400)
    predicted[:200] = true[:200]
    scores = classification_scores(predicted, true, list("abcdefg"))
    assert scores["mcc"] == pytest.approx(matthews_corrcoef(true, predicted), abs=1e-12)


def test_top_k_equals_scikit_learn():
    rng = np.random.default_rng(0)
    true, probabilities = rng.integers(0, 7, 300), rng.dirichlet(np.ones(7), 300)
    scores = classification_scores(probabilities.argmax(1), true, list("abcdefg"), probabilities, top_k=(1, 2, 3, 5, 7))
    for k in (1, 2, 3, 5):
        expected = top_k_accuracy_score(true, probabilities, k=k)
        assert scores[f"top{k}_accuracy"] == pytest.approx(expected, abs=1e-12)
        low, high = scores["intervals"][f"top{k}_accuracy"]
        assert low < scores[f"top{k}_accuracy"] < high
    assert scores["top1_accuracy"] == scores["accuracy"]
    assert "top7_accuracy" not in scores  # all labels: nothing is said by it


def test_top_k_of_equal_probabilities_takes_the_first_as_argmax_does():
    even = [[0.4, 0.4, 0.2], [0.4, 0.4, 0.2]]
    assert classification_scores([0, 0], [0, 1], LABELS, even, top_k=(1,))["top1_accuracy"] == 0.5


def test_statistics_give_the_scores():
    rng = np.random.default_rng(0)
    true, predicted = rng.integers(0, 3, 50), rng.integers(0, 3, 50)
    scores = classification_scores(predicted, true, LABELS)
    for name, statistics in classification_statistics(predicted, true, LABELS).items():
        assert statistics.score() == pytest.approx(scores[name], abs=1e-12)


def test_intervals():
    rng = np.random.default_rng(0)
    true = rng.integers(0, 3, 500)
    predicted = np.where(rng.random(500) < 0.7, true, rng.integers(0, 3, 500))
    scores = classification_scores(predicted, true, LABELS, seed=1)
    assert scores["intervals"] == classification_scores(predicted, true, LABELS, seed=1)["intervals"]
    assert scores["intervals"] != classification_scores(predicted, true, LABELS, seed=2)["intervals"]
    # The binomial's normal interval for the accuracy, to the noise of 2,000 draws.
    p = scores["accuracy"]
    half = 1.96 * np.sqrt(p * (1 - p) / 500)
    assert scores["intervals"]["accuracy"] == pytest.approx([p - half, p + half], abs=0.006)
    assert classification_scores([0], [0], LABELS)["intervals"]["accuracy"] is None


@pytest.mark.parametrize(
    ("predictions", "references", "message"),
    [
        ([], [], "no predictions to score"),
        ([0], [0, 1], "1 predictions but 2 references"),
        ([3], [0], "predictions hold 3, not among the 3 labels; pass one of them .* index from 0 to 2"),
        ([0], [-100], "references hold -100"),
        (["骨科"], ["内科"], "predictions hold 骨科"),
        ([0.5], [0], "predictions hold 0.5"),
        ([None], [0], "predictions hold None"),
    ],
)
def test_errors(predictions, references, message):
    with pytest.raises(ValueError, match=message):
        classification_scores(predictions, references, LABELS)


def test_wrong_probabilities():
    with pytest.raises(ValueError, match=r"shape \(1, 2\); \(1, 3\) is needed"):
        classification_scores([0], [0], LABELS, [[0.5, 0.5]])
    with pytest.raises(ValueError, match="1 probabilities are NaN"):
        classification_scores([0], [0], LABELS, [[0.5, 0.5, float("nan")]])
