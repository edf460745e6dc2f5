import json

import pytest

from medtune.cli import main
from medtune.data.cleaning.anonymize import Anonymize, Options
from medtune.data.records import Prediction, Record
from medtune.data.sources import read_source
from medtune.data.storage import write_prepared
from medtune.evaluation.inference.predictions import read_predictions
from medtune.evaluation.systems.rivals import rival_predictions


def record(number, source="icliniq", **answers):
    meta = {f"answer_{system}": text for system, text in answers.items()}
    return Record(f"{source}:{number}", source, "en", "question-answer", description="q", reply="r", meta=meta)


def test_a_row_that_a_system_left_out_is_an_empty_answer():
    rows = [record(1, chatgpt="a", chatdoctor="b"), record(2, chatdoctor="c"), record(3, source="other")]
    found = rival_predictions(rows)
    assert list(found) == ["chatdoctor", "chatgpt"]
    assert found["chatgpt"] == [
        Prediction("icliniq:1", "chatgpt", "en", "question-answer", "q", "r", "a"),
        Prediction("icliniq:2", "chatgpt", "en", "question-answer", "q", "r", ""),
    ]
    assert [one.prediction for one in found["chatdoctor"]] == ["b", "c"]


def test_answers_of_the_published_layout_reach_the_predictions(tmp_path):
    rows = [
        {"input": "Is my tick bite bad?", "answer_icliniq": "Watch it.", "answer_chatgpt": "See a doctor."},
        {"input": "My heel hurts.", "answer_icliniq": "Wear other shoes.", "answer_chatdoctor": "Rest."},
    ]
    path = tmp_path / "iCliniq-10k.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    found = rival_predictions(read_source({"source": "icliniq", "path": str(path)}))
    assert {name: [(one.prediction, one.reference) for one in answers] for name, answers in found.items()} == {
        "chatdoctor": [("", "Watch it."), ("Rest.", "Wear other shoes.")],
        "chatgpt": [("See a doctor.", "Watch it."), ("", "Wear other shoes.")],
    }


def test_rivals_lose_the_identities_that_they_repeat(tmp_path):
    row = {
        "input": "My ear hurts.",
        "answer_icliniq": "Keep it dry.",
        "answer_chatgpt": "Write to ann.lee@example.org.",
    }
    (tmp_path / "iCliniq-10k.json").write_text(json.dumps([row]), encoding="utf-8")
    records = map(Anonymize(Options()), read_source({"source": "icliniq", "path": str(tmp_path / "iCliniq-10k.json")}))
    [answer] = rival_predictions(records)["chatgpt"]
    assert answer.prediction == "Write to [email]."


def test_the_command_writes_a_file_for_each_system(tmp_path, capsys):
    write_prepared(tmp_path / "data", [record(1, chatgpt="a"), record(2), record(3)], [2, 2, 0], [], [0, 1, 2])
    main(["data", "rivals", str(tmp_path / "data"), "--to", str(tmp_path / "rivals")])
    path = tmp_path / "rivals" / "chatgpt" / "predictions.parquet"
    assert [(one.id, one.prediction) for one in read_predictions(path)] == [("icliniq:1", "a"), ("icliniq:2", "")]
    assert capsys.readouterr().out == f"{path}: 2 answers, 1 of them empty\n"


def test_no_answers_of_other_systems(tmp_path, capsys):
    write_prepared(tmp_path / "data", [record(1)], [2], [], [0])
    with pytest.raises(SystemExit):
        main(["data", "rivals", str(tmp_path / "data"), "--to", str(tmp_path / "rivals")])
    assert "holds no answers of other systems. `source: icliniq` keeps them" in capsys.readouterr().err
