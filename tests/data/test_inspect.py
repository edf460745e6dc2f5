import gzip
import io
import json
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import yaml
from rich.console import Console

from medtune.cli import main
from medtune.data.inspect import inspect, inspect_files
from medtune.data.records import Record
from medtune.data.sources import read_source

QUESTION, ANSWER = "My shoulder hurts at night when I lie on it.", "Rest it, and see a doctor."
FILES = {
    "healthcaremagic": [{"instruction": "If you are a doctor, answer.", "input": QUESTION, "output": ANSWER}],
    "alpaca": [{"instruction": "Name a tree.", "input": "", "output": "Oak."}],
    "icliniq": [{"input": QUESTION, "answer_icliniq": ANSWER, "answer_chatgpt": "Perhaps."}],
    "lay_summaries": [{"article": "Snails .\nMore .", "lay_summary": "Snails .", "headings": ["Abstract", "Rest"]}],
    "multi_turn": [{"cate1": "外科", "instruction": "手疼怎么办？", "input": "", "output": "休息。", "history": []}],
    "meddialog_json": [["病人：手疼怎么办？", "医生：多久了？"]],
    "toyhom": [{"department": "外科", "title": "手疼", "ask": "手疼怎么办？", "answer": "休息。"}],
    "haodf_triage": [{"label_i": "1", "label_j": "2", "content": "30;湿疹;手背痒;手痒;怎么治"}],
}


def write(tmp_path, name, rows):
    file = tmp_path / name
    if name.endswith("csv"):
        file.write_text("\n".join(map(",".join, [rows[0], *(row.values() for row in rows)])), encoding="gb18030")
    else:
        file.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    return str(file)


def printed(path, **options):
    out = io.StringIO()
    inspect(path, console=Console(file=out, width=140), **options)
    return out.getvalue()


@pytest.mark.parametrize("source", FILES)
def test_the_entry_it_prints_reads_the_file(tmp_path, source):
    name = "a.csv" if source in ("toyhom", "haodf_triage") else "a.json"
    text = printed(write(tmp_path, name, FILES[source]))
    (entry,) = yaml.safe_load(text[text.index("data:\n") :])["data"]["sources"]
    assert entry["source"] == source
    (record,) = read_source(entry)
    assert isinstance(record, Record)
    assert f"1 {record.task}, {record.language}" in text


def test_meddialog_text(tmp_path):
    file = tmp_path / "2020.txt.gz"
    text = "id=1\n\nDescription\n病情描述： 手背痒\n\nDialogue\n医生：\n多久了？\n\n"
    file.write_bytes(gzip.compress(text.encode("gb18030")))
    (contents,) = inspect_files(str(file))
    assert (contents.packed, contents.encoding) == ("gzip", "GB18030 (GBK, GB2312)")
    assert contents.entry == {"source": "meddialog", "path": str(file)}
    assert contents.records == {"triage, zh": 1}
    assert (contents.filled["description"], contents.filled["reply"]) == (1, 1)


def test_unknown_columns_get_a_draft_of_a_map(tmp_path):
    rows = [{"科室": "外科", "主诉": "手疼了三天，夜里更疼。", "医生回复": "先休息。", "no": str(n)} for n in range(3)]
    (contents,) = inspect_files(write(tmp_path, "a.csv", rows))
    assert contents.entry["source"] == "table"
    assert contents.entry["columns"] == {"description": "主诉", "reply": "医生回复", "department": "科室"}
    assert (contents.entry["language"], contents.rows, contents.complete) == ("zh", 3, True)
    assert len(list(read_source(contents.entry))) == 3
    (contents,) = inspect_files(write(tmp_path, "b.json", [{"a": 1, "what": QUESTION, "b": "x"}]))
    assert contents.entry["columns"] == {"description": "what"}
    assert contents.entry["task"] == "question-answer"


def test_columns_of_a_clinic_whose_names_hold_the_words(tmp_path):
    row = {"就诊号": "A1", "姓名": "甲", "主诉内容": "手疼了三天，夜里更疼。", "就诊科室": "外科", "处理意见": "休息。"}
    (contents,) = inspect_files(write(tmp_path, "a.csv", [row]))
    assert contents.entry["columns"] == {
        "description": "主诉内容",
        "reply": "处理意见",
        "department": "就诊科室",
        "group": "就诊号",
    }


@pytest.mark.parametrize("first", ["外科,王小明,手疼三天", "外科,甲,电话13912345678"])
def test_a_first_row_in_the_place_of_names_is_not_shown(tmp_path, first):
    (tmp_path / "a.csv").write_text(f"{first}\n内科,乙,咳嗽三天，夜里更重\n", encoding="utf-8")
    text = printed(str(tmp_path / "a.csv"))
    assert "(column 3)" in text
    assert "none fits: its first line seems to hold data" in text
    assert not any(cell in text for cell in first.split(",")[1:] if cell != "甲")


@pytest.mark.parametrize(
    ("name", "rows", "why"),
    [
        ("a.json", {"data": [{"主诉": "手疼"}]}, "rows stand below 'data'"),
        ("a.jsonl", [{"主诉": "手疼"}], "a file of one list is called .json"),
        ("a.xlsx", "", "save the sheet as CSV"),
    ],
)
def test_what_keeps_a_file_from_being_read(tmp_path, name, rows, why):
    (contents,) = inspect_files(write(tmp_path, name, rows))
    assert contents.entry is None
    assert why in contents.why


def test_fields_and_what_is_broken(tmp_path):
    file = tmp_path / "a.jsonl"
    rows = [{"input": "a" * n, "output": ["x", "y"] if n == 3 else None, "n": n} for n in (1, 2, 3)]
    file.write_text("\n".join([*map(json.dumps, rows), "{"]), encoding="utf-8")
    (contents,) = inspect_files(str(file))
    assert contents.fields["input"].lengths == [1, 2, 3]
    assert (contents.fields["n"].kinds, contents.fields["output"].kinds) == ({"number": 3}, {"list of text": 1})
    assert (contents.rows, contents.broken) == (4, {"no JSON": 1})


def test_no_more_than_a_masked_beginning_is_shown(tmp_path):
    row = {"input": f"My name is Anna Miller, call 13800138000. {QUESTION}", "output": "[/bold] " + ANSWER}
    text = printed(write(tmp_path, "a.json", [row]))
    assert "Anna" not in text
    assert "13800138000" not in text
    assert "[patient1]" in text
    assert QUESTION not in text
    assert "[/bold] Rest it" in text


def test_only_so_many_rows_are_looked_at(tmp_path):
    path = write(tmp_path, "a.json", FILES["alpaca"] * 20)
    assert "more than 5; only these" in printed(path, rows=5)
    assert "rows     20\n" in printed(path, rows=20)
    pq.write_table(pa.Table.from_pylist(FILES["alpaca"] * 20), tmp_path / "a.parquet")
    assert "20, of which the first 5 were looked at" in printed(str(tmp_path / "a.parquet"), rows=5)


def test_members_of_a_zip_file(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        for name in ("train", "test"):
            file.writestr(f"{name}.json", json.dumps(FILES["alpaca"]))
    train, test = sorted(inspect_files(str(tmp_path / "a.zip")), key=lambda contents: contents.label, reverse=True)
    assert (train.label, test.label, train.packed) == ("train.json", "test.json", "zip")
    assert train.entry == {"source": "alpaca", "path": str(tmp_path / "a.zip")}


def test_a_damaged_file_is_shown_as_far_as_it_goes_and_is_an_error(tmp_path, capsys):
    path = write(tmp_path, "a.json", FILES["alpaca"] * 3)
    text = (tmp_path / "a.json").read_text()
    (tmp_path / "a.json").write_text(text[:-20])
    with pytest.raises(SystemExit) as left:
        main(["data", "inspect", path])
    assert left.value.code == 1
    out, err = capsys.readouterr()
    assert "2 before the problem below" in out
    assert "source: alpaca" in out
    assert err.startswith("error: ")
    assert "is no JSON after 2 elements" in err


@pytest.mark.parametrize("name", ["a.txt", "a.json"])
def test_no_reader(tmp_path, name):
    (tmp_path / name).write_text("[1, 2]" if name.endswith("json") else "words\n")
    (contents,) = inspect_files(str(tmp_path / name))
    assert contents.entry is None
    assert "none fits" in printed(str(tmp_path / name))


def test_a_missing_file_at_the_command_line(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["data", "inspect", str(tmp_path / "none.json")])
    assert "none.json': no file there" in capsys.readouterr().err
