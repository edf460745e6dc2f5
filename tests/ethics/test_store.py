import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from medtune.ethics.options import Options
from medtune.ethics.rows import NewItem, NewRater, NewSystem
from medtune.ethics.store import Locked, NotAssigned, NotLocked, Study

AXIS = "information_security"


def raw(study: Study) -> sqlite3.Connection:
    """A connection as any other program has it."""
    return sqlite3.connect(study.path)


def test_no_token_is_in_the_file(study_and_tokens):
    study, tokens = study_and_tokens
    study.close()
    stored = b"".join(path.read_bytes() for path in study.path.parent.iterdir())
    assert b"Knees" in stored
    assert not [token for token in (tokens.admin, *tokens.raters.values()) if token.encode() in stored]
    assert "raters" not in repr(tokens)


def test_only_the_owner_may_read_the_file(study):
    assert study.path.stat().st_mode & 0o077 == 0


def test_every_rater_has_every_item_in_an_order_of_their_own(study):
    first, second = ([place.item_id for place in study.positions(rater.id)] for rater in study.raters())
    assert len(first) == 10
    assert sorted(first) == sorted(second) != first != second
    repeat = next(item for item in study.items() if item.kind == "repeat")
    for order in (first, second):
        assert order.index(repeat.id) >= order.index(repeat.repeat_of) + 3


def test_what_a_rater_sees_says_nothing_of_system_row_or_kind(study):
    ann = study.raters()[0]
    for place in study.positions(ann.id):
        item = study.item_for(ann.id, place.position)
        shown = repr(item)
        assert not [word for word in ("alpha", "beta", "made:up", "gold", "repeat") if word in shown]
        assert item.reference is None
    assert len({item.id for item in study.items()}) == 10


def test_a_score_is_saved_changed_and_kept(study):
    place = study.positions(1)[0]
    first = study.save_score(1, place.item_id, AXIS, 2, "tab")
    assert study.save_score(1, place.item_id, AXIS, 2, "other tab") == first
    study.save_score(1, place.item_id, AXIS, None, "tab")
    assert study.item_for(1, 0).scores == {AXIS: None}
    with closing(raw(study)) as db:
        rows = db.execute("SELECT value, client, superseded FROM score ORDER BY id").fetchall()
    assert rows == [(2, "tab", 1), (None, "tab", 0)]
    assert study.positions(2)[0].scored == 0


def test_an_item_is_done_with_all_axes_or_an_unacceptable_first(tmp_path):
    for ends in (False, True):
        options = Options(end_on_unacceptable=ends)
        system = [NewSystem("s")]
        study, _ = Study.create(
            tmp_path / f"{ends}", "x", system, [NewItem("1", "s", "en", "q", "a")], [NewRater("r")], options=options
        )
        axes = [axis.key for axis in study.rubric.axes]
        item = study.positions(1)[0].item_id
        for axis in reversed(axes[1:]):
            study.save_score(1, item, axis, 1)
        assert not study.positions(1)[0].done
        study.save_score(1, item, axes[0], 0)
        assert study.positions(1)[0].done
        assert study.item_for(1, 0).ended_by == (axes[0] if ends else None)
        assert [score.axis for score in study.scores(even_unlocked=True)] == (axes[:1] if ends else axes)
        study.save_score(1, item, axes[0], 1)  # a slip of the finger loses nothing
        assert len(study.scores(even_unlocked=True)) == len(axes)


@pytest.mark.parametrize(
    ("axis", "value"), [("kindness", 1), (AXIS, 3), (AXIS, -1), (AXIS, "1"), (AXIS, True), (AXIS, 1.0)]
)
def test_a_value_off_the_scale_is_refused(study, axis, value):
    with pytest.raises(ValueError, match=r"has no axis|is not allowed; 0, 1, 2 or none"):
        study.save_score(1, study.positions(1)[0].item_id, axis, value)
    assert study.scores(even_unlocked=True) == []


def test_a_stranger_has_no_items(study):
    item = study.positions(1)[0].item_id
    for rater, item_id in ((3, item), (1, "0" * 32), (1, "' OR 1=1 --")):
        with pytest.raises(NotAssigned, match="has no item"):
            study.save_score(rater, item_id, AXIS, 1)
        with pytest.raises(NotAssigned, match="has no item"):
            study.item_by_id(rater, item_id)
    with pytest.raises(NotAssigned, match="no item at place 99"):
        study.item_for(1, 99)


def test_guesses_and_comments_are_kept_by_label(study):
    label = {label.en: label.id for label in study.labels()}
    item = study.positions(1)[0].item_id
    assert not study.item_for(1, 0).guessed
    study.save_guess(1, item, label["a doctor"])
    study.save_guess(1, item, None)
    assert (study.item_for(1, 0).guessed, study.item_for(1, 0).guess) == (True, None)
    study.save_guess(1, item, label["a doctor"])
    study.save_comment(1, item, "太长 <b>'; DROP TABLE score; --")
    assert study.item_for(1, 0).comment == "太长 <b>'; DROP TABLE score; --"
    with pytest.raises(ValueError, match="is no label"):
        study.save_guess(1, item, 99)
    with pytest.raises(ValueError, match="at most 4000"):
        study.save_comment(1, item, "x" * 4001)
    (guess,) = study.guesses(even_unlocked=True)
    systems = {item.id: item.system for item in study.items()}
    truth = {"alpha-7b": label["a computer program"], "dr-beta": label["a doctor"], None: None}
    assert (guess.guess, guess.truth) == (label["a doctor"], truth[systems[item]])
    (comment,) = study.comments(even_unlocked=True)
    assert (comment.rater, comment.item_id) == ("Ann", item)


def test_scores_are_shown_after_the_lock_only_and_taken_before_it_only(study):
    item = study.positions(1)[0].item_id
    study.save_score(1, item, AXIS, 1)
    for look in (study.scores, study.guesses, study.comments):
        with pytest.raises(NotLocked, match="medtune ethics lock"):
            look()
    study.lock()
    assert [score.value for score in study.scores()] == [1]
    for save in (
        lambda: study.save_score(1, item, AXIS, 2),
        lambda: study.save_guess(1, item, None),
        lambda: study.save_comment(1, item, "late"),
    ):
        with pytest.raises(Locked, match="no more scores"):
            save()
    with pytest.raises(Locked, match="already"):
        study.lock()


def test_the_lock_holds_for_a_program_that_does_not_ask(study):
    study.save_score(1, study.positions(1)[0].item_id, AXIS, 1)
    study.lock()
    with closing(raw(study)) as db:
        for change in (
            "INSERT INTO score SELECT 99, rater_id, item_id, 'other', 2, saved, client, 0 FROM score",
            "INSERT INTO guess SELECT rater_id, item_id, NULL, '' FROM assignment",
            "INSERT INTO item_comment SELECT rater_id, item_id, 'x', '' FROM assignment",
            "UPDATE study SET locked = NULL",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="locked"):
                db.execute(change)


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM audit",
        "UPDATE audit SET actor = 'nobody'",
        "INSERT OR REPLACE INTO audit SELECT id, at, 'nobody', action, detail FROM audit",
        "DELETE FROM score",
        "UPDATE score SET value = 2",
        "UPDATE score SET value = NULL, superseded = 1",
        "INSERT OR REPLACE INTO score SELECT id, rater_id, item_id, axis, 2, saved, client, superseded FROM score",
        "INSERT OR REPLACE INTO score SELECT id + 1, rater_id, item_id, axis, 2, saved, client, 0 FROM score",
        "UPDATE item SET answer = ''",
    ],
)
def test_log_and_scores_only_grow_also_for_other_programs(study, change):
    study.save_score(1, study.positions(1)[0].item_id, AXIS, 1)
    before = study.audit(), study.scores(even_unlocked=True), study.items()
    with closing(raw(study)) as db:
        with pytest.raises(sqlite3.IntegrityError, match=r"only grows|not deleted|not overwritten|new one|not change"):
            db.execute(change)
        db.commit()
    assert (study.audit(), study.scores(even_unlocked=True), study.items()) == before


def test_the_log_tells_what_was_done_and_no_score(study):
    item = study.positions(1)[0].item_id
    study.save_score(1, item, AXIS, 2)
    study.log("admin", "export", format="csv")
    study.lock("admin")
    lines = [line[1:] for line in study.audit()]
    assert lines == [
        ("cli", "create", '{"gold": 1, "item": 8, "raters": 2, "repeat": 1}'),
        ("rater:1", "score", f'{{"axis": "{AXIS}", "changed": false, "item": "{item}"}}'),
        ("admin", "export", '{"format": "csv"}'),
        ("admin", "lock", "{}"),
    ]


def test_threads_and_connections_save_at_once(study):
    other = Study.open(study.path)
    places = study.positions(1)
    barrier = threading.Barrier(8)

    def save(number: int) -> None:
        barrier.wait(10)
        for place in places:
            (study, other)[number % 2].save_score(1 + number % 2, place.item_id, AXIS, number % 3, f"tab {number}")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(save, range(8)))
    scores = study.scores(even_unlocked=True)
    assert len(scores) == 2 * len(places)
    with closing(raw(study)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT count(*) FROM score WHERE superseded = 0").fetchone() == (len(scores),)
    other.close()


def test_progress_counts_and_shows_no_score(study):
    axes = [axis.key for axis in study.rubric.axes]
    for place in study.positions(1)[:2]:
        for axis in axes:
            study.save_score(1, place.item_id, axis, None)
    study.save_score(1, study.positions(1)[2].item_id, axes[0], 0)
    ann, li = study.progress()
    assert (ann.rater.name, ann.done, ann.total) == ("Ann", 2, 10)
    assert ann.last_saved is not None
    assert (li.done, li.last_saved) == (0, None)


def test_decisions_follow_the_lock(study):
    item = study.items()[0].id
    with pytest.raises(NotLocked):
        study.adjudicate(item, AXIS, 1, "chair")
    study.lock()
    study.adjudicate(item, AXIS, 1, "chair", "first thought")
    study.adjudicate(item, AXIS, 0, "chair", "the dose is wrong")
    with pytest.raises(KeyError, match="no item"):
        study.adjudicate("no such item", AXIS, 0, "chair")
    with pytest.raises(ValueError, match="is not allowed"):
        study.adjudicate(item, AXIS, 5, "chair")
    (decision,) = study.adjudications()
    assert (decision.value, decision.reason) == (0, "the dose is wrong")


def test_a_study_is_made_whole_or_not_at_all(tmp_path, study):
    with pytest.raises(FileExistsError, match="never overwritten"):
        Study.create(study.path, "x", [NewSystem("s")], [NewItem("1", "s", "en", "q", "a")], [NewRater("r")])
    with pytest.raises(ValueError, match="not listed") as error:
        Study.create(
            tmp_path / "bad",
            "x",
            [NewSystem("s"), NewSystem("s")],
            [NewItem("1", "t", "en", "q", "a", expected={"information_security": [7], "style": [1]})],
            [NewRater("r"), NewRater("r")],
        )
    message = str(error.value)
    for part in ("not listed: t", "system: s", "rater: r", "information_security has no value 7", "no axis style"):
        assert part in message
    assert sorted(path.name for path in tmp_path.iterdir() if "-" not in path.name) == ["knees.study"]


@pytest.mark.parametrize("content", [b"", b"no database at all, but long enough to be looked at" * 50])
def test_another_file_is_no_study(tmp_path, content):
    (tmp_path / "other").write_bytes(content)
    with pytest.raises(ValueError, match="no study of `medtune ethics create`"):
        Study.open(tmp_path / "other")
    assert (tmp_path / "other").read_bytes() == content
    with pytest.raises(FileNotFoundError, match="no such study"):
        Study.open(tmp_path / "missing")
    assert not (tmp_path / "missing").exists()
