"""How far raters agree: Krippendorff's alpha, Fleiss' kappa and Gwet's AC2, each with an interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from medtune.ethics.resampling import Estimate, question_interval, studentized_interval

EQUAL = 1e-12


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far raters agree on one axis.

    Args:
        raw: share of pairs of raters who gave an answer the same value.
        alpha: Krippendorff's, ordinal.
        kappa: Fleiss', which takes two different values as different, however near they are.
        ac2: Gwet's, with ordinal weights.
        answers: scored by two raters or more.
        raters: who scored anything.
        top_value: the value given most often.
        top_share: its share of all scores; None without scores.
    """

    raw: Estimate
    alpha: Estimate
    kappa: Estimate
    ac2: Estimate
    answers: int
    raters: int
    top_value: float | None
    top_share: float | None


@dataclass(frozen=True, slots=True)
class Counts:
    """What the coefficients need to know of some answers, added up by question.

    Args:
        coincidences: how often two values stand together in an answer, float of shape (questions, values, values).
        alike: sum over answers of the share of pairs of raters that agree, float of shape (questions,).
        close: likewise, a pair of different values counting in part, by how near they are.
        shares: sum over answers of the share of raters who gave each value, float of shape (questions, values).
        paired: answers with two scores or more, float of shape (questions,).
        rated: answers with one score or more.
    """

    coincidences: np.ndarray
    alike: np.ndarray
    close: np.ndarray
    shares: np.ndarray
    paired: np.ndarray
    rated: np.ndarray


def agreement(ratings: np.ndarray, values: Sequence[float], questions: Sequence[int], seed: int = 0) -> Agreement:
    """Measure how far raters agree.

    Args:
        ratings: float of shape (answers, raters); NaN where a rater gave no score.
        values: all that can be given, in their order; also those that nobody gave.
        questions: number of the question of each answer; answers to one question are resampled together.
        seed: of the resampling.

    Returns:
        The coefficients. One that is not defined says why.

    Raises:
        ValueError: a rating is not among the values.
    """
    ratings = np.asarray(ratings, dtype=float)
    found = count(ratings, values, questions)
    scores = ratings[np.isfinite(ratings)]
    sizes = [int((scores == value).sum()) for value in values]
    top = int(np.argmax(sizes))
    why = _why_undefined(found, scores)
    number = len(found.paired)

    def often(statistic) -> Estimate:
        if not found.paired.any():
            return Estimate(None, questions=number, note=why)
        return question_interval(partial(statistic, found), number, seed)

    def beyond_chance(statistic) -> Estimate:
        if why:
            return Estimate(None, questions=number, note=why)
        return studentized_interval(partial(statistic, found), number, seed)

    return Agreement(
        raw=often(raw_agreement),
        alpha=beyond_chance(alpha),
        kappa=beyond_chance(kappa),
        ac2=often(ac2),
        answers=int(found.paired.sum()),
        raters=int(np.isfinite(ratings).any(axis=0).sum()),
        top_value=values[top] if scores.size else None,
        top_share=sizes[top] / scores.size if scores.size else None,
    )


def _why_undefined(counts: Counts, scores: np.ndarray) -> str:
    """Say why alpha and kappa are not defined; an empty text if they are."""
    if not counts.paired.any():
        return "no answer was scored by two raters"
    if np.ptp(scores) == 0:
        return (
            f"all {scores.size} scores are {scores[0]:g}: raters agree fully, but with a single value nothing shows "
            "whether they would also agree on where an answer is better or worse (0/0)"
        )
    return ""


def ordinal_weights(size: int) -> np.ndarray:
    """Return how far two of `size` ordered values count as agreement, float of shape (size, size), 1 on the diagonal.

    Of three values, neighbours count 2/3 and the ends 0.

    Source: Gwet 2014, Handbook of Inter-Rater Reliability, 4th edition, section 3.5 (ordinal weights).
    """
    steps = np.abs(np.subtract.outer(np.arange(size), np.arange(size)))
    return 1 - steps * (steps + 1) / (size * (size - 1))


def count(ratings: np.ndarray, values: Sequence[float], questions: Sequence[int]) -> Counts:
    """Count what the coefficients need.

    Args:
        ratings: float of shape (answers, raters); NaN where a rater gave no score.
        values: all that can be given, in their order, at least two.
        questions: number of the question of each answer, from 0.

    Raises:
        ValueError: a rating is not among the values.
    """
    if strange := sorted(set(ratings[np.isfinite(ratings)]) - set(values)):
        raise ValueError(f"the ratings hold {', '.join(f'{v:g}' for v in strange)}; {list(values)} are allowed")
    size = len(values)
    counts = np.stack([(ratings == value).sum(axis=1) for value in values], axis=1).astype(float)  # (answers, values)
    raters = counts.sum(axis=1)
    together = counts[:, :, None] * counts[:, None, :] - counts[:, :, None] * np.eye(size)  # ordered pairs of raters
    together[raters < 2] = 0
    pairs = np.maximum(raters * (raters - 1), 1)
    by_answer = (
        together / np.maximum(raters - 1, 1)[:, None, None],
        (together * np.eye(size)).sum(axis=(1, 2)) / pairs,
        (together * ordinal_weights(size)).sum(axis=(1, 2)) / pairs,
        counts / np.maximum(raters, 1)[:, None],
        (raters >= 2).astype(float),
        (raters >= 1).astype(float),
    )
    _, number = np.unique(questions, return_inverse=True)
    sums = [np.zeros((number.max() + 1, *part.shape[1:])) for part in by_answer]
    for total, part in zip(sums, by_answer, strict=True):
        np.add.at(total, number, part)
    return Counts(*sums)


def raw_agreement(counts: Counts, weights: np.ndarray) -> np.ndarray:
    """Return the share of pairs of raters who agree, averaged over answers; see `alpha` for the arguments."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return (weights @ counts.alike) / (weights @ counts.paired)


def alpha(counts: Counts, weights: np.ndarray) -> np.ndarray:
    """Return Krippendorff's alpha with the ordinal metric.

    Args:
        counts: of the answers.
        weights: how often each question is taken, float of shape (draws, questions).

    Returns:
        float of shape (draws,); NaN where all scores are equal.

    Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, sections C and E.
    """
    size = counts.coincidences.shape[1]
    pairs = (weights @ counts.coincidences.reshape(len(counts.paired), -1)).reshape(-1, size, size)
    totals = pairs.sum(axis=2)  # (draws, values)
    middles = np.cumsum(totals, axis=1) - totals / 2  # where the values lie when all scores are ranked
    metric = (middles[:, :, None] - middles[:, None, :]) ** 2
    observed = (pairs * metric).sum(axis=(1, 2))
    expected = (totals[:, :, None] * totals[:, None, :] * metric).sum(axis=(1, 2))
    with np.errstate(divide="ignore", invalid="ignore"):
        return 1 - (totals.sum(axis=1) - 1) * observed / expected


def kappa(counts: Counts, weights: np.ndarray) -> np.ndarray:
    """Return Fleiss' kappa, also where answers have different numbers of raters; see `alpha` for the arguments.

    Source: Fleiss 1971, Measuring Nominal Scale Agreement Among Many Raters; Gwet 2014, section 2.4 (missing scores).
    """
    shares = _shares(counts, weights)
    return _beyond_chance(raw_agreement(counts, weights), (shares**2).sum(axis=1))


def ac2(counts: Counts, weights: np.ndarray) -> np.ndarray:
    """Return Gwet's AC2 with ordinal weights; see `alpha` for the arguments.

    Source: Gwet 2008, Computing Inter-Rater Reliability and Its Variance in the Presence of High Agreement; Gwet
    2014, section 3.5.
    """
    shares = _shares(counts, weights)
    size = shares.shape[1]
    chance = ordinal_weights(size).sum() / (size * (size - 1)) * (shares * (1 - shares)).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        close = (weights @ counts.close) / (weights @ counts.paired)
    return _beyond_chance(close, chance)


def _shares(counts: Counts, weights: np.ndarray) -> np.ndarray:
    with np.errstate(divide="ignore", invalid="ignore"):
        return (weights @ counts.shares) / (weights @ counts.rated)[:, None]


def _beyond_chance(observed: np.ndarray, chance: np.ndarray) -> np.ndarray:
    """Return (observed - chance) / (1 - chance), NaN where all is chance."""
    room = 1 - chance
    return np.where(room > EQUAL, (observed - chance) / np.where(room > EQUAL, room, 1), np.nan)
