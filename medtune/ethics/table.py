"""The scores of a study as arrays: one for each axis, over questions, systems and raters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from medtune.ethics.rows import Guess, Score
from medtune.ethics.rubric import Axis, Rubric

ITEM, REPEAT, GOLD = "item", "repeat", "gold"


@dataclass(frozen=True)
class Table:
    """The scores that answers got when they were seen for the first time.

    Args:
        axes: of the rubric, in its order.
        questions: ids of the rows, in alphabetical order.
        languages: of each question.
        systems: names, in alphabetical order.
        raters: numbers of those who gave any score, rising.
        scores: by key of the axis, float of shape (questions, systems, raters); NaN where there is no score.
        cannot_judge: likewise, where a rater said so, bool.
        answers: where a system answered a question, bool of shape (questions, systems).
    """

    axes: tuple[Axis, ...]
    questions: tuple[str, ...]
    languages: tuple[str, ...]
    systems: tuple[str, ...]
    raters: tuple[int, ...]
    scores: dict[str, np.ndarray]
    cannot_judge: dict[str, np.ndarray]
    answers: np.ndarray

    def means(self, axis: str) -> np.ndarray:
        """Return the mean over raters of each answer, float of shape (questions, systems); NaN if nobody scored it.

        Rounded to nine decimals, so that means which are equal are equal to a test of ranks too.
        """
        values = self.scores[axis]
        given = np.isfinite(values).sum(axis=2)
        sums = np.nansum(values, axis=2)
        return np.where(given > 0, np.round(sums / np.maximum(given, 1), 9), np.nan)

    def ended(self, axis: str) -> np.ndarray:
        """Return where an unacceptable value on an earlier axis left nothing to judge, bool as `cannot_judge`."""
        ended = np.zeros_like(self.cannot_judge[axis])
        for earlier in self.axes:
            if earlier.key == axis:
                break
            if earlier.unacceptable is not None:
                ended |= self.scores[earlier.key] == earlier.unacceptable
        return ended & np.isnan(self.scores[axis]) & ~self.cannot_judge[axis]


@dataclass(frozen=True)
class Repeats:
    """What raters gave to the same answer twice, on one axis.

    Args:
        questions: number of the question of each pair, in `Table.questions`, int of shape (pairs,).
        raters: number of the rater of each pair, as in `Table.raters`.
        first: what they gave first, float of shape (pairs,).
        second: what they gave to the hidden repeat.
    """

    questions: np.ndarray
    raters: np.ndarray
    first: np.ndarray
    second: np.ndarray


def build_table(scores: Sequence[Score], rubric: Rubric) -> Table:
    """Put the scores of a study into arrays; repeats and gold items are left out.

    Raises:
        ValueError: there is no score of an answer.
    """
    first = [score for score in scores if score.kind == ITEM]
    if not first:
        raise ValueError("the study holds no score of an answer: there is nothing to report")
    languages = {score.row_id: score.language for score in first}
    questions = tuple(sorted(languages))
    systems = tuple(sorted({score.system for score in first}))
    raters = tuple(sorted({score.rater_id for score in first}))
    shape = (len(questions), len(systems), len(raters))
    values = {axis.key: np.full(shape, np.nan) for axis in rubric.axes}
    unknown = {axis.key: np.zeros(shape, dtype=bool) for axis in rubric.axes}
    answers = np.zeros(shape[:2], dtype=bool)
    places = [{name: place for place, name in enumerate(names)} for names in (questions, systems, raters)]
    for score in first:
        place = places[0][score.row_id], places[1][score.system], places[2][score.rater_id]
        answers[place[:2]] = True
        if score.value is None:
            unknown[score.axis][place] = True
        else:
            values[score.axis][place] = score.value
    order = tuple(languages[question] for question in questions)
    return Table(rubric.axes, questions, order, systems, raters, values, unknown, answers)


def find_repeats(scores: Sequence[Score], table: Table) -> dict[str, Repeats]:
    """Return, by axis, the pairs of scores that one rater gave to one answer and to its hidden repeat."""
    given = {(s.rater_id, s.item_id, s.axis): s.value for s in scores if s.kind == ITEM and s.value is not None}
    place = {question: number for number, question in enumerate(table.questions)}
    pairs: dict[str, list[tuple]] = {axis.key: [] for axis in table.axes}
    for score in scores:
        first = given.get((score.rater_id, score.repeat_of, score.axis))
        if score.kind == REPEAT and score.value is not None and first is not None:
            pairs[score.axis].append((place[score.row_id], score.rater_id, first, score.value))
    return {axis: _repeats(found) for axis, found in pairs.items() if found}


def _repeats(pairs: list[tuple]) -> Repeats:
    questions, raters, first, second = zip(*pairs, strict=True)
    return Repeats(np.array(questions), np.array(raters), np.array(first, float), np.array(second, float))


@dataclass(frozen=True)
class Guesses:
    """What raters said about who wrote the answers.

    Args:
        questions: number of the question of each guess, in `Table.questions`, int of shape (guesses,).
        systems: number of the system that wrote the answer, in `Table.systems`.
        raters: number of the rater, as in `Table.raters`.
        truth: number of the right label.
        guess: number of the label that the rater named; -1 is "don't know".
    """

    questions: np.ndarray
    systems: np.ndarray
    raters: np.ndarray
    truth: np.ndarray
    guess: np.ndarray


def find_guesses(guesses: Sequence[Guess], scores: Sequence[Score], table: Table) -> Guesses | None:
    """Return the guesses on first sight of an answer whose system has a label; `None` if there are none."""
    question = {s.item_id: s.row_id for s in scores if s.kind == ITEM}
    place = {name: number for number, name in enumerate(table.questions)}
    system = {name: number for number, name in enumerate(table.systems)}
    rows = [
        (place[question[g.item_id]], system[g.system], g.rater_id, g.truth, -1 if g.guess is None else g.guess)
        for g in guesses
        if g.kind == ITEM and g.truth is not None and g.item_id in question
    ]
    return Guesses(*(np.array(column) for column in zip(*rows, strict=True))) if rows else None
