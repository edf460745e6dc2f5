"""Reading what a rater's pages show. `Study` calls these; no query here touches the table of systems."""

from __future__ import annotations

from medtune.ethics.database import Database
from medtune.ethics.judging import is_done, judged
from medtune.ethics.options import Options
from medtune.ethics.rows import Place, RaterItem
from medtune.ethics.rubric import Rubric


def read_places(db: Database, rubric: Rubric, options: Options, rater_id: int) -> list[Place]:
    """Return how far a rater is with each item, in their order."""
    given: dict[str, dict[str, int | None]] = {}
    for item_id, axis, value in db.all(
        "SELECT item_id, axis, value FROM score WHERE rater_id = ? AND superseded = 0", (rater_id,)
    ):
        given.setdefault(item_id, {})[axis] = value
    places = []
    for position, item_id in db.all(
        "SELECT position, item_id FROM assignment WHERE rater_id = ? ORDER BY position", (rater_id,)
    ):
        scores = given.get(item_id, {})
        scored = len(judged(rubric, options, scores)[0])
        places.append(Place(position, item_id, scored, is_done(rubric, options, scores)))
    return places


def read_item(db: Database, rubric: Rubric, options: Options, rater_id: int, item_id: str) -> RaterItem | None:
    """Return an item of a rater; `None` if they have no such item."""
    here = (rater_id, item_id)
    row = db.one(
        "SELECT i.id, a.position, (SELECT count(*) FROM assignment WHERE rater_id = a.rater_id), i.language, i.task, "
        "i.question, i.answer, i.reference FROM assignment a JOIN item i ON i.id = a.item_id "
        "WHERE a.rater_id = ? AND a.item_id = ?",
        here,
    )
    if row is None:
        return None
    given = dict(db.all("SELECT axis, value FROM score WHERE rater_id = ? AND item_id = ? AND superseded = 0", here))
    scores, ended_by = judged(rubric, options, given)
    guess = db.one("SELECT label_id FROM guess WHERE rater_id = ? AND item_id = ?", here)
    comment = db.one("SELECT text FROM item_comment WHERE rater_id = ? AND item_id = ?", here)
    return RaterItem(
        *row[:7],
        reference=row[7] if options.show_reference else None,
        scores=scores,
        ended_by=ended_by,
        done=is_done(rubric, options, given),
        guessed=guess is not None,
        guess=guess[0] if guess else None,
        comment=comment[0] if comment else "",
    )
