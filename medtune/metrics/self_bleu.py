"""Self-BLEU: how alike the generated texts are to each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np

from medtune.metrics.base import TextMetric, check_texts
from medtune.metrics.bleu import ORDERS, bleu_formula, bleu_signature, bleu_tokens
from medtune.metrics.ngrams import Counts, count_ngrams, runs
from medtune.metrics.resampling import RESAMPLES, RowSums, bootstrap_intervals, mean_of


def _nearest_lengths(lengths: np.ndarray) -> np.ndarray:
    """Return for each text the length of another that is nearest to its own, the shorter one of two."""
    known, counts = runs(lengths)
    place = np.searchsorted(known, lengths)
    below = np.where(place > 0, known[np.maximum(place - 1, 0)], -np.inf)
    above = np.where(place + 1 < len(known), known[np.minimum(place + 1, len(known) - 1)], np.inf)
    other = np.where(lengths - below <= above - lengths, below, above)
    return np.where(counts[place] > 1, lengths, other)


def _matches(counts: Counts, texts: int) -> np.ndarray:
    """Return how many n-grams of each text stand in another, each at most as often as there, shape (texts,)."""
    order = np.lexsort((counts.counts, counts.grams))
    grams, times, holders = counts.grams[order], counts.counts[order], counts.texts[order]
    last = np.flatnonzero(np.diff(grams, append=-1))  # the text with the most of each n-gram
    sizes = np.diff(last, prepend=-1)
    # What the others have at most: for the text with the most it is the next one's count.
    next_most = np.where(sizes > 1, times[last - 1], 0)
    clipped = np.where(times < np.repeat(times[last], sizes), times, np.repeat(next_most, sizes))
    return np.bincount(holders, weights=clipped, minlength=texts)


def self_bleu_per_row(predictions: Sequence[str], language: Literal["zh", "en"] = "zh") -> np.ndarray:
    """Return sacrebleu's sentence BLEU of each text with all others as references, float64 of shape (texts,)."""
    check_texts(predictions)
    if len(predictions) < 2:
        raise ValueError("self-BLEU compares each text with the others and needs at least 2; there is 1")
    tokens = bleu_tokens(predictions, language)
    matches = [_matches(counts, tokens.texts) for counts in count_ngrams(tokens, ORDERS)]
    totals = [np.maximum(tokens.lengths - n + 1, 0) for n in ORDERS]
    sums = np.column_stack((*matches, *totals, tokens.lengths, _nearest_lengths(tokens.lengths)))
    return bleu_formula(sums, effective_order=True)


def self_bleu_statistics(predictions: Sequence[str], language: Literal["zh", "en"] = "zh") -> dict[str, RowSums]:
    """Return the statistics of self-BLEU, for intervals and tests; the texts compared with are taken as they are."""
    return {"self_bleu": mean_of(self_bleu_per_row(predictions, language))}


def self_bleu_signature(language: Literal["zh", "en"] = "zh") -> str:
    """Return how `self_bleu_scores` computes its score."""
    return "self-" + bleu_signature(language).replace("nrefs:1", "nrefs:all others").replace("eff:no", "eff:yes")


def self_bleu_scores(
    predictions: Sequence[str], language: Literal["zh", "en"] = "zh", seed: int = 0, resamples: int = RESAMPLES
) -> dict[str, Any]:
    """Return the mean sentence BLEU of each text with all others as its references: high where texts are alike.

    It rises with the number of texts, so compare only systems that answered the same questions.

    Args:
        predictions: at least two generated texts; an empty one scores 0.
        language: `zh` takes sacrebleu's `zh` tokenizer, `en` its `13a`.
        seed: of the interval.
        resamples: how often rows are drawn for the interval; 0 leaves it out.

    Returns:
        `self_bleu` (0 to 100), `intervals` (95 % `[low, high]`) and `signature`.

    Raises:
        ValueError: there are fewer than two texts, one is no text, or the language is unknown.

    Source: Zhu et al. 2018, Texygen: A Benchmarking Platform for Text Generation Models, section 3.1.
    """
    statistics = self_bleu_statistics(predictions, language)
    return {
        "self_bleu": statistics["self_bleu"].score(),
        "intervals": bootstrap_intervals(statistics, seed, resamples),
        "signature": self_bleu_signature(language),
    }


class SelfBleu(TextMetric):
    """`self_bleu_scores` as an `evaluate.Metric`; it needs no references."""

    function = staticmethod(self_bleu_scores)
    description = "Mean BLEU of each generated text with all others as references."
    citation = "Zhu et al. 2018, Texygen: A Benchmarking Platform for Text Generation Models."
    columns = ("predictions",)
