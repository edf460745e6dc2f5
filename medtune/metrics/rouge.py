"""ROUGE-1, ROUGE-2 and ROUGE-L for Chinese and English."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Literal

import evaluate
from datasets import Features, Value
from rapidfuzz.distance import LCSseq

from medtune.metrics.base import InMemoryMetric, check_lengths
from medtune.metrics.tokens import Tokens, clipped_matches, ngrams, tokenizer


def _ratios(overlap: int, predicted: int, wanted: int) -> tuple[float, float, float]:
    """Return precision, recall and F1; each is 0 where nothing was predicted, wanted or shared."""
    if overlap == 0:
        return 0.0, 0.0, 0.0
    precision, recall = overlap / predicted, overlap / wanted
    return precision, recall, 2 * precision * recall / (precision + recall)


def _rouge_n(prediction: Tokens, reference: Tokens, n: int) -> tuple[float, float, float]:
    predicted, wanted = ngrams(prediction, n), ngrams(reference, n)
    return _ratios(clipped_matches(predicted, wanted), predicted.total(), wanted.total())


def _rouge_l(prediction: Tokens, reference: Tokens) -> tuple[float, float, float]:
    return _ratios(LCSseq.similarity(prediction, reference), len(prediction), len(reference))


def rouge_scores(
    predictions: Sequence[str], references: Sequence[str], language: Literal["zh", "en"] = "zh", words: bool = False
) -> dict[str, float | str]:
    """Return ROUGE-1, ROUGE-2 and ROUGE-L, averaged over the pairs.

    N-grams are counted with clipping: one that stands twice in the prediction and once in the reference matches once.
    ROUGE-L takes the longest common subsequence of the whole texts (sentence level). An empty prediction scores 0 and
    counts in the average.

    Args:
        predictions: generated texts.
        references: true texts, one for each prediction.
        language: `zh` counts characters, `en` stemmed words as the package rouge_score does.
        words: for Chinese, count jieba's words instead of characters.

    Returns:
        `rouge1`, `rouge2`, `rougeL` (mean F1, 0 to 1), the same with `_precision` and `_recall`, and `signature`.

    Raises:
        ValueError: the lengths differ, there is nothing to score, the language is unknown, or no reference holds a
            token, as when Chinese text is scored as English.

    Source: Lin 2004, ROUGE: A Package for Automatic Evaluation of Summaries, sections 2 and 3.1.
    """
    check_lengths(predictions, references)
    tokenize, tokens = tokenizer(language, words)
    names = ("rouge1", "rouge2", "rougeL")
    totals = {name: [0.0, 0.0, 0.0] for name in names}
    reference_tokens = 0
    for prediction, reference in zip(map(tokenize, predictions), map(tokenize, references), strict=True):
        reference_tokens += len(reference)
        ratios = (
            _rouge_n(prediction, reference, 1),
            _rouge_n(prediction, reference, 2),
            _rouge_l(prediction, reference),
        )
        for name, values in zip(names, ratios, strict=True):
            totals[name] = [total + value for total, value in zip(totals[name], values, strict=True)]
    if reference_tokens == 0:
        raise ValueError(
            f"no reference holds a token under language {language!r} ({tokens}); "
            "the references are empty, or Chinese text is scored as English: pass language='zh'"
        )
    scores: dict[str, float | str] = {}
    for name, (precision, recall, f1) in totals.items():
        scores[name] = f1 / len(predictions)
        scores[f"{name}_precision"] = precision / len(predictions)
        scores[f"{name}_recall"] = recall / len(predictions)
    scores["signature"] = f"ROUGE|{tokens}|clip:yes|lcs:sentence|f:1|empty:0|rapidfuzz:{version('rapidfuzz')}"
    return scores


class Rouge(InMemoryMetric):
    """`rouge_scores` as an `evaluate.Metric`; `compute` takes its arguments by name."""

    def _info(self) -> evaluate.MetricInfo:
        return evaluate.MetricInfo(
            description="ROUGE-1, ROUGE-2 and ROUGE-L with clipped counts, over Chinese characters or English stems.",
            citation="Lin 2004, ROUGE: A Package for Automatic Evaluation of Summaries.",
            inputs_description=rouge_scores.__doc__,
            features=Features({"predictions": Value("string"), "references": Value("string")}),
        )

    def _compute(self, predictions: list[str], references: list[str], **options) -> dict[str, float | str]:
        return rouge_scores(predictions, references, **options)
