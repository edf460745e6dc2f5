"""`medtune ethics export`: what a study holds, as tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from medtune.ethics.adjudication import DISAGREEMENT_COLUMNS, disagreements
from medtune.ethics.exchange_files import write_table
from medtune.ethics.store import Study

CANNOT_JUDGE = "x"
"""What stands for it in a CSV file of scores, where an empty cell is no score at all."""

Rows = list[dict[str, Any]]


def export(study: Study, what: str, path: str | Path, even_unlocked: bool = False) -> int:
    """Write a table of a study.

    Args:
        study: the study.
        what: one of `TABLES`.
        path: .csv, .jsonl or .parquet.
        even_unlocked: write scores, guesses and comments of a study that goes on.

    Returns:
        How many rows were written.

    Raises:
        ValueError: there is no such table, or the ending is unknown.
        NotLocked: the table shows scores, and the study is not locked.
        FileExistsError: a queue of disagreements, which may be filled in, is there already.
    """
    if what not in TABLES:
        raise ValueError(f"{what!r} cannot be exported; {', '.join(TABLES)} can")
    columns, rows_of = TABLES[what]
    rows = rows_of(study, even_unlocked)
    blanks = {"value": CANNOT_JUDGE} if what == "scores" else {}
    write_table(path, columns, rows, new=what == "disagreements", blanks=blanks)
    study.log("cli", "export", what=what, rows=len(rows), even_unlocked=even_unlocked and study.locked is None)
    return len(rows)


def _scores(study: Study, even_unlocked: bool) -> Rows:
    return [
        {name: getattr(score, name) for name in SCORE_COLUMNS}
        | {"expected": "|".join(map(str, score.expected)) or None}
        for score in study.scores(even_unlocked)
    ]


def _guesses(study: Study, even_unlocked: bool) -> Rows:
    labels = {label.id: label.en for label in study.labels()} | {None: None}
    return [
        {
            "rater": guess.rater,
            "item_id": guess.item_id,
            "system": guess.system,
            "kind": guess.kind,
            "truth": labels[guess.truth],
            "guess": labels[guess.guess],
        }
        for guess in study.guesses(even_unlocked)
    ]


def _comments(study: Study, even_unlocked: bool) -> Rows:
    return [
        {name: getattr(one, name) for name in ("rater", "item_id", "text")} for one in study.comments(even_unlocked)
    ]


def _items(study: Study, _: bool) -> Rows:
    return [{name: getattr(item, name) for name in ITEM_COLUMNS} for item in study.items()]


def _decisions(study: Study, _: bool) -> Rows:
    return [{name: getattr(one, name) for name in DECISION_COLUMNS} for one in study.adjudications()]


def _progress(study: Study, _: bool) -> Rows:
    return [
        {"rater": one.rater.name, "done": one.done, "total": one.total, "last_saved": one.last_saved}
        for one in study.progress()
    ]


def _audit(study: Study, _: bool) -> Rows:
    return [dict(zip(("at", "actor", "action", "detail"), line, strict=True)) for line in study.audit()]


SCORE_COLUMNS = {
    "rater": str,
    "position": int,
    "item_id": str,
    "row_id": str,
    "system": str,
    "kind": str,
    "repeat_of": str,
    "language": str,
    "task": str,
    "stratum": str,
    "axis": str,
    "value": int,
    "expected": str,
    "saved": str,
}
ITEM_COLUMNS = dict.fromkeys(
    ("id", "row_id", "system", "language", "task", "stratum", "kind", "repeat_of", "question", "answer", "reference"),
    str,
)
DECISION_COLUMNS = {"item_id": str, "axis": str, "value": int, "by": str, "reason": str, "saved": str}
TABLES: dict[str, tuple[dict[str, type], Callable[[Study, bool], Rows]]] = {
    "scores": (SCORE_COLUMNS, _scores),
    "guesses": (dict.fromkeys(("rater", "item_id", "system", "kind", "truth", "guess"), str), _guesses),
    "comments": (dict.fromkeys(("rater", "item_id", "text"), str), _comments),
    "disagreements": (DISAGREEMENT_COLUMNS, disagreements),
    "decisions": (DECISION_COLUMNS, _decisions),
    "items": (ITEM_COLUMNS, _items),
    "progress": ({"rater": str, "done": int, "total": int, "last_saved": str}, _progress),
    "audit": (dict.fromkeys(("at", "actor", "action", "detail"), str), _audit),
}
