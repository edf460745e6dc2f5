"""Accuracy, precision, recall and F1 over departments, by scikit-learn."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version

import evaluate
import numpy as np
from datasets import Features, Value
from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

from medtune.metrics.base import InMemoryMetric, check_lengths


def _indices(values: Sequence[int] | Sequence[str], labels: Sequence[str], what: str) -> np.ndarray:
    """Return the class of each value as its index in `labels`, int64 of shape (examples,)."""
    index = {label: number for number, label in enumerate(labels)}
    known = set(range(len(labels)))
    numbers = [index.get(value) if isinstance(value, str) else int(value) for value in values]
    wrong = sorted({str(value) for value, number in zip(values, numbers, strict=True) if number not in known})
    if wrong:
        raise ValueError(
            f"{what} hold {', '.join(wrong[:5])}{' …' if len(wrong) > 5 else ''}, not among the {len(labels)} labels; "
            f"pass one of them ({', '.join(labels[:5])}{' …' if len(labels) > 5 else ''}) or an index from 0 to "
            f"{len(labels) - 1}"
        )
    return np.array(numbers, dtype=np.int64)


def classification_scores(
    predictions: Sequence[int] | Sequence[str], references: Sequence[int] | Sequence[str], labels: Sequence[str]
) -> dict:
    """Score predicted departments.

    Macro averages are over the departments that occur among the references or the predictions, as scikit-learn's are;
    weighted ones weigh each department by its references. A precision or recall that is 0/0 counts as 0.

    Args:
        predictions: predicted departments, by name or by index in `labels`.
        references: true departments, one for each prediction.
        labels: all department names in the order of the model's outputs.

    Returns:
        `accuracy`, `macro_precision`, `macro_recall`, `macro_f1`, `weighted_precision`, `weighted_recall`,
        `weighted_f1` (0 to 1), `examples` (count), `departments` (one dict for each label: `department`,
        `precision`, `recall`, `f1`, `support` = true examples, `predicted` = times predicted), `confusion_matrix`
        (lists of shape (labels, labels); rows are true, columns predicted departments), `labels` and `signature`.

    Raises:
        ValueError: the lengths differ, there is nothing to score, or a value is not among the labels.
    """
    check_lengths(predictions, references)
    labels = list(labels)
    predicted = _indices(predictions, labels, "predictions")
    true = _indices(references, labels, "references")
    matrix = confusion_matrix(true, predicted, labels=range(len(labels)))
    scores: dict = {"accuracy": float(np.trace(matrix) / matrix.sum())}
    for average in ("macro", "weighted"):
        values = precision_recall_fscore_support(true, predicted, average=average, zero_division=0)
        scores |= {
            f"{average}_{name}": float(v) for name, v in zip(("precision", "recall", "f1"), values, strict=False)
        }
    by_class = precision_recall_fscore_support(true, predicted, labels=range(len(labels)), zero_division=0)
    return {
        **scores,
        "examples": len(true),
        "departments": [
            {
                "department": label,
                "precision": float(precision),
                "recall": float(recall),
                "f1": float(f1),
                "support": int(support),
                "predicted": int(count),
            }
            for label, precision, recall, f1, support, count in zip(labels, *by_class, matrix.sum(axis=0), strict=True)
        ],
        "confusion_matrix": matrix.tolist(),
        "labels": labels,
        "signature": f"classification|macro:labels seen|0/0:0|scikit-learn:{version('scikit-learn')}",
    }


class Classification(InMemoryMetric):
    """`classification_scores` as an `evaluate.Metric` over label indices; `compute` takes `labels` by name."""

    def _info(self) -> evaluate.MetricInfo:
        return evaluate.MetricInfo(
            description="Accuracy, macro and weighted precision, recall and F1, in all and by department.",
            citation="Pedregosa et al. 2011, Scikit-learn: Machine Learning in Python.",
            inputs_description=classification_scores.__doc__,
            features=Features({"predictions": Value("int64"), "references": Value("int64")}),
        )

    def _compute(self, predictions: list[int], references: list[int], labels: Sequence[str]) -> dict:
        return classification_scores(predictions, references, labels)
