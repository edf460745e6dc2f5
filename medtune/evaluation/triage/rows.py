"""Rows of prepared data with a classifier's logits, for a triage report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from medtune.data.storage import PreparedData
from medtune.evaluation.inference.predict import Predictor
from medtune.evaluation.inference.predictions import read_predictions

PREDICTIONS = "predictions.parquet"


@dataclass(frozen=True)
class ScoredRows:
    """Rows of a split that name a department.

    Args:
        table: the rows, of `RECORD_SCHEMA`.
        logits: raw, undivided by any temperature, `(rows, departments)`.
        labels: true department of each row, `(rows,)`.
        unlabelled: rows without a department, left out.
        repeated: rows left out because another one of the same dialogue or patient is there.
        not_drawn: rows left out because there were more than wanted.
    """

    table: pa.Table
    logits: np.ndarray
    labels: np.ndarray
    unlabelled: int
    repeated: int
    not_drawn: int


def score_split(
    predictor: Predictor, data: PreparedData, split: str, max_rows: int | None, seed: int, one_of_group: bool = False
) -> ScoredRows:
    """Let a classifier score the rows of a split.

    Args:
        predictor: with a checkpoint that classifies.
        data: prepared data.
        split: one of its splits.
        max_rows: draw so many; all by default.
        seed: of the drawing.
        one_of_group: keep one row of each dialogue or patient, so that rows are independent of each other.

    Raises:
        ValueError: no row names a department, or one that the checkpoint does not know.
    """
    table = data.split(split)
    names = department_names(predictor)
    departments = table["department"].to_pylist()
    labelled = np.array([bool(name) for name in departments])
    if unknown := sorted({name for name in departments if name} - set(names)):
        raise ValueError(
            f"{data.path(split)} has {', '.join(unknown[:5])}{' …' if len(unknown) > 5 else ''}, which the checkpoint "
            f"does not know ({', '.join(names[:5])} …); prepare the data with the checkpoint's departments"
        )
    chosen = np.random.default_rng(seed).permutation(np.flatnonzero(labelled))
    if not len(chosen):
        raise ValueError(f"{data.path(split)}: no row names a department")
    repeated = 0
    if one_of_group:
        groups = table["group"].to_pylist()
        first = {groups[row] if groups[row] is not None else ("row", row): row for row in chosen[::-1].tolist()}
        repeated = len(chosen) - len(first)
        kept = set(first.values())
        chosen = np.array([row for row in chosen.tolist() if row in kept])
    not_drawn = max(0, len(chosen) - (max_rows or len(chosen)))
    chosen = np.sort(chosen[: len(chosen) - not_drawn])
    table = table.take(chosen)
    logits = predictor.department_logits([text or "" for text in table["description"].to_pylist()])
    index = {name: number for number, name in enumerate(names)}
    labels = np.array([index[name] for name in table["department"].to_pylist()])
    raw = logits * predictor.model.config.classification_temperature
    return ScoredRows(table, raw, labels, int((~labelled).sum()), repeated, not_drawn)


def department_names(predictor: Predictor) -> list[str]:
    """Return a checkpoint's departments in the order of its logits."""
    return [name for _, name in sorted(predictor.model.config.id2label.items())]


def agreement(checkpoint: str, rows: ScoredRows, names: Sequence[str]) -> tuple[int, int] | None:
    """Compare the departments with those that the run predicted when it was trained.

    Args:
        checkpoint: folder of the run, or a Hub id, which has no predictions.
        rows: of the test split.
        names: departments in the order of the logits.

    Returns:
        Rows with the same department, and rows found in both; None if the run has no predictions.
    """
    path = Path(checkpoint) / PREDICTIONS
    if not path.is_file():
        return None
    before = {each.id: each.department for each in read_predictions(path)}
    now = dict(zip(rows.table["id"].to_pylist(), rows.logits.argmax(axis=-1).tolist(), strict=True))
    both = [row for row in now if row in before]
    return sum(before[row] == names[now[row]] for row in both), len(both)
