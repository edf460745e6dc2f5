"""Intervals of numbers that are computed from whole questions: the answers to one question stay together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy import stats

from medtune.evaluation.significance import VALUES_AT_ONCE

#: From the weights of the questions, shape (draws, questions), to the number for each draw, shape (draws,); NaN where
#: it is not defined. A weight says how often a question was drawn.
Statistic = Callable[[np.ndarray], np.ndarray]

RESAMPLES = 4_999
STUDENTIZED_RESAMPLES = 1_999
NEARLY_NOTHING = 1e-9
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
    found = _value(statistic, questions)
    if found.value is None or found.note:
        return found
    value = found.value
    draws = np.concatenate(
        [statistic(weights) for weights in _weights(questions, seed, resamples or RESAMPLES, 20 * questions)]
    )
    defined = draws[np.isfinite(draws)]
    if note := _too_few(defined.size, draws.size):
        return Estimate(value, questions=questions, note=note)
    left_out = statistic(1 - np.eye(questions))
    low, high = np.quantile(defined, _levels(value, defined, left_out[np.isfinite(left_out)], questions, confidence))
    return Estimate(value, float(low), float(high), questions)


def studentized_interval(
    statistic: Statistic, questions: int, seed: int = 0, confidence: float = 0.95, resamples: int | None = None
) -> Estimate:
    """Return a coefficient of at most 1 with its bootstrap-t interval, over resampled questions.

    For coefficients that a few questions decide, as alpha and kappa where nearly all scores are alike: the standard
    error differs much from resample to resample there, and this interval follows it. It is made of log(1 − value), the
    standard error of which is taken from leaving out each question in turn.

    Args:
        statistic: see `Statistic`; at most 1.
        questions: how many there are.
        seed: of the resampling.
        confidence: between 0 and 1.
        resamples: how many; `STUDENTIZED_RESAMPLES` by default. Each costs as many values as there are questions.

    Returns:
        The estimate; see `question_interval` for where it has no interval.

    Source: Efron and Tibshirani 1993, An Introduction to the Bootstrap, sections 12.5 and 12.6.
    """
    found = _value(statistic, questions)
    if found.value is None or found.note:
        return found
    if 1 - found.value < NEARLY_NOTHING:
        return Estimate(found.value, found.value, found.value, questions)
    total = resamples or STUDENTIZED_RESAMPLES
    distance, error = _on_log_scale(statistic, np.ones((1, questions)))
    drawn = [_on_log_scale(statistic, w) for w in _weights(questions, seed, total, questions**2)]
    distances, errors = (np.concatenate(part) for part in zip(*drawn, strict=True))
    usable = np.isfinite(distances) & (errors > 0)
    if not error[0] > 0:
        return Estimate(found.value, questions=questions, note="no interval: it rests on a single question")
    if note := _too_few(int(usable.sum()), total):
        return Estimate(found.value, questions=questions, note=note)
    tails = np.quantile((distances - distance)[usable] / errors[usable], [(1 - confidence) / 2, (1 + confidence) / 2])
    low, high = 1 - np.exp(distance - tails * error)
    return Estimate(found.value, float(low), float(high), questions)


def _on_log_scale(statistic: Statistic, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return log(1 − value) and its standard error by the jackknife, each of shape (draws,); NaN where undefined."""
    draws, questions = weights.shape
    without = weights[:, None, :] - (weights > 0)[:, :, None] * np.eye(questions)  # (draws, left out, questions)
    values = statistic(without.reshape(draws * questions, questions)).reshape(draws, questions)
    logs = np.log(np.maximum(1 - values, NEARLY_NOTHING))
    mean = (weights * logs).sum(axis=1, keepdims=True) / questions
    error = np.sqrt((questions - 1) / questions * (weights * (logs - mean) ** 2).sum(axis=1))
    own = statistic(weights)
    return np.log(np.maximum(1 - own, NEARLY_NOTHING)), error


def _value(statistic: Statistic, questions: int) -> Estimate:
    """Return the number without an interval, with a note if it cannot have one."""
    value = float(statistic(np.ones((1, questions)))[0])
    if not np.isfinite(value):
        return Estimate(None, questions=questions, note="it is not defined on these scores")
    few = f"no interval: {questions} questions are too few" if questions < FEWEST_QUESTIONS else ""
    return Estimate(value, questions=questions, note=few)


def _too_few(defined: int, draws: int) -> str:
    """Say that too many resamples left the number undefined; an empty text if they did not."""
    if defined >= (1 - MOST_UNDEFINED) * draws:
        return ""
    return f"no interval: it is undefined in {1 - defined / draws:.0%} of the resamples"


def _weights(questions: int, seed: int, resamples: int, values: int) -> Iterator[np.ndarray]:
    """Yield how often each question is drawn, float of shape (draws, questions), few enough at a time for memory.

    Args:
        questions: how many there are.
        seed: of the drawing.
        resamples: how many in all.
        values: how many numbers a resample will need.
    """
    rng = np.random.default_rng(seed)
    batch, even = max(1, VALUES_AT_ONCE // values), np.full(questions, 1 / questions)
    for start in range(0, resamples, batch):
        yield rng.multinomial(questions, even, min(batch, resamples - start)).astype(float)


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
