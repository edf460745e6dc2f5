"""Loss and gradients depend neither on gradient accumulation nor on the number of processes."""

import json
import math
import subprocess
import sys
from pathlib import Path

import pytest
import safetensors.torch
import tiny
import torch


def one_step(kind, folder, batch, **arguments):
    trainer = tiny.trainer(
        kind,
        folder,
        per_device_train_batch_size=batch,
        gradient_accumulation_steps=16 // batch,
        **arguments,
    )
    trainer.train()
    assert trainer.state.global_step == 1
    return trainer.state.log_history[0], tiny.weights(trainer)


@pytest.mark.parametrize("kind", tiny.KINDS)
def test_gradient_accumulation_changes_nothing(kind, tmp_path):
    whole, after = one_step(kind, tmp_path, 16)
    for batch in (8, 4, 2):
        logged, weights = one_step(kind, tmp_path, batch)
        for name in ("loss", "classification_loss", "reply_loss"):
            if name in whole:
                assert logged[name] == pytest.approx(whole[name], rel=1e-5)
        for name, tensor in after.items():
            torch.testing.assert_close(weights[name], tensor, rtol=1e-4, atol=1e-6)


def test_both_losses_are_logged_and_add_up(tmp_path):
    logged, _ = one_step("multitask", tmp_path, 4)
    assert logged["loss"] == pytest.approx(logged["classification_loss"] + logged["reply_loss"], rel=1e-5)


def reference_losses(kind, model, data):
    """The losses by their definition: a mean over all labelled rows, a mean over all supervised tokens."""
    departments, tokens = [], []
    for row in data:
        ids = torch.tensor([row["input_ids"]])
        labels = torch.tensor(row.get("labels", 0))
        with torch.no_grad():
            if kind == "classification":
                departments.append(-model(input_ids=ids).logits[0].log_softmax(-1)[labels])
            elif kind == "instruction-tuning":
                likelihood = model(input_ids=ids).logits[0, :-1].log_softmax(-1)
                tokens += (-likelihood[range(len(ids[0]) - 1), ids[0, 1:]])[row["prompt"] - 1 :].tolist()
            elif kind == "language-modeling":
                likelihood = model(input_ids=ids).logits[0, :-1].log_softmax(-1)
                tokens += (-likelihood[range(len(labels) - 1), labels[1:]]).tolist()
            else:
                output = model(input_ids=ids, decoder_input_ids=torch.cat([torch.tensor([2]), labels[:-1]])[None])
                tokens += (-output.logits[0].log_softmax(-1)[range(len(labels)), labels]).tolist()
                if row["department_labels"] >= 0:
                    departments.append(-output.department_logits[0].log_softmax(-1)[row["department_labels"]])
    mean = lambda values: float(sum(values) / len(values)) if values else 0.0  # noqa: E731
    return mean(departments), mean(tokens)


@pytest.mark.parametrize("kind", tiny.KINDS)
def test_training_and_evaluation_losses_equal_their_definition(kind, tmp_path):
    trainer = tiny.trainer(kind, tmp_path, eval_rows=13, per_device_eval_batch_size=4)
    classification_loss, reply_loss = reference_losses(kind, trainer.model.eval(), trainer.eval_dataset)
    metrics = trainer.evaluate()
    assert metrics["eval_loss"] == pytest.approx(classification_loss + reply_loss, rel=1e-5)
    if kind == "multitask":
        assert metrics["eval_classification_loss"] == pytest.approx(classification_loss, rel=1e-5)
        assert metrics["eval_reply_loss"] == pytest.approx(reply_loss, rel=1e-5)
    if kind == "language-modeling":
        assert metrics["eval_perplexity"] == pytest.approx(math.exp(reply_loss), rel=1e-5)

    expected = sum(reference_losses(kind, trainer.model, trainer.train_dataset))
    logged, _ = one_step(kind, tmp_path, 4)
    assert logged["loss"] == pytest.approx(expected, rel=1e-5)


@pytest.fixture(scope="module")
def two_processes(tmp_path_factory):
    """Train every kind on two gloo processes; returns the folder with a log and the weights of each."""
    folder = tmp_path_factory.mktemp("two")
    script = Path(__file__).with_name("train_distributed.py")
    command = [sys.executable, "-m", "torch.distributed.run", "--nproc_per_node=2", "--master_port=0"]
    subprocess.run([*command, "--rdzv_backend=c10d", "--rdzv_endpoint=localhost:0", script, folder], check=True)
    return folder


@pytest.mark.parametrize("kind", tiny.KINDS)
def test_two_processes_equal_one(kind, two_processes, tmp_path):
    whole, after = one_step(kind, tmp_path, 16)
    logged = json.loads((two_processes / f"{kind}.json").read_text())
    weights = safetensors.torch.load_file(two_processes / f"{kind}.safetensors")
    for name in ("loss", "classification_loss", "reply_loss"):
        if name in whole:
            assert logged[name] == pytest.approx(whole[name], rel=1e-5)
    for name, tensor in after.items():
        torch.testing.assert_close(weights[name], tensor, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("kind", tiny.KINDS)
def test_two_processes_evaluate_as_one(kind, two_processes, tmp_path):
    trainer = tiny.trainer(kind, tmp_path, eval_rows=13, per_device_eval_batch_size=4)
    metrics = trainer.evaluate()
    logged = json.loads((two_processes / f"{kind}_eval.json").read_text())
    for name in [name for name in metrics if "loss" in name or "accuracy" in name]:
        assert logged[name] == pytest.approx(metrics[name], rel=1e-5)
