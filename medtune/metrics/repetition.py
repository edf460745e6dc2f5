"""How much of an output repeats what it said before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np

from medtune.metrics.base import TextMetric, check_texts
from medtune.metrics.ngrams import count_ngrams, number_tokens
from medtune.metrics.resampling import RESAMPLES, RowSums, bootstrap_intervals, mean_of
from medtune.metrics.tokens import tokenizer

ORDER = 4


def repetition_per_row(
    predictions: Sequence[str], language: Literal["zh", "en"] = "zh", words: bool = False
) -> np.ndarray:
    """Return the share of each text's 4-grams that stand in it before, float64 of shape (texts,), 0 to 1."""
    check_texts(predictions)
    tokenize, _ = tokenizer(language, words)
    tokens = number_tokens([tokenize(text) for text in predictions])
    different = np.bincount(next(count_ngrams(tokens, (ORDER,))).texts, minlength=tokens.texts)
    totals = np.maximum(tokens.lengths - ORDER + 1, 0)
    return np.divide(totals - different, totals, out=np.zeros(tokens.texts), where=totals > 0)


def repetition_statistics(
    predictions: Sequence[str], language: Literal["zh", "en"] = "zh", words: bool = False
) -> dict[str, RowSums]:
    """Return the statistics of `repetition_scores`, for intervals and tests."""
    return {"repetition_rate": mean_of(repetition_per_row(predictions, language, words))}


def repetition_signature(language: Literal["zh", "en"] = "zh", words: bool = False) -> str:
    """Return how `repetition_scores` computes its score."""
    return f"repetition|{tokenizer(language, words)[1]}|n:{ORDER}|mean of rows"


def repetition_scores(
    predictions: Sequence[str],
    language: Literal["zh", "en"] = "zh",
    words: bool = False,
    seed: int = 0,
    resamples: int = RESAMPLES,
) -> dict[str, Any]:
    """Return how much the outputs repeat themselves: 1 - different 4-grams / 4-grams, averaged over the texts.

    Args:
        predictions: generated texts; one of fewer than four tokens repeats nothing and counts as 0.
        language: `zh` counts characters, `en` stemmed words.
        words: for Chinese, count jieba's words instead of characters.
        seed: of the interval.
        resamples: how often rows are drawn for the interval; 0 leaves it out.

    Returns:
        `repetition_rate` (0 to 1), `intervals` (95 % `[low, high]`; None for a single text) and `signature`.

    Raises:
        ValueError: there are no predictions, one is no text, or the language is unknown.

    Source: Welleck et al. 2020, Neural Text Generation with Unlikelihood Training, section 6.1 (seq-rep-4).
    """
    statistics = repetition_statistics(predictions, language, words)
    return {
        "repetition_rate": statistics["repetition_rate"].score(),
        "intervals": bootstrap_intervals(statistics, seed, resamples),
        "signature": repetition_signature(language, words),
    }


class Repetition(TextMetric):
    """`repetition_scores` as an `evaluate.Metric`; it needs no references."""

    function = staticmethod(repetition_scores)
    description = "Share of the 4-grams of a generated text that repeat an earlier one."
    citation = "Welleck et al. 2020, Neural Text Generation with Unlikelihood Training."
    columns = ("predictions",)
