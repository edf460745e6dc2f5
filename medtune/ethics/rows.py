"""What goes into a study and what comes out of it, as plain rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["item", "repeat", "gold"]


@dataclass(frozen=True, slots=True)
class NewSystem:
    """A system whose answers are rated.

    Args:
        name: as its predictions are signed; no rater sees it.
        label: what raters may say wrote an answer, text by language; systems with equal labels share it.
    """

    name: str
    label: tuple[tuple[str, str], ...] | None = None


@dataclass(frozen=True, slots=True)
class NewItem:
    """An answer to rate.

    Args:
        row_id: id of the row that was answered.
        system: name of what answered; `None` for a gold item that no system wrote.
        language: `zh` or `en`, of the texts.
        question: what was asked.
        answer: what was answered, masked.
        task: the row's task.
        stratum: what it was sampled as.
        reference: the true reply.
        repeats: how many hidden repeats there are.
        expected: of a gold item, the right values by axis.
    """

    row_id: str
    system: str | None
    language: str
    question: str
    answer: str
    task: str = "question-answer"
    stratum: str = ""
    reference: str | None = None
    repeats: int = 0
    expected: dict[str, list[int]] | None = None


@dataclass(frozen=True, slots=True)
class NewRater:
    """Somebody who is to rate.

    Args:
        name: as the administrator calls them.
        language: `zh` or `en`, of their pages.
    """

    name: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The secrets of a new study's links; only their hashes are stored.

    Args:
        admin: of the administrator.
        raters: of each rater, by name.
    """

    admin: str = field(repr=False)
    raters: dict[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Rater:
    """Somebody who rates.

    Args:
        id: number in the study.
        name: as the administrator calls them.
        language: `zh` or `en`, of their pages.
        active: whether their link is good.
    """

    id: int
    name: str
    language: str
    active: bool


@dataclass(frozen=True, slots=True)
class Place:
    """How far a rater is with an item, without the texts.

    Args:
        position: 0 is the first.
        item_id: opaque.
        scored: axes with a score or "cannot judge".
        done: whether nothing more is to be judged.
    """

    position: int
    item_id: str
    scored: int
    done: bool


@dataclass(frozen=True, slots=True)
class RaterItem:
    """What a rater's page shows: nothing of the system, of the row's id, or of which items are repeats or gold.

    Args:
        id: opaque.
        position: 0 is the first.
        total: how many items there are.
        language: of the texts.
        task: the row's task.
        question: what was asked.
        answer: what was answered, masked.
        reference: the true reply, where the study shows it.
        scores: value by axis of what the rater has given; `None` is "cannot judge".
        ended_by: axis whose unacceptable value ended the item: the axes after it are not judged.
        done: whether nothing more is to be judged.
        guessed: whether they have said who wrote it (or that they don't know).
        guess: the label they named.
        comment: their comment, or empty.
    """

    id: str
    position: int
    total: int
    language: str
    task: str
    question: str
    answer: str
    reference: str | None
    scores: dict[str, int | None]
    ended_by: str | None
    done: bool
    guessed: bool
    guess: int | None
    comment: str


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a score.

    Args:
        saved: ISO time since when the value holds, UTC.
        what: `new`, `changed` from another value, or the `same` as before.
    """

    saved: str
    what: Literal["new", "changed", "same"]


@dataclass(frozen=True, slots=True)
class Label:
    """What a rater may answer to "who wrote this?".

    Args:
        id: number of the label.
        en: in English.
        zh: in Chinese.
    """

    id: int
    en: str
    zh: str

    def read(self, language: str) -> str:
        """Return the words in a language."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Score:
    """A current score, with all that the statistics need.

    Args:
        rater_id: number of the rater.
        rater: as the administrator calls them.
        position: place of the item in the rater's order.
        item_id: opaque.
        row_id: of the row that was answered.
        system: name of what answered; `None` for a gold item that no system wrote.
        kind: `item`, `repeat` or `gold`.
        repeat_of: item that a repeat repeats.
        language: of the texts.
        task: the row's task.
        stratum: what the row was sampled as.
        axis: key of the axis.
        value: the score; `None` is "cannot judge".
        expected: for a gold item, the right values of this axis; empty where any is right.
        saved: ISO time, UTC.
    """

    rater_id: int
    rater: str
    position: int
    item_id: str
    row_id: str
    system: str | None
    kind: Kind
    repeat_of: str | None
    language: str
    task: str
    stratum: str
    axis: str
    value: int | None
    expected: tuple[int, ...]
    saved: str


@dataclass(frozen=True, slots=True)
class Guess:
    """What a rater said about who wrote an answer.

    Args:
        rater_id: number of the rater.
        rater: as the administrator calls them.
        item_id: opaque.
        system: name of what answered.
        kind: `item`, `repeat` or `gold`.
        truth: id of the system's label.
        guess: id of the label that the rater named; `None` is "don't know".
    """

    rater_id: int
    rater: str
    item_id: str
    system: str | None
    kind: Kind
    truth: int | None
    guess: int | None


@dataclass(frozen=True, slots=True)
class Comment:
    """What a rater wrote about an answer.

    Args:
        rater_id: number of the rater.
        rater: as the administrator calls them.
        item_id: opaque.
        text: their words.
    """

    rater_id: int
    rater: str
    item_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Adjudication:
    """What was agreed where raters differed.

    Args:
        item_id: opaque.
        axis: key of the axis.
        value: the score that holds.
        by: who decided.
        reason: why.
        saved: ISO time, UTC.
    """

    item_id: str
    axis: str
    value: int
    by: str
    reason: str
    saved: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item as the administrator sees it, never a rater.

    Args:
        id: opaque.
        row_id: of the row that was answered.
        system: name of what answered; `None` for a gold item that no system wrote.
        language: of the texts.
        task: the row's task.
        stratum: what the row was sampled as.
        question: what was asked.
        answer: what was answered, masked.
        reference: the true reply.
        kind: `item`, `repeat` or `gold`.
        repeat_of: item that a repeat repeats.
        expected: of a gold item, the right values by axis.
    """

    id: str
    row_id: str
    system: str | None
    language: str
    task: str
    stratum: str
    question: str
    answer: str
    reference: str | None
    kind: Kind
    repeat_of: str | None
    expected: dict[str, list[int]] | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a rater is.

    Args:
        rater: who.
        done: items with nothing more to judge.
        total: items assigned.
        last_saved: ISO time of the last score, if any.
    """

    rater: Rater
    done: int
    total: int
    last_saved: str | None
