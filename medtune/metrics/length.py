"""How long outputs are: against their references, and whether there is one at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np

from medtune.metrics.base import TextMetric, check_texts
from medtune.metrics.resampling import RESAMPLES, RowSums, bootstrap_intervals, mean_of, quotient
from medtune.metrics.tokens import tokenizer


def token_counts(texts: Sequence[str], language: Literal["zh", "en"] = "zh", words: bool = False) -> np.ndarray:
    """Return the number of tokens of each text, float64 of shape (texts,)."""
    tokenize, _ = tokenizer(language, words)
    return np.array([len(tokenize(text)) for text in texts], dtype=np.float64)


def length_statistics(
    predictions: Sequence[str], references: Sequence[str], language: Literal["zh", "en"] = "zh", words: bool = False
) -> dict[str, RowSums]:
    """Return the statistics of `length_scores`, for intervals and tests."""
    check_texts(predictions, references)
    predicted, wanted = (token_counts(side, language, words) for side in (predictions, references))
    return {
        "length_ratio": RowSums(np.column_stack((predicted, wanted)), quotient),
        "mean_length": mean_of(predicted),
        "empty_rate": mean_of(predicted == 0),
    }


def length_per_row(
    predictions: Sequence[str], references: Sequence[str], language: Literal["zh", "en"] = "zh", words: bool = False
) -> dict[str, np.ndarray]:
    """Return `length_ratio` (0 where the reference has no token), `mean_length` and `empty_rate` of each pair."""
    statistics = length_statistics(predictions, references, language, words)
    return {name: values.per_row() for name, values in statistics.items()}


def length_signature(language: Literal["zh", "en"] = "zh", words: bool = False) -> str:
    """Return how `length_scores` computes its scores."""
    return f"length|{tokenizer(language, words)[1]}|ratio:of totals"


def length_scores(
    predictions: Sequence[str],
    references: Sequence[str],
    language: Literal["zh", "en"] = "zh",
    words: bool = False,
    seed: int = 0,
    resamples: int = RESAMPLES,
) -> dict[str, Any]:
    """Return how long the outputs are.

    Args:
        predictions: generated texts.
        references: true texts, one for each prediction.
        language: `zh` counts characters, `en` words.
        words: for Chinese, count jieba's words instead of characters.
        seed: of the intervals.
        resamples: how often rows are drawn for the intervals; 0 leaves them out.

    Returns:
        `length_ratio` (all tokens predicted / all tokens in the references; 0 if these have none), `mean_length`
        (tokens a prediction), `empty_rate` (share of predictions without a token), `intervals` (95 % `[low, high]`
        by name; None for a single pair) and `signature`.

    Raises:
        ValueError: the lengths differ, there is nothing to score, something is no text, or the language is unknown.
    """
    statistics = length_statistics(predictions, references, language, words)
    return {
        **{name: values.score() for name, values in statistics.items()},
        "intervals": bootstrap_intervals(statistics, seed, resamples),
        "signature": length_signature(language, words),
    }


class Length(TextMetric):
    """`length_scores` as an `evaluate.Metric`; `compute` takes its arguments by name."""

    function = staticmethod(length_scores)
    description = "Length of generated texts against their references, and the share of empty ones."
