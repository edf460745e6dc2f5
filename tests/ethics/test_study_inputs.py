import json
from dataclasses import asdict

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from medtune.data.prompts import Prompts
from medtune.data.records import Prediction, Record
from medtune.ethics.inputs import question, read_answers
from medtune.evaluation.inference.predictions import write_predictions


def rows(system: str, count: int = 4) -> list[Prediction]:
    return [
        Prediction(
            f"made:up:{n}", system, "en", "question-answer", f"Question {n}?", f"Reference {n}.", f"{system} {n}"
        )
        for n in range(count)
    ]


def jsonl(path, predictions) -> str:
    lines = [json.dumps(asdict(row) if isinstance(row, Prediction) else row, ensure_ascii=False) for row in predictions]
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def test_parquet_folders_and_json_lines_are_read_alike(tmp_path):
    (tmp_path / "run").mkdir()
    write_predictions(tmp_path / "run" / "predictions.parquet", rows("alpha"))
    other = jsonl(tmp_path / "b=eta.jsonl", rows("beta"))
    answers = read_answers([tmp_path / "run", other, f"gamma={other}"])
    assert [one.system for one in answers] == ["alpha", "beta", "gamma"]
    assert [row.prediction for row in answers[1].rows.values()] == [f"beta {n}" for n in range(4)]
    assert list(answers[0].rows) == list(answers[2].rows)


def test_everything_that_is_wrong_is_told_at_once(tmp_path):
    first = jsonl(tmp_path / "a.jsonl", rows("alpha"))
    missing = jsonl(tmp_path / "missing.jsonl", rows("missing", 2))
    extra = jsonl(tmp_path / "extra.jsonl", rows("extra", 6))
    order = jsonl(tmp_path / "order.jsonl", rows("order")[::-1])
    other = rows("other")
    other[1].reference, other[2].input, other[3].language = "Another.", "Something else?", "zh"
    other = jsonl(tmp_path / "other.jsonl", other)
    twice = jsonl(tmp_path / "twice.jsonl", [*rows("twice"), rows("twice")[0]])
    triage = [asdict(row) | {"prediction": None} for row in rows("triage")]
    triage = jsonl(tmp_path / "triage.jsonl", triage)
    again = jsonl(tmp_path / "again.jsonl", rows("alpha"))
    bad = jsonl(
        tmp_path / "bad.jsonl",
        [{"id": "x"}, [1], asdict(rows("bad")[0]) | {"language": "fr"}, asdict(rows("bad")[1]) | {"language": "fr"}],
    )
    silent = [asdict(row) for row in rows("silent")]
    silent[1]["id"], silent[3]["input"] = " ", "\n"
    silent = jsonl(tmp_path / "silent.jsonl", silent)
    two = jsonl(tmp_path / "two.jsonl", [*rows("one", 2), *rows("two")[2:]])
    (tmp_path / "bytes.jsonl").write_bytes(json.dumps(asdict(rows("b")[0])).encode().replace(b"b 0", b"\xff\xfe\xfa"))
    (tmp_path / "table.csv").write_text("id\n1\n")
    (tmp_path / "cut.parquet").write_bytes(b"PAR1 cut off")
    files = [first, missing, extra, order, other, twice, triage, again, bad, silent, two, tmp_path / "bytes.jsonl"]
    files += [tmp_path / "table.csv", tmp_path / "cut.parquet", tmp_path / "nowhere.parquet"]
    with pytest.raises(ValueError, match="nowhere") as error:
        read_answers(files)
    message = str(error.value)
    for part in (
        "missing lacks 2 ids (made:up:2, made:up:3) against alpha",
        "extra has 2 ids (made:up:4, made:up:5) too many against alpha",
        "order has the same rows in another order against alpha",
        "other has another `reference` for 1 id (made:up:1)",
        "other has another `input` for 1 id (made:up:2)",
        "other has another `language` for 1 id (made:up:3)",
        "twice.jsonl: 1 id (made:up:0) in several rows",
        "triage has no answers in `prediction`",
        "again.jsonl: all are of the system 'alpha'",
        "bad.jsonl: 4 rows cannot be read (",
        "1 × no column language, input, prediction",
        "1 × a list, no object",
        "2 × language 'fr', not zh or en",
        "the first is row 1",
        "silent.jsonl: 2 rows cannot be read (1 × no id, 1 × no text in input), the first is row 2",
        "two.jsonl: holds predictions of one, two; one file for each system is needed",
        "bytes.jsonl: 1 row cannot be read (1 × undecodable bytes)",
        "table.csv: 1 row cannot be read (1 × no column language, input, prediction)",
        "cut.parquet",
        "nowhere.parquet: no such file",
    ):
        assert part in message, part


def test_a_table_of_another_program_needs_few_columns(tmp_path):
    text = "id,language,input,prediction\n1,en,Question 1?,Rest.\n2,en,Question 2?,\n"
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    (tmp_path / "b.csv").write_text(text.replace("Rest.", "Drink."), encoding="utf-8")
    answers = read_answers([f"old={tmp_path / 'a.csv'}", f"new={tmp_path / 'b.csv'}"])
    assert [(one.system, [row.prediction for row in one.rows.values()]) for one in answers] == [
        ("old", ["Rest.", ""]),
        ("new", ["Drink.", ""]),
    ]
    with pytest.raises(ValueError, match=r"NAME=.*a\.csv"):
        read_answers([tmp_path / "a.csv"])


def test_parquet_that_is_not_utf8(tmp_path):
    table = pa.Table.from_pylist([asdict(row) | {"probabilities": "{}"} for row in rows("alpha", 1)])
    broken = pa.array([b"\xff\xfe"], pa.binary()).view(pa.string())
    table = table.set_column(table.column_names.index("prediction"), "prediction", broken)
    pq.write_table(table, tmp_path / "a.parquet")
    with pytest.raises(ValueError, match=r"a\.parquet"):
        read_answers([tmp_path / "a.parquet"])


def test_common_rows_are_joined_by_id(tmp_path):
    files = [jsonl(tmp_path / "a.jsonl", rows("a", 4)), jsonl(tmp_path / "b.jsonl", rows("b", 6)[:1:-1])]
    answers = read_answers(files, common=True)
    assert [list(one.rows) for one in answers] == [["made:up:2", "made:up:3"]] * 2
    with pytest.raises(ValueError, match="no row is in all files"):
        read_answers([files[0], jsonl(tmp_path / "c.jsonl", rows("c", 9)[5:])], common=True)


def test_a_prompt_around_the_question_is_the_same_question(tmp_path):
    prompted = rows("tuned")
    for row in prompted:
        row.input = f"Answer the question.\n{row.input}"
    answers = read_answers([jsonl(tmp_path / "a.jsonl", prompted), jsonl(tmp_path / "b.jsonl", rows("plain"))])
    assert question([one.rows["made:up:0"] for one in answers]) == "Question 0?"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_prompt_of_instruction_tuning_is_not_part_of_the_question(language):
    record = Record("r:1", "r", language, "question-answer", description="Question?", reply="So.")
    asked = Prompts().build(record).messages(with_answer=False)[-1]["content"]
    assert asked != "Question?"
    assert question([Prediction("r:1", "tuned", language, "question-answer", asked)]) == "Question?"
