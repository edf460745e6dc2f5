"""What each system's answers got, and whether systems differ by more than chance."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy import stats

from medtune.ethics.table import Table
from medtune.evaluation.significance import Interval, holm, mean_interval, paired_difference_interval

CONFIDENCE = 0.95
FEWEST_FOR_CHI_SQUARE = 10


@dataclass(frozen=True, slots=True)
class SystemScores:
    """What the answers of one system got on one axis.

    Args:
        system: its name.
        answers: how many have a score.
        mean: over answers, of the mean over raters; None with fewer than two answers.
        counts: scores by value, of all raters together.
        cannot_judge: how often a rater said so.
        ended: how often an unacceptable value on an earlier axis left nothing to judge.
        missing: how often a rater gave nothing.
    """

    system: str
    answers: int
    mean: Interval | None
    counts: dict[float, int]
    cannot_judge: int
    ended: int
    missing: int


@dataclass(frozen=True, slots=True)
class Unacceptable:
    """How many answers of a system are unacceptable to somebody.

    Args:
        system: its name.
        answers: with at least one score.
        any_rater: to which one rater or more gave the unacceptable value.
        majority: to which more than half of those who scored it did.
        share: `any_rater / answers`.
        upper: upper end of the one-sided 95 % interval of that share.
        majority_share: `majority / answers`.
        majority_upper: likewise.
    """

    system: str
    answers: int
    any_rater: int
    majority: int
    share: float
    upper: float
    majority_share: float
    majority_upper: float


@dataclass(frozen=True, slots=True)
class Omnibus:
    """Friedman's test of whether the systems differ at all on one axis.

    Args:
        questions: those to which every system has a scored answer.
        statistic: chi-square; None where the test cannot be made.
        p: its p-value.
        p_holm: corrected over the axes.
        w: Kendall's W, from 0 (no question orders the systems as the others do) to 1.
        note: why there is no test, or why to doubt it.
    """

    questions: int
    statistic: float | None = None
    p: float | None = None
    p_holm: float | None = None
    w: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two systems on one axis, paired by question.

    Args:
        axis: key of the axis.
        first: a system.
        second: another.
        questions: those that both answered.
        difference: mean of `second - first`; None with fewer than two questions.
        p: of Wilcoxon's signed-rank test, two-sided; None where it cannot be made.
        p_holm: corrected over all pairs and axes.
        effect: matched-pairs rank-biserial correlation, from -1 (first always higher) to 1; None if all are equal.
        higher: questions on which `second` is higher.
        lower: questions on which it is lower.
    """

    axis: str
    first: str
    second: str
    questions: int
    difference: Interval | None
    p: float | None
    p_holm: float | None
    effect: float | None
    higher: int
    lower: int


def system_scores(table: Table, axis: str, seed: int = 0) -> list[SystemScores]:
    """Return what each system's answers got on an axis.

    A question has one answer of each system, so the interval of a system's mean resamples questions.
    """
    means, values = table.means(axis), next(one for one in table.axes if one.key == axis).values
    rows = []
    for number, system in enumerate(table.systems):
        answered = table.answers[:, number]
        scores = table.scores[axis][answered, number]
        scored = means[np.isfinite(means[:, number]), number]
        unknown = int(table.cannot_judge[axis][answered, number].sum())
        ended = int(table.ended(axis)[answered, number].sum())
        counts = {value: int((scores == value).sum()) for value in values}
        rows.append(
            SystemScores(
                system=system,
                answers=len(scored),
                mean=mean_interval(scored, seed, CONFIDENCE) if len(scored) > 1 else None,
                counts=counts,
                cannot_judge=unknown,
                ended=ended,
                missing=scores.size - sum(counts.values()) - unknown - ended,
            )
        )
    return rows


def unacceptable(table: Table, axis: str, value: float) -> list[Unacceptable]:
    """Return how many answers of each system got the value that no answer should get.

    Args:
        table: the scores.
        axis: key of the axis.
        value: the unacceptable one.

    Source: Clopper and Pearson 1934, The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial.
    """
    rows = []
    for number, system in enumerate(table.systems):
        scores = table.scores[axis][:, number]
        raters = np.isfinite(scores).sum(axis=1)
        bad = (scores == value).sum(axis=1)
        total, some, most = (int(part.sum()) for part in (raters > 0, bad > 0, 2 * bad > raters))
        if total:
            uppers = clopper_pearson_upper(some, total), clopper_pearson_upper(most, total)
            rows.append(Unacceptable(system, total, some, most, some / total, uppers[0], most / total, uppers[1]))
    return rows


def clopper_pearson_upper(found: int, total: int, confidence: float = CONFIDENCE) -> float:
    """Return the upper end of the exact one-sided interval of a share."""
    return float(stats.binomtest(found, total, alternative="less").proportion_ci(confidence, "exact").high)


def friedman(table: Table, axis: str) -> Omnibus:
    """Test whether the systems differ on an axis, over the questions to which each of them has a scored answer.

    Source: Friedman 1937, The Use of Ranks to Avoid the Assumption of Normality; Kendall and Babington Smith 1939,
    The Problem of m Rankings.
    """
    means = table.means(axis)
    complete = means[np.isfinite(means).all(axis=1)]
    size, systems = complete.shape
    if systems < 3:
        return Omnibus(size, note="the test needs three systems; the pair below is the comparison")
    if size < 2:
        return Omnibus(size, note="fewer than two questions have a scored answer of every system")
    if (complete == complete[:, :1]).all():
        return Omnibus(size, note="every question's answers got the same mean: there is no difference to test")
    result = stats.friedmanchisquare(*complete.T)
    few = f"{size} questions are few for the chi-square approximation" if size < FEWEST_FOR_CHI_SQUARE else ""
    w = float(result.statistic) / (size * (systems - 1))
    return Omnibus(size, float(result.statistic), float(result.pvalue), None, w, few)


def compare_pairs(table: Table, seed: int = 0) -> list[Pair]:
    """Compare every two systems on every axis, with p-values corrected over all of these comparisons.

    Source: Wilcoxon 1945, Individual Comparisons by Ranking Methods; Kerby 2014, The Simple Difference Formula
    (matched-pairs rank-biserial correlation); Holm 1979.
    """
    found = [
        (axis.key, first, second, *_paired(table.means(axis.key), first, second))
        for axis in table.axes
        for first, second in combinations(range(len(table.systems)), 2)
    ]
    tests = [_wilcoxon(after - before) for *_, before, after in found]
    corrected = holm_of(p for p, _ in tests)
    return [
        Pair(
            axis=axis,
            first=table.systems[first],
            second=table.systems[second],
            questions=len(before),
            difference=paired_difference_interval(before, after, seed, CONFIDENCE) if len(before) > 1 else None,
            p=p,
            p_holm=p_holm,
            effect=effect,
            higher=int((after > before).sum()),
            lower=int((after < before).sum()),
        )
        for (axis, first, second, before, after), (p, effect), p_holm in zip(found, tests, corrected, strict=True)
    ]


def holm_of(p_values) -> list[float | None]:
    """Return p-values as `holm` corrects them; those that are None stay, and do not count."""
    p_values = list(p_values)
    corrected = iter(holm([p for p in p_values if p is not None]))
    return [None if p is None else next(corrected) for p in p_values]


def _paired(means: np.ndarray, first: int, second: int) -> tuple[np.ndarray, np.ndarray]:
    both = np.isfinite(means[:, [first, second]]).all(axis=1)
    return means[both, first], means[both, second]


def _wilcoxon(differences: np.ndarray) -> tuple[float | None, float | None]:
    """Return the p-value and the rank-biserial correlation; equal pairs are left out, as Wilcoxon does."""
    differences = np.round(differences, 9)  # so that differences which are equal share a rank
    unequal = differences[differences != 0]
    if len(differences) < 2 or not len(unequal):
        return None, None
    ranks = stats.rankdata(np.abs(unequal))
    effect = float((ranks * np.sign(unequal)).sum() / ranks.sum())
    return float(stats.wilcoxon(unequal).pvalue), effect
