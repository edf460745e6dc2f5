"""Literal tables."""

import io

import pytest
from rich.console import Console

from medtune.evaluation.reports.tables import (
    department_table,
    markdown_table,
    mean_and_spread,
    print_summary,
    runs_table,
    sample_table,
    shorten,
    with_interval,
)


def test_markdown_table():
    rows = [{"name": "a|b\nc", "value": 0.12345}, {"name": "<b>*x*", "value": 2}]
    assert markdown_table(rows, {"name": "Name", "value": "Value"}) == (
        "| Name | Value |\n| :--- | ---: |\n| a\\|b c | 0.123 |\n| &lt;b>\\*x\\* | 2 |\n"
    )
    assert markdown_table([{"name": None}, {"name": " "}, {}], ["name"]) == (
        "| name |\n| :--- |\n| – |\n| – |\n| – |\n"
    )
    with pytest.raises(ValueError, match="at least one column"):
        markdown_table(rows, [])


def test_no_minus_before_a_zero():
    assert markdown_table([{"low": -0.0001, "high": -0.0006}], ["low", "high"]).endswith("| 0.000 | -0.001 |\n")
    assert with_interval(-0.0001, [-0.0006, -0.0]) == "0.000 [-0.001,0.000]"
    assert mean_and_spread([-0.0001]) == mean_and_spread([0.0001]) == "0.000"
    assert mean_and_spread([-0.0002, 0.0001]) == "0.000 ± 0.000"


def test_runs_table_over_seeds():
    runs = {
        "bert": [{"accuracy": 0.8, "macro_f1": 0.5}],
        "joint": [{"accuracy": 0.8, "bleu": 3.0}, {"test_accuracy": 0.9, "bleu": 5.0}],
    }
    # Two values have the sample standard deviation |a - b| / sqrt(2).
    assert runs_table(runs) == (
        "| Run | Seeds | Accuracy | F1 (macro) | BLEU |\n"
        "| :--- | ---: | ---: | ---: | ---: |\n"
        "| bert | 1 | 0.800 | 0.500 | – |\n"
        "| joint | 2 | 0.850 ± 0.071 | – | 4.00 ± 1.41 |\n"
    )


def test_runs_table_of_single_runs_names_no_seeds():
    assert runs_table({"bert": [{"accuracy": 0.8}]}) == "| Run | Accuracy |\n| :--- | ---: |\n| bert | 0.800 |\n"
    with pytest.raises(ValueError, match="no runs to compare"):
        runs_table({})


def test_runs_table_shows_the_interval_of_a_single_run():
    intervals = {"intervals": {"test_accuracy": [0.75, 0.85], "bleu": None}}
    one = {"test_accuracy": 0.8, "bleu": 3.0, "macro_f1": 0.5} | intervals
    assert runs_table({"one": [one], "two": [one, one]}) == (
        "| Run | Seeds | Accuracy | F1 (macro) | BLEU |\n"
        "| :--- | ---: | ---: | ---: | ---: |\n"
        "| one | 1 | 0.800 \\[0.750,0.850\\] | 0.500 | 3.00 |\n"
        "| two | 2 | 0.800 ± 0.000 | 0.500 ± 0.000 | 3.00 ± 0.00 |\n"
    )


def test_mean_and_spread():
    assert mean_and_spread([]) is None
    assert mean_and_spread([0.5]) == "0.500"
    assert mean_and_spread([1.0, 2.0, 3.0], ".1f") == "2.0 ± 1.0"


def test_department_table():
    row = {"department": "骨科", "precision": 1.0, "recall": 0.5, "f1": 2 / 3, "support": 4, "predicted": 2}
    assert department_table([row]) == (
        "| Department | Precision | Recall | F1 | True | Predicted |\n"
        "| :--- | ---: | ---: | ---: | ---: | ---: |\n"
        "| 骨科 | 1.000 | 0.500 | 0.667 | 4 | 2 |\n"
    )


def test_sample_table_cuts_and_escapes():
    lines = [
        {"who": "Patient", "text": "膝盖疼\n两周了，上楼更重", "department": None},
        {"who": "a_b", "text": "a|b\r\n<x>", "department": "骨科"},
        {"who": "classifier", "text": None, "department": "*"},
    ]
    assert sample_table(lines, length=7) == (
        "| From | Text | Department |\n"
        "| :--- | :--- | :--- |\n"
        "| Patient | 膝盖疼 两周… | – |\n"
        "| a\\_b | a\\|b &lt;x> | 骨科 |\n"
        "| classifier | – | \\* |\n"
    )


def test_shorten():
    assert shorten("一二三", 3) == "一二三"
    assert shorten("一二三四", 3) == "一二…"


def test_tables_in_a_pipe_are_not_bent(capsys):
    name = "a_long_name_of_a_score_" * 4
    print_summary({name: "y" * 20})
    [line] = [line for line in capsys.readouterr().out.splitlines() if name in line]
    assert "y" * 20 in line


def test_print_summary():
    out = io.StringIO()
    metrics = {"accuracy": 0.87654, "examples": 12345, "matrix": [[1]], "signature": "[tok]", "note": None}
    metrics |= {"f1": 0.5, "intervals": {"f1": [0.4, 0.625], "accuracy": None}}
    print_summary(metrics, "run [1]", Console(file=out, width=60))
    text = out.getvalue()
    for part in ("run [1]", "0.8765", "12,345", "[tok]", "–", "0.5 [0.4,0.625]"):
        assert part in text
    assert "matrix" not in text
