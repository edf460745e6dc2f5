"""Grouping of runs and paired differences, against numbers worked out by hand."""

import json

import pytest
from fake_runs import make_run, write

from medtune.evaluation.reports.comparison import collect_runs
from medtune.evaluation.reports.learning_curve import kind_name, learning_curves, paired_differences


def sweep(folder, name, scores, task="classification", **metrics):
    """A run for each number of rows, with a seed for each score."""
    folders = []
    for rows, values in scores.items():
        for seed, value in enumerate(values):
            make_run(
                folder / f"{name}-{rows}" / f"seed-{seed}", task, rows=rows, seed=seed, test_macro_f1=value, **metrics
            )
        write(folder / f"{name}-{rows}" / "metrics.json", {})
        folders.append(folder / f"{name}-{rows}")
    return folders


def curves_of(folders):
    return learning_curves(collect_runs(folders).runs)


def test_runs_that_differ_in_rows_make_a_curve(tmp_path):
    folders = sweep(tmp_path, "bert", {1500: [0.6, 0.7], 1000: [0.5]})
    folders += sweep(tmp_path, "joint", {1000: [0.55]}, task="multitask")  # one size is no curve
    [curve] = curves_of(folders)
    assert (curve.kind, curve.points) == ("bert", {1000: {0: 0.5}, 1500: {0: 0.6, 1: 0.7}})
    assert list(curve.points) == [1000, 1500]


@pytest.mark.parametrize("place", [("recipe", "training", "max_steps"), ("inputs", "gone/data")])
def test_runs_that_differ_in_more_make_none(tmp_path, place):
    folders = sweep(tmp_path, "bert", {1000: [0.5], 3000: [0.6]})
    file = folders[1] / "seed-0" / "run.json"
    state = json.loads(file.read_text())
    *sections, key = place
    section = state
    for name in sections:
        section = section[name]
    section[key] = 2
    write(file, state)
    assert curves_of(folders) == []


def test_paired_difference_by_hand(tmp_path):
    folders = sweep(tmp_path, "bert", {100: [0.5, 0.6, 0.4, 0.9], 300: [0.7, 0.7, 0.7], 900: [0.8]})
    folders += sweep(
        tmp_path, "joint", {100: [0.6, 0.8, 0.7], 300: [0.7, 0.6, 0.8], 900: [0.9], 2000: [1.0]}, task="multitask"
    )
    bert, joint = curves_of(folders)
    small, middle, single = paired_differences(bert, joint)
    # Differences 0.1, 0.2, 0.3 over the seeds that both have: mean 0.2, standard error 0.1 / sqrt(3), and Student's t
    # of 2 degrees of freedom is 4.302653. All three are positive, so 2 of the 8 sign patterns lie as far from 0.
    assert (small.rows, small.seeds) == (100, [0, 1, 2])
    assert small.mean == pytest.approx(0.2)
    half = 4.302653 * 0.1 / 3**0.5
    assert (small.interval.low, small.interval.high) == pytest.approx((0.2 - half, 0.2 + half), abs=1e-6)
    assert small.p == pytest.approx(0.25)
    # Differences 0, -0.1, 0.1: every pattern's mean is at least as far from 0 as theirs.
    assert (middle.mean, middle.p) == (pytest.approx(0), 1.0)
    assert (small.p_holm, middle.p_holm) == (pytest.approx(0.5), 1.0)
    assert (single.rows, single.interval, single.p, single.p_holm) == (900, None, None, None)
    assert single.mean == pytest.approx(0.1)


def test_a_size_trained_on_fewer_rows_than_asked_for_counts_as_those(tmp_path):
    folders = sweep(tmp_path, "bert", {1000: [0.5]}, train_rows=800) + sweep(tmp_path, "bert", {500: [0.4]})
    [curve] = curves_of(folders)
    assert list(curve.points) == [500, 800]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["bert-500", "bert-1000", "bert"], "bert"),
        (["joint_1000", "joint_1500"], "joint"),
        (["exp2-1000", "exp2-3000"], "exp2"),
        (["500/joint", "1000/joint"], ""),
    ],
)
def test_kind_name(names, expected):
    assert kind_name(names) == expected


def test_kinds_without_a_common_name_are_called_by_their_task(tmp_path):
    folders = sweep(tmp_path / "x", "a", {100: [0.1]}) + sweep(tmp_path / "x", "b", {200: [0.2]})
    [curve] = curves_of(folders)
    assert curve.kind == "classification"
