"""ROUGE-1, ROUGE-2 and ROUGE-L for Chinese and English."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any, Literal

import numpy as np
from rapidfuzz.distance import LCSseq

from medtune.metrics.base import TextMetric, check_texts
from medtune.metrics.ngrams import clipped_matches, count_ngrams, number_tokens, precision_recall_f1
from medtune.metrics.resampling import RESAMPLES, RowSums, bootstrap_intervals, mean_of
from medtune.metrics.tokens import tokenizer

NAMES = ("rouge1", "rouge2", "rougeL")


def rouge_rows(
    predictions: Sequence[str],
    references: Sequence[str],
    language: Literal["zh", "en"] = "zh",
    words: bool = False,
    stem: bool = True,
) -> dict[str, np.ndarray]:
    """Return precision, recall and F1 of each pair; see `rouge_scores` for the arguments and errors.

    Returns:
        `rouge1`, `rouge2`, `rougeL`: float64 of shape (pairs, 3).
    """
    check_texts(predictions, references)
    tokenize, name = tokenizer(language, words, stem)
    texts = [tokenize(text) for side in (predictions, references) for text in side]
    tokens, pairs = number_tokens(texts), len(predictions)
    if tokens.lengths[pairs:].sum() == 0:
        raise ValueError(
            f"no reference holds a token under language {language!r} ({name}); "
            "the references are empty, or Chinese text is scored as English: pass language='zh'"
        )
    ratios = {}
    for n, counts in zip((1, 2), count_ngrams(tokens, (1, 2)), strict=True):
        totals = np.maximum(tokens.lengths - n + 1, 0)
        ratios[f"rouge{n}"] = precision_recall_f1(clipped_matches(counts, pairs), totals[:pairs], totals[pairs:])
    longest = np.array([LCSseq.similarity(*pair) for pair in zip(texts[:pairs], texts[pairs:], strict=True)])
    return {**ratios, "rougeL": precision_recall_f1(longest, tokens.lengths[:pairs], tokens.lengths[pairs:])}


def rouge_per_row(
    predictions: Sequence[str],
    references: Sequence[str],
    language: Literal["zh", "en"] = "zh",
    words: bool = False,
    stem: bool = True,
) -> dict[str, np.ndarray]:
    """Return the F1 of each pair; see `rouge_scores` for the arguments and errors.

    Returns:
        `rouge1`, `rouge2`, `rougeL`: float64 of shape (pairs,), 0 to 1.
    """
    rows = rouge_rows(predictions, references, language, words, stem)
    return {name: ratios[:, 2] for name, ratios in rows.items()}


def rouge_statistics(
    predictions: Sequence[str],
    references: Sequence[str],
    language: Literal["zh", "en"] = "zh",
    words: bool = False,
    stem: bool = True,
) -> dict[str, RowSums]:
    """Return the statistics of the mean F1, for intervals and tests; see `rouge_scores` for arguments and errors."""
    per_row = rouge_per_row(predictions, references, language, words, stem)
    return {name: mean_of(values) for name, values in per_row.items()}


def rouge_signature(language: Literal["zh", "en"] = "zh", words: bool = False, stem: bool = True) -> str:
    """Return how `rouge_scores` computes its scores."""
    tokens = tokenizer(language, words, stem)[1]
    same = f"|equals:rouge_score-0.1.2(use_stemmer={stem})" if language == "en" else ""
    return f"ROUGE|{tokens}|clip:yes|lcs:sentence|f:1|empty:0{same}|rapidfuzz:{version('rapidfuzz')}"


def rouge_scores(
    predictions: Sequence[str],
    references: Sequence[str],
    language: Literal["zh", "en"] = "zh",
    words: bool = False,
    stem: bool = True,
    seed: int = 0,
    resamples: int = RESAMPLES,
) -> dict[str, Any]:
    """Return ROUGE-1, ROUGE-2 and ROUGE-L, averaged over the pairs.

    N-grams are counted with clipping: one that stands twice in the prediction and once in the reference matches once.
    ROUGE-L takes the longest common subsequence of the whole texts (sentence level). An empty prediction scores 0 and
    counts in the average. English scores are those of the package rouge_score, with its `use_stemmer=stem`.

    Args:
        predictions: generated texts.
        references: true texts, one for each prediction.
        language: `zh` counts characters, `en` words as the package rouge_score does.
        words: for Chinese, count jieba's words instead of characters.
        stem: for English, count stems of words.
        seed: of the intervals.
        resamples: how often rows are drawn for the intervals; 0 leaves them out.

    Returns:
        `rouge1`, `rouge2`, `rougeL` (mean F1, 0 to 1), the same with `_precision` and `_recall`, `intervals` (95 %
        `[low, high]` by name; None for a single pair) and `signature`.

    Raises:
        ValueError: the lengths differ, there is nothing to score, something is no text, the language is unknown, or
            no reference holds a token, as when Chinese text is scored as English.

    Source: Lin 2004, ROUGE: A Package for Automatic Evaluation of Summaries, sections 2 and 3.1.
    """
    statistics = {
        name + suffix: mean_of(ratios[:, column])
        for name, ratios in rouge_rows(predictions, references, language, words, stem).items()
        for suffix, column in (("", 2), ("_precision", 0), ("_recall", 1))
    }
    return {
        **{name: rows.score() for name, rows in statistics.items()},
        "intervals": bootstrap_intervals(statistics, seed, resamples),
        "signature": rouge_signature(language, words, stem),
    }


class Rouge(TextMetric):
    """`rouge_scores` as an `evaluate.Metric`; `compute` takes its arguments by name."""

    function = staticmethod(rouge_scores)
    description = "ROUGE-1, ROUGE-2 and ROUGE-L with clipped counts, over Chinese characters or English stems."
    citation = "Lin 2004, ROUGE: A Package for Automatic Evaluation of Summaries."
