"""The baselines on texts whose answer is known."""

import random
from pathlib import Path

import pytest

from medtune.data.encoded import training_rows
from medtune.data.records import Record
from medtune.data.storage import write_prepared
from medtune.evaluation.baselines import baseline_runs, char_svm, majority_class
from medtune.evaluation.reports.comparison import Run, TrainedRun
from medtune.evaluation.reports.learning_curve import learning_curves

TEXTS = ["膝盖疼，走路更疼", "腰疼，弯腰更疼", "咳嗽有痰", "夜里咳嗽，胸闷"]
LABELS = ["骨科", "骨科", "呼吸内科", "呼吸内科"]


def test_char_svm_learns_from_characters():
    assert char_svm(TEXTS, LABELS, ["脚踝疼", "一直咳嗽"]) == ["骨科", "呼吸内科"]
    assert char_svm(TEXTS, [0, 0, 1, 1], ["脚踝疼", "一直咳嗽"]) == [0, 1]
    assert char_svm(TEXTS, LABELS, []) == []


def test_majority_class():
    assert majority_class(["骨科", "眼科", "眼科"], ["a", "b"]) == ["眼科", "眼科"]


def test_errors():
    with pytest.raises(ValueError, match="4 training texts but 1 labels"):
        char_svm(TEXTS, ["骨科"], ["疼"])
    with pytest.raises(ValueError, match="1 department in the training labels"):
        char_svm(TEXTS, ["骨科"] * 4, ["疼"])
    with pytest.raises(ValueError, match="no training labels"):
        majority_class([], ["疼"])


@pytest.fixture
def data(tmp_path):
    """60 training and 20 test rows of two departments, one row in ten without a department."""
    draw = random.Random(0)
    words = {"骨科": "膝腰踝肩骨疼走弯", "呼吸内科": "咳痰喘胸闷夜气疼"}
    records = []
    for number in range(80):
        department = draw.choice(list(words))
        text = "".join(draw.choices(words[department], k=4))
        known = None if number % 10 == 9 else department
        records.append(Record(str(number), "test", "zh", "triage", description=text, department=known))
    return write_prepared(tmp_path / "data", records, [0] * 60 + [2] * 20, list(words), range(80))


def run(name, limit, seeds=(0,)):
    trained = [TrainedRun(Path(), {"seed": seed, "data": {"max_train_rows": limit}}) for seed in seeds]
    return Run(name, Path(), trained)


def test_the_svm_learns_from_the_rows_that_the_runs_were_trained_on(data):
    test = data.split("test").to_pylist()
    test = [row for row in test if row["department"]]
    found = baseline_runs(data, [run("a", 10, (3, 1)), run("b", 10, (1, 2)), run("c", None), run("d", 1000)])
    assert [one.name for one in found] == ["majority class", "char SVM 10", "char SVM"]
    assert [one.recipe["seed"] for one in found[1].seeds] == [1, 2, 3]
    for one in found[1].seeds:
        rows = training_rows(data, ["description", "department"], 10, one.recipe["seed"]).to_pylist()
        texts, labels = [row["description"] for row in rows], [row["department"] for row in rows]
        predicted = char_svm(texts, labels, [row["description"] for row in test], one.recipe["seed"])
        right = sum(guess == row["department"] for guess, row in zip(predicted, test, strict=True))
        assert one.score("accuracy") == pytest.approx(right / len(test))
        assert one.training_rows() == 10
    assert [one.seeds[0].training_rows() for one in (found[0], found[2])] == [54, 54]
    assert found[2].seeds[0].score("accuracy") > found[0].seeds[0].score("accuracy")


def test_the_svm_is_a_kind_of_its_own_among_the_learning_curves(data):
    (curve,) = learning_curves(baseline_runs(data, [run("a", 10, (0, 1)), run("b", 20, (0, 1)), run("c", None)])[1:])
    assert curve.kind == "char SVM"
    assert {rows: list(seeds) for rows, seeds in curve.points.items()} == {10: [0, 1], 20: [0, 1], 54: [0]}


def test_data_without_departments(tmp_path):
    records = [Record(str(number), "test", "zh", "triage", description="疼") for number in range(3)]
    data = write_prepared(tmp_path / "data", records, [0, 1, 2], [], range(3))
    with pytest.raises(ValueError, match=r"train\.parquet: no row has a description and a department"):
        baseline_runs(data, [])
