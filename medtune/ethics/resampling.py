"""Intervals of numbers that are computed from whole questions: the answers to one question stay together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import stats

from medtune.evaluation.significance import VALUES_AT_ONCE

#: From the weights of the questions, shape (draws, questions), to the number for each draw, shape (draws,); NaN where
#: it is not defined. A weight says how often a question was drawn.
Statistic = Callable[[np.ndarray], np.ndarray]

RESAMPLES = 4_999
MOST_UNDEFINED = 0.05
FEWEST_QUESTIONS = 10


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with the interval that covers the true one, or why there is none.

    Args:
        value: the number; None where it is not defined.
        low: lower end of the interval; None where there is no interval.
        high: upper end.
        questions: how many questions it comes from.
        note: why the number or its interval is missing; empty where both are there.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    questions: int = 0
    note: str = ""

    def excludes(self, value: float = 0.0) -> bool:
        """Return whether there is an interval and `value` lies outside of it."""
        return self.low is not None and not self.low <= value <= self.high

    def __str__(self) -> str:
        if self.value is None:
            return "not defined"
        if self.low is None:
            return number(self.value)
        return f"{number(self.value)} [{number(self.low)}, {number(self.high)}]"


def number(value: float, form: str = ".2f") -> str:
    """Return a number as text: with a minus sign that is no hyphen, and no sign before a 0."""
    text = format(value, form)
    return text.lstrip("+-") if float(text) == 0 else text.replace("-", "−")


def question_interval(
    statistic: Statistic, questions: int, seed: int = 0, confidence: float = 0.95, resamples: int | None = None
) -> Estimate:
    """Return a number with its bootstrap interval, over resampled questions.

    The interval is Efron's BCa, widened for few questions as `medtune.evaluation.significance.mean_interval` widens
    its own. Raters are not resampled: it says what to expect from other questions of the same kind, rated by the same
    people.

    Args:
        statistic: see `Statistic`.
        questions: how many there are.
        seed: of the resampling; the same seed gives the same interval.
        confidence: between 0 and 1.
        resamples: how many; `RESAMPLES` by default.

    Returns:
        The estimate. It has no interval with fewer than 10 questions, or where more than 5 % of the resamples leave
        the number undefined; of fewer such resamples the rest counts.

    Source: Efron 1987, Better Bootstrap Confidence Intervals; Field and Welsh 2007, Bootstrapping Clustered Data,
    section 3.1 (resampling whole clusters); Hesterberg 2015, section 4.3 (the widening).
    """
    value = float(statistic(np.ones((1, questions)))[0])
    if not np.isfinite(value):
        return Estimate(None, questions=questions, note="it is not defined on these scores")
    if questions < FEWEST_QUESTIONS:
        return Estimate(value, questions=questions, note=f"no interval: {questions} questions are too few")
    draws = resampled(statistic, questions, seed, resamples or RESAMPLES)
    defined = np.sort(draws[np.isfinite(draws)])
    if defined.size < (1 - MOST_UNDEFINED) * draws.size:
        share = 1 - defined.size / draws.size
        return Estimate(
            value, questions=questions, note=f"no interval: it is undefined in {share:.0%} of the resamples"
        )
    left_out = statistic(1 - np.eye(questions))
    low, high = np.quantile(defined, _levels(value, defined, left_out[np.isfinite(left_out)], questions, confidence))
    return Estimate(value, float(low), float(high), questions)


def resampled(statistic: Statistic, questions: int, seed: int, resamples: int) -> np.ndarray:
    """Return a number over resampled questions, float64 of shape (draws,)."""
    rng = np.random.default_rng(seed)
    batch = max(1, VALUES_AT_ONCE // (20 * questions))
    even = np.full(questions, 1 / questions)
    sizes = [min(batch, resamples - start) for start in range(0, resamples, batch)]
    return np.concatenate([statistic(rng.multinomial(questions, even, size).astype(float)) for size in sizes])


def _levels(value: float, defined: np.ndarray, left_out: np.ndarray, questions: int, confidence: float) -> np.ndarray:
    """Return the shares of the resamples that lie below the interval's ends, as BCa corrects them.

    Args:
        value: the number on all questions.
        defined: the number over resamples.
        left_out: the number without each question in turn.
        questions: how many there are.
        confidence: between 0 and 1.
    """
    tail = np.sqrt(questions / (questions - 1)) * stats.t.ppf((1 - confidence) / 2, questions - 1)
    below = (np.sum(defined < value) + np.sum(defined == value) / 2) / defined.size
    bias = stats.norm.ppf(np.clip(below, 1 / defined.size, 1 - 1 / defined.size))
    spread = left_out.mean() - left_out
    squares = np.sum(spread**2)
    skew = np.sum(spread**3) / (6 * squares**1.5) if squares > 0 else 0.0
    shifted = bias + np.array([tail, -tail])
    return stats.norm.cdf(bias + shifted / (1 - skew * shifted))
