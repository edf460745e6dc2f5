"""Which words tell two sets of answers apart: log-odds under a prior, so that rare words do not win by chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

PRIOR_WORDS = 500.0


@dataclass(frozen=True, slots=True)
class Contrast:
    """How much more one side uses a word than the other.

    Args:
        word: the word.
        log_odds: natural logarithm of the ratio of its odds; above 0 where the first side uses it more.
        z: the same in standard deviations; beyond 1.96 by chance in 5 % of words that both sides use alike.
        first: occurrences on the first side.
        second: occurrences on the second side.
    """

    word: str
    log_odds: float
    z: float
    first: int
    second: int


def log_odds(
    first: Mapping[str, int],
    second: Mapping[str, int],
    background: Mapping[str, int] | None = None,
    prior_words: float = PRIOR_WORDS,
) -> list[Contrast]:
    """Compare the words of two sides.

    Each side's word rates are drawn towards those of the background by an informative Dirichlet prior that weighs as
    much as `prior_words` words.

    Args:
        first: occurrences by word.
        second: likewise.
        background: what is usual; both sides together by default. A word that it lacks counts as one occurrence.
        prior_words: weight of the prior, in words.

    Returns:
        A contrast for each word of either side, the largest `z` first; none if either side has no words.

    Raises:
        ValueError: the prior weighs nothing.

    Source: Monroe, Colaresi and Quinn 2008, Fightin' Words (Political Analysis 16), section 3.5.1: equations 15, 16,
    20 to 22.
    """
    if prior_words <= 0:
        raise ValueError(f"prior_words is {prior_words}; a prior weighs more than 0 words")
    words = sorted({*first, *second})
    if not words or not sum(first.values()) or not sum(second.values()):
        return []
    usual = background if background is not None else Counter(first) + Counter(second)
    prior = np.array([max(usual.get(word, 0), 1) for word in words], dtype=np.float64)
    prior *= prior_words / prior.sum()
    counts = [np.array([side.get(word, 0) for word in words], dtype=np.float64) for side in (first, second)]
    logits, variance = [], np.zeros(len(words))
    for side in counts:
        with_prior = side + prior
        logits.append(np.log(with_prior) - np.log(side.sum() + prior_words - with_prior))
        variance += 1 / with_prior
    difference = logits[0] - logits[1]
    z = difference / np.sqrt(variance)
    order = np.argsort(-z, kind="stable")
    return [Contrast(words[n], float(difference[n]), float(z[n]), int(counts[0][n]), int(counts[1][n])) for n in order]
