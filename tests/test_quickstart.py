"""README's second command on a copy of the recipes: in time, and with the numbers that it promises."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 180  # seconds on two cores
CLASSIFIERS = ("classifier", "joint", "warm_joint")
JOINT = ("joint", "warm_joint")

# medtune cannot be imported here, installed or not: the files of the checkpoint have to do.
RELOAD = """
import sys
sys.modules["medtune"] = None
from transformers import AutoModel, AutoProcessor

checkpoint = sys.argv[1]
model = AutoModel.from_pretrained(checkpoint, trust_remote_code=True)
processor = AutoProcessor.from_pretrained(checkpoint, trust_remote_code=True)
inputs = processor(text=["胃疼反酸，饭后加重，已经两个星期了。"], return_tensors="pt")
department = model.config.id2label[model(**inputs).department_logits.argmax(-1).item()]
[reply] = processor.batch_decode_replies(model.generate(**inputs, max_new_tokens=40))
assert department in model.config.label2id and reply, (department, reply)
"""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def quickstart(tmp_path_factory):
    folder = tmp_path_factory.mktemp("quickstart")
    shutil.copytree(ROOT / "recipes", folder / "recipes", ignore=shutil.ignore_patterns("__pycache__"))
    launcher = [sys.executable, "-m", "accelerate.commands.launch"]
    start = time.perf_counter()
    done = subprocess.run(
        [*launcher, "recipes/quickstart.yaml"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - start
    assert done.returncode == 0, done.stderr[-3000:]
    return folder / "runs" / "quickstart", seconds


@pytest.fixture(scope="module")
def metrics(quickstart):
    return json.loads((quickstart[0] / "report" / "metrics.json").read_text(encoding="utf-8"))


def test_takes_three_minutes_at_most(quickstart):
    assert quickstart[1] <= LONGEST


@pytest.mark.parametrize("name", CLASSIFIERS)
def test_accuracy_is_twice_the_majoritys_and_near_the_svms(metrics, name):
    accuracy = metrics[f"{name}/accuracy"]
    assert accuracy >= 2 * metrics["majority class/accuracy"]
    assert accuracy >= metrics["char SVM/accuracy"] - 0.05


@pytest.mark.parametrize("name", JOINT)
def test_decoder_listens_to_the_encoder(metrics, name):
    assert metrics[f"{name}/shuffle_low"] > 0


def test_report_and_plots_are_there(quickstart):
    folder = quickstart[0]
    report = (folder / "report" / "report.md").read_text(encoding="utf-8")
    assert all(f"| {name} |" in report for name in ("classifier", "decoder", "joint", "warm\\_joint", "char SVM"))
    for name in JOINT:
        plots = {path.name for path in (folder / name / "plots").glob("*.png")}
        assert plots >= {"classification_loss.png", "reply_loss.png", "confusion_matrix.png"}
    assert (folder / "decoder" / "plots" / "loss.png").is_file()
    assert (folder / "data" / "data_card.md").is_file()


@pytest.mark.parametrize("name", JOINT)
def test_checkpoint_answers_where_medtune_is_not_installed(quickstart, tmp_path, name):
    environment = {"PATH": "/usr/bin:/bin", "HF_HOME": str(tmp_path), "HF_HUB_OFFLINE": "1"}
    command = [sys.executable, "-c", RELOAD, quickstart[0] / name]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
