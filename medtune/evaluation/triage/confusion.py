"""What a classifier leaves behind for its readers: a per-department table and the confusion matrix."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from medtune.data.storage import write_text
from medtune.evaluation.reports.plots import plot_confusion_matrix
from medtune.evaluation.reports.tables import department_table
from medtune.metrics.classification import classification_scores


def write_triage(output_dir: Path, logits: np.ndarray, labels: np.ndarray, departments: list[str]) -> dict[str, Any]:
    """Write a table with one line for each department, and the confusion matrix.

    Args:
        output_dir: receives `departments.md`, `plots/confusion_matrix.png`, and the numbers of both in `triage.json`.
        logits: `(rows, departments)`.
        labels: `(rows,)`; -100 marks a row without a department, which is left out.
        departments: names in the order of the logits.

    Returns:
        What belongs beside the scores of the test split in a run's metrics: `intervals`, by the names of the scores,
        and `classification_signature`.
    """
    known = labels != -100
    scores = classification_scores(logits[known].argmax(-1), labels[known], departments)
    numbers = {name: scores[name] for name in ("examples", "labels", "departments", "confusion_matrix", "signature")}
    write_text(output_dir / "triage.json", json.dumps(numbers, ensure_ascii=False, indent=2) + "\n")
    (output_dir / "departments.md").write_text(department_table(scores["departments"]), encoding="utf-8")
    plot_confusion_matrix(scores["confusion_matrix"], departments, output_dir / "plots" / "confusion_matrix.png")
    intervals = {f"test_{name}": ends for name, ends in scores["intervals"].items()}
    return {"intervals": intervals, "classification_signature": scores["signature"]}
