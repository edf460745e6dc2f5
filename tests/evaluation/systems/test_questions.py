"""The rows of an evaluation: drawn by seed and id, evenly of what a file holds."""

from types import SimpleNamespace

import tuning

from medtune.data.prompts import Prompts
from medtune.data.splits import draw
from medtune.data.storage import write_records
from medtune.evaluation.systems.questions import read_questions


def asked(path, max_rows, seed=0):
    source = SimpleNamespace(label="rows", path=str(path), split="test", prompt=None, max_rows=max_rows)
    recipe = SimpleNamespace(data=SimpleNamespace(sources=[source]), seed=seed)
    return [row.record for row in read_questions(recipe, Prompts()).rows]


def test_rows_that_the_same_seed_held_out_are_drawn_evenly(tmp_path):
    # As a split by the same hash leaves them: of English the lowest draws, of Chinese all.
    english = sorted(tuning.rows(800), key=lambda row: draw(0, row.id))[:200]
    chinese = tuning.rows(200, language="zh")
    write_records(tmp_path / "test.parquet", [*english, *chinese])
    languages = [row.language for row in asked(tmp_path / "test.parquet", 100)]
    assert 35 <= languages.count("zh") <= 65


def test_a_draw_does_not_depend_on_the_order_and_begins_a_larger_one(tmp_path):
    rows = tuning.rows(60)
    write_records(tmp_path / "test.parquet", rows)
    write_records(tmp_path / "reversed.parquet", rows[::-1])
    some = {row.id for row in asked(tmp_path / "test.parquet", 10)}
    assert some == {row.id for row in asked(tmp_path / "reversed.parquet", 10)}
    assert len(some) == 10
    assert some < {row.id for row in asked(tmp_path / "test.parquet", 30)}
    assert some != {row.id for row in asked(tmp_path / "test.parquet", 10, seed=1)}
