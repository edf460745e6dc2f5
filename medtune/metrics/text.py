"""All scores of generated texts that need no model, from one call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from medtune.metrics.bleu import bleu_signature, bleu_statistics
from medtune.metrics.distinct import distinct_signature, distinct_statistics, reference_vocabulary
from medtune.metrics.length import length_signature, length_statistics
from medtune.metrics.repetition import repetition_signature, repetition_statistics
from medtune.metrics.resampling import RowStatistics, mean_of
from medtune.metrics.rouge import rouge_signature, rouge_statistics
from medtune.metrics.token_f import token_f_per_row, token_f_signature


def text_statistics(
    predictions: Sequence[str], references: Sequence[str], language: Literal["zh", "en"] = "zh", words: bool = False
) -> dict[str, RowStatistics]:
    """Return the statistics of every score of generated texts, for scores, intervals and tests.

    Args:
        predictions: generated texts, '' where there is none.
        references: true texts, one for each prediction.
        language: `zh` or `en`, see the single scores.
        words: for Chinese, count jieba's words instead of characters (but for BLEU).

    Returns:
        By name: `token_f`, `rouge1`, `rouge2`, `rougeL`, `bleu`, `distinct1`, `distinct2`, `distinct1_adjusted` (the
        vocabulary is that of the references), `length_ratio`, `mean_length`, `empty_rate`, `repetition_rate`.
        `.score()` is the score, `bootstrap_intervals` gives intervals, `medtune.evaluation.paired_tests` compares two
        systems that answered the same rows.

    Raises:
        ValueError: the lengths differ, there is nothing to score, something is no text, the language is unknown, or
            no reference holds a token of the language.
    """
    vocabulary = reference_vocabulary(references, language, words)
    return {
        "token_f": mean_of(token_f_per_row(predictions, references, language, words)),
        **rouge_statistics(predictions, references, language, words),
        "bleu": bleu_statistics(predictions, references, language),
        **distinct_statistics(predictions, language, words, vocabulary),
        **length_statistics(predictions, references, language, words),
        **repetition_statistics(predictions, language, words),
    }


def text_signatures(references: Sequence[str], language: Literal["zh", "en"] = "zh", words: bool = False) -> dict:
    """Return the signature of each score of `text_statistics`, by its name."""
    length = length_signature(language, words)
    distinct = distinct_signature(language, words, reference_vocabulary(references, language, words))
    return {
        "token_f": token_f_signature(language, words),
        **dict.fromkeys(("rouge1", "rouge2", "rougeL"), rouge_signature(language, words)),
        "bleu": bleu_signature(language),
        **dict.fromkeys(("distinct1", "distinct2", "distinct1_adjusted"), distinct),
        **dict.fromkeys(("length_ratio", "mean_length", "empty_rate"), length),
        "repetition_rate": repetition_signature(language, words),
    }
