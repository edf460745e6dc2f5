"""Diversity of generated text: distinct-1, distinct-2 and the rate of empty outputs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

import evaluate
from datasets import Features, Value

from medtune.metrics.base import InMemoryMetric
from medtune.metrics.tokens import tokenizer


def distinct_scores(
    predictions: Sequence[str], language: Literal["zh", "en"] = "zh", words: bool = False
) -> dict[str, float | str]:
    """Return how varied the generated texts are, over all of them together.

    distinct-n is the number of different n-grams divided by the number of generated tokens, for n = 2 too, as in the
    source. It falls as the corpus grows, so compare only systems that answered the same questions.

    Args:
        predictions: generated texts.
        language: `zh` counts characters, `en` stemmed words.
        words: for Chinese, count jieba's words instead of characters.

    Returns:
        `distinct1`, `distinct2` (0 to 1; 0 when nothing was generated), `empty_rate` (share of predictions without a
        token), `mean_length` (tokens a prediction) and `signature`.

    Raises:
        ValueError: there are no predictions, or the language is unknown.

    Source: Li et al. 2016, A Diversity-Promoting Objective Function for Neural Conversation Models, section 5.2.
    """
    if len(predictions) == 0:
        raise ValueError("no predictions to score; the evaluation set is empty")
    tokenize, tokens = tokenizer(language, words)
    unigrams, bigrams, total, empty = set(), set(), 0, 0
    for prediction in map(tokenize, predictions):
        unigrams.update(prediction)
        bigrams.update(pairwise(prediction))
        total += len(prediction)
        empty += not prediction
    return {
        "distinct1": len(unigrams) / max(total, 1),
        "distinct2": len(bigrams) / max(total, 1),
        "empty_rate": empty / len(predictions),
        "mean_length": total / len(predictions),
        "signature": f"distinct|{tokens}|per:tokens",
    }


class Distinct(InMemoryMetric):
    """`distinct_scores` as an `evaluate.Metric`; it needs no references."""

    def _info(self) -> evaluate.MetricInfo:
        return evaluate.MetricInfo(
            description="distinct-1 and distinct-2 of generated texts, and the share of empty ones.",
            citation="Li et al. 2016, A Diversity-Promoting Objective Function for Neural Conversation Models.",
            inputs_description=distinct_scores.__doc__,
            features=Features({"predictions": Value("string")}),
        )

    def _compute(self, predictions: list[str], **options) -> dict[str, float | str]:
        return distinct_scores(predictions, **options)
