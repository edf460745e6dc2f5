"""What the metric classes share: they load offline and keep patients' text in memory."""

from __future__ import annotations

from collections.abc import Sequence

import evaluate


class InMemoryMetric(evaluate.Metric):
    """An `evaluate.Metric` that writes no predictions to the cache folder on disk.

    Args:
        keep_in_memory: set to False only for evaluate's own gathering over several processes, which goes through files.
        **kwargs: passed to `evaluate.Metric`.
    """

    def __init__(self, keep_in_memory: bool = True, **kwargs):
        super().__init__(keep_in_memory=keep_in_memory, **kwargs)


def check_lengths(predictions: Sequence, references: Sequence) -> None:
    """Raise ValueError unless there is at least one prediction and exactly one reference for each."""
    if len(predictions) != len(references):
        raise ValueError(f"{len(predictions)} predictions but {len(references)} references; one for each is needed")
    if len(predictions) == 0:
        raise ValueError("no predictions to score; the evaluation set is empty")
