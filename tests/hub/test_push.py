"""What is published of a run, and what is not; the Hub is played by a folder."""

import json
import shutil

import huggingface_hub
import miniature
import pytest
from huggingface_hub import ModelCard
from huggingface_hub.errors import OfflineModeIsEnabled
from transformers import AutoModel

from medtune.hub.card import write_card
from medtune.hub.push import cannot_publish, push

SECRET = "张三说他头痛"


@pytest.fixture
def run(tmp_path):
    """A finished run with all that one leaves behind."""
    folder = tmp_path / "run"
    model, processor = miniature.joint(miniature.tokenizer())
    model.save_pretrained(folder)
    processor.save_pretrained(folder)
    recipe = {
        "task": "multitask",
        "seed": 7,
        "output_dir": "/home/somebody/run",
        "model": {"encoder": "someone/encoder", "decoder": "/home/somebody/decoder"},
        "training": {"learning_rate": 1e-4, "deepspeed": "/home/somebody/zero.json"},
    }
    state = {"recipe": recipe, "status": "finished", "versions": {"torch": "2.13.0"}}
    (folder / "run.json").write_text(json.dumps(state))
    (folder / "recipe.yaml").write_text("output_dir: /home/somebody/run\n")
    (folder / "metrics.json").write_text(json.dumps({"test_accuracy": 0.875, "bleu": 12.5, "train_runtime": 3}))
    (folder / "predictions.parquet").write_text(SECRET)
    (folder / "report.md").write_text(SECRET)
    thresholds = {
        "answer_from": 0.8912,
        "error_rate": 0.1,
        "confidence": 0.95,
        "miss_rate": 0.1,
        "rows": {"testing": 852},
    }
    (folder / "triage_thresholds.json").write_text(json.dumps(thresholds))
    (folder / "checkpoint-3").mkdir()
    (folder / "checkpoint-3" / "model.safetensors").write_text("old")
    return folder


class FakeHub:
    """Keeps what is uploaded in a folder."""

    def __init__(self, folder):
        self.folder, self.calls = folder, []

    def create_repo(self, repository, **options):
        self.calls.append((repository, options))
        return f"https://example.org/{repository}"

    def create_commit(self, repo_id, operations, commit_message):
        for operation in operations:
            (self.folder / operation.path_in_repo).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(operation.path_or_fileobj, self.folder / operation.path_in_repo)


def test_published_checkpoint_loads_and_holds_nothing_else(run, tmp_path, monkeypatch):
    hub = FakeHub(tmp_path / "hub")
    monkeypatch.setattr(huggingface_hub, "HfApi", lambda: hub)
    write_card(run)
    assert push(run, "user/name", private=True) == "https://example.org/user/name"
    assert hub.calls == [("user/name", {"private": True, "exist_ok": True})]

    published = {str(file.relative_to(hub.folder)) for file in hub.folder.rglob("*") if file.is_file()}
    saved = {str(file.relative_to(run)) for file in run.rglob("*") if file.is_file()}
    kept = {"run.json", "recipe.yaml", "metrics.json", "predictions.parquet", "report.md"}
    assert published == saved - kept - {"checkpoint-3/model.safetensors"}
    assert not any(
        word in file.read_bytes() for file in hub.folder.rglob("*.*") for word in (b"/home/", SECRET.encode())
    )
    loaded, own = AutoModel.from_pretrained(hub.folder), AutoModel.from_pretrained(run)
    assert all((own.state_dict()[name] == tensor).all() for name, tensor in loaded.state_dict().items())


def test_card_says_what_the_model_is_and_what_it_is_not(run):
    card = ModelCard.load(write_card(run))
    assert card.data.base_model == ["someone/encoder"]
    assert card.data.pipeline_tag == "text-classification"
    assert "No diagnosis" in card.text
    assert "不构成诊断" in card.text
    assert "| accuracy | 0.875 |" in card.text
    assert "| bleu | 12.5 |" in card.text
    assert "| learning\\_rate | 0.0001 |" in card.text
    assert "| seed | 7 |" in card.text
    assert "somebody" not in card.text


def test_card_says_when_it_refers_to_a_human(run):
    text = write_card(run).read_text(encoding="utf-8")
    assert "It answers from a probability of 0.891 on and refers the others to a human. With 95% confidence 10%" in text
    thresholds = json.loads((run / "triage_thresholds.json").read_text())
    (run / "triage_thresholds.json").write_text(json.dumps({**thresholds, "answer_from": None}))
    assert "it refers everybody to a human" in write_card(run).read_text(encoding="utf-8")
    (run / "triage_thresholds.json").unlink()
    assert "## Referral" not in write_card(run).read_text(encoding="utf-8")


def test_refusal_is_a_message(run, monkeypatch):
    def refuse(*args, **kwargs):
        raise OfflineModeIsEnabled("offline")

    monkeypatch.setattr(huggingface_hub.HfApi, "create_repo", refuse)
    write_card(run)
    with pytest.raises(OSError, match=r"user/name could not be published: offline\. The run is finished; the same"):
        push(run, "user/name", private=False)


def test_who_cannot_publish_is_told_before_the_run(monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert "HF_HUB_OFFLINE forbids it" in cannot_publish()
    monkeypatch.delenv("HF_HUB_OFFLINE")
    monkeypatch.setattr(huggingface_hub, "get_token", lambda: None)
    assert "nobody is logged in" in cannot_publish()
    monkeypatch.setattr(huggingface_hub, "get_token", lambda: "hf_x")
    assert cannot_publish() == ""


def test_the_card_names_the_licences_of_a_corpus(run, tmp_path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    source = {"licence": "CC BY 4.0", "origin": "a journal", "kept": {"train": 1200, "test": 34}}
    (corpus / "corpus_card.json").write_text(json.dumps({"sources": {"summaries": source}}))
    state = json.loads((run / "run.json").read_text()) | {"inputs": {str(corpus): "0123"}}
    (run / "run.json").write_text(json.dumps(state))
    text = write_card(run).read_text(encoding="utf-8")
    assert "| summaries | CC BY 4.0 | a journal | 1,234 |" in text
    assert "licences are not recorded" not in text
    assert str(tmp_path) not in text
