"""Writing what raters and deciders say, each inside a transaction of `Study`."""

from __future__ import annotations

import sqlite3

from medtune.ethics.database import log, now
from medtune.ethics.rows import Saved


class Locked(PermissionError):
    """The study is locked: no more scores are taken."""


class NotAssigned(KeyError):
    """The rater has no such item."""

    def __str__(self) -> str:
        return str(self.args[0])


def check_open(db: sqlite3.Connection, rater_id: int, item_id: str) -> None:
    """Make sure that a rater may say something about an item.

    Raises:
        Locked: the study is locked.
        NotAssigned: the rater has no such item.
    """
    if db.execute("SELECT locked FROM study").fetchone()[0] is not None:
        raise Locked("the study is locked: no more scores are taken")
    here = (rater_id, item_id)
    if db.execute("SELECT 1 FROM assignment WHERE rater_id = ? AND item_id = ?", here).fetchone() is None:
        raise NotAssigned(f"rater {rater_id} has no item {item_id!r}")


def write_score(
    db: sqlite3.Connection, rater_id: int, item_id: str, axis: str, value: int | None, client: str, actor: str
) -> Saved:
    """Write a score; the one that held before is kept as superseded. Raises like `check_open`."""
    check_open(db, rater_id, item_id)
    current = db.execute(
        "SELECT id, value, saved FROM score WHERE rater_id = ? AND item_id = ? AND axis = ? AND superseded = 0",
        (rater_id, item_id, axis),
    ).fetchone()
    if current and current[1] == value:
        return Saved(current[2], "same")
    if current:
        db.execute("UPDATE score SET superseded = 1 WHERE id = ?", (current[0],))
    saved = now()
    db.execute(
        "INSERT INTO score (rater_id, item_id, axis, value, saved, client) VALUES (?, ?, ?, ?, ?, ?)",
        (rater_id, item_id, axis, value, saved, client[:64]),
    )
    detail = {"item": item_id, "axis": axis, "changed": bool(current)}
    log(db, actor or f"rater:{rater_id}", "score", detail, saved)
    return Saved(saved, "changed" if current else "new")


def write_guess(db: sqlite3.Connection, rater_id: int, item_id: str, label_id: int | None) -> str:
    """Write a guess in place of an earlier one, and return the time. Raises like `check_open`."""
    return _write_one(db, "guess", "label_id", rater_id, item_id, label_id)


def write_comment(db: sqlite3.Connection, rater_id: int, item_id: str, text: str) -> str:
    """Write a comment in place of an earlier one, and return the time. Raises like `check_open`."""
    return _write_one(db, "item_comment", "text", rater_id, item_id, text)


def _write_one(db: sqlite3.Connection, table: str, column: str, rater_id: int, item_id: str, value: object) -> str:
    check_open(db, rater_id, item_id)
    saved = now()
    db.execute(
        f"INSERT INTO {table} (rater_id, item_id, {column}, saved) VALUES (?, ?, ?, ?) "
        f"ON CONFLICT DO UPDATE SET {column} = excluded.{column}, saved = excluded.saved",
        (rater_id, item_id, value, saved),
    )
    log(db, f"rater:{rater_id}", table.removeprefix("item_"), {"item": item_id}, saved)
    return saved


def write_decision(db: sqlite3.Connection, item_id: str, axis: str, value: int, by: str, reason: str) -> str:
    """Write a decision; the one that held before is kept as superseded.

    Returns:
        ISO time.

    Raises:
        NotAssigned: there is no such item.
    """
    if db.execute("SELECT 1 FROM item WHERE id = ?", (item_id,)).fetchone() is None:
        raise NotAssigned(f"the study has no item {item_id!r}")
    here, saved = (item_id, axis), now()
    db.execute("UPDATE adjudication SET superseded = 1 WHERE item_id = ? AND axis = ? AND superseded = 0", here)
    db.execute(
        "INSERT INTO adjudication (item_id, axis, value, by, reason, saved) VALUES (?, ?, ?, ?, ?, ?)",
        (*here, value, by, reason, saved),
    )
    log(db, "cli", "adjudicate", {"item": item_id, "axis": axis}, saved)
    return saved
