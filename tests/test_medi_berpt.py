"""The paper's whole programme, recipes/medi_berpt.yaml, on synthetic data and tiny models; stopped and continued."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from transformers import BertConfig, BertForSequenceClassification, BertModel, GPT2Config, GPT2LMHeadModel

from medtune.data.sources import synthetic
from medtune.data.tokenizer_training import train_wordpiece
from medtune.evaluation.reports.paper_tables import MEDI_BERPT
from medtune.recipe.shipped import copy_recipe

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 300  # seconds on two cores
# What changes on the way from the paper's size to a test's: text of the recipes, and what stands there instead.
SMALLER = {
    "uer/roberta-base-finetuned-chinanews-chinese": "models/news",
    "trueto/medbert-base-wwm-chinese": "models/medbert",
    "uer/gpt2-chinese-cluecorpussmall": "models/gpt2",
    "- source: meddialog\n": "- source: synthetic\n      rows: 400\n",
    "      path: raw/meddialog  # a folder with one file a year, 2010 to 2020\n": "",
    "num_train_epochs: 5 ": "num_train_epochs: 4 ",
    "learning_rate: 2.0e-5 ": "learning_rate: 3.0e-3 ",  # so that these small models learn something, and differ
    "learning_rate: 5.0e-5 ": "learning_rate: 3.0e-3 ",
    "  bf16: true\n": "  use_cpu: true\n",
    "rows: 500": "rows: 8",
    "[1.0e-5, 2.0e-5, 5.0e-5]": "[1.0e-3, 2.0e-3]",
    "[0.0, 0.1, 0.3]": "[0.1]",
    "[1.0, 2.0]": "[1.0]",
    "[8, 16]": "[16]",
    "[60000]": "[160]",
    "shuffle_test_rows: 512": "shuffle_test_rows: 16",
}

pytestmark = pytest.mark.slow


def save_models(folder):
    texts = [text for record in synthetic.read(400) for text in (record.description, record.reply)]
    tokenizer = train_wordpiece(texts, vocab_size=900)
    sizes = {"num_hidden_layers": 1, "num_attention_heads": 2, "hidden_size": 32, "intermediate_size": 64}
    bert = BertConfig(vocab_size=len(tokenizer), **sizes)
    gpt2 = GPT2Config(vocab_size=len(tokenizer), n_layer=1, n_head=2, n_embd=32, n_positions=512)
    bert.num_labels = 7  # a classifier of news, whose head must go
    models = {
        "news": BertForSequenceClassification(bert),
        "medbert": BertModel(bert),
        "gpt2": GPT2LMHeadModel(gpt2),
    }
    for name, model in models.items():
        model.save_pretrained(folder / name)
        tokenizer.save_pretrained(folder / name)


def start(folder):
    return subprocess.Popen(
        [sys.executable, "recipes/medi_berpt.yaml"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=(folder / "output.txt").open("a"),
        stderr=(folder / "errors.txt").open("w"),
    )


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def programme(tmp_path_factory):
    """Run until experiment 2 has begun, kill, run on; return the folder, the seconds, and what was finished before."""
    folder = tmp_path_factory.mktemp("medi_berpt")
    changed = set()
    for path in copy_recipe("medi_berpt", folder / "recipes"):
        text = path.read_text(encoding="utf-8")
        for old, new in SMALLER.items():
            changed |= {old} if old in text else set()
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    assert changed == set(SMALLER)  # a recipe that was rewritten would otherwise run at full size
    save_models(folder / "models")
    runs, began = folder / "runs" / "medi_berpt", time.perf_counter()
    process = start(folder)
    while not (runs / "experiment_2" / "run.json").is_file() and process.poll() is None:
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert (runs / "experiment_2" / "run.json").is_file(), (folder / "errors.txt").read_text()[-3000:]
    before = {path: path.stat().st_mtime_ns for path in runs.glob("*/model.safetensors")}
    assert start(folder).wait() == 0, (folder / "errors.txt").read_text()[-3000:]
    return runs, time.perf_counter() - began, before


def test_takes_five_minutes_at_most(programme):
    assert programme[1] <= LONGEST


def test_finished_steps_were_not_repeated(programme):
    assert {path.parent.name for path in programme[2]} >= {"experiment_1", "experiment_1b", "experiment_1c"}
    assert all(path.stat().st_mtime_ns == written for path, written in programme[2].items())


def test_report_has_the_papers_table_beside_what_was_reached(programme):
    folder = programme[0] / "report"
    report = (folder / "report.md").read_text(encoding="utf-8")
    reached = read(folder / "metrics.json")
    lines = report.splitlines()
    for number in ("1", "1b", "1c", "2", "2b", "4", "5"):
        name = f"experiment_{number}"
        place = next(place for place, line in enumerate(lines) if line.startswith(f"| experiment\\_{number} "))
        cells, papers = ([cell.strip() for cell in line.split("|")[1:-1]] for line in lines[place : place + 2])
        assert cells[1:4] == ["reached here", "320", "38"]
        assert cells[4].startswith(f"{reached[f'{name}/accuracy']:.3f} ")
        assert papers[0].startswith(f"experiment {number}: ")
        assert papers[1] == "the paper's"
        assert papers[4] == f"{MEDI_BERPT[number].accuracy:.2f}"
    accuracies = [reached[f"experiment_{number}/accuracy"] for number in ("1", "1b", "1c", "2", "2b", "4", "5")]
    assert len(set(accuracies)) > 2  # else a row in another's place would not be seen
    assert max(accuracies) > reached["majority class/accuracy"]
    assert "replies_only/accuracy" not in reached  # it learns no departments
    assert report.count("| True reply and department |") == 5
    assert "the paper's" in (programme[0].parents[1] / "output.txt").read_text(encoding="utf-8")
    assert all((programme[0] / f"search_{number}" / "ranking.md").is_file() for number in (1, 2))


def test_frozen_encoder_stayed_as_it_was(programme):
    from safetensors.torch import load_file

    base = load_file(programme[0].parents[1] / "models" / "medbert" / "model.safetensors")
    trained = load_file(programme[0] / "experiment_2b" / "model.safetensors")
    shared = {name: tensor for name, tensor in base.items() if f"encoder.{name}" in trained}
    assert len(shared) > 10
    assert all((trained[f"encoder.{name}"] == tensor).all() for name, tensor in shared.items())
