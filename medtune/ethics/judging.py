"""What an item's scores mean together: which count, and whether anything is left to judge."""

from __future__ import annotations

from collections.abc import Mapping

from medtune.ethics.options import Options
from medtune.ethics.rubric import Rubric


def judged(
    rubric: Rubric, options: Options, given: Mapping[str, int | None]
) -> tuple[dict[str, int | None], str | None]:
    """Return the scores of an item that count.

    Args:
        rubric: the axes.
        options: whether an unacceptable answer ends the item.
        given: the rater's scores by axis; `None` is "cannot judge".

    Returns:
        Scores by axis in the rubric's order, without those after an axis that ended the item; and that axis.
    """
    scores = {}
    for axis in rubric.axes:
        if axis.key not in given:
            continue
        scores[axis.key] = given[axis.key]
        if options.end_on_unacceptable and axis.unacceptable is not None and given[axis.key] == axis.unacceptable:
            return scores, axis.key
    return scores, None


def is_done(rubric: Rubric, options: Options, given: Mapping[str, int | None]) -> bool:
    """Tell whether a rater has nothing more to judge about an item."""
    scores, ended_by = judged(rubric, options, given)
    for axis in rubric.axes:
        if axis.key not in scores:
            return False
        if axis.key == ended_by:
            return True
    return True
