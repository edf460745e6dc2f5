"""Which trial of a search is the best, and that the table keeps small numbers."""

import csv
import math

import pytest

from medtune.evaluation.reports.ranking import Result, rank, write_ranking

VALUES = [0.5, math.nan, 0.7, 0.7, -math.inf]


def result(number: int, value: float) -> Result:
    point = {"training.learning_rate": 1e-5 * (number + 1)}
    return Result(number, f"trial-{number + 1}", point, value, {"eval_macro_f1": value}, 1.26)


@pytest.mark.parametrize(("direction", "order"), [("maximize", [2, 3, 0, 1, 4]), ("minimize", [0, 2, 3, 1, 4])])
def test_best_first_ties_by_number_and_no_numbers_last(direction, order):
    results = [result(number, value) for number, value in enumerate(VALUES)]
    assert [one.number for one in rank(reversed(results), direction)] == order


def test_files(tmp_path):
    ranked = rank([result(0, 0.5), result(1, 0.75)], "maximize")
    write_ranking(tmp_path, ranked, "eval_macro_f1", "maximize", "accelerate launch a.yaml --x=1")
    text = (tmp_path / "ranking.md").read_text(encoding="utf-8")
    assert "| 1 | trial-2 | 2e-05 | 0.750 | 1.3 |" in text
    assert "\naccelerate launch a.yaml --x=1\n" in text
    rows = list(csv.DictReader((tmp_path / "ranking.csv").open(encoding="utf-8")))
    assert [row["training.learning_rate"] for row in rows] == ["2e-05", "1e-05"]
