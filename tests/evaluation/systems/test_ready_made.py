"""Prediction files that do not fit the questions are errors that say how; an average never gets shorter."""

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from medtune.data.prompts import Prompts
from medtune.data.records import Prediction, Record
from medtune.evaluation.inference.predictions import write_predictions
from medtune.evaluation.systems.questions import Question
from medtune.evaluation.systems.ready_made import read_answers, rival_answers


def question(number, source="icliniq", **meta):
    record = Record(
        f"t:{number}", source, "en", "question-answer", description=f"pain {number}", reply=f"rest {number}", meta=meta
    )
    return Question(source, record, None, Prompts().build(record))


QUESTIONS = [question(number) for number in range(5)]
ROWS = [{"id": f"t:{number}", "prediction": f"answer {number}"} for number in range(5)]


@pytest.fixture
def file(tmp_path):
    def write(rows, name="rival.jsonl"):
        path = tmp_path / name
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        return str(path)

    return write


def texts(answers):
    return {name: answer.text for name, answer in answers.items()}


def test_rows_in_any_order_come_to_their_questions(file):
    found, notes = read_answers(file(ROWS[::-1]), QUESTIONS)
    assert texts(found) == {f"t:{number}": f"answer {number}" for number in range(5)}
    assert notes == []


def test_missing_rows_are_an_error_with_their_ids(file):
    with pytest.raises(ValueError, match=r"no row for 4 ids \(t:1, t:2, t:3 …\) of 5; an average would lack them"):
        read_answers(file(ROWS[:1]), QUESTIONS)


def test_ids_of_other_data(file):
    with pytest.raises(ValueError, match=r"no row for 5 ids .* Its own ids look like x:0: is it of other data\?"):
        read_answers(file([{"id": f"x:{n}", "prediction": "a"} for n in range(5)]), QUESTIONS)


def test_extra_rows_are_left_out_and_told(file):
    found, notes = read_answers(file([*ROWS, {"id": "t:77", "prediction": "x"}]), QUESTIONS)
    assert len(found) == 5
    assert notes == ["left out as answers to no question here: 1 row of rival.jsonl"]


def test_an_id_that_stands_twice(file):
    with pytest.raises(ValueError, match=r"1 id \(t:2\) in several rows"):
        read_answers(file([*ROWS, ROWS[2]]), QUESTIONS)


def test_other_references(file):
    rows = [{**row, "reference": f"rest {number}" if number else "surgery"} for number, row in enumerate(ROWS)]
    with pytest.raises(ValueError, match=r"another reference than the data's for 1 id \(t:0\) of 5"):
        read_answers(file(rows), QUESTIONS)
    rows[0]["reference"] = " rest\n0 "  # spaces make no other reference
    assert len(read_answers(file(rows), QUESTIONS)[0]) == 5


def test_null_and_error_are_failed_rows_and_an_empty_text_is_an_answer(file):
    rows = [{**ROWS[0], "prediction": None}, {**ROWS[1], "error": "HTTP 500"}, {**ROWS[2], "prediction": ""}, *ROWS[3:]]
    found, _ = read_answers(file(rows), QUESTIONS)
    assert (found["t:0"].text, found["t:0"].error) == (None, "no prediction in the file")
    assert (found["t:1"].text, found["t:1"].error) == (None, "failed, says the file")
    assert (found["t:2"].text, found["t:2"].error) == ("", "")


def test_bytes_that_are_no_text_are_an_error(tmp_path):
    path = tmp_path / "broken.jsonl"
    lines = [json.dumps(row).encode() for row in ROWS]
    lines[1] = lines[1].replace(b"answer", b"an\xe9\xff\xfewer")
    path.write_bytes(b"\n".join(lines))
    with pytest.raises(ValueError, match=r"1 row cannot be read \(1 × .*\), the first is row 2"):
        read_answers(str(path), QUESTIONS)


def test_gb18030_is_read_as_such(tmp_path):
    path = tmp_path / "chinese.csv"
    table = "id,prediction\n" + "".join(f"t:{number},多休息，多喝水 {number}\n" for number in range(5))
    path.write_bytes(table.encode("gb18030"))
    assert texts(read_answers(str(path), QUESTIONS)[0])["t:3"] == "多休息，多喝水 3"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([{"id": "t:0"}], "1 × no column prediction"),
        ([{"prediction": "x", "id": ""}], "1 × no id"),
        ([["t:0", "x"]], "1 × a list, no object"),
        ([{"id": "t:0", "prediction": 3}], "1 × a prediction that is a int, no text"),
        ([], "holds no predictions"),
    ],
)
def test_files_of_another_form(file, rows, told):
    with pytest.raises(ValueError, match=told):
        read_answers(file(rows), QUESTIONS)


def test_a_truncated_parquet_file(tmp_path):
    path = tmp_path / "p.parquet"
    pq.write_table(pa.Table.from_pylist(ROWS), path)
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(ValueError, match="cannot be read as Parquet"):
        read_answers(str(path), QUESTIONS)


def test_a_runs_own_predictions(tmp_path):
    path = tmp_path / "predictions.parquet"
    made = [
        Prediction(f"t:{n}", "s", "en", "question-answer", "q", f"rest {n}", f"a {n}", seconds=0.5) for n in range(5)
    ]
    write_predictions(path, made)
    found, _ = read_answers(str(path), QUESTIONS)
    assert (found["t:4"].text, found["t:4"].seconds) == ("a 4", 0.5)


def test_rivals_answer_the_sources_that_they_came_with():
    rows = [question(1, answer_chatgpt="see a doctor"), question(2), question(3, source="haodf")]
    found, _ = rival_answers("chatgpt", rows)
    assert texts(found) == {"t:1": "see a doctor", "t:2": ""}
    with pytest.raises(ValueError, match="no answers of 'chatdoctor'; those of chatgpt are there"):
        rival_answers("chatdoctor", rows)
