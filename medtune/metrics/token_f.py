"""F-score over the words that an answer and its reference share, whatever their order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Literal

import numpy as np

from medtune.metrics.base import TextMetric, check_texts
from medtune.metrics.ngrams import clipped_matches, count_ngrams, number_tokens, precision_recall_f1
from medtune.metrics.resampling import RESAMPLES, bootstrap_intervals, mean_of
from medtune.metrics.tokens import Tokens, characters, jieba_signature, jieba_words

_ARTICLE = re.compile(r"\b(a|an|the)\b")
_ASCII_MARK = re.compile(r"[!-/:-@\[-`{-~]")
_MARK = re.compile(r"[\W_]+")


def squad_words(text: str) -> list[str]:
    """Return the words of English text as the SQuAD evaluation does: lower case, no marks, no articles."""
    return _ARTICLE.sub(" ", _ASCII_MARK.sub("", text.lower())).split()


def letters(text: str) -> str:
    """Return the letters and digits of `text`, lower-cased, one by one: Chinese without punctuation."""
    return _MARK.sub("", characters(text))


def lettered_words(text: str) -> list[str]:
    """Return jieba's words that hold a letter or a digit, lower-cased."""
    return [word for word in jieba_words(text) if _MARK.sub("", word)]


def _tokenizer(language: str, words: bool) -> tuple[Any, str]:
    if language == "zh" and words:
        return lettered_words, f"{jieba_signature()}|punct:no|case:lc"
    if language == "zh":
        return letters, "tok:char|punct:no|case:lc"
    if language == "en":
        return squad_words, "tok:squad|punct:no|articles:no|case:lc"
    raise ValueError(f"language {language!r} is not known; use 'zh' or 'en'")


def token_f_rows(
    predictions: Sequence[str], references: Sequence[str], language: Literal["zh", "en"] = "zh", words: bool = False
) -> np.ndarray:
    """Return precision, recall and F1 of each pair, float64 of shape (pairs, 3); see `token_f_scores`."""
    check_texts(predictions, references)
    tokenize, _ = _tokenizer(language, words)
    texts: list[Tokens] = [tokenize(text) for side in (predictions, references) for text in side]
    tokens, pairs = number_tokens(texts), len(predictions)
    shared = clipped_matches(next(count_ngrams(tokens, (1,))), pairs)
    return precision_recall_f1(shared, tokens.lengths[:pairs], tokens.lengths[pairs:])


def token_f_per_row(
    predictions: Sequence[str], references: Sequence[str], language: Literal["zh", "en"] = "zh", words: bool = False
) -> np.ndarray:
    """Return the F1 of each pair, float64 of shape (pairs,), 0 to 1; see `token_f_scores`."""
    return token_f_rows(predictions, references, language, words)[:, 2]


def token_f_signature(language: Literal["zh", "en"] = "zh", words: bool = False) -> str:
    """Return how `token_f_scores` computes its scores."""
    return f"F|{_tokenizer(language, words)[1]}|clip:yes|empty:0"


def token_f_scores(
    predictions: Sequence[str],
    references: Sequence[str],
    language: Literal["zh", "en"] = "zh",
    words: bool = False,
    seed: int = 0,
    resamples: int = RESAMPLES,
) -> dict[str, Any]:
    """Return the F-score over shared tokens, averaged over the pairs.

    Beside ROUGE-1 it takes no stems, and neither punctuation nor English articles count.

    Args:
        predictions: generated texts.
        references: true texts, one for each prediction.
        language: `zh` counts characters, `en` words as the SQuAD evaluation cuts them.
        words: for Chinese, count jieba's words instead of characters.
        seed: of the intervals.
        resamples: how often rows are drawn for the intervals; 0 leaves them out.

    Returns:
        `token_f` (mean F1, 0 to 1), `token_precision`, `token_recall`, `intervals` (95 % `[low, high]` by name; None
        for a single pair) and `signature`. A pair of which one has no token scores 0.

    Raises:
        ValueError: the lengths differ, there is nothing to score, something is no text, or the language is unknown.

    Source: Rajpurkar et al. 2016, SQuAD: 100,000+ Questions for Machine Comprehension of Text, section 6.1.
    """
    rows = token_f_rows(predictions, references, language, words)
    statistics = {
        name: mean_of(rows[:, column]) for name, column in (("token_f", 2), ("token_precision", 0), ("token_recall", 1))
    }
    return {
        **{name: values.score() for name, values in statistics.items()},
        "intervals": bootstrap_intervals(statistics, seed, resamples),
        "signature": token_f_signature(language, words),
    }


class TokenF(TextMetric):
    """`token_f_scores` as an `evaluate.Metric`; `compute` takes its arguments by name."""

    function = staticmethod(token_f_scores)
    description = "F-score over shared tokens, Chinese characters or English words, without punctuation."
    citation = "Rajpurkar et al. 2016, SQuAD: 100,000+ Questions for Machine Comprehension of Text."
