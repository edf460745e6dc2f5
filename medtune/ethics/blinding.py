"""Whether raters could tell which system wrote an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from medtune.ethics.raters import Share, share
from medtune.ethics.rows import Label
from medtune.ethics.systems import CONFIDENCE
from medtune.ethics.table import Guesses
from medtune.evaluation.significance import Interval, mean_interval

SHUFFLES = 9_999


@dataclass(frozen=True, slots=True)
class Blinding:
    """How well the raters were blinded.

    Args:
        labels: what they could name, by number.
        named: how often each label was named, by the right one: `{right: {named: times}}`; -1 is "don't know".
        index: Bang's index by right label: 0 is what guessing gives, 1 that all are told, -1 that all are mistaken.
        overall: mean of the index over labels, by question; None with fewer than two questions.
        p: of the test whether more guesses are right than when the labels of a question's answers are exchanged.
        right: guesses that are right among those that name a label; None if none does.
        by_rater: the same for each rater.
        chance: share that would be right by chance.
        silent: how often somebody answered "don't know".
    """

    labels: dict[int, str]
    named: dict[int, dict[int, int]]
    index: dict[int, Interval | None]
    overall: Interval | None
    p: float | None
    right: Share | None
    by_rater: dict[int, Share]
    chance: float | None
    silent: int


def blinding(guesses: Guesses, labels: Sequence[Label], language: str = "en", seed: int = 0) -> Blinding:
    """Measure how well the raters were blinded.

    Args:
        guesses: about the answers.
        labels: what they could name.
        language: of the labels' words.
        seed: of resampling and shuffling.

    Source: Bang, Ni and Davis 2004, Assessment of Blinding in Clinical Trials; for more than two labels a wrong
    guess counts -1 / (labels - 1), so that guessing still gives 0.
    """
    names = {label.id: label.read(language) for label in sorted(labels, key=lambda label: label.read(language))}
    definite, right = guesses.guess >= 0, guesses.guess == guesses.truth
    points = np.where(right, 1.0, np.where(definite, -1 / max(len(names) - 1, 1), 0.0))
    truths = [label for label in names if (guesses.truth == label).any()]
    answers = [*names, -1]
    named = {
        int(truth): {int(one): int(((guesses.truth == truth) & (guesses.guess == one)).sum()) for one in answers}
        for truth in truths
    }
    by_rater = {
        int(rater): share(int((right & here).sum()), int(here.sum()))
        for rater in np.unique(guesses.raters)
        if (here := definite & (guesses.raters == rater)).any()
    }
    return Blinding(
        labels=names,
        named=named,
        index={int(truth): _interval(points, guesses, [truth], seed) for truth in truths},
        overall=_interval(points, guesses, truths, seed),
        p=_exchange_test(guesses, seed) if len(truths) > 1 and definite.any() else None,
        right=share(int(right.sum()), int(definite.sum())) if definite.any() else None,
        by_rater=by_rater,
        chance=_chance(guesses, definite) if definite.any() else None,
        silent=int((~definite).sum()),
    )


def _chance(guesses: Guesses, definite: np.ndarray) -> float:
    """Return the share of right guesses if what is named says nothing about who wrote it."""
    truth, guess = guesses.truth[definite], guesses.guess[definite]
    return float(sum((truth == label).mean() * (guess == label).mean() for label in np.unique(truth)))


def _interval(points: np.ndarray, guesses: Guesses, truths: Sequence[int], seed: int) -> Interval | None:
    """Return the mean over labels of the mean points, with an interval over questions.

    Each question gets, for every label, its own mean; a question whose answers lack a label does not count.
    """
    by_question = []
    for question in np.unique(guesses.questions):
        here = guesses.questions == question
        groups = [points[here & (guesses.truth == truth)] for truth in truths]
        if all(group.size for group in groups):
            by_question.append(np.mean([group.mean() for group in groups]))
    return mean_interval(np.round(by_question, 9), seed, CONFIDENCE) if len(by_question) > 1 else None


def _exchange_test(guesses: Guesses, seed: int) -> float:
    """Return the one-sided p-value of the number of right guesses.

    If nothing told the systems apart, the answers to one question could as well have been written by each other's
    systems. So the labels of a question's answers are exchanged, with all raters' guesses left where they are.
    """
    rng = np.random.default_rng(seed)
    observed = int((guesses.guess == guesses.truth).sum())
    total = np.zeros(SHUFFLES, dtype=int)
    for question in np.unique(guesses.questions):
        here = guesses.questions == question
        systems, place = np.unique(guesses.systems[here], return_inverse=True)
        truth = np.array([guesses.truth[here][place == number][0] for number in range(len(systems))])
        shuffled = rng.permuted(np.tile(truth, (SHUFFLES, 1)), axis=1)  # (shuffles, systems)
        total += (shuffled[:, place] == guesses.guess[here]).sum(axis=1)
    return float((1 + (total >= observed).sum()) / (1 + SHUFFLES))
