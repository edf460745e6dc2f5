import json

import pytest

from medtune.data.records import Rejected, Turn
from medtune.data.sources import read_source


def read(tmp_path, *rows, **options):
    file = tmp_path / "a.json"
    file.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    return list(read_source({"source": "multi_turn", "path": str(file), **options}))


ROW = {"cate1": "外科", "cate2": "手外伤", "instruction": "要缝针吗？", "input": "", "output": "不用。", "id": 7}
HISTORY = [["手指划破了", "伤口深吗？"], ["不深，血止住了。", "那就好。"]]
TURNS = [
    Turn("patient", "手指划破了"),
    Turn("doctor", "伤口深吗？"),
    Turn("patient", "不深，血止住了。"),
    Turn("doctor", "那就好。"),
    Turn("patient", "要缝针吗？"),
    Turn("doctor", "不用。"),
]


@pytest.mark.parametrize("history", [HISTORY, json.dumps(HISTORY)])
def test_earlier_exchanges_come_first(tmp_path, history):
    (record,) = read(tmp_path, ROW | {"history": history})
    assert record.turns == TURNS
    assert (record.task, record.language, record.instruction) == ("dialogue", "zh", None)
    assert (record.description, record.reply) == ("手指划破了", "伤口深吗？")
    assert record.meta == {"cate1": "外科", "cate2": "手外伤", "id": "7"}
    assert record.id == record.group == "multi_turn:a.json:1"


@pytest.mark.parametrize("history", [[], None, "", "[]"])
def test_a_single_exchange(tmp_path, history):
    (record,) = read(tmp_path, ROW | {"history": history, "input": "伤口两厘米。"}, language="en")
    assert record.turns == [Turn("patient", "要缝针吗？\n伤口两厘米。"), Turn("doctor", "不用。")]
    assert (record.description, record.reply) == ("要缝针吗？\n伤口两厘米。", "不用。")
    assert record.language == "en"


def test_without_an_answer_there_is_no_reply(tmp_path):
    (record,) = read(tmp_path, ROW | {"output": None, "history": [["手疼", ""], [None, "多久了？"]]})
    assert [turn.role for turn in record.turns] == ["patient", "doctor", "patient"]
    assert record.reply == "多久了？"
    (record,) = read(tmp_path, ROW | {"output": None})
    assert (record.description, record.reply) == ("要缝针吗？", None)


@pytest.mark.parametrize("history", ["[", 5, [["一"]], [["一", "二", "三"]], [[1, 2]], ["abc"], {"a": 1}])
def test_a_history_that_cannot_be_read_is_kept_aside(tmp_path, history):
    rejected, record = read(tmp_path, ROW | {"history": history}, ROW)
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "history that cannot be read"
    assert json.loads(rejected.text)["history"] == history
    assert record.reply == "不用。"


def test_a_dialogue_without_the_patient_is_kept_aside(tmp_path):
    (rejected,) = read(tmp_path, ROW | {"instruction": " ", "history": [["", "您好"]]})
    assert rejected.reason == "no patient utterance"


def test_wrong_columns(tmp_path):
    with pytest.raises(ValueError, match="no column 'instruction' or 'input', 'output'"):
        read(tmp_path, {"question": "a"})
