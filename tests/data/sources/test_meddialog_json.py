import json

import pytest

from medtune.data.records import Record, Turn
from medtune.data.sources.meddialog_json import read


def read_rows(tmp_path, rows, **options):
    file = tmp_path / "train.json"
    file.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    return list(read(str(file), **options))


def test_list_of_utterances(tmp_path):
    (record,) = read_rows(
        tmp_path,
        [["医生：您好", "病人：鼻子：出血", "病人: 两天了", "医生：擤鼻子吗？", "医生：别抠", "病人：好", "医生："]],
    )
    assert record == Record(
        id="meddialog_json:train.json:1",
        source="meddialog_json",
        language="zh",
        task="dialogue",
        turns=[
            Turn("doctor", "您好"),
            Turn("patient", "鼻子：出血"),
            Turn("patient", "两天了"),
            Turn("doctor", "擤鼻子吗？"),
            Turn("doctor", "别抠"),
            Turn("patient", "好"),
        ],
        description="鼻子：出血\n两天了",
        reply="擤鼻子吗？\n别抠",
        group="meddialog_json:train.json:1",
    )


def test_english_utterances(tmp_path):
    (record,) = read_rows(tmp_path, [["patient: my nose: it bleeds", "doctor: how long?"]], language="en")
    assert (record.language, record.description, record.reply) == ("en", "my nose: it bleeds", "how long?")


def test_case_objects(tmp_path):
    row = {
        "id": 12,
        "medical_case": "鼻出血两天",
        "doctor_diagnosis": "压迫止血",
        "Department": "耳鼻喉科",
        "year": "2015",
    }
    (record,) = read_rows(tmp_path, [row])
    assert (record.task, record.department) == ("triage", "耳鼻喉科")
    assert (record.description, record.reply) == ("鼻出血两天", "压迫止血")
    assert record.meta == {"id": "12", "year": "2015"}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["鼻出血"], "utterance without speaker"),
        (["病人：疼", "护士：坐"], "utterance without speaker"),
        (["医生：您好"], "no patient utterance"),
        ([], "no patient utterance"),
        ({"id": 3, "medical_case": ""}, "no medical case"),
        ("病人：疼", "neither dialogue nor case"),
        (["病人：\ud83d"], "undecodable bytes"),
    ],
)
def test_rejected(tmp_path, row, reason):
    file = tmp_path / "train.json"
    file.write_text(json.dumps([row, ["病人：疼"]]), encoding="utf-8")
    rejected, record = read(str(file))
    assert (rejected.reason, rejected.id) == (reason, "meddialog_json:train.json:1")
    assert (record.description, record.reply) == ("疼", None)
