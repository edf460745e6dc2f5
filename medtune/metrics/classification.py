"""Accuracy, precision, recall, F1 and Matthews' correlation over departments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import evaluate
import numpy as np
from datasets import Features, Value

from medtune.metrics.base import InMemoryMetric, check_lengths
from medtune.metrics.resampling import RESAMPLES, RowSums, bootstrap_intervals, mean_of, tail_share

NAMES = (
    "accuracy",
    *(f"{average}_{name}" for average in ("macro", "weighted") for name in ("precision", "recall", "f1")),
    "mcc",
)
SIGNATURE = "classification|macro:labels seen|0/0:0|ties:first"


def _indices(values: Sequence[int] | Sequence[str], labels: Sequence[str], what: str) -> np.ndarray:
    """Return the class of each value as its index in `labels`, int64 of shape (examples,)."""
    index = {label: number for number, label in enumerate(labels)}
    known = set(range(len(labels)))
    numbers = [index.get(value) if isinstance(value, str) else _whole(value) for value in values]
    wrong = sorted({str(value) for value, number in zip(values, numbers, strict=True) if number not in known})
    if wrong:
        raise ValueError(
            f"{what} hold {', '.join(wrong[:5])}{' …' if len(wrong) > 5 else ''}, not among the {len(labels)} labels; "
            f"pass one of them ({', '.join(labels[:5])}{' …' if len(labels) > 5 else ''}) or an index from 0 to "
            f"{len(labels) - 1}"
        )
    return np.array(numbers, dtype=np.int64)


def _whole(value: Any) -> int | None:
    """Return a number as an int, and None for what is no whole number."""
    try:
        return int(value) if int(value) == value else None
    except (TypeError, ValueError, OverflowError):
        return None


def _divided(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return np.divide(part, whole, out=np.zeros(np.broadcast_shapes(part.shape, whole.shape)), where=whole > 0)


def _marks(true: np.ndarray, predicted: np.ndarray, classes: int) -> np.ndarray:
    """Return what each example adds to the counts, float64 of shape (examples, 3 * classes).

    The counts of the examples of each class that are right, those predicted and those true.
    """
    unit = np.eye(classes)
    return np.hstack((unit[true] * (true == predicted)[:, None], unit[predicted], unit[true]))


def _by_class(counts: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return precision, recall and F1 of each class, from counts of shape (…, 3 * classes)."""
    right, predicted, true = np.split(counts, 3, axis=-1)
    return _divided(right, predicted), _divided(right, true), _divided(2 * right, predicted + true)


def _averages(counts: np.ndarray) -> dict[str, np.ndarray]:
    """Return the scores over all classes by name, from counts of shape (…, 3 * classes)."""
    right, predicted, true = np.split(counts, 3, axis=-1)
    examples = true.sum(axis=-1)
    seen = ((predicted + true) > 0).sum(axis=-1)
    values = dict(zip(("precision", "recall", "f1"), _by_class(counts), strict=True))
    scores = {"accuracy": _divided(right.sum(axis=-1), examples)}
    scores |= {f"macro_{name}": _divided(value.sum(axis=-1), seen) for name, value in values.items()}
    scores |= {f"weighted_{name}": _divided((value * true).sum(axis=-1), examples) for name, value in values.items()}
    by_chance = (predicted * true).sum(axis=-1)
    both = (examples**2 - (predicted**2).sum(axis=-1)) * (examples**2 - (true**2).sum(axis=-1))
    return {**scores, "mcc": _divided(right.sum(axis=-1) * examples - by_chance, np.sqrt(both))}


def classification_statistics(
    predictions: Sequence[int] | Sequence[str], references: Sequence[int] | Sequence[str], labels: Sequence[str]
) -> dict[str, RowSums]:
    """Return what each example adds to the scores, for tests of two classifiers; see `classification_scores`.

    Returns:
        `accuracy`, `macro_` and `weighted_precision`, `_recall`, `_f1`, `mcc`.
    """
    check_lengths(predictions, references)
    labels = list(labels)
    true, predicted = _indices(references, labels, "references"), _indices(predictions, labels, "predictions")
    marks = _marks(true, predicted, len(labels))
    return {name: RowSums(marks, lambda counts, name=name: _averages(counts)[name]) for name in NAMES}


def top_k_hits(probabilities: np.ndarray, references: np.ndarray, k: int) -> np.ndarray:
    """Return whether the true class is among the k most probable ones, bool of shape (examples,).

    Args:
        probabilities: or any scores, of shape (examples, classes). Among equal ones the first class goes first.
        references: index of the true class, of shape (examples,).
        k: at least 1.
    """
    own = np.take_along_axis(probabilities, references[:, None], axis=1)
    before = np.arange(probabilities.shape[1]) < references[:, None]
    return ((probabilities > own) | ((probabilities == own) & before)).sum(axis=1) < k


def classification_scores(
    predictions: Sequence[int] | Sequence[str],
    references: Sequence[int] | Sequence[str],
    labels: Sequence[str],
    probabilities: Sequence[Sequence[float]] | None = None,
    top_k: Sequence[int] = (3, 5),
    seed: int = 0,
    resamples: int = RESAMPLES,
) -> dict[str, Any]:
    """Score predicted departments.

    Macro averages are over the departments that occur among the references or the predictions, as scikit-learn's are;
    weighted ones weigh each department by its references. A precision, recall or correlation that is 0/0 counts as 0.

    Args:
        predictions: predicted departments, by name or by index in `labels`.
        references: true departments, one for each prediction.
        labels: all department names in the order of the model's outputs.
        probabilities: of shape (examples, labels), for the top-k accuracies; logits do as well.
        top_k: the k; those that are not below the number of labels are left out.
        seed: of the intervals.
        resamples: how often rows are drawn for the intervals; 0 leaves them out.

    Returns:
        `accuracy`, `macro_precision`, `macro_recall`, `macro_f1`, `weighted_precision`, `weighted_recall`,
        `weighted_f1` (0 to 1), `mcc` (Matthews' correlation, -1 to 1), with probabilities `top3_accuracy` and so on,
        `examples` (count), `departments` (one dict for each label: `department`, `precision`, `recall`, `f1`,
        `support` = true examples, `predicted` = times predicted), `confusion_matrix` (lists of shape (labels, labels);
        rows are true, columns predicted departments), `labels`, `intervals` (95 % `[low, high]` by name; None for a
        single example) and `signature`.

    Raises:
        ValueError: the lengths differ, there is nothing to score, a value is not among the labels, or the shape of the
            probabilities is another.

    Source: Matthews' correlation of several classes: Gorodkin 2004, Comparing two K-category assignments.
    """
    check_lengths(predictions, references)
    labels = list(labels)
    predicted = _indices(predictions, labels, "predictions")
    true = _indices(references, labels, "references")
    matrix = np.zeros((len(labels), len(labels)), dtype=np.int64)
    np.add.at(matrix, (true, predicted), 1)
    hits = _top_k(probabilities, true, len(labels), top_k)
    counts = _marks(true, predicted, len(labels)).sum(axis=0)
    return {
        **{name: float(value) for name, value in _averages(counts).items()},
        **{name: statistics.score() for name, statistics in hits.items()},
        "examples": len(true),
        "departments": _departments(labels, matrix, counts),
        "confusion_matrix": matrix.tolist(),
        "labels": labels,
        "intervals": {
            **_intervals(matrix, seed, resamples),
            **(bootstrap_intervals(hits, seed, resamples) if hits else {}),
        },
        "signature": SIGNATURE,
    }


def _departments(labels: list[str], matrix: np.ndarray, counts: np.ndarray) -> list[dict[str, Any]]:
    """Return the scores of each department, from the confusion matrix and the counts by class."""
    columns = (*_by_class(counts), matrix.sum(axis=1), matrix.sum(axis=0))
    return [
        {
            "department": label,
            "precision": float(precision),
            "recall": float(recall),
            "f1": float(f1),
            "support": int(support),
            "predicted": int(predicted),
        }
        for label, precision, recall, f1, support, predicted in zip(labels, *columns, strict=True)
    ]


def _top_k(
    probabilities: Sequence[Sequence[float]] | None, true: np.ndarray, classes: int, top_k: Sequence[int]
) -> dict[str, RowSums]:
    if probabilities is None:
        return {}
    numbers = np.asarray(probabilities, dtype=np.float64)
    if numbers.shape != (len(true), classes):
        raise ValueError(f"probabilities have the shape {numbers.shape}; {(len(true), classes)} is needed")
    if not np.isfinite(numbers).all():
        raise ValueError(f"{int((~np.isfinite(numbers)).sum())} probabilities are NaN or infinite")
    return {f"top{k}_accuracy": mean_of(top_k_hits(numbers, true, k)) for k in top_k if k < classes}


def _intervals(matrix: np.ndarray, seed: int, resamples: int) -> dict[str, list[float] | None]:
    """Return bootstrap intervals. Drawing rows is drawing the cells of their confusion matrix, which are few."""
    examples = int(matrix.sum())
    if examples < 2 or resamples == 0:
        return dict.fromkeys(NAMES)
    true, predicted = np.nonzero(matrix)
    drawn = np.random.default_rng(seed).multinomial(examples, matrix[true, predicted] / examples, size=resamples)
    scores = _averages(drawn @ _marks(true, predicted, len(matrix)))
    tail = tail_share(examples, 0.95)
    return {name: np.quantile(values, [tail, 1 - tail]).tolist() for name, values in scores.items()}


class Classification(InMemoryMetric):
    """`classification_scores` as an `evaluate.Metric` over label indices; `compute` takes `labels` by name."""

    def _info(self) -> evaluate.MetricInfo:
        return evaluate.MetricInfo(
            description="Accuracy, Matthews' correlation, macro and weighted precision, recall and F1, by department.",
            citation="Pedregosa et al. 2011, Scikit-learn: Machine Learning in Python.",
            inputs_description=classification_scores.__doc__,
            features=Features({"predictions": Value("int64"), "references": Value("int64")}),
        )

    def _compute(self, predictions: list[int], references: list[int], labels: Sequence[str], **options) -> dict:
        return classification_scores(predictions, references, labels, **options)
