"""MulMed in small, from its recipe: in time, and each step learns its own rows."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from transformers import AutoModelForCausalLM, AutoTokenizer

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 180  # seconds on two cores

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def quickstart(tmp_path_factory):
    folder = tmp_path_factory.mktemp("quickstart")
    shutil.copytree(ROOT / "recipes", folder / "recipes", ignore=shutil.ignore_patterns("__pycache__"))
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "accelerate.commands.launch", "recipes/quickstart_mulmed.yaml"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return folder / "runs" / "quickstart_mulmed", time.perf_counter() - start


def test_takes_three_minutes_at_most(quickstart):
    assert quickstart[1] <= LONGEST


@pytest.mark.parametrize("step", ["step_a", "step_b"])
def test_held_out_loss_falls_at_each_step(quickstart, step):
    metrics = json.loads((quickstart[0] / step / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["eval_loss"] < metrics["before_loss"] - 0.5
    assert metrics["test_loss"] < metrics["before_loss"] - 0.5
    assert metrics["merge_decided_argmax"] == 1


def test_mulmed_is_scored_beside_crossla(quickstart):
    metrics = json.loads((quickstart[0] / "evaluate" / "metrics.json").read_text(encoding="utf-8"))
    for language in ("en", "zh"):
        scores = {name: metrics[f"{name}/{language}/rougeL"] for name in ("crossla", "mulmed")}
        assert scores["mulmed"] > scores["crossla"] + 0.05, language


def test_the_lineage_names_every_step(quickstart):
    steps = json.loads((quickstart[0] / "step_b" / "merged" / "lineage.json").read_text(encoding="utf-8"))["steps"]
    assert [step["name"] for step in steps] == ["base", "step_a", "tiny CrossLa", "step_b", "tiny MulMed"]


def test_the_merged_model_answers_by_its_chat_template(quickstart):
    folder = quickstart[0] / "step_b" / "merged"
    model, tokenizer = AutoModelForCausalLM.from_pretrained(folder), AutoTokenizer.from_pretrained(folder)
    question = [{"role": "user", "content": "My knee has been hurting for 3 days. What should I do?"}]
    inputs = tokenizer.apply_chat_template(question, add_generation_prompt=True, return_tensors="pt")
    answer = model.generate(**inputs, max_new_tokens=20, do_sample=False)
    assert tokenizer.decode(answer[0, inputs["input_ids"].shape[1] :], skip_special_tokens=True).strip()
