"""Diversity of generated texts: distinct-1 and distinct-2, and distinct adjusted for the number of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np

from medtune.metrics.base import TextMetric, check_texts
from medtune.metrics.ngrams import number_tokens
from medtune.metrics.resampling import RESAMPLES, bootstrap_intervals, mean_of
from medtune.metrics.row_types import RowTypes, row_types
from medtune.metrics.tokens import tokenizer


def distinct_statistics(
    predictions: Sequence[str],
    language: Literal["zh", "en"] = "zh",
    words: bool = False,
    vocabulary: int | None = None,
) -> dict[str, RowTypes]:
    """Return what distinct-n is computed from, for intervals and tests; see `distinct_scores`.

    Returns:
        `distinct1`, `distinct2` and, with a vocabulary, `distinct1_adjusted`.
    """
    check_texts(predictions)
    if vocabulary is not None and vocabulary < 1:
        raise ValueError(f"vocabulary {vocabulary} is not a number of tokens; at least 1 is allowed")
    tokenize, _ = tokenizer(language, words)
    tokens = number_tokens([tokenize(text) for text in predictions])
    orders = {f"distinct{n}": row_types(tokens, n) for n in (1, 2)}
    return orders if vocabulary is None else {**orders, "distinct1_adjusted": row_types(tokens, 1, vocabulary)}


def distinct_per_row(
    predictions: Sequence[str], language: Literal["zh", "en"] = "zh", words: bool = False
) -> dict[str, np.ndarray]:
    """Return the share of different n-grams within each text.

    Their mean is not distinct-n over all texts: use it to find rows, and `distinct_statistics` to compare systems.

    Returns:
        `distinct1`, `distinct2`: float64 of shape (texts,), 0 to 1.
    """
    return {name: types.per_row() for name, types in distinct_statistics(predictions, language, words).items()}


def reference_vocabulary(references: Sequence[str], language: Literal["zh", "en"] = "zh", words: bool = False) -> int:
    """Return the number of different tokens in the references, a vocabulary that is the same for all systems."""
    check_texts(references)
    tokenize, _ = tokenizer(language, words)
    return max(number_tokens([tokenize(text) for text in references]).types, 1)


def distinct_signature(language: Literal["zh", "en"] = "zh", words: bool = False, vocabulary: int | None = None) -> str:
    """Return how `distinct_scores` computes its scores."""
    adjusted = "" if vocabulary is None else f"|V:{vocabulary}"
    return f"distinct|{tokenizer(language, words)[1]}|per:tokens{adjusted}"


def distinct_scores(
    predictions: Sequence[str],
    language: Literal["zh", "en"] = "zh",
    words: bool = False,
    vocabulary: int | None = None,
    seed: int = 0,
    resamples: int = RESAMPLES,
) -> dict[str, Any]:
    """Return how varied the generated texts are, over all of them together.

    distinct-n is the number of different n-grams divided by the number of generated tokens, for n = 2 too, as in the
    source. It falls as the corpus grows, so compare only systems that answered the same questions. The adjusted one
    divides by the different tokens to expect of so many, if all of the vocabulary were equally frequent: it depends
    less on how long the answers are.

    Args:
        predictions: generated texts.
        language: `zh` counts characters, `en` stemmed words.
        words: for Chinese, count jieba's words instead of characters.
        vocabulary: number of different tokens, the same for all systems, such as `reference_vocabulary(references)`;
            without it nothing is adjusted.
        seed: of the intervals.
        resamples: how often rows are drawn for the intervals; 0 leaves them out.

    Returns:
        `distinct1`, `distinct2` (0 to 1; 0 when nothing was generated), with a vocabulary `distinct1_adjusted` (0 up;
        1 if tokens are as varied as random ones of the vocabulary), `empty_rate` (share of predictions without a
        token), `mean_length` (tokens a prediction), `intervals` (95 % `[low, high]` by name; None for a single text)
        and `signature`.

    Raises:
        ValueError: there are no predictions, one is no text, or the language is unknown.

    Source: Li et al. 2016, A Diversity-Promoting Objective Function for Neural Conversation Models, section 5.2; Liu et
        al. 2022, Rethinking and Refining the Distinct Metric, section 3.
    """
    statistics = distinct_statistics(predictions, language, words, vocabulary)
    lengths = statistics["distinct1"].tokens
    statistics |= {"empty_rate": mean_of(lengths == 0), "mean_length": mean_of(lengths)}
    return {
        **{name: values.score() for name, values in statistics.items()},
        "intervals": bootstrap_intervals(statistics, seed, resamples),
        "signature": distinct_signature(language, words, vocabulary),
    }


class Distinct(TextMetric):
    """`distinct_scores` as an `evaluate.Metric`; it needs no references."""

    function = staticmethod(distinct_scores)
    description = "distinct-1 and distinct-2 of generated texts, and the share of empty ones."
    citation = "Li et al. 2016, A Diversity-Promoting Objective Function for Neural Conversation Models."
    columns = ("predictions",)
