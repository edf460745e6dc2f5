"""kill -9 in the middle of saves: whatever was acknowledged is there, and nothing is half written."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from medtune.ethics.store import Study

WRITER = Path(__file__).with_name("killed_writer.py")


def acknowledged(output: str) -> tuple[dict[tuple[str, str], str], int]:
    """Return the last acknowledged value by item and axis, and how many saves were acknowledged."""
    values, pending, count = {}, None, 0
    for line in output.splitlines():
        if line == "saved":
            item, axis, value = pending.split()
            values[item, axis] = value
            count += 1
        else:
            pending = line
    return values, count


@pytest.mark.parametrize("times", [2, pytest.param(20, marks=pytest.mark.slow)])
def test_kill_9_loses_no_acknowledged_score(study, times):
    dice = random.Random(times)
    expected, saves = {1: {}, 2: {}}, 0
    for _ in range(times):
        writers = {
            rater: subprocess.Popen(
                [sys.executable, str(WRITER), str(study.path), str(rater)], stdout=subprocess.PIPE, text=True
            )
            for rater in (1, 2)
        }
        begun = {rater: writer.stdout.readline() for rater, writer in writers.items()}
        time.sleep(dice.uniform(0.05, 0.4))
        for rater, writer in writers.items():
            writer.send_signal(signal.SIGKILL)
            # Not `communicate`, which passes over what `readline` has read ahead.
            with writer.stdout as rest:
                values, count = acknowledged(begun[rater] + rest.read())
            assert writer.wait(timeout=30) == -signal.SIGKILL
            expected[rater] |= values
            saves += count
    assert saves > 0
    study.close()
    again = Study.open(study.path)
    held = again.current_scores()
    history = again.db.all("SELECT rater_id, item_id, axis, value FROM score ORDER BY id")
    for rater, values in expected.items():
        for (item, axis), value in values.items():
            found = held[rater, item, axis]
            if str(found) != value:  # one save more may have reached the disk before the kill, with no word of it
                column = [str(row[3]) for row in history if row[:3] == (rater, item, axis)]
                assert value in column[:-1]
    with closing(sqlite3.connect(study.path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        twice = "SELECT count(*) FROM score WHERE superseded = 0 GROUP BY rater_id, item_id, axis HAVING count(*) > 1"
        assert db.execute(twice).fetchall() == []
        logged = db.execute("SELECT count(*) FROM audit WHERE action = 'score'").fetchone()[0]
        assert logged == db.execute("SELECT count(*) FROM score").fetchone()[0] >= len(history)
    again.close()


def test_every_connection_waits_for_the_disk(study):
    assert study.db.one("PRAGMA journal_mode") == ("wal",)
    assert study.db.one("PRAGMA synchronous") == (2,)  # FULL
    assert study.db.one("PRAGMA foreign_keys") == (1,)


def test_a_transaction_that_fails_leaves_nothing(study):
    axes = [axis.key for axis in study.rubric.axes]
    place = study.positions(1)[0].item_id
    with pytest.raises(KeyError):
        study.save_scores([(1, place, axes[0], 1), (1, "no such item", axes[0], 1)])

    def half_wrong() -> None:
        with study.db.write() as db:
            db.execute("INSERT INTO adjudication VALUES (1, ?, 'x', 1, 'y', 'z', '', 0)", (place,))
            db.execute("DELETE FROM audit")

    with pytest.raises(sqlite3.IntegrityError, match="only grows"):
        half_wrong()
    assert study.current_scores() == {}
    assert study.adjudications() == []
    assert len(study.audit()) == 1
