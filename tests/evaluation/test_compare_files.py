"""`medtune compare`: tables by hand, and every way in which two files cannot be compared."""

import json
from pathlib import Path

import pytest

from medtune.cli import main
from medtune.data.records import Prediction
from medtune.evaluation.compare_files import compare_numbers, compare_predictions
from medtune.evaluation.inference.predictions import write_predictions
from medtune.evaluation.number_files import read_numbers
from medtune.metrics import rouge_scores

REFERENCES = ["多喝水多休息", "请到医院复诊", "按时吃药，注意休息", "先查血常规"]
FIRST = ["多喝水", "请复诊", "按时吃药", "查血"]
SECOND = ["多喝水多休息", "请到医院复诊", "按时吃药，注意", "先查血常规"]


def rows(answers, **changes):
    made = [
        {"id": str(number), "language": "zh", "input": "问", "reference": reference, "prediction": answer}
        for number, (answer, reference) in enumerate(zip(answers, REFERENCES, strict=True))
    ]
    return [{**row, **changes} for row in made]


@pytest.fixture
def write(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(name, content):
        lines = content if isinstance(content, list) and name.endswith("l") else [content]
        text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
        (tmp_path / name).write_text(text + "\n", encoding="utf-8")
        return tmp_path / name

    return write


def test_numbers_side_by_side(write):
    first = {
        "accuracy": 0.8,
        "intervals": {"accuracy": [0.75, 0.85]},
        "systems": [{"system": "x", "f1": 0.5}],
        "ok": True,
    }
    second = {"accuracy": 0.9, "systems": [{"system": "y", "f1": 0.1}, {"system": "x", "f1": 0.7}]}
    numbers = [read_numbers(write(f"{name}.json", one), one) for name, one in (("a", first), ("b", second))]
    found, warnings = compare_numbers(*numbers)
    assert [row["name"] for row in found] == ["accuracy", "systems.x.f1"]
    assert found[0]["difference"] == pytest.approx(0.1)
    assert (found[0]["first_spread"], found[0]["second_spread"]) == ([0.75, 0.85], None)
    assert found[1]["difference"] == pytest.approx(0.2)
    assert warnings == ["only in B: 1 number (systems.y.f1)"]


def test_numbers_with_their_spread(write):
    seeds = {"accuracy": {"mean": 0.8, "standard_deviation": 0.1, "values": [0.7, 0.9]}}
    ends = {"f1": {"difference": 0.3, "low": 0.1, "high": 0.5, "p": 0.01}}
    assert read_numbers(write("a.json", seeds), seeds).spreads == {"accuracy": 0.1}
    numbers = read_numbers(write("b.json", ends), ends)
    assert (numbers.values, numbers.spreads) == ({"f1": 0.3, "f1.p": 0.01}, {"f1": [0.1, 0.5]})


def test_numbers_of_an_evaluation_keep_their_intervals_and_words_are_no_scores(write):
    report = {
        "systems": [{"system": "x", "language": "en", "scores": {"rouge1": 0.2}, "intervals": {"rouge1": [0.1, 0.3]}}],
        "caring": [{"group": "hope", "share": 0.5, "low": 0.4, "high": 0.6, "mean": 2, "mean_low": 1, "mean_high": 3}],
        "keywords": [{"system": "x", "word": "rest", "share": 0.9}, {"system": "x", "word": "ice", "share": 0.8}],
        "seeds": [{"seed": 3, "f1": 0.7}, {"seed": 0, "f1": 0.6}],
        "made_by": {"seed": 0, "versions": {"torch": "2.1"}},
    }
    numbers = read_numbers(write("report.json", report), report)
    assert numbers.values == {
        "systems.en/x.scores.rouge1": 0.2,
        "caring.hope.mean": 2,
        "caring.hope": 0.5,
        "seeds.seed 3.f1": 0.7,
        "seeds.seed 0.f1": 0.6,
    } | {f"seeds.seed {seed}.seed": seed for seed in (3, 0)}
    assert numbers.spreads == {
        "systems.en/x.scores.rouge1": [0.1, 0.3],
        "caring.hope.mean": [1, 3],
        "caring.hope": [0.4, 0.6],
    }
    assert numbers.versions == {"torch": "2.1"}


def test_what_is_the_same_is_counted(write, capsys):
    write("a.json", {"rouge1": 0.5, "rouge2": 0.25, "bleu": 0.125, "intervals": {"bleu": [0.1, 0.2]}})
    write("b.json", {"rouge1": 0.5, "rouge2": 0.75, "bleu": 0.125, "intervals": {"bleu": [0.0, 0.3]}})
    assert main(["compare", "a.json", "b.json", "--json", "c.json"]) == 0
    out = capsys.readouterr().out
    assert "rouge2" in out
    assert "0.125 [0, 0.3]" in out
    assert "rouge1" not in out
    assert "the same in both: 1 of 3 numbers" in out
    assert len(json.loads(Path("c.json").read_text(encoding="utf-8"))["rows"]) == 3
    main(["compare", "a.json", "a.json"])
    assert "the same in both: 3 of 3 numbers" in capsys.readouterr().out


def test_warnings_when_numbers_are_not_comparable(write, capsys):
    for name, words, count, version in (("a", False, 10, "2.1"), ("b", True, 11, "2.2")):
        scores = rouge_scores(FIRST, REFERENCES, words=words)
        write(f"{name}.json", {"test": scores, "test_rows": count, "versions": {"torch": version}})
    assert main(["compare", "a.json", "b.json"]) == 0
    out, err = capsys.readouterr()
    assert "test.rouge1" in out
    assert "warning: test.signature: another signature, so the scores are not comparable: ROUGE|tok:char" in err
    assert "warning: test_rows: computed on 10 and 11, so not on the same rows" in err
    assert "warning: different versions: torch 2.1 and 2.2" in err


def test_versions_and_inputs_of_a_run(write, tmp_path, capsys):
    for name, data in (("a", "1f"), ("b", "2e")):
        (tmp_path / name).mkdir()
        write(f"{name}/metrics.json", {"accuracy": 0.5})
        write(f"{name}/run.json", {"versions": {"torch": "2.1"}, "inputs": {"corpus": data}})
    assert main(["compare", "a", "b"]) == 0
    assert capsys.readouterr().err == "warning: different inputs: corpus 1f and 2e\n"


def test_predictions(write, tmp_path, capsys):
    first = write("a.jsonl", rows(FIRST))
    second = tmp_path / "b.parquet"  # in another order
    write_predictions(second, [Prediction(system="b", task="", **row) for row in reversed(rows(SECOND))])
    found, warnings, notes = compare_predictions((first, second))
    scores = {row["name"]: row for row in found}
    assert warnings == []
    for place, answers in (("first", FIRST), ("second", SECOND)):
        expected = rouge_scores(answers, REFERENCES)["rouge1"]
        assert scores["rouge1"][place] == pytest.approx(expected, abs=1e-12)
    assert scores["rouge1"]["low"] > 0
    assert scores["empty_rate"]["difference"] == 0
    assert notes[0].startswith("Chinese, 4 rows\n  F|tok:char")
    assert main(["compare", str(first), str(second), "--json", "out.json"]) == 0
    assert "95 % interval" in capsys.readouterr().out
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["rows"] == found


def test_missing_answers_score_zero_and_are_told(write):
    second = rows(SECOND)
    second[1]["prediction"] = None
    found, warnings, _ = compare_predictions((write("a.jsonl", rows(FIRST)), write("b.jsonl", second)))
    scores = {row["name"]: row for row in found}
    assert scores["empty_rate"]["second"] == 0.25
    assert "1 of 4 rows without an answer; they score 0" in warnings[0]


def test_rows_that_one_file_lacks(write, capsys):
    write("a.jsonl", rows(FIRST))
    write("b.jsonl", rows(SECOND)[:3])
    with pytest.raises(SystemExit):
        main(["compare", "a.jsonl", "b.jsonl"])
    message = capsys.readouterr().err
    assert "b.jsonl lacks 1 id (3) of 4 in a.jsonl; an average would lack them. --common compares the 3 rows" in message
    assert main(["compare", "a.jsonl", "b.jsonl", "--common"]) == 0
    out, err = capsys.readouterr()
    assert "Chinese, 3 rows" in out
    assert "warning: compared are the 3 rows that both have; the others are left out" in err


@pytest.mark.parametrize(
    ("second", "message"),
    [
        (rows(SECOND, reference="别的"), "another reference in b.jsonl than in a.jsonl for 4 ids (0, 1, 2 …) of 4"),
        (rows(SECOND, language="en"), "another language in b.jsonl"),
        (rows(SECOND, id="0"), "b.jsonl: 1 id (0) in several rows"),
        (rows(SECOND, prediction=3), "4 rows cannot be read (4 × a prediction that is a int, no text)"),
        (rows(SECOND, prediction=None), "b.jsonl holds no answers to score"),
        ([{"id": "0", "prediction": "好"}], "no column language, reference"),
        ([{**row, "id": f"x{row['id']}"} for row in rows(SECOND)], "no id is in both files"),
    ],
)
def test_predictions_that_cannot_be_compared(write, capsys, second, message):
    write("a.jsonl", rows(FIRST))
    write("b.jsonl", second)
    with pytest.raises(SystemExit) as caught:
        main(["compare", "a.jsonl", "b.jsonl"])
    assert caught.value.code == 1
    assert message in capsys.readouterr().err


def test_files_that_cannot_be_read(write, tmp_path, capsys):
    write("a.json", {"accuracy": 0.5})
    write("text.json", {"name": "x"})
    write("other.json", {"loss": 1.0})
    write("rows.jsonl", rows(FIRST))
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    (tmp_path / "latin.json").write_bytes(b'{"name": "\xe9"}')
    (tmp_path / "folder").mkdir()
    for name, message in (
        ("missing.json", "missing.json: no such file"),
        ("broken.json", "broken.json is no JSON file"),
        ("latin.json", "latin.json is not UTF-8 (byte 10)"),
        ("text.json", "text.json holds no numbers to compare"),
        ("other.json", "no number is in both files: a.json has accuracy …, other.json has loss …"),
        ("rows.jsonl", "a.json holds numbers and rows.jsonl predictions"),
        ("folder", "folder holds no metrics.json and no report.json; name a file"),
    ):
        with pytest.raises(SystemExit) as caught:
            main(["compare", "a.json", name])
        assert caught.value.code == 1
        assert message in capsys.readouterr().err
