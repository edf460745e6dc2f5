"""Publishing and loading with the real client, over HTTP, to and from a Hub on this machine."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import huggingface_hub
import miniature
import pytest
import torch
from hub_server import READ_ONLY, TOKEN, Fault, Hub
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer, LlamaConfig

from medtune.adapters import verify
from medtune.adapters.lineage import record_run
from medtune.adapters.merge import merge
from medtune.hub import push as module
from medtune.hub.card import write_card
from medtune.hub.push import push, push_folder

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def hub(monkeypatch):
    with Hub() as server:
        api = huggingface_hub.HfApi
        monkeypatch.setattr(huggingface_hub, "HfApi", lambda: api(endpoint=server.address))
        monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)
        monkeypatch.setattr("huggingface_hub.constants.HF_HUB_DISABLE_XET", True)
        monkeypatch.setenv("HF_TOKEN", TOKEN)
        monkeypatch.delenv("HF_HUB_OFFLINE")
        monkeypatch.setattr(module, "WAITS", (0, 0))
        huggingface_hub.utils.disable_progress_bars()
        yield server


@pytest.fixture(scope="module")
def mulmed(tmp_path_factory):
    """A run that trained an adapter and merged it, with tokenizer and template, and what must not be published."""
    folder = tmp_path_factory.mktemp("mulmed")
    tokenizer = miniature.tokenizer()
    tokenizer.chat_template = "{{ messages[0].content }}"
    torch.manual_seed(0)
    sizes = {"hidden_size": 16, "intermediate_size": 24, "num_hidden_layers": 1, "num_attention_heads": 2}
    config = LlamaConfig(vocab_size=len(tokenizer), initializer_range=0.2, **sizes)
    AutoModelForCausalLM.from_config(config, dtype=torch.bfloat16).save_pretrained(
        folder / "crossla", max_shard_size="4KB"
    )
    run = folder / "run"
    model = get_peft_model(
        AutoModelForCausalLM.from_pretrained(folder / "crossla", dtype=torch.float32),
        LoraConfig(init_lora_weights=False),
    )
    model.save_pretrained(run / "adapter")
    tokenizer.save_pretrained(run / "adapter")
    recipe = {
        "task": "instruction-tuning",
        "seed": 7,
        "model": {"base": "/home/somebody/crossla"},
        "training": {"bf16": True},
        "data": {"sources": [{"path": "/home/somebody/haodf"}]},
        "forgetting": {"sources": [{"read": {"source": "alpaca", "path": "/home/somebody/alpaca_*.json"}}]},
    }
    inputs = {"/home/somebody/haodf": "0123456789abcdef0123456789abcdef", "/home/somebody/alpaca_en.json": "0" * 32}
    state = {"recipe": recipe, "inputs": inputs, "status": "finished", "versions": {"torch": "2.13.0"}}
    (run / "run.json").write_text(json.dumps(state))
    metrics = {"rougeL": 0.25, "rouge_signature": "rouge|tok:char|v1", "general_before_loss": 2.0, "general_loss": 2.25}
    metrics |= {"before_loss": 3.0, "eval_loss": 1.5, "vocabulary_before": 32000, "vocabulary_after": 48895}
    metrics |= {"tokens_per_chinese_character_before": 1.5312, "tokens_per_chinese_character_after": 0.6}
    (run / "metrics.json").write_text(json.dumps(metrics))
    (run / "predictions.parquet").write_text("头痛三天")
    record_run(run, folder / "crossla")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verify, "PROMPTS", verify.PROMPTS[:2])
        merge(folder / "crossla", run / "adapter", run / "merged", name="MulMed")
    write_card(run)
    return run


def load(hub, cache, script):
    """Run a script as somebody else's machine would: without medtune, with nothing in the cache."""
    environment = {name: value for name, value in os.environ.items() if not name.endswith("_OFFLINE")}
    environment |= {"HF_ENDPOINT": hub.address, "HF_HOME": str(cache), "HF_TOKEN": TOKEN, "HF_HUB_DISABLE_XET": "1"}
    environment |= {"OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=cache,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout.strip()


def test_a_merged_model_is_published_whole_and_private(hub, mulmed):
    assert push_folder(mulmed, "user/mulmed") == f"{hub.address}/user/mulmed"
    repository = hub.repositories["user/mulmed"]
    assert repository.private
    weights = {path.name for path in (mulmed / "merged").glob("*.safetensors")}
    assert len(weights) > 1
    assert set(repository.files) == weights | {
        "README.md",
        "lineage.json",
        "config.json",
        "generation_config.json",
        "model.safetensors.index.json",
        "tokenizer.json",
        "tokenizer_config.json",
        "chat_template.jinja",
        "adapter/adapter_config.json",
        "adapter/adapter_model.safetensors",
        "adapter/lineage.json",
    }
    large = {path for path, held in repository.files.items() if isinstance(held, str)}
    assert weights < large  # through LFS
    assert "README.md" not in large
    for path in repository.files:
        own = mulmed if path == "README.md" or "/" in path else mulmed / "merged"
        assert hub.content("user/mulmed", path) == (own / path).read_bytes()
    assert json.loads((mulmed / "run.json").read_text())["published"] == f"{hub.address}/user/mulmed"


def test_the_card_shows_the_lineage_and_no_path(mulmed):
    card = (mulmed / "README.md").read_text(encoding="utf-8")
    assert "crossla → run → MulMed" in card
    assert "| haodf 0123456789ab |" in card
    assert "## Verification of the merge" in card
    assert "- `rouge|tok:char|v1`" in card
    assert "| haodf | 0123456789ab |" in card
    assert "somebody" not in card
    assert "alpaca_en" not in card  # measured on, not learnt from


def test_the_card_shows_what_was_learnt_forgotten_and_added_to_the_vocabulary(mulmed):
    card = (mulmed / "README.md").read_text(encoding="utf-8")
    assert "| of its own data | 3.000 | 1.500 | -1.500 |" in card
    assert "| general instructions (alpaca\\_\\*.json) | 2.000 | 2.250 | +0.250 |" in card
    assert "16,895 Chinese pieces have joined the 32,000" in card
    assert "takes 0.60 tokens; before, it took 1.53." in card


@pytest.mark.slow
def test_mulmed_loads_by_its_name(hub, mulmed, tmp_path):
    push_folder(mulmed, "user/mulmed")
    said = load(
        hub,
        tmp_path,
        "import sys; from transformers import AutoModel, AutoModelForCausalLM, AutoTokenizer\n"
        "body, model = (kind.from_pretrained('user/mulmed') for kind in (AutoModel, AutoModelForCausalLM))\n"
        "ids = AutoTokenizer.from_pretrained('user/mulmed')('孩子发烧', return_tensors='pt').input_ids\n"
        "print(type(body).__name__, model(input_ids=ids).logits.float().sum().item(), 'medtune' in sys.modules)",
    )
    name, total, seen = said.split()
    ids = AutoTokenizer.from_pretrained(mulmed / "merged")("孩子发烧", return_tensors="pt").input_ids
    with torch.no_grad():
        wanted = AutoModelForCausalLM.from_pretrained(mulmed / "merged")(input_ids=ids).logits.float().sum().item()
    assert (name, seen) == ("LlamaModel", "False")
    assert float(total) == pytest.approx(wanted, rel=1e-6)


@pytest.mark.slow
def test_medi_berpt_loads_with_its_own_code(hub, tmp_path):
    run = tmp_path / "run"
    model, processor = miniature.joint(miniature.tokenizer())
    model.save_pretrained(run)
    processor.save_pretrained(run)
    recipe = {"task": "multitask", "seed": 7, "model": {}, "training": {}, "hub": {"repository": "user/medi-berpt"}}
    (run / "run.json").write_text(json.dumps({"recipe": recipe, "status": "finished", "versions": {}}))
    write_card(run)
    push_folder(run)
    said = load(
        hub,
        tmp_path,
        "import sys; sys.modules['medtune'] = None\n"
        "from transformers import AutoModel\n"
        "model = AutoModel.from_pretrained('user/medi-berpt', trust_remote_code=True)\n"
        "print(type(model).__name__, sum(p.double().sum() for p in model.parameters()).item())",
    )
    name, total = said.split()
    assert name == "BERPTModel"
    assert float(total) == pytest.approx(sum(p.double().sum() for p in model.parameters()).item(), rel=1e-9)


def test_an_error_of_the_hub_is_tried_again(hub, mulmed):
    hub.faults = [Fault("POST", "/repos/create", 503), Fault("POST", "/commit/", 500)]
    push(mulmed, "user/mulmed", private=True)
    assert hub.asked("POST", "/commit/") == 2
    assert "config.json" in hub.repositories["user/mulmed"].files


def test_a_hub_that_stays_away_is_named_and_the_next_push_sends_the_rest(hub, mulmed, monkeypatch):
    monkeypatch.setitem(huggingface_hub.utils.http_backoff.__kwdefaults__, "max_retries", 0)
    shards = sorted((mulmed / "merged").glob("*.safetensors"))
    last = _sha256(shards[-1])
    hub.faults = [Fault("PUT", last, 0, times=100)]
    message = r"could not be published: the Hub cannot be reached .*, 3 times\. The same command sends what has not"
    with pytest.raises(OSError, match=message):
        push(mulmed, "user/mulmed", private=True)
    assert "config.json" not in hub.repositories["user/mulmed"].files  # nothing half-published
    hub.faults, before = [], hub.asked("PUT", "/lfs/")
    assert _sha256(shards[0]) in hub.objects
    push(mulmed, "user/mulmed", private=True)
    assert [path for method, path in hub.requests if method == "PUT"][before:] == [f"/lfs/{last}"]


def _sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("token", "repository", "message"),
    [
        ("hf_unknown", "user/mulmed", r"does not accept the token\. Log in with .* \(status 401\)"),
        (READ_ONLY, "user/mulmed", r"the token may not write there\. .* \(status 403\)"),
        (TOKEN, "nobody/mulmed", r"knows no such user or organization, .* \(status 404\)"),
    ],
)
def test_a_refusal_says_what_to_do(hub, mulmed, monkeypatch, token, repository, message):
    monkeypatch.setenv("HF_TOKEN", token)
    with pytest.raises(OSError, match=f"{repository} could not be published: .*{message}"):
        push(mulmed, repository, private=True)
    assert not hub.repositories
    assert len(hub.requests) < 4  # no use in trying again


def copy(mulmed, tmp_path):
    return Path(shutil.copytree(mulmed, tmp_path / "copy"))


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda run: (run / "README.md").unlink(), r"README\.md, the model card, is missing: `medtune card"),
        (lambda run: (run / "merged" / "lineage.json").unlink(), "with the verification of the merge is missing"),
        (lambda run: (run / "merged" / "config.json").unlink(), "it holds no model"),
        (
            lambda run: (run / "run.json").write_text(
                (run / "run.json").read_text().replace('"finished"', '"unfinished"')
            ),
            "the run is not finished",
        ),
    ],
)
def test_what_is_not_whole_is_not_published(hub, mulmed, tmp_path, spoil, message):
    run = copy(mulmed, tmp_path)
    spoil(run)
    with pytest.raises(OSError, match=message):
        push(run, "user/mulmed", private=True)
    assert not hub.requests


def test_weights_that_changed_after_their_verification_are_not_published(hub, mulmed, tmp_path):
    run = copy(mulmed, tmp_path)
    file = sorted((run / "merged").glob("*.safetensors"))[0]
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    with pytest.raises(OSError, match="its weights are not those that were verified"):
        push(run, "user/mulmed", private=True)


def test_what_is_missing_is_told_before_the_login(hub, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "cannot_publish", lambda: "nobody is logged in")
    with pytest.raises(OSError, match="nowhere cannot be published: no such folder"):
        push_folder(tmp_path / "nowhere", "user/mulmed")


def test_a_name_without_owner_and_no_name(hub, mulmed):
    with pytest.raises(ValueError, match="a repository on the Hub is named user/name"):
        push_folder(mulmed, "mulmed")
    with pytest.raises(ValueError, match=r"names no repository .*; add --to user/name"):
        push_folder(mulmed)
