import csv
import json

import pyarrow.parquet as pq
import pytest

from medtune.ethics.exchange_files import guard, read_table, unguard, write_table

COLUMNS = {"id": str, "text": str, "value": int}
DANGEROUS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    "'=1",
    "''",
    "- a list",
]
ROWS = [{"id": f"r{number}", "text": text, "value": number} for number, text in enumerate(DANGEROUS)]
ROWS += [{"id": "last", "text": '多行\n"引号"，逗号,分号;', "value": None}, {"id": "none", "text": None, "value": 0}]


def test_no_cell_of_a_csv_file_begins_as_a_formula(tmp_path):
    write_table(tmp_path / "a.csv", COLUMNS, ROWS)
    raw = (tmp_path / "a.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    with open(tmp_path / "a.csv", encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert [cell for cell in cells if cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))] == []
    assert (tmp_path / "a.csv").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("text", [*DANGEROUS, "plain", "", "it's", "'"])
def test_guarding_is_undone_to_the_letter(text):
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_what_is_written_is_read_again(tmp_path, suffix):
    path = tmp_path / f"table{suffix}"
    write_table(path, COLUMNS, ROWS, blanks={"value": "x"})
    found = [row for _, row in read_table(path)]
    expected = ROWS
    if suffix == ".csv":
        expected = [
            row | {"text": row["text"] or "", "value": "x" if row["value"] is None else str(row["value"])}
            for row in ROWS
        ]
    assert found == expected
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_the_formats_are_what_other_programs_read(tmp_path):
    write_table(tmp_path / "a.parquet", COLUMNS, ROWS)
    assert pq.read_table(tmp_path / "a.parquet").to_pylist() == ROWS
    write_table(tmp_path / "a.jsonl", COLUMNS, ROWS)
    lines = (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == ROWS


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("utf-8-sig", ","), ("utf-8", ";"), ("gb18030", ","), ("utf-16", "\t")]
)
def test_csv_as_spreadsheet_programs_save_it(tmp_path, encoding, delimiter):
    rows = [["id", "text", "value"], ["r1", "多喝水\n休息", "2"], ["", "", ""], ["r2", "'=x", ""], ["r3"]]
    with open(tmp_path / "a.csv", "w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    assert read_table(tmp_path / "a.csv") == [
        (2, {"id": "r1", "text": "多喝水\n休息", "value": "2"}),
        (5, {"id": "r2", "text": "=x", "value": ""}),
        (6, {"id": "r3", "text": "", "value": ""}),
    ]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", b'id,text\n1,a\n2,"never closed\n', "unexpected end of data"),
        ("a.csv", b"id,text\n1,a,b\n", "line 2: more cells than columns"),
        ("a.csv", "id,text\n1,多喝水多喝水多喝水\n".encode() + b"2,\xff\xff\n", "line 3: undecodable"),
        ("a.jsonl", b'{"id": 1}\n[2]\n', "row 2: no JSON object"),
        ("a.jsonl", b'{"id": 1}\n{"id"\n', "row 2: no JSON"),
        ("a.parquet", b"PAR1", "cannot be read as Parquet"),
        ("a.xlsx", b"PK", "save a spreadsheet as CSV"),
    ],
)
def test_files_that_cannot_be_read_are_named_with_the_line(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ValueError, match=message) as error:
        read_table(tmp_path / name)
    assert name in str(error.value)


def test_a_file_that_may_be_filled_in_is_left_alone(tmp_path):
    (tmp_path / "a.csv").write_text("filled in")
    with pytest.raises(FileExistsError, match="may be filled in"):
        write_table(tmp_path / "a.csv", COLUMNS, ROWS, new=True)
    assert (tmp_path / "a.csv").read_text() == "filled in"
    with pytest.raises(ValueError, match=r"\.csv, \.jsonl, \.parquet can be written"):
        write_table(tmp_path / "a.xlsx", COLUMNS, ROWS)
