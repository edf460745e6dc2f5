"""What finished runs left behind, gathered for a report."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from medtune.evaluation.predictions import read_predictions

PLOTS = ("classification_loss.png", "reply_loss.png", "loss.png", "confusion_matrix.png")


def seed_folders(folder: Path) -> list[Path]:
    """Return the runs in a folder: itself, or one for each seed.

    Raises:
        FileNotFoundError: it holds no finished run.
    """
    runs = [folder] if (folder / "run.json").is_file() else sorted(folder.glob("seed-*"))
    finished = [run for run in runs if json.loads((run / "run.json").read_text("utf-8"))["status"] == "finished"]
    if not finished:
        raise FileNotFoundError(f"{folder} holds no finished run; run its recipe first")
    return finished


def read_metrics(folder: Path) -> list[dict[str, Any]]:
    """Return the metrics of a run, one mapping for each seed."""
    return [json.loads((run / "metrics.json").read_text(encoding="utf-8")) for run in seed_folders(folder)]


def is_joint(folder: Path) -> bool:
    """Tell whether a run left a joint model."""
    config = seed_folders(folder)[0] / "config.json"
    fields = json.loads(config.read_text(encoding="utf-8")) if config.is_file() else {}
    return fields.get("model_type") == "berpt" and fields.get("decoder") is not None


def sample_rows(folders: Mapping[str, Path], test: pa.Table, row: int) -> list[dict[str, Any]]:
    """Return what each run answered to one test row, a line for each.

    Args:
        folders: runs by name.
        test: the test rows.
        row: which of them.
    """
    truth = {name: test.column(name)[row].as_py() for name in ("id", "description", "reply", "department")}
    lines = []
    for name, folder in folders.items():
        answers = {answer.id: answer for answer in read_predictions(seed_folders(folder)[0] / "predictions.parquet")}
        if answer := answers.get(truth["id"]):
            reply = {"generated_reply": answer.prediction, "predicted_department": answer.department}
            lines.append({"run": name, **truth, **reply})
    return lines


def plot_links(folders: Mapping[str, Path], output_dir: Path) -> list[str]:
    """Return Markdown that shows the plots of each run, found relative to the report's folder."""
    links = []
    for name, folder in folders.items():
        plots = seed_folders(folder)[0] / "plots"
        found = [plots / plot for plot in PLOTS if (plots / plot).is_file()]
        images = [f"![{path.stem} of {name}]({Path(os.path.relpath(path, output_dir)).as_posix()})" for path in found]
        links += [f"### {name}", *images] if images else []
    return links
