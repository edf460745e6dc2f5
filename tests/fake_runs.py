"""Folders of runs as the tasks leave them, with numbers chosen by the test."""

import json
from pathlib import Path

from medtune.data.records import Prediction
from medtune.evaluation.inference.predictions import write_predictions


def make_run(
    folder: Path, task="classification", status="finished", rows=None, seed=0, history=(), predictions=None, **metrics
) -> Path:
    """Write a run with one seed; `metrics` are those of metrics.json."""
    folder.mkdir(parents=True)
    data = {"path": "gone/data", "max_train_rows": rows}
    recipe = {"task": task, "output_dir": str(folder), "seed": seed, "training": {"max_steps": 1}, "data": data}
    write(folder / "run.json", {"status": status, "recipe": recipe, "inputs": {"gone/data": "hash"}})
    write(folder / "metrics.json", metrics)
    write(folder / "log_history.json", list(history))
    if predictions is not None:
        answers = [
            Prediction(i, "run", "zh", "triage", "", prediction=reply, department=d) for i, reply, d in predictions
        ]
        write_predictions(folder / "predictions.parquet", answers)
    return folder


def write(path: Path, value) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
