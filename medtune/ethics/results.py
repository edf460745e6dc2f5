"""Reading a study's results. `Study` calls these, after it has made sure that they may be read."""

from __future__ import annotations

import json

from medtune.ethics.database import Database
from medtune.ethics.judging import is_done, judged
from medtune.ethics.options import Options
from medtune.ethics.rows import Adjudication, Comment, Guess, Item, Progress, Rater, Score
from medtune.ethics.rubric import Rubric

_ITEM = "i.id, i.row_id, s.name, i.language, i.task, i.stratum, i.kind, i.repeat_of, i.expected"


def read_scores(db: Database, rubric: Rubric, options: Options) -> list[Score]:
    """Return the current scores that count, by rater, place in their order, and axis."""
    found: dict[tuple[int, str], dict[str, tuple[int | None, str]]] = {}
    for rater_id, item_id, axis, value, saved in db.all(
        "SELECT rater_id, item_id, axis, value, saved FROM score WHERE superseded = 0"
    ):
        found.setdefault((rater_id, item_id), {})[axis] = (value, saved)
    scores = []
    for rater_id, rater, position, *item, expected in db.all(
        f"SELECT r.id, r.name, a.position, {_ITEM} FROM assignment a JOIN rater r ON r.id = a.rater_id "
        "JOIN item i ON i.id = a.item_id LEFT JOIN system s ON s.id = i.system_id ORDER BY r.id, a.position"
    ):
        item_id, row_id, system, language, task, stratum, kind, repeat_of = item
        given = found.get((rater_id, item_id), {})
        right = json.loads(expected) if expected else {}
        for axis in judged(rubric, options, {axis: value for axis, (value, _) in given.items()})[0]:
            value, saved = given[axis]
            scores.append(
                Score(
                    rater_id=rater_id,
                    rater=rater,
                    position=position,
                    item_id=item_id,
                    row_id=row_id,
                    system=system,
                    kind=kind,
                    repeat_of=repeat_of,
                    language=language,
                    task=task,
                    stratum=stratum,
                    axis=axis,
                    value=value,
                    expected=tuple(right.get(axis, ())),
                    saved=saved,
                )
            )
    return scores


def read_guesses(db: Database) -> list[Guess]:
    """Return what raters said about who wrote the answers."""
    rows = db.all(
        "SELECT r.id, r.name, i.id, s.name, i.kind, s.label_id, g.label_id FROM guess g "
        "JOIN rater r ON r.id = g.rater_id JOIN item i ON i.id = g.item_id LEFT JOIN system s ON s.id = i.system_id "
        "ORDER BY r.id, i.id"
    )
    return [Guess(*row) for row in rows]


def read_comments(db: Database) -> list[Comment]:
    """Return the raters' comments that are not empty."""
    rows = db.all(
        "SELECT r.id, r.name, c.item_id, c.text FROM item_comment c JOIN rater r ON r.id = c.rater_id "
        "WHERE c.text != '' ORDER BY r.id, c.item_id"
    )
    return [Comment(*row) for row in rows]


def read_items(db: Database) -> list[Item]:
    """Return all items, by row and system."""
    rows = db.all(
        "SELECT i.id, i.row_id, s.name, i.language, i.task, i.stratum, i.question, i.answer, i.reference, i.kind, "
        "i.repeat_of, i.expected FROM item i LEFT JOIN system s ON s.id = i.system_id ORDER BY i.row_id, s.name, i.id"
    )
    return [Item(*row[:-1], expected=json.loads(row[-1]) if row[-1] else None) for row in rows]


def read_adjudications(db: Database) -> list[Adjudication]:
    """Return what was agreed where raters differed."""
    rows = db.all("SELECT item_id, axis, value, by, reason, saved FROM adjudication WHERE superseded = 0 ORDER BY id")
    return [Adjudication(*row) for row in rows]


def read_progress(db: Database, rubric: Rubric, options: Options) -> list[Progress]:
    """Return how far each rater is, without a score."""
    given: dict[int, dict[str, dict[str, int | None]]] = {}
    for rater_id, item_id, axis, value in db.all(
        "SELECT rater_id, item_id, axis, value FROM score WHERE superseded = 0"
    ):
        given.setdefault(rater_id, {}).setdefault(item_id, {})[axis] = value
    rows = db.all(
        "SELECT id, name, language, active, (SELECT count(*) FROM assignment WHERE rater_id = rater.id), "
        "(SELECT max(saved) FROM score WHERE rater_id = rater.id) FROM rater ORDER BY id"
    )
    return [
        Progress(
            Rater(number, name, language, bool(active)),
            sum(is_done(rubric, options, scores) for scores in given.get(number, {}).values()),
            total,
            last,
        )
        for number, name, language, active, total, last in rows
    ]
