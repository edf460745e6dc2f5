"""The readers on real files, where they are there; nothing of their text is in this file."""

import re

import pytest

from medtune.data.records import Record
from medtune.data.sources import read_source


def read_all(shared, source, name):
    file = shared / "data" / name
    if not file.is_file():
        pytest.skip(f"{name} is not in the shared data")
    return file, list(read_source({"source": source, "path": str(file)}))


def test_haodf_records_are_all_accounted_for(shared):
    file, results = read_all(shared, "meddialog", "haodf_covid_raw.txt")
    text = file.read_text(encoding="utf-8")
    assert len(results) == len(re.findall(r"(?m)^id=\d+$", text)) == 900
    assert len({result.id for result in results}) == 900
    records = [result for result in results if isinstance(result, Record)]
    assert len(records) == 900
    assert sum(record.department is not None for record in records) == len(re.findall(r"(?m)^Doctor faculty$", text))
    blocks = re.split(r"(?m)^id=\d+$", text)[1:]
    for block, record in zip(blocks, records, strict=True):
        assert "已就诊医院及科室：" not in block or "visited" in record.meta or "other_consultations" in record.meta
    assert all(record.description for record in records)
    assert sum(record.reply is not None for record in records) >= 840
    assert sum(record.disease is not None for record in records) >= 899


def test_haodf_fields_hold_no_labels_of_others(shared):
    _, results = read_all(shared, "meddialog", "haodf_covid_raw.txt")
    label = re.compile(
        r"(?m)^(疾病|病情描述|希望获得的帮助|患病多久|过敏史|既往病史|总结建议)[：:]|填写）$|^(医生|病人)：$|^Dialogue$"
    )
    for record in results:
        keys = ("help_wanted", "duration", "allergies", "history", "pregnancy")
        short = {key: record.meta.get(key) for key in keys}
        for text in (record.description, record.disease, record.reply, *short.values()):
            assert not label.search(text or ""), record.id
        assert len(record.disease or "") < 120, record.id
        assert len(short["duration"] or "") < 10, record.id


def test_triage_rows_are_all_accounted_for(shared):
    _, results = read_all(shared, "haodf_triage", "haodf_triage_train.csv")
    records = [result for result in results if isinstance(result, Record)]
    assert len(results) == len(records) == 10_000
    assert {record.department for record in records} == {str(number) for number in range(20)}
    assert len({record.meta["disease_label"] for record in records}) == 61
    assert all(record.disease and record.description for record in records)
    assert not any(re.search(r"&#\d+;|\\n", record.description) for record in records)


def test_internal_medicine_rows_are_all_accounted_for(shared):
    _, results = read_all(shared, "toyhom", "internal_medicine_train.gb18030.csv")
    records = [result for result in results if isinstance(result, Record)]
    assert len(results) == len(records) == 6_000
    assert len({record.department for record in records}) == 11
    assert all(record.description and record.reply for record in records)


@pytest.mark.parametrize(
    ("source", "name", "rows", "task", "language"),
    [
        ("healthcaremagic", "chatdoctor_3k.json", 3_000, "question-answer", "en"),
        ("icliniq", "icliniq_600.json", 600, "question-answer", "en"),
        ("lay_summaries", "PLOS_mini.jsonl", 96, "summary", "en"),
        ("lay_summaries", "eLife_mini.jsonl", 16, "summary", "en"),
        ("alpaca", "alpaca_en.json", 20_000, "instruction", "en"),
        ("alpaca", "alpaca_zh.json", 20_465, "instruction", "zh"),
    ],
)
def test_every_row_of_the_other_files_is_a_record(shared, source, name, rows, task, language):
    _, results = read_all(shared, source, name)
    records = [result for result in results if isinstance(result, Record)]
    assert len(results) == len(records) == rows
    assert {record.task for record in records} == {task}
    # A sum without a word, in one of the Chinese rows, is in no language.
    assert sum(record.language == language for record in records) >= rows - 1
    assert all(record.instruction or record.description for record in records)
    assert sum(record.reply is not None for record in records) >= rows - 14


def test_whole_dialogues_of_haodf_begin_with_the_patient(shared):
    file = shared / "data" / "haodf_covid_raw.txt"
    if not file.is_file():
        pytest.skip(f"{file.name} is not in the shared data")
    records = list(read_source({"source": "meddialog", "path": str(file), "task": "dialogue"}))
    assert len(records) == 900
    assert all(record.turns[0].role == "patient" for record in records)


def test_a_reader_fits_every_file(shared):
    from medtune.data.inspect import inspect_files

    for contents in inspect_files(str(shared / "data"), rows=2_000):
        assert contents.entry, contents.label
        assert contents.entry["source"] != "table", contents.label
        assert not contents.problem, contents.label
        assert sum(contents.records.values()) == min(contents.rows or 900, 2_000), contents.label
