from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from medtune.data.records import RECORD_SCHEMA, Record
from medtune.evaluation.inference.predictions import collect, read_predictions, system_name, write_predictions


@pytest.fixture
def table():
    records = [
        Record("s:1", "s", "zh", "triage", description="头痛", department="神经内科", reply="多休息。"),
        Record("s:2", "s", "zh", "triage", description="胃痛", department="消化内科"),
    ]
    return pa.Table.from_pylist([record.as_row() for record in records], schema=RECORD_SCHEMA)


def test_a_run_is_called_by_its_folder():
    assert system_name(Path("runs/joint")) == "joint"
    assert system_name(Path("runs/joint/seed-3")) == "joint/seed-3"


def test_departments_and_replies_stand_beside_their_rows(table, tmp_path):
    logits = np.log([[0.7, 0.3], [0.1, 0.9]])
    predictions = collect(table, "joint", ["神经内科", "消化内科"], logits, ["请就诊。"])
    assert [row.department for row in predictions] == ["神经内科", "消化内科"]
    assert predictions[0].probabilities == pytest.approx({"神经内科": 0.7, "消化内科": 0.3})
    assert [(row.prediction, row.reference) for row in predictions] == [("请就诊。", "多休息。"), (None, None)]

    write_predictions(tmp_path / "predictions.parquet", predictions)
    assert read_predictions(tmp_path / "predictions.parquet") == predictions
