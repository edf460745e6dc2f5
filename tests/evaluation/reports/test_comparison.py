"""What is found in folders, and what is said of those that hold no run."""

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fake_runs import make_run, write

from medtune.evaluation.reports.comparison import collect_runs, sample_rows, unique_names


def test_run_and_run_with_seeds(tmp_path):
    make_run(tmp_path / "one", test_accuracy=0.5)
    for seed in (10, 0, 2):
        make_run(tmp_path / "several" / f"seed-{seed}", seed=seed, accuracy=seed / 10)
    write(tmp_path / "several" / "metrics.json", {})
    collected = collect_runs([tmp_path / "one", f"{tmp_path}/several/"])
    assert (collected.left_out, collected.notes) == ([], [])
    one, several = collected.runs
    assert (one.name, one.task, several.name) == ("one", "classification", "several")
    assert [seed.score("accuracy") for seed in one.seeds + several.seeds] == [0.5, 0.0, 0.2, 1.0]
    assert one.seeds[0].data == "hash"


def test_what_a_folder_lacks_is_said_and_the_rest_reported(tmp_path):
    good = make_run(tmp_path / "good")
    make_run(tmp_path / "torn", status="unfinished")
    make_run(tmp_path / "damaged")
    (tmp_path / "damaged" / "metrics.json").write_text('{"a": ')
    make_run(tmp_path / "bare")
    (tmp_path / "bare" / "metrics.json").unlink()
    for name, task in (("data", "prepare-data"), ("all", "pipeline")):
        (tmp_path / name).mkdir()
        write(tmp_path / name / "run.json", {"status": "finished", "recipe": {"task": task}})
    make_run(tmp_path / "all" / "step")
    (tmp_path / "other").mkdir()
    write(tmp_path / "other" / "run.json", {"id": 1})
    (tmp_path / "file").touch()
    (tmp_path / "empty").mkdir()
    names = ["good", "torn", "damaged", "bare", "data", "all", "other", "file", "empty", "none", ""]
    collected = collect_runs([tmp_path / name for name in names])
    assert [run.folder for run in collected.runs] == [good]
    said = [line.replace(str(tmp_path), "T") for line in collected.left_out]
    assert said[0] == "T/torn is not finished; its recipe, run once more, continues it"
    assert said[1].startswith("T/damaged/metrics.json is damaged: Expecting value")
    assert said[2:] == [
        "T/bare/metrics.json is missing",
        "T/data is a run of `task: prepare-data`, which trains no model",
        "T/all is a run of `task: pipeline`, which trains no model; name those in its folders: T/all/*/",
        "T/other: its run.json was not written by medtune",
        "T/file is a file; name the folder of a run",
        "T/empty holds no run",
        "T/none: no such folder",
        "T holds no run; name those in its folders: T/*/",
    ]


def test_unfinished_seed_is_left_out_alone(tmp_path):
    make_run(tmp_path / "seed-0", seed=0)
    make_run(tmp_path / "seed-1", seed=1, status="unfinished")
    collected = collect_runs([tmp_path])
    assert [len(run.seeds) for run in collected.runs] == [1]
    assert [line.replace(str(tmp_path), "T") for line in collected.left_out + collected.notes] == [
        "T/seed-1 is not finished; its recipe, run once more, continues it",
        "T holds no metrics.json over its seeds: more may be to come. Reported: seed-0",
    ]


def test_run_given_twice_counts_once(tmp_path):
    run = make_run(tmp_path / "several" / "seed-0").parent
    write(run / "metrics.json", {})
    collected = collect_runs([run, str(run), run / "seed-0"])
    assert len(collected.runs) == 1
    assert collected.notes == [
        f"{run} is named twice; it is reported once",
        f"{run / 'seed-0'} is a part of {run}; it is reported once",
    ]


def test_folders_of_one_name_are_told_apart(tmp_path):
    folders = [make_run(tmp_path / name / "joint") for name in ("a", "b")]
    collected = collect_runs([*folders, make_run(tmp_path / "bert")])
    assert [run.name for run in collected.runs] == ["a/joint", "b/joint", "bert"]
    [note] = collected.notes
    assert f"{folders[0]} as a/joint" in note
    paths = [Path("/x/a/run"), Path("/y/a/run"), Path("/run"), Path("/y/b")]
    assert unique_names(paths) == ["x/a/run", "y/a/run", "//run", "b"]


@pytest.mark.parametrize(
    ("metrics", "limit", "data_rows", "expected"),
    [
        ({"train_rows": 7}, 9, 20, 7),  # as the run itself says
        ({}, 9, 20, 9),
        ({}, 30, 20, 20),
        ({}, None, 20, 20),
        ({}, 9, None, 9),
        ({}, None, None, None),
    ],
)
def test_training_rows(tmp_path, metrics, limit, data_rows, expected):
    run = make_run(tmp_path / "run", rows=limit, **metrics)
    state = json.loads((run / "run.json").read_text())
    state["recipe"]["data"]["path"] = str(tmp_path)
    write(run / "run.json", state)
    if data_rows is not None:
        pq.write_table(pa.table({"id": range(data_rows)}), tmp_path / "train.parquet")
    [found] = collect_runs([run]).runs
    assert found.seeds[0].training_rows() == expected


def test_sample_puts_the_runs_answers_below_each_other(tmp_path):
    rows = [
        {"id": "a", "description": "咳", "reply": "休息", "department": "内科"},
        {"id": "b", "description": "疼", "reply": "拍片", "department": "骨科"},
    ]
    folders = [
        make_run(tmp_path / "classifier", predictions=[("b", None, "骨科"), ("a", None, "儿科")]),
        make_run(tmp_path / "decoder", predictions=[("a", "多休息", None), ("b", None, None)]),
        make_run(tmp_path / "silent"),  # generated nothing, so it left no predictions
    ]
    first, second = sample_rows(collect_runs(folders).runs, rows)
    assert [list(line.values()) for line in first] == [
        ["Patient", "咳", None],
        ["True reply and department", "休息", "内科"],
        ["classifier", None, "儿科"],
        ["decoder", "多休息", None],
    ]
    assert [line["who"] for line in second[2:]] == ["classifier"]
