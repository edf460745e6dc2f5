"""Predictions as rows, and as Parquet files beside the checkpoint that made them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from scipy.special import softmax

from medtune.data.records import PREDICTION_SCHEMA, Prediction


def system_name(output_dir: Path) -> str:
    """Return what signs the predictions of a run: its folder's name, for one of several seeds with its parent's."""
    return f"{output_dir.parent.name}/{output_dir.name}" if output_dir.name.startswith("seed-") else output_dir.name


def collect(
    table: pa.Table,
    system: str,
    departments: Sequence[str] = (),
    logits: np.ndarray | None = None,
    replies: Sequence[str] = (),
) -> list[Prediction]:
    """Put a system's answers beside the rows it was given.

    Args:
        table: the rows, of `RECORD_SCHEMA`.
        system: name of what answered.
        departments: names in the order of the logits.
        logits: `(rows, departments)`, or `None` for a system that does not classify.
        replies: generated replies to the first rows; the others have none.
    """
    rows = table.select(["id", "language", "task", "description", "reply"]).to_pylist()
    predictions = [
        Prediction(row["id"], system, row["language"], row["task"], row["description"] or "", row["reply"])
        for row in rows
    ]
    for prediction, reply in zip(predictions, replies, strict=False):
        prediction.prediction = reply
    if logits is not None:
        for prediction, probabilities in zip(predictions, softmax(logits, axis=-1), strict=True):
            prediction.probabilities = dict(zip(departments, probabilities.tolist(), strict=True))
            prediction.department = departments[int(probabilities.argmax())]
    return predictions


def write_predictions(path: Path, predictions: Iterable[Prediction]) -> None:
    """Write predictions to a Parquet file; the probabilities become a JSON object."""
    rows = [
        {**asdict(prediction), "probabilities": json.dumps(prediction.probabilities, ensure_ascii=False)}
        for prediction in predictions
    ]
    pq.write_table(pa.Table.from_pylist(rows, schema=PREDICTION_SCHEMA), path)


def read_predictions(path: Path) -> list[Prediction]:
    """Read the predictions of a Parquet file that `write_predictions` wrote."""
    rows = pq.read_table(path).to_pylist()
    return [Prediction(**{**row, "probabilities": json.loads(row["probabilities"])}) for row in rows]
