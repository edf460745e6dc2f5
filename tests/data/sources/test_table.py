import csv
import gzip
import json
import tracemalloc

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pydantic import ValidationError

from medtune.data.records import Record, Rejected, Turn
from medtune.data.sources.table import Options, read

ROWS = [
    {"dept": "眼科", "q": "眼睛\n干", "a": "少看屏幕", "n": "1"},
    {"dept": "骨科", "q": '腰疼, "坐久了"', "a": "多走动", "n": "2"},
]
COLUMNS = {"department": "dept", "description": "q", "reply": "a"}


def write(tmp_path, name):
    file = tmp_path / name
    kind = name.removesuffix(".gz").rpartition(".")[2]
    if kind == "parquet":
        pq.write_table(pa.Table.from_pylist(ROWS), file)
        return str(file)
    if kind in ("csv", "tsv"):
        mark = "," if kind == "csv" else "\t"

        def line(cells):
            return mark.join('"' + cell.replace('"', '""') + '"' for cell in cells)

        text = "\r\n".join([line(ROWS[0]), *(line(row.values()) for row in ROWS)]) + "\r\n"
    elif kind == "json":
        text = json.dumps(ROWS, ensure_ascii=False, indent=2)
    else:
        text = "\n\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS)
    data = text.encode("gb18030")
    file.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return str(file)


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.json", "a.jsonl", "a.ndjson", "a.parquet", "a.csv.gz"])
def test_every_format_gives_the_same_records(tmp_path, name):
    records = list(read(write(tmp_path, name), COLUMNS))
    assert records == [
        Record(
            id=f"table:{name}:{number}",
            source="table",
            language="zh",
            task="triage",
            description=row["q"],
            department=row["dept"],
            reply=row["a"],
            group=f"table:{name}:{number}",
        )
        for number, row in enumerate(ROWS, start=1)
    ]


def test_ids_groups_meta_and_other_columns(tmp_path):
    columns = {"id": "n", "group": "dept", "meta.answer": "a"}
    path = write(tmp_path, "a.csv")
    first, _ = read(path, columns, language="en", task="question-answer", keep_other_columns=True)
    assert (first.id, first.group, first.language, first.task) == ("table:a.csv:1", "眼科", "en", "question-answer")
    assert first.meta == {"answer": "少看屏幕", "q": "眼睛\n干"}
    assert next(read(path, columns)).meta == {"answer": "少看屏幕"}


@pytest.mark.parametrize(
    "turns",
    [
        [{"role": "patient", "text": "耳朵疼 "}, {"role": "doctor", "text": "多久了"}],
        [{"role": "user", "content": "耳朵疼"}, {"role": "assistant", "content": "多久了"}],
        [{"from": "human", "value": "耳朵疼"}, {"from": "gpt", "value": "多久了"}],
        json.dumps([{"role": "病人", "text": "耳朵疼"}, {"role": "医生", "text": "多久了"}]),
    ],
)
def test_turns(tmp_path, turns):
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"t": turns}), encoding="utf-8")
    (record,) = read(str(file), {"turns": "t"})
    assert record.turns == [Turn("patient", "耳朵疼"), Turn("doctor", "多久了")]


def test_values_that_are_no_text(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text('{"d": 3, "q": NaN, "l": ["甲", "乙"], "e": "  "}', encoding="utf-8")
    (record,) = read(str(file), {"department": "d", "description": "q", "meta.list": "l", "reply": "e"})
    assert (record.department, record.description, record.reply) == ("3", None, None)
    assert record.meta == {"list": '["甲", "乙"]'}


def test_broken_rows_are_rejected_and_counted(tmp_path):
    file = tmp_path / "a.csv"
    good = "眼科,眼睛干\n".encode()
    file.write_bytes(b"dept,q\n" + good * 20 + b"\xff\xff,x\n" + "骨科\n,\n骨科,腰,多\n\n".encode() + good)
    results = list(read(str(file), {"department": "dept", "description": "q"}))
    reasons = [result.reason for result in results if isinstance(result, Rejected)]
    assert reasons == ["undecodable bytes", "wrong number of cells", "empty row", "wrong number of cells"]
    assert len(results) == 25
    assert "\ufffd" in results[20].text


def test_a_quote_that_is_never_closed_does_not_swallow_the_file(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text('q\n"' + "没有关上的引号\n" * 2_000_000, encoding="utf-8")
    first = next(read(str(file), {"description": "q"}))
    assert (first.reason, "field larger" in first.text) == ("unreadable row", True)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"q": ', "no JSON"),
        ("[1]", "no object"),
        ('{"q": null}', "empty row"),
        ('{"q": "\\ud83d"}', "undecodable bytes"),
    ],
)
def test_broken_json_lines(tmp_path, line, reason):
    file = tmp_path / "a.jsonl"
    file.write_text(f'{{"q": "咳嗽"}}\n{line}\n{{"q": "\\ud83d\\ude00"}}', encoding="utf-8")
    first, broken, last = read(str(file), {"description": "q"})
    assert (first.description, last.description) == ("咳嗽", "😀")
    assert (broken.reason, broken.id) == (reason, "table:a.jsonl:2")


@pytest.mark.parametrize("turns", ['"hello"', '[{"role": "nurse", "text": "a"}]', '[{"role": "user"}]', "[1]", "5"])
def test_turns_that_cannot_be_read(tmp_path, turns):
    file = tmp_path / "a.jsonl"
    file.write_text(f'{{"t": {turns}}}', encoding="utf-8")
    (rejected,) = read(str(file), {"turns": "t"})
    assert rejected.reason == "turns that cannot be read"


def test_incomplete_json_is_an_error_after_what_was_read(tmp_path):
    file = tmp_path / "a.json"
    file.write_text('[{"q": "咳嗽"}, {"q": "发', encoding="utf-8")
    rows = read(str(file), {"description": "q"})
    assert next(rows).description == "咳嗽"
    with pytest.raises(ValueError, match=r"a\.json' is no JSON after 1 elements\. Is the file complete\?"):
        next(rows)


@pytest.mark.parametrize("text", ["[]", "", "  \n", "[ ]"])
def test_empty_json(tmp_path, text):
    file = tmp_path / "a.json"
    file.write_text(text, encoding="utf-8")
    assert list(read(str(file), {"description": "q"})) == []


def test_missing_column_is_named_at_once_in_tables_and_at_the_end_in_json(tmp_path):
    match = r"columns: a\.\w+ has no column 'question'\. Its columns are 'dept', 'q', 'a', 'n'\."
    with pytest.raises(ValueError, match=match):
        next(read(write(tmp_path, "a.csv"), {"description": "question"}))
    with pytest.raises(ValueError, match=match):
        list(read(write(tmp_path, "a.json"), {"description": "question", "reply": "a"}))


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_cells_parted_by_other_marks(tmp_path, mark):
    rows = [["科室", "主诉", "回复"], ["内科", f"咳嗽{mark}三天", "多喝水，休息。"]]
    with open(tmp_path / "a.csv", "w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=mark).writerows(rows)
    columns = {"department": "科室", "description": "主诉", "reply": "回复"}
    (record,) = read(str(tmp_path / "a.csv"), columns)
    assert (record.department, record.description, record.reply) == (*rows[1],)


def test_a_first_line_without_names_is_told_and_not_repeated(tmp_path):
    """It is a patient's."""
    (tmp_path / "a.csv").write_text("内科,咳嗽三天，电话13912345678\n外科,腰痛\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"no column '主诉'\. But its first line seems to hold data") as error:
        list(read(str(tmp_path / "a.csv"), {"description": "主诉"}))
    assert "13912345678" not in str(error.value)
    (tmp_path / "b.csv").write_text("门诊导出,,\n科室,主诉,回复\n内科,咳嗽,休息\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"b\.csv': its first line seems to hold data or a title"):
        list(read(str(tmp_path / "b.csv"), {"description": "主诉"}))


def test_an_excel_file_says_what_to_do(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    with pytest.raises(ValueError, match=r"save the sheet as CSV \(UTF-8\)"):
        list(read(str(tmp_path / "a.xlsx"), {"description": "主诉"}))


def test_unknown_ending_and_empty_table(tmp_path):
    (tmp_path / "a.xls").write_text("x", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.xls': the ending tells the format; allowed: \.csv"):
        list(read(str(tmp_path / "a.xls"), {"description": "q"}))
    (tmp_path / "a.csv").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match="needs a header"):
        list(read(str(tmp_path / "a.csv"), {"description": "q"}))


@pytest.mark.parametrize("columns", [{"descripton": "q"}, {"meta.": "q"}, {"meta": "q"}, {"task": "q"}])
def test_columns_are_checked(columns):
    with pytest.raises(ValidationError, match=r"is no field of a record; allowed: id, instruction, turns, description"):
        Options(source="table", path="a.csv", columns=columns)


def test_no_column_is_an_error():
    with pytest.raises(ValidationError, match="no column is named"):
        Options(source="table", path="a.csv", columns={})


def test_long_json_list_in_constant_memory(tmp_path):
    file = tmp_path / "a.json"

    def peak(repeats):
        row = {"q": "咳嗽" * 200, "n": [1.5, {"x": None}]}
        file.write_text(json.dumps([row] * repeats, ensure_ascii=False), encoding="utf-8")
        tracemalloc.start()
        assert sum(1 for _ in read(str(file), {"description": "q"})) == repeats
        memory = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return memory

    assert peak(10_000) < 1.2 * peak(5_000)  # 12 and 6 MB


def test_an_element_longer_than_a_chunk(tmp_path):
    file = tmp_path / "a.json"
    rows = [{"q": "咳" * 3_000_000}, {"q": "嗽"}, {"q": "喘" * 1_500_000}]
    file.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    assert [len(record.description) for record in read(str(file), {"description": "q"})] == [3_000_000, 1, 1_500_000]
