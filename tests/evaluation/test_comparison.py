import json

import pyarrow as pa
import pytest

from medtune.data.records import Prediction
from medtune.evaluation.comparison import is_joint, plot_links, read_metrics, sample_rows, seed_folders
from medtune.evaluation.predictions import write_predictions


def make_run(folder, status="finished", predictions=None, **metrics):
    folder.mkdir(parents=True)
    (folder / "run.json").write_text(json.dumps({"status": status}))
    (folder / "metrics.json").write_text(json.dumps(metrics))
    if predictions is not None:
        answers = [
            Prediction(i, "run", "zh", "triage", "", prediction=reply, department=d) for i, reply, d in predictions
        ]
        write_predictions(folder / "predictions.parquet", answers)
    return folder


def test_run_is_its_own_only_seed(tmp_path):
    run = make_run(tmp_path / "run", accuracy=0.5)
    assert seed_folders(run) == [run]
    assert read_metrics(run) == [{"accuracy": 0.5}]


def test_each_seed_is_a_run(tmp_path):
    for seed in (0, 10, 2):
        make_run(tmp_path / f"seed-{seed}", accuracy=seed / 10)
    assert {one["accuracy"] for one in read_metrics(tmp_path)} == {0.0, 0.2, 1.0}


def test_folder_without_run_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError, match="holds no run; run its recipe first"):
        seed_folders(tmp_path)


@pytest.mark.parametrize("name", ["seed-0", "seed-1"])
def test_unfinished_seed_is_an_error_that_names_it(tmp_path, name):
    for seed in ("seed-0", "seed-1"):
        make_run(tmp_path / seed, status="unfinished" if seed == name else "finished")
    with pytest.raises(FileNotFoundError, match=f"{name} is not finished"):
        seed_folders(tmp_path)


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ({"model_type": "berpt", "decoder": {"model_type": "gpt2"}}, True),
        ({"model_type": "berpt", "decoder": None}, False),
        ({"model_type": "gpt2"}, False),
        (None, False),
    ],
)
def test_is_joint(tmp_path, config, expected):
    make_run(tmp_path / "run")
    if config is not None:
        (tmp_path / "run" / "config.json").write_text(json.dumps(config))
    assert is_joint(tmp_path / "run") is expected


def test_sample_puts_the_runs_answers_below_each_other(tmp_path):
    test = pa.table(
        {"id": ["a", "b"], "description": ["咳", "疼"], "reply": ["休息", "拍片"], "department": ["内科", "骨科"]}
    )
    folders = {
        "classifier": make_run(tmp_path / "classifier", predictions=[("b", None, "骨科"), ("a", None, "内科")]),
        "decoder": make_run(tmp_path / "decoder", predictions=[("a", "多休息", None)]),
        "silent": make_run(tmp_path / "silent"),  # generated nothing, so it left no predictions
    }
    truth = {"id": "b", "description": "疼", "reply": "拍片", "department": "骨科"}
    assert sample_rows(folders, test, 1) == [
        {"run": "classifier", **truth, "generated_reply": None, "predicted_department": "骨科"}
    ]
    assert [row["run"] for row in sample_rows(folders, test, 0)] == ["classifier", "decoder"]


def test_plots_are_found_from_the_reports_folder(tmp_path):
    run = make_run(tmp_path / "runs" / "joint")
    (run / "plots").mkdir()
    for name in ("reply_loss.png", "confusion_matrix.png", "other.png"):
        (run / "plots" / name).touch()
    folders = {"joint": run, "bare": make_run(tmp_path / "bare")}
    assert plot_links(folders, tmp_path / "runs" / "report") == [
        "### joint",
        "![reply_loss of joint](../joint/plots/reply_loss.png)",
        "![confusion_matrix of joint](../joint/plots/confusion_matrix.png)",
    ]
