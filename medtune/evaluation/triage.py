"""What a classifier leaves behind for its readers: a per-department table and the confusion matrix."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from medtune.evaluation.plots import plot_confusion_matrix
from medtune.evaluation.tables import department_table
from medtune.metrics.classification import classification_scores


def write_triage(output_dir: Path, logits: np.ndarray, labels: np.ndarray, departments: list[str]) -> None:
    """Write a table with one line for each department, and the confusion matrix.

    Args:
        output_dir: receives `departments.md` and `plots/confusion_matrix.png`.
        logits: `(rows, departments)`.
        labels: `(rows,)`; -100 marks a row without a department, which is left out.
        departments: names in the order of the logits.
    """
    known = labels != -100
    scores = classification_scores(logits[known].argmax(-1), labels[known], departments)
    (output_dir / "departments.md").write_text(department_table(scores["departments"]), encoding="utf-8")
    plot_confusion_matrix(scores["confusion_matrix"], departments, output_dir / "plots" / "confusion_matrix.png")
