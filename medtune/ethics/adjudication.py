"""Where raters disagree: the queue of answers to decide on, and the decisions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np

from medtune.ethics.store import Study
from medtune.ethics.table import Table
from medtune.evaluation.reports.report_sections import Section
from medtune.evaluation.reports.tables import markdown_table

DISAGREEMENT_COLUMNS = dict.fromkeys(
    ("item_id", "axis", "question", "answer", "scores", "comments", "decision", "by", "reason"), str
)
SPREAD = 2  # levels between the highest and the lowest score that are a disagreement by themselves


def is_disagreement(values: Sequence[int | None], levels: Sequence[int]) -> bool:
    """Tell whether raters' scores of one answer on one axis need a decision.

    Args:
        values: the scores; "cannot judge" (`None`) does not count.
        levels: the axis's scores, rising.

    Returns:
        Whether the highest and the lowest are two levels or more apart, or none has more than half of the votes.
    """
    votes = Counter(value for value in values if value is not None)
    if len(votes) < 2:
        return False
    places = [levels.index(value) for value in votes]
    return max(places) - min(places) >= SPREAD or max(votes.values()) * 2 <= votes.total()


def disagreements(study: Study, even_unlocked: bool = False) -> list[dict[str, Any]]:
    """Return the queue: by axis, the most apart first; without systems and raters, so that decisions are blinded too.

    Args:
        study: the study.
        even_unlocked: look at a study that goes on.

    Returns:
        A row for each answer and axis: texts, sorted scores, comments, and the decision if there is one.

    Raises:
        NotLocked: the study is not locked.
    """
    values: dict[tuple[str, str], list[int | None]] = defaultdict(list)
    for score in study.scores(even_unlocked):
        if score.kind == "item":
            values[score.item_id, score.axis].append(score.value)
    comments: dict[str, list[str]] = defaultdict(list)
    for comment in study.comments(even_unlocked):
        comments[comment.item_id].append(comment.text)
    decided = {(one.item_id, one.axis): one for one in study.adjudications()}
    items = {item.id: item for item in study.items()}
    queue = []
    for place, axis in enumerate(study.rubric.axes):
        for item_id in items:
            given = values.get((item_id, axis.key), [])
            if not is_disagreement(given, axis.values):
                continue
            known = sorted(value for value in given if value is not None)
            decision = decided.get((item_id, axis.key))
            row = {
                "item_id": item_id,
                "axis": axis.key,
                "question": items[item_id].question,
                "answer": items[item_id].answer,
                "scores": " ".join([*map(str, known), *["x"] * given.count(None)]),
                "comments": "\n".join(sorted(comments[item_id])),
                "decision": str(decision.value) if decision else None,
                "by": decision.by if decision else None,
                "reason": decision.reason if decision else None,
            }
            queue.append((place, known[0] - known[-1], item_id, row))
    return [row for *_, row in sorted(queue, key=lambda entry: entry[:3])]


def disagreement_section(study: Study, table: Table) -> Section:
    """Return how often raters disagreed and what was decided there, for the report.

    Args:
        study: locked, or not for a dry run.
        table: its scores.
    """
    queue = disagreements(study, even_unlocked=True)
    rows, numbers = [], {}
    for axis in table.axes:
        here = [row for row in queue if row["axis"] == axis.key]
        decided = Counter(row["decision"] for row in here if row["decision"] is not None)
        answers = int((np.isfinite(table.scores[axis.key]).sum(axis=-1) > 1).sum())
        values = {str(value): decided[str(value)] for value in axis.values}
        numbers[axis.key] = {"answers": answers, "found": len(here), "decided": decided.total(), "values": values}
        rows.append(
            {
                "axis": axis.title.read("en"),
                "answers": answers,
                "found": f"{len(here)} ({len(here) / answers:.0%})" if answers else None,
                "decided": decided.total(),
                "values": " · ".join(f"{value}: {count}" for value, count in values.items() if count) or None,
            }
        )
    headings = {"axis": "Axis", "answers": "Answers", "found": "Disagreements", "decided": "Decided"}
    parts = [
        "## Where raters disagree",
        markdown_table(rows, headings | {"values": "Value: answers"}, right=list(headings)[1:]),
        "Of the answers that two raters or more scored: those whose scores lie two levels or more apart, or where no "
        "value has more than half of the votes. Decisions stand beside the scores; no other figure here takes them in.",
    ]
    return Section(parts, numbers)
