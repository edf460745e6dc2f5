"""What the templates show of the rubric, in one language, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from medtune.ethics.options import Options
from medtune.ethics.rubric import Axis, Rubric

CANNOT_JUDGE = "cannot"


@dataclass(frozen=True, slots=True)
class LevelView:
    """A score that can be given; `end` is `best`, `worst` or empty."""

    value: str
    label: str
    text: str
    end: str


@dataclass(frozen=True, slots=True)
class AxisView:
    """An axis with what the rater has given: a score, `cannot` or None; `ends_at` is the value that ends the item."""

    key: str
    title: str
    question: str
    direction: str
    levels: tuple[LevelView, ...]
    value: str | None
    ends_at: str | None


def axis_views(
    rubric: Rubric, options: Options, language: str, scores: Mapping[str, int | None]
) -> tuple[AxisView, ...]:
    """Return the axes in their order.

    Args:
        rubric: of the study.
        options: of the study.
        language: of the page.
        scores: what the rater has given, by axis; None is "cannot judge".
    """
    return tuple(
        AxisView(
            key=axis.key,
            title=axis.title.read(language),
            question=axis.question.read(language),
            direction=axis.direction.read(language),
            levels=_levels(axis, language),
            value=score_text(axis.key, scores),
            ends_at=str(axis.unacceptable) if options.end_on_unacceptable and axis.unacceptable is not None else None,
        )
        for axis in rubric.axes
    )


def _levels(axis: Axis, language: str) -> tuple[LevelView, ...]:
    worst, *_, best = axis.values if axis.best == "highest" else reversed(axis.values)
    ends = {worst: "worst", best: "best"}
    return tuple(
        LevelView(str(level.value), level.label.read(language), level.text.read(language), ends.get(level.value, ""))
        for level in axis.levels
    )


def score_text(axis: str, scores: Mapping[str, int | None]) -> str | None:
    """Return what a form says for a score: its value, `cannot`, or None where there is none yet."""
    if axis not in scores:
        return None
    return CANNOT_JUDGE if scores[axis] is None else str(scores[axis])


def parse_score(text: str) -> int | None:
    """Return the score that a form says; the rubric checks whether there is such a one.

    Raises:
        ValueError: it is neither a digit nor `cannot`.
    """
    if text == CANNOT_JUDGE:
        return None
    if len(text) != 1 or text not in "0123456789":
        raise ValueError(f"{text[:20]!r} is no score: a digit or {CANNOT_JUDGE!r} is allowed")
    return int(text)
