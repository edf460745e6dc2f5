"""HealthCareMagic, iCliniq and Alpaca: a row is a question and its answer."""

import json

import pytest

from medtune.data.records import Record, Rejected
from medtune.data.sources import hub, read_source
from medtune.data.sources._language import language_of

SEVERAL = [{"instruction": "Answer as a doctor.", "input": "My heel hurts.", "output": "Wear other shoes."}]


def read(tmp_path, source, rows, **options):
    file = tmp_path / "a.json"
    file.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    return list(read_source({"source": source, "path": str(file), **options}))


def test_healthcaremagic(tmp_path):
    (record,) = read(tmp_path, "healthcaremagic", [SEVERAL[0] | {"topic": "feet"}])
    assert record == Record(
        id="healthcaremagic:a.json:1",
        source="healthcaremagic",
        language="en",
        task="question-answer",
        instruction="Answer as a doctor.",
        description="My heel hurts.",
        reply="Wear other shoes.",
        group="healthcaremagic:a.json:1",
        meta={"topic": "feet"},
    )


def test_icliniq_with_the_answers_of_other_systems(tmp_path):
    row = {"input": "Is my tick bite bad?", "answer_icliniq": "Watch it.", "answer_chatgpt": "See a doctor."}
    first, second, third = read(
        tmp_path,
        "icliniq",
        [row | {"answer_chatdoctor": "No."}, row | {"answer_chatgpt": ""}, {"input": "b", "output": "c"}],
    )
    assert (first.task, first.language, first.instruction) == ("question-answer", "en", None)
    assert (first.description, first.reply) == ("Is my tick bite bad?", "Watch it.")
    assert first.meta == {"answer_chatgpt": "See a doctor.", "answer_chatdoctor": "No."}
    assert (second.reply, second.meta) == ("Watch it.", {})
    assert (third.reply, third.meta) == ("c", {})


def test_icliniq_without_any_answer_of_a_doctor(tmp_path):
    with pytest.raises(ValueError, match="no column 'answer_icliniq' or 'output', which `source: icliniq` reads"):
        read(tmp_path, "icliniq", [{"input": "a", "answer_chatgpt": "b"}])


def test_alpaca_tells_the_language_of_each_row(tmp_path):
    rows = [
        {"instruction": "Name a vegetable.", "input": "", "output": "Leek.", "text": "Below is ..."},
        {"instruction": "把这句话译成英文", "input": "今天下雨。", "output": "It is raining today."},
        {"instruction": " ", "input": "a", "output": "b"},
        {"instruction": "", "input": "a", "output": "b"},
    ]
    first, second, blank, empty = read(tmp_path, "alpaca", rows)
    assert (first.task, first.language, first.instruction) == ("instruction", "en", "Name a vegetable.")
    assert (first.description, first.reply, first.meta) == (None, "Leek.", {})
    assert (second.language, second.description, second.reply) == ("zh", "今天下雨。", "It is raining today.")
    assert [blank.reason, empty.reason] == ["no instruction"] * 2
    assert isinstance(empty, Rejected)
    assert [record.language for record in read(tmp_path, "alpaca", rows[:2], language="zh")] == ["zh", "zh"]


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (["ATP是什么？"], "zh"),
        (["改写这句话：She had been waiting for the bus for more than an hour"], "zh"),
        (["What does 你好 mean in English, and when is it said?"], "en"),
        (["3 + 4 = ?", "等于七"], "zh"),
        (["3 + 4 = ?", None], "en"),
        ([None, ""], "en"),
    ],
)
def test_language(texts, language):
    assert language_of(*texts) == language


def test_ids_of_the_hub_are_read_row_by_row(monkeypatch):
    asked = []

    def load(*arguments):
        asked.append(arguments)
        return iter(SEVERAL)

    monkeypatch.setattr(hub, "load", load)
    (record,) = read_source({"source": "alpaca", "path": "someone/questions", "split": "test", "revision": "v2"})
    assert asked == [("someone/questions", None, "test", "v2")]
    assert (record.id, record.reply) == ("alpaca:someone/questions/test:1", "Wear other shoes.")


def test_a_folder_written_by_save_to_disk(tmp_path):
    from datasets import Dataset

    Dataset.from_list(SEVERAL).save_to_disk(str(tmp_path / "saved"))
    (record,) = read_source({"source": "healthcaremagic", "path": str(tmp_path / "saved")})
    assert record.reply == "Wear other shoes."
    assert record.id == "healthcaremagic:saved/train:1"


def test_a_missing_path_is_no_hub_id(tmp_path):
    with pytest.raises(FileNotFoundError, match="no file there"):
        list(read_source({"source": "alpaca", "path": str(tmp_path / "none.json")}))


@pytest.mark.parametrize("sign", ["fetched", "asked"])
def test_a_folder_of_a_data_set_gives_one_split(tmp_path, sign):
    for split in ("train", "test"):
        row = SEVERAL[0] | {"output": split}
        (tmp_path / f"{split}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    entry = {"source": "healthcaremagic", "path": str(tmp_path)}
    assert [record.reply for record in read_source(entry)] == ["test", "train"]  # files, each of them
    if sign == "fetched":
        (tmp_path / ".cache" / "huggingface").mkdir(parents=True)
        assert [record.reply for record in read_source(entry)] == ["train"]
    assert [record.reply for record in read_source(entry | {"split": "test"})] == ["test"]


def test_a_file_has_no_split(tmp_path):
    with pytest.raises(ValueError, match=r"a\.json' are files, which have no name, split or revision"):
        read(tmp_path, "alpaca", [{"instruction": "a", "output": "b"}], split="test")
