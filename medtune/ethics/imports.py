"""`medtune ethics import`: scores from spreadsheets or another copy of the study, and decisions on disagreements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from medtune.data.cleaning.spans import fold
from medtune.ethics.exchange_files import read_table
from medtune.ethics.rows import Rater
from medtune.ethics.sheets import COMMENT, GUESS, ITEM, RATER
from medtune.ethics.store import LONGEST_COMMENT, Study

CANNOT_JUDGE = ("x", "?", "cannot judge", "无法判断")
DONT_KNOW = ("?", "x", "don't know", "don’t know", "不知道")
_SHOWN = 50  # problems in a message


@dataclass(slots=True)
class Imported:
    """What came of an import.

    Args:
        new: scores that were not there.
        changed: scores, guesses and comments that took the place of others.
        same: scores that were there already.
        comments: comments that were not there.
        guesses: guesses that were not there.
        decisions: decisions that were not there, or others.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    comments: int = 0
    guesses: int = 0
    decisions: int = 0


@dataclass(slots=True)
class _Pending:
    """What files hold, before any of it is saved."""

    scores: dict[tuple[int, str, str], tuple[int | None, str]] = field(default_factory=dict)
    guesses: dict[tuple[int, str], tuple[int | None, str]] = field(default_factory=dict)
    comments: dict[tuple[int, str], tuple[str, str]] = field(default_factory=dict)
    decisions: dict[tuple[str, str], tuple[int, str, str, str]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def add(self, kind: dict, key: tuple, value: Any, here: str) -> None:
        """Note a value with its place; the same thing twice with other values is a problem."""
        earlier = kind.get(key)
        if earlier is not None and earlier[:-1] != value:
            self.problems.append(f"{here}: another value than in {earlier[-1]}")
        kind[key] = (*value, here)


def import_files(study: Study, files: Sequence[str | Path], replace: bool = False) -> Imported:
    """Import files: all of them or, if anything is wrong in one, nothing.

    Args:
        study: the study.
        files: spreadsheets of `export_sheets`; scores of `export` (from a copy of this study); or its disagreements
            with the column `decision` filled in. Their columns tell which.
        replace: whether other scores, guesses and comments than the study holds take their place.

    Returns:
        What was saved.

    Raises:
        FileNotFoundError: a file is not there.
        ValueError: with every cell that cannot be read, or that differs from what the study holds.
        Locked, NotLocked: scores are taken before the lock, decisions after it.
    """
    pending = _Pending()
    for file in files:
        _read(study, Path(file), pending)
    if pending.scores or pending.guesses or pending.comments:
        study.check_unlocked()
    if pending.decisions:
        study.check_readable()
    done = Imported()
    changes = _changes(study, pending, done)
    if changes and not replace:
        pending.problems += [f"{change}; --replace takes the file's" for change in changes]
    if pending.problems:
        more = len(pending.problems) - _SHOWN
        rest = [f"and {more} more"] if more > 0 else []
        raise ValueError("\n".join(["nothing was imported:", *pending.problems[:_SHOWN], *rest]))
    done.changed = len(changes)
    _save(study, pending)
    return done


def _read(study: Study, path: Path, pending: _Pending) -> None:
    """Read a file of one of the three kinds."""
    try:
        rows = read_table(path)
    except ValueError as error:
        pending.problems.append(str(error))
        return
    if not rows:
        pending.problems.append(f"{path}: no rows")
        return
    # A heading begins with the column's name; a translation may follow it.
    short = {name: str(name).partition(" ")[0] for name in rows[0][1]}
    columns = set(short.values())
    rows = [(line, {short.get(name, name): value for name, value in row.items()}) for line, row in rows]
    axes = [axis.key for axis in study.rubric.axes]
    reader = None
    if {"item_id", "axis", "decision", "by"} <= columns:
        reader = _read_decision
    elif {"rater", "item_id", "axis", "value"} <= columns:
        reader = _read_score
    elif {RATER, ITEM} <= columns and columns & set(axes):
        reader = _read_sheet_row
        if missing := [axis for axis in axes if axis not in columns]:
            pending.problems.append(f"{path}: no column {', '.join(missing)}")
    if reader is None:
        pending.problems.append(
            f"{path}: neither a rater's spreadsheet, nor scores, nor decisions of `medtune ethics export`; its columns "
            f"are {', '.join(map(str, rows[0][1]))}"
        )
        return
    raters = {rater.name: rater for rater in study.raters()}
    items = {rater.id: {place.item_id for place in study.positions(rater.id)} for rater in raters.values()}
    for line, row in rows:
        reader(study, row, f"{path}, line {line}", pending, raters, items)


def _who(
    row: dict[str, Any], item: str, here: str, pending: _Pending, raters: dict[str, Rater], items: dict[int, set[str]]
) -> tuple[int, str] | None:
    """Return rater and item of a row, or note what is wrong with them."""
    name, item_id = _text(row.get("rater")), _text(row.get(item))
    rater = raters.get(name)
    if rater is None:
        pending.problems.append(f"{here}, rater: {name!r} does not rate here; {', '.join(raters)} do")
        return None
    if item_id not in items[rater.id]:
        pending.problems.append(f"{here}, {item}: {item_id!r} is no item of {name}; another study's?")
        return None
    return rater.id, item_id


def _read_sheet_row(study, row, here, pending, raters, items) -> None:
    key = _who(row, ITEM, here, pending, raters, items)
    if key is None:
        return
    for axis in study.rubric.axes:
        cell = _text(row.get(axis.key))
        if cell:
            value, known = _value(cell, axis.values)
            if known:
                pending.add(pending.scores, (*key, axis.key), (value,), here)
            else:
                pending.problems.append(_wrong(here, axis.key, cell, axis.values))
    if cell := _text(row.get(GUESS)):
        _read_guess(study, cell, key, here, pending)
    if cell := _text(row.get(COMMENT)):
        if len(cell) > LONGEST_COMMENT:
            pending.problems.append(f"{here}, {COMMENT}: {len(cell)} characters; at most {LONGEST_COMMENT} are allowed")
        else:
            pending.add(pending.comments, key, (cell,), here)


def _read_guess(study: Study, cell: str, key: tuple[int, str], here: str, pending: _Pending) -> None:
    labels = {words.casefold(): label.id for label in study.labels() for words in (label.en, label.zh)}
    if cell.casefold() in DONT_KNOW:
        pending.add(pending.guesses, key, (None,), here)
    elif cell.casefold() in labels:
        pending.add(pending.guesses, key, (labels[cell.casefold()],), here)
    else:
        allowed = ", ".join([*dict.fromkeys(label.en for label in study.labels()), "?"])
        pending.problems.append(f"{here}, {GUESS}: {cell!r}; {allowed} are allowed")


def _read_score(study, row, here, pending, raters, items) -> None:
    key = _who(row, "item_id", here, pending, raters, items)
    axes = {axis.key: axis.values for axis in study.rubric.axes}
    axis = _text(row.get("axis"))
    if axis not in axes:
        pending.problems.append(f"{here}, axis: {axis!r}; {', '.join(axes)} are allowed")
        return
    # JSON and Parquet have a value for "none"; in a CSV file an empty cell is a mistake.
    value, known = (None, True) if row.get("value") is None else _value(_text(row["value"]), axes[axis])
    if not known:
        pending.problems.append(_wrong(here, "value", _text(row["value"]), axes[axis]))
    elif key is not None:
        pending.add(pending.scores, (*key, axis), (value,), here)


def _read_decision(study, row, here, pending, raters, items) -> None:
    cell, by = _text(row.get("decision")), _text(row.get("by"))
    if not cell:
        return
    axes = {axis.key: axis.values for axis in study.rubric.axes}
    item_id, axis = _text(row.get("item_id")), _text(row.get("axis"))
    problems = []
    if axis not in axes:
        problems.append(f"{here}, axis: {axis!r}; {', '.join(axes)} are allowed")
    if not any(item_id in own for own in items.values()):
        problems.append(f"{here}, item_id: {item_id!r} is no item of this study")
    if not by:
        problems.append(f"{here}, by: empty; name who decided")
    value, known = _value(cell, axes.get(axis, ()))
    if axis in axes and (not known or value is None):
        problems.append(f"{here}, decision: {cell!r}; {', '.join(map(str, axes[axis]))} are allowed")
    pending.problems += problems
    if not problems:
        pending.add(pending.decisions, (item_id, axis), (value, by, _text(row.get("reason"))), here)


def _value(cell: str, values: Iterable[int]) -> tuple[int | None, bool]:
    """Return a score, and whether the cell holds one: `2`, `2.0` as spreadsheets write it, `２`, or "cannot judge"."""
    text = fold(cell).casefold().removesuffix(".0")
    if text in CANNOT_JUDGE:
        return None, True
    return (int(text), True) if text in map(str, values) else (None, False)


def _wrong(here: str, column: str, cell: str, values: Iterable[int]) -> str:
    shown = cell if len(cell) <= 40 else f"{cell[:39]}…"
    return f"{here}, {column}: {shown!r}; {', '.join(map(str, values))}, or x for cannot judge, are allowed"


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _changes(study: Study, pending: _Pending, done: Imported) -> list[str]:
    """Count what is new, and say which values of the study would change."""
    names = {rater.id: rater.name for rater in study.raters()}
    held = study.current_scores() if pending.scores else {}
    changes = []
    for key, (value, here) in pending.scores.items():
        if key not in held:
            done.new += 1
        elif held[key] == value:
            done.same += 1
        else:
            changes.append(f"{here}: {names[key[0]]} has scored otherwise here on {key[2]} already")
    for column, kind, texts in (("guesses", pending.guesses, "guess"), ("comments", pending.comments, "comment")):
        for key, (value, here) in kind.items():
            item = study.item_by_id(*key)
            there = item.guessed if texts == "guess" else bool(item.comment)
            if not there:
                setattr(done, column, getattr(done, column) + 1)
            elif value != (item.guess if texts == "guess" else item.comment):
                changes.append(f"{here}: {names[key[0]]} has another {texts} here already")
    held_decisions = {(one.item_id, one.axis): (one.value, one.by, one.reason) for one in study.adjudications()}
    for key in [key for key, value in pending.decisions.items() if held_decisions.get(key) == value[:-1]]:
        del pending.decisions[key]
    done.decisions = len(pending.decisions)
    return changes


def _save(study: Study, pending: _Pending) -> None:
    study.save_scores([(*key, value) for key, (value, _) in pending.scores.items()], client="import", actor="cli")
    for key, (value, _) in pending.guesses.items():
        study.save_guess(*key, value)
    for key, (value, _) in pending.comments.items():
        study.save_comment(*key, value)
    for (item_id, axis), (value, by, reason, _) in pending.decisions.items():
        study.adjudicate(item_id, axis, value, by, reason)
    study.log("cli", "import", scores=len(pending.scores), decisions=len(pending.decisions))
