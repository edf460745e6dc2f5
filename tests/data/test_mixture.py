"""Rows of several sources as token ids: what became of them, source by source."""

from dataclasses import replace

import pytest
import tuning

from medtune.data.mixture import Part, encode_mixture
from medtune.data.prompts import Prompts
from medtune.data.storage import write_records


def encoded(file, rows, cutoff=256):
    write_records(file, rows)
    part = Part("mixed", path=str(file))
    return encode_mixture([part], Prompts(), tuning.tokenizer(), cutoff, (0.0, 0.0), seed=0)["train"]


def test_sources_within_one_file_are_counted_apart(tmp_path):
    rows = [replace(row, source="first") for row in tuning.rows(30)]
    rows += [replace(row, id=f"second-{row.id}", source="second", reply="") for row in tuning.rows(10)]
    counts = {count.source: count for count in encoded(tmp_path / "rows.parquet", rows).counts}
    assert counts["mixed: first"].used == counts["mixed: first"].rows == 30
    assert counts["mixed: second"].without_text == counts["mixed: second"].rows == 10
    assert counts["mixed: second"].used == 0


def test_one_source_keeps_the_name_of_its_part(tmp_path):
    assert [count.source for count in encoded(tmp_path / "rows.parquet", tuning.rows(5)).counts] == ["mixed"]


def test_one_row_lost_of_a_few_that_are_held_out_is_no_reason_to_refuse(tmp_path):
    whole = tuning.rows(200)
    lost = replace(whole[0], id="lost", task="instruction", instruction="Say why. " * 200)
    for split, rows in (("train", whole), ("validation", [lost, *whole[:5]]), ("test", [])):
        write_records(tmp_path / f"{split}.parquet", rows)
    args = (Prompts(), tuning.tokenizer(), 256, (0.0, 0.0))
    counts = encode_mixture([Part("mixed", path=str(tmp_path))], *args, seed=0)["validation"].counts
    assert [(count.used, count.dropped) for count in counts] == [(5, 1)]


def test_a_large_source_does_not_hide_what_a_small_one_loses(tmp_path):
    short = [replace(row, source="short") for row in tuning.rows(400)]
    # An instruction is not cut as a source text would be: it fills the window, and nothing is left to learn.
    long = [
        replace(row, id=f"long-{row.id}", source="long", task="instruction", instruction="Say why. " * 200)
        for row in tuning.rows(4)
    ]
    with pytest.raises(ValueError, match=r"^mixed: long: 4 of 4 rows \(100.0%\) have no question or no answer left"):
        encoded(tmp_path / "rows.parquet", [*short, *long])
