"""What the raters are like: strict or mild, steady, right on gold items, and not told which system wrote what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

from medtune.ethics.agreement import Agreement, agreement
from medtune.ethics.rows import Score
from medtune.ethics.systems import CONFIDENCE
from medtune.ethics.table import GOLD, Repeats, Table
from medtune.evaluation.significance import Interval, mean_interval


@dataclass(frozen=True, slots=True)
class Share:
    """How often something was so, with the exact two-sided 95 % interval of Clopper and Pearson.

    Args:
        found: how often it was.
        total: of how many.
        low: lower end.
        high: upper end.
    """

    found: int
    total: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share."""
        return self.found / self.total


@dataclass(frozen=True, slots=True)
class Severity:
    """How much higher or lower a rater scores than the others do, on one axis.

    Args:
        rater: their number.
        scores: how many they gave.
        mean: of them.
        bias: mean difference from the mean of the others on the same answer, by question; None with fewer than two.
    """

    rater: int
    scores: int
    mean: float
    bias: Interval | None


@dataclass(frozen=True, slots=True)
class Steadiness:
    """How far raters agree with themselves on one axis.

    Args:
        by_rater: for each rater who saw repeats, how often both scores are equal.
        equal: how many of all raters' pairs are equal.
        pairs: how many there are.
        change: mean of second minus first, by question; None with fewer than two questions.
        again: coefficients between first and second; their `raw` is the share of equal pairs, resampled by question.
    """

    by_rater: dict[int, Share]
    equal: int
    pairs: int
    change: Interval | None
    again: Agreement


def share(found: int, total: int) -> Share:
    """Return a share with its interval.

    Source: Clopper and Pearson 1934.
    """
    interval = stats.binomtest(found, total).proportion_ci(CONFIDENCE, "exact")
    return Share(found, total, float(interval.low), float(interval.high))


def severity(table: Table, axis: str, seed: int = 0) -> list[Severity]:
    """Return how strict each rater is on an axis, compared with the others on the same answers."""
    scores = table.scores[axis]
    given = np.isfinite(scores)
    rows = []
    for number, rater in enumerate(table.raters):
        mine = scores[:, :, number]
        others = np.delete(scores, number, axis=2)
        count = np.isfinite(others).sum(axis=2)
        difference = np.where(count > 0, mine - np.nansum(others, axis=2) / np.maximum(count, 1), np.nan)
        own = mine[given[:, :, number]]
        if own.size:
            by_question = question_means(difference)
            bias = mean_interval(by_question, seed, CONFIDENCE) if len(by_question) > 1 else None
            rows.append(Severity(rater, own.size, float(own.mean()), bias))
    return rows


def question_means(values: np.ndarray) -> np.ndarray:
    """Return the mean of each question that has a value; `values` is float of shape (questions, systems)."""
    some = np.isfinite(values).any(axis=1)
    return np.nanmean(values[some], axis=1)


def steadiness(repeats: Repeats, values: Sequence[float], seed: int = 0) -> Steadiness:
    """Return how far raters agree with themselves on answers that they were shown twice.

    Args:
        repeats: of one axis.
        values: all that can be given.
        seed: of the resampling.
    """
    equal, change = repeats.first == repeats.second, repeats.second - repeats.first
    by_question = [change[repeats.questions == question].mean() for question in np.unique(repeats.questions)]
    both = np.stack([repeats.first, repeats.second], axis=1)
    return Steadiness(
        by_rater={
            int(rater): share(int(equal[repeats.raters == rater].sum()), int((repeats.raters == rater).sum()))
            for rater in np.unique(repeats.raters)
        },
        equal=int(equal.sum()),
        pairs=equal.size,
        change=mean_interval(by_question, seed, CONFIDENCE) if len(by_question) > 1 else None,
        again=agreement(both, values, repeats.questions, seed),
    )


def gold_accuracy(scores: Sequence[Score]) -> dict[str, dict[int, Share]]:
    """Return, by axis and rater, how often a gold item got a score that was expected; "cannot judge" is not one."""
    found: dict[str, dict[int, list[bool]]] = {}
    for score in scores:
        if score.kind == GOLD and score.expected:
            found.setdefault(score.axis, {}).setdefault(score.rater_id, []).append(score.value in score.expected)
    return {
        axis: {rater: share(sum(right), len(right)) for rater, right in sorted(by_rater.items())}
        for axis, by_rater in found.items()
    }
