"""Corpus BLEU with sacrebleu's tokenizers and formula, for Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
from sacrebleu.metrics import BLEU
from sacrebleu.tokenizers.tokenizer_zh import _UCODE_RANGES, TokenizerZh

from medtune.metrics.base import TextMetric, check_texts
from medtune.metrics.ngrams import TokenIds, clipped_matches, count_ngrams, number_tokens
from medtune.metrics.resampling import RESAMPLES, RowSums, bootstrap_intervals

TOKENIZERS = {"zh": "zh", "en": "13a"}
ORDERS = (1, 2, 3, 4)


def _chinese_class() -> str:
    """Return sacrebleu's Chinese characters as a class of a regular expression.

    It compares characters with the ends of its ranges as text, and two ranges beyond U+FFFF are written with four
    digits and one more character: a start of two characters lies above its first, an end of two does so too.
    """
    ranges = [(ord(start[0]) + (len(start) > 1), ord(end[0])) for start, end in _UCODE_RANGES]
    return "".join(f"{re.escape(chr(start))}-{re.escape(chr(end))}" for start, end in ranges)


class FastTokenizerZh(TokenizerZh):
    """sacrebleu's `zh` tokenizer: the same tokens, many times as fast.

    sacrebleu puts spaces around each Chinese character and then runs its regular expressions over the whole line, where
    they match every one of these spaces. Here they run over the stretches that are not Chinese only.
    """

    _STRETCH = re.compile(f"([^{_chinese_class()}]+)")

    def __call__(self, line: str) -> str:
        """Return the tokens of `line`, with single spaces between them."""
        return " ".join(self.tokens(line))

    def tokens(self, line: str) -> list[str]:
        """Return the tokens of `line`."""
        tokens: list[str] = []
        parts = self._STRETCH.split(line.strip())
        for place, part in enumerate(parts):
            if place % 2 == 0:
                tokens += part.replace("\u3000", "")  # one of its Chinese characters, but white space too
                continue
            # The expressions look at neighbours: a space next to a Chinese character, nothing at the ends of the line.
            before, after = " " if parts[place - 1] else "", " " if parts[place + 1] else ""
            tokens += self._post_tokenizer(before + part + after).split()
        return tokens


def bleu_tokens(texts: Sequence[str], language: Literal["zh", "en"]) -> TokenIds:
    """Return the tokens of sacrebleu's tokenizer for a language."""
    if language not in TOKENIZERS:
        raise ValueError(f"language {language!r} is not known; use 'zh' or 'en'")
    if language == "zh":
        fast = FastTokenizerZh()
        return number_tokens([fast.tokens(text.rstrip()) for text in texts])
    tokenize = BLEU(tokenize=TOKENIZERS[language]).tokenizer
    return number_tokens([tokenize(text.rstrip()).split() for text in texts])


def bleu_formula(sums: np.ndarray, effective_order: bool = False) -> np.ndarray:
    """Return BLEU with sacrebleu's exponential smoothing.

    Args:
        sums: float64 of shape (…, 10): matched 1- to 4-grams, predicted 1- to 4-grams, tokens predicted, tokens in
            the references.
        effective_order: leave out n longer than the text, as sacrebleu advises for single sentences.

    Returns:
        Scores of shape (…), 0 to 100.

    Source: Papineni et al. 2002; smoothing: Chen and Cherry 2014, method 3.
    """
    sums = np.asarray(sums, dtype=np.float64)
    matches, totals, predicted, wanted = sums[..., :4], sums[..., 4:8], sums[..., 8], sums[..., 9]
    without = (matches == 0) & (totals > 0)
    halvings = 2.0 ** np.cumsum(without, axis=-1)
    found = np.where(without, 1 / halvings, matches)
    precisions = np.divide(found, totals, out=np.zeros_like(found), where=totals > 0)
    logs = np.log(precisions, out=np.zeros_like(precisions), where=totals > 0)
    orders = np.maximum((totals > 0).sum(axis=-1), 1) if effective_order else 4
    mean = logs.sum(axis=-1) / orders
    shorter = np.minimum(predicted, wanted)
    penalty = np.exp(1 - np.divide(wanted, shorter, out=np.ones_like(wanted), where=shorter > 0))
    defined = (matches.sum(axis=-1) > 0) & (effective_order | (totals[..., 3] > 0))
    return np.where(defined, 100 * penalty * np.exp(mean), 0.0)


def bleu_statistics(
    predictions: Sequence[str], references: Sequence[str], language: Literal["zh", "en"] = "zh"
) -> RowSums:
    """Return what each pair adds to corpus BLEU, for intervals and tests; see `bleu_scores` for arguments and errors.

    Returns:
        Sums of shape (pairs, 10) as `bleu_formula` takes them.
    """
    check_texts(predictions, references)
    pairs = len(predictions)
    tokens = bleu_tokens([*predictions, *references], language)
    predicted, wanted = tokens.lengths[:pairs], tokens.lengths[pairs:]
    matches = [clipped_matches(counts, pairs) for counts in count_ngrams(tokens, ORDERS)]
    totals = [np.maximum(predicted - n + 1, 0) for n in ORDERS]
    return RowSums(np.column_stack((*matches, *totals, predicted, wanted)).astype(np.float64), bleu_formula)


def bleu_per_row(
    predictions: Sequence[str], references: Sequence[str], language: Literal["zh", "en"] = "zh"
) -> np.ndarray:
    """Return sacrebleu's sentence BLEU of each pair (with `effective_order`), float64 of shape (pairs,), 0 to 100.

    Its mean is not corpus BLEU: use it to find rows, and `bleu_statistics` to compare systems.
    """
    return bleu_formula(bleu_statistics(predictions, references, language).sums, effective_order=True)


def bleu_signature(language: Literal["zh", "en"] = "zh") -> str:
    """Return how `bleu_scores` computes its scores, in sacrebleu's own words."""
    metric = BLEU(tokenize=TOKENIZERS[language])
    metric.num_refs = 1  # it otherwise waits for `corpus_score`
    return f"BLEU|{metric.get_signature()}"


def bleu_scores(
    predictions: Sequence[str],
    references: Sequence[str],
    language: Literal["zh", "en"] = "zh",
    seed: int = 0,
    resamples: int = RESAMPLES,
) -> dict[str, Any]:
    """Return the corpus BLEU-4.

    Tokens, smoothing and formula are sacrebleu's, and so are the scores, to the last digits.

    Args:
        predictions: generated texts; an empty one adds no matches and shortens the corpus.
        references: true texts, one for each prediction.
        language: `zh` takes sacrebleu's `zh` tokenizer (Chinese by character), `en` its `13a`.
        seed: of the interval.
        resamples: how often rows are drawn for the interval; 0 leaves it out.

    Returns:
        `bleu` and `bleu_precision_1` to `_4` (0 to 100), `bleu_brevity_penalty` (0 to 1), `bleu_length_ratio`
        (tokens predicted / tokens in the references), `intervals` (95 % `[low, high]` of `bleu`; None for a single
        pair), `signature` (sacrebleu's).

    Raises:
        ValueError: the lengths differ, there is nothing to score, something is no text, or the language is unknown.

    Source: Papineni et al. 2002; Post 2018, A Call for Clarity in Reporting BLEU Scores.
    """
    statistics = bleu_statistics(predictions, references, language)
    sums = statistics.sums.sum(axis=0).astype(int).tolist()
    score = BLEU.compute_bleu(sums[:4], sums[4:8], *sums[8:], smooth_method="exp")
    return {
        "bleu": score.score,
        **{f"bleu_precision_{n}": value for n, value in zip(ORDERS, score.precisions, strict=True)},
        "bleu_brevity_penalty": score.bp,
        "bleu_length_ratio": score.ratio,
        "intervals": bootstrap_intervals({"bleu": statistics}, seed, resamples),
        "signature": bleu_signature(language),
    }


class Bleu(TextMetric):
    """`bleu_scores` as an `evaluate.Metric`; `compute` takes its arguments by name."""

    function = staticmethod(bleu_scores)
    description = "Corpus BLEU-4 as sacrebleu computes it, over Chinese characters or English words."
    citation = "Post 2018, A Call for Clarity in Reporting BLEU Scores."
