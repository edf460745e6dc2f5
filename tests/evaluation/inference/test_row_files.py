import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from medtune.evaluation.inference.row_files import Row, answer_file, check_output, read_rows


def lines_of(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def shout(rows):
    return [{"reply": row.text.upper()} for row in rows]


@pytest.mark.parametrize("ending", [".jsonl", ".csv", ".tsv", ".parquet"])
def test_reads_every_format(tmp_path, ending):
    path = tmp_path / f"rows{ending}"
    rows = [{"id": "a", "description": "头痛三天"}, {"id": "b", "description": "胃痛"}]
    if ending == ".jsonl":
        path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    elif ending == ".parquet":
        pq.write_table(pa.Table.from_pylist(rows), path)
    else:
        comma = "," if ending == ".csv" else "\t"
        path.write_text("\n".join(comma.join(row) for row in [rows[0], *(row.values() for row in rows)]), "utf-8")
    assert list(read_rows(path)) == [Row("a", "头痛三天"), Row("b", "胃痛")]


def test_text_file_has_one_description_a_line(tmp_path):
    path = tmp_path / "rows.txt"
    path.write_text("头痛\n\n胃痛\n", encoding="utf-8")
    assert list(read_rows(path)) == [Row("1", "头痛"), Row("2", "", "the description is empty"), Row("3", "胃痛")]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ('{"description": "a"', "no JSON"),
        ("[1, 2]", "a list, no JSON object"),
        ('{"words": "a"}', "no field description or text"),
        ('{"description": 7}', "the description is of type int, no text"),
        ('{"description": "  "}', "the description is empty"),
        ('{"description": "\\ud800"}', "undecodable bytes"),
        ('{"id": "\\ud800", "description": "a"}', "undecodable bytes"),
        pytest.param("[" * 100_000, "no JSON", id="deep"),
    ],
)
def test_bad_row_says_why(tmp_path, line, error):
    path = tmp_path / "rows.jsonl"
    path.write_text(f'{{"text": "good"}}\n{line}\n', encoding="utf-8")
    good, bad = read_rows(path)
    assert (good.error, bad.text) == ("", "")
    assert error in bad.error


def test_names_of_rows(tmp_path):
    (tmp_path / "rows.jsonl").write_text('{"id": 0, "text": "a"}\n\n{"id": "", "text": "b"}\n{"text": "c"}\n')
    assert [row.id for row in read_rows(tmp_path / "rows.jsonl")] == ["0", "2", "3"]


@pytest.mark.parametrize("ending", [".csv", ".txt", ".JSONL"])
def test_text_in_gb18030(tmp_path, ending):
    content = {".csv": "id,text\na,头痛三天\n", ".txt": "头痛三天\n", ".JSONL": '{"id": "a", "text": "头痛三天"}\n'}[
        ending
    ]
    path = tmp_path / f"rows{ending}"
    path.write_bytes(content.encode("gb18030"))
    assert [row.text for row in read_rows(path)] == ["头痛三天"]


@pytest.mark.parametrize("ending", [".csv", ".txt"])
def test_bytes_that_are_no_text_spoil_their_row_only(tmp_path, ending):
    header = b"text\n" if ending == ".csv" else b""
    (tmp_path / f"rows{ending}").write_bytes(header + b"caf\xe9 pain\n" + "头痛三天，胃痛\n".encode())
    bad, good = read_rows(tmp_path / f"rows{ending}")
    assert (bad.text, bad.error) == ("", "undecodable bytes")
    assert good.text == "头痛三天，胃痛"


def test_rows_of_a_broken_table(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text(f"id,text\na,pain\nb\nc,{'x' * 200_000}\n")
    assert [(row.id, len(row.text), row.error) for row in read_rows(path)] == [
        ("a", 4, ""),
        ("2", 0, "wrong number of cells"),
        ("c", 200_000, ""),
    ]


@pytest.mark.parametrize("ending", [".jsonl", ".txt"])
def test_empty_file_has_no_rows(tmp_path, ending):
    (tmp_path / f"rows{ending}").touch()
    assert list(read_rows(tmp_path / f"rows{ending}")) == []


def test_answers_are_called_what_they_are(tmp_path):
    check_output(tmp_path / "out.jsonl")
    with pytest.raises(
        ValueError, match=r"out\.csv: answers are written as JSON Lines; give an output that ends in .jsonl"
    ):
        check_output(tmp_path / "out.csv")


def test_unreadable_files_are_named(tmp_path):
    with pytest.raises(ValueError, match=r"cannot read \.xlsx; use \.jsonl, \.csv"):
        list(read_rows(tmp_path / "rows.xlsx"))
    with pytest.raises(FileNotFoundError, match=r"rows\.csv: no such file"):
        list(read_rows(tmp_path / "rows.csv"))
    (tmp_path / "rows.csv").write_text("id,words\n1,a\n")
    with pytest.raises(ValueError, match=r"rows\.csv: columns id, words; one must be called description or text"):
        list(read_rows(tmp_path / "rows.csv"))
    pq.write_table(pa.table({"words": ["a"]}), tmp_path / "rows.parquet")
    with pytest.raises(ValueError, match=r"rows\.parquet: columns words; one must be called description or text"):
        list(read_rows(tmp_path / "rows.parquet"))
    for name, message in (("empty.csv", "a table needs a header"), ("empty.parquet", "cannot be read as Parquet")):
        (tmp_path / name).touch()
        with pytest.raises(ValueError, match=rf"{name}.*{message}"):
            list(read_rows(tmp_path / name))


def test_bad_rows_are_reported_and_the_rest_answered(tmp_path):
    rows = [Row("a", "x"), Row("b", "", "the description is empty"), Row("c", "y")]
    assert answer_file(rows, tmp_path / "out.jsonl", shout, chunk=2) == (2, 1, 0)
    assert lines_of(tmp_path / "out.jsonl") == [
        {"id": "a", "reply": "X"},
        {"id": "b", "error": "the description is empty"},
        {"id": "c", "reply": "Y"},
    ]


def test_goes_on_where_it_was_stopped(tmp_path):
    rows, output, asked = [Row(str(number), f"t{number}") for number in range(10)], tmp_path / "out.jsonl", []

    def stop_after(count):
        def answer(texts):
            if len(asked) >= count:
                raise KeyboardInterrupt
            asked.extend(texts)
            return shout(texts)

        return answer

    with pytest.raises(KeyboardInterrupt):
        answer_file(rows, output, stop_after(4), chunk=2)
    with output.open("a") as file:
        file.write('{"id": "4", "rep')  # a line that was not written to its end
    assert answer_file(rows, output, stop_after(100), chunk=2) == (6, 0, 4)
    assert [line["id"] for line in lines_of(output)] == [str(number) for number in range(10)]
    assert len(asked) == len(set(asked)) == 10
