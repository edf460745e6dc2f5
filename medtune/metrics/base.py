"""What the metric classes share: they load offline, keep patients' text in memory, and refuse what cannot be scored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import evaluate
from datasets import Features, Value


class InMemoryMetric(evaluate.Metric):
    """An `evaluate.Metric` that writes no predictions to the cache folder on disk.

    Args:
        keep_in_memory: set to False only for evaluate's own gathering over several processes, which goes through files.
        **kwargs: passed to `evaluate.Metric`.
    """

    def __init__(self, keep_in_memory: bool = True, **kwargs):
        super().__init__(keep_in_memory=keep_in_memory, **kwargs)


class TextMetric(InMemoryMetric):
    """An `evaluate.Metric` around a function that scores texts; `compute` takes its arguments by name.

    A subclass sets `function` (a static method), `description`, `citation`, and `columns` if it takes no references.
    """

    function: Callable[..., dict[str, Any]]
    description: str
    citation = ""
    columns = ("predictions", "references")

    def _info(self) -> evaluate.MetricInfo:
        return evaluate.MetricInfo(
            description=self.description,
            citation=self.citation,
            inputs_description=self.function.__doc__,
            features=Features({column: Value("string") for column in self.columns}),
        )

    def _compute(self, **inputs) -> dict[str, Any]:
        return self.function(**inputs)


def check_lengths(predictions: Sequence, references: Sequence) -> None:
    """Raise ValueError unless there is at least one prediction and exactly one reference for each."""
    if len(predictions) != len(references):
        raise ValueError(f"{len(predictions)} predictions but {len(references)} references; one for each is needed")
    if len(predictions) == 0:
        raise ValueError("no predictions to score; the evaluation set is empty")


def check_texts(predictions: Sequence[str], references: Sequence[str] | None = None) -> None:
    """Raise ValueError unless there are texts to score, and as many references if there are any."""
    if references is not None:
        check_lengths(predictions, references)
    elif len(predictions) == 0:
        raise ValueError("no predictions to score; the evaluation set is empty")
    for what, texts in (("prediction", predictions), ("reference", references or ())):
        if isinstance(texts, str):
            raise ValueError(f"the {what}s are one text; pass a list of texts, one for each row")
        wrong = [number for number, text in enumerate(texts) if not isinstance(text, str)]
        if wrong:
            more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
            kind = type(texts[wrong[0]]).__name__
            raise ValueError(
                f"{what} {wrong[0]}{more} is of type {kind}, no text; where a system gave no answer, pass '', "
                "which scores 0"
            )
