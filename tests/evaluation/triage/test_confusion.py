import json

import numpy as np
import pytest

from medtune.evaluation.triage.confusion import write_triage
from medtune.metrics.classification import classification_scores

NAMES = ["内科", "外科", "儿科"]


def test_table_and_matrix_leave_out_rows_without_department(tmp_path):
    # Predicted 0 0 1 2; true 0 1 1 and unknown.
    logits = np.array([[3.0, 1, 0], [2, 1, 0], [0, 5, 1], [0, 0, 1]])
    beside = write_triage(tmp_path, logits, np.array([0, 1, 1, -100]), NAMES)
    lines = (tmp_path / "departments.md").read_text(encoding="utf-8").splitlines()
    assert lines == [
        "| Department | Precision | Recall | F1 | True | Predicted |",
        "| :--- | ---: | ---: | ---: | ---: | ---: |",
        "| 内科 | 0.500 | 1.000 | 0.667 | 1 | 2 |",
        "| 外科 | 1.000 | 0.500 | 0.667 | 2 | 1 |",
        "| 儿科 | 0.000 | 0.000 | 0.000 | 0 | 0 |",
    ]
    scores = classification_scores([0, 0, 1], [0, 1, 1], NAMES)
    assert beside["classification_signature"] == scores["signature"]
    assert beside["intervals"] == {f"test_{name}": ends for name, ends in scores["intervals"].items()}
    numbers = json.loads((tmp_path / "triage.json").read_text(encoding="utf-8"))
    assert numbers["confusion_matrix"] == [[1, 0, 0], [1, 1, 0], [0, 0, 0]]
    assert (numbers["examples"], numbers["labels"]) == (3, NAMES)
    assert [row["support"] for row in numbers["departments"]] == [1, 2, 0]
    assert (tmp_path / "plots" / "confusion_matrix.png").read_bytes().startswith(b"\x89PNG")


def test_matrix_is_that_of_the_known_rows(tmp_path, monkeypatch):
    drawn = []
    monkeypatch.setattr(
        "medtune.evaluation.triage.confusion.plot_confusion_matrix",
        lambda matrix, labels, path: drawn.append((matrix, labels)),
    )
    write_triage(tmp_path, np.eye(3), np.array([1, -100, 2]), NAMES)
    assert drawn == [([[0, 0, 0], [1, 0, 0], [0, 0, 1]], NAMES)]


def test_no_known_department_is_an_error(tmp_path):
    with pytest.raises(ValueError, match="no predictions to score"):
        write_triage(tmp_path, np.eye(2), np.array([-100, -100]), NAMES[:2])
