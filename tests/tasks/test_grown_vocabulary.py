"""Instruction tuning with a grown vocabulary: trained, merged, reloaded, and gone on from after an interruption."""

import io
import shutil
from unittest.mock import Mock

import pytest
import sentencepiece
import torch
import tuning
from peft import PeftModel
from safetensors import safe_open
from test_instruction_tuning import TRAINING, Workshop
from transformers import AutoModelForCausalLM, AutoTokenizer, LlamaConfig
from tuning import LLAMA

from medtune import runs
from medtune.recipe.check import check


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    """A folder with rows, a base whose tokenizer knows no Chinese word, and a sentencepiece model that does."""
    made = Workshop(tmp_path_factory.mktemp("grown"))
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(["让膝盖休息", "让背休息", "手疼脚疼"] * 50), model_writer=written, vocab_size=40,
        hard_vocab_limit=False, minloglevel=2,
    )  # fmt: skip
    (made.folder / "chinese.model").write_bytes(written.getvalue())
    for tied in (False, True):
        torch.manual_seed(0)
        config = {**LLAMA, "vocab_size": len(tuning.tokenizer()), "tie_word_embeddings": tied}
        base = AutoModelForCausalLM.from_config(LlamaConfig(**config), dtype=torch.bfloat16)
        base.save_pretrained(made.folder / f"base-{tied}")
        tuning.tokenizer().save_pretrained(made.folder / f"base-{tied}")
    return made


def keys(workshop, name, tied, **sections):
    model = {"base": str(workshop.folder / f"base-{tied}"), "extend_vocabulary": str(workshop.folder / "chinese.model")}
    keys = workshop.keys(name, **{"data": {"packing": True, "cutoff": 128}, **sections})
    return keys | {"model": model}


@pytest.mark.parametrize("tied", [False, True])
def test_new_embeddings_are_trained_and_merged(workshop, tied):
    metrics = workshop.run(keys(workshop, f"run-{tied}", tied, merge={"prompts": 4}, training={"bf16": True}))
    assert metrics["tokens_per_chinese_character_after"] < metrics["tokens_per_chinese_character_before"] - 0.3
    assert metrics["eval_loss"] < metrics["before_loss"] - 0.1
    folder = workshop.folder / f"run-{tied}"
    merged = AutoModelForCausalLM.from_pretrained(folder / "merged")
    tokenizer = AutoTokenizer.from_pretrained(folder / "merged")
    old = len(tuning.tokenizer())
    assert len(tokenizer) == merged.config.vocab_size == metrics["vocabulary_after"] > old
    assert merged.config.tie_word_embeddings == tied
    # Nothing but what is trained was changed: one embedding or two, and the projections.
    assert metrics["merge_changed"] == (1 if tied else 2) + 6
    ids = tokenizer("让膝盖休息。")["input_ids"]
    assert max(ids) >= old
    assert tokenizer.decode(ids) == "让膝盖休息。"
    base = AutoModelForCausalLM.from_pretrained(workshop.folder / f"base-{tied}")
    base.resize_token_embeddings(len(tokenizer), mean_resizing=False)
    reloaded = PeftModel.from_pretrained(base, folder / "adapter").eval()
    with torch.no_grad():
        answers = [model(input_ids=torch.tensor([ids])).logits.float() for model in (merged, reloaded)]
    torch.testing.assert_close(*answers, atol=0.2, rtol=0.1)


@pytest.mark.parametrize("tied", [False, True])
def test_trained_embeddings_are_kept_once_and_in_fp32(workshop, tied):
    with safe_open(workshop.folder / f"run-{tied}" / "adapter" / "adapter_model.safetensors", "pt") as file:
        whole = {name: file.get_slice(name).get_dtype() for name in file.keys() if "lora" not in name}  # noqa: SIM118
    names = ("base_model.model.lm_head.weight", "base_model.model.model.embed_tokens.weight")
    assert whole == dict.fromkeys(names, "F32")


def test_training_goes_on_with_a_grown_vocabulary(workshop, monkeypatch):
    wanted = keys(workshop, "whole", False, training={**TRAINING, "save_strategy": "steps", "save_steps": 3})
    folder = workshop.folder / "whole"
    with monkeypatch.context() as patch:
        patch.setattr(runs, "close_run", Mock(side_effect=KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            workshop.run(wanted)
    adapter = (folder / "adapter" / "adapter_model.safetensors").read_bytes()
    for name in ("adapter", "checkpoint-6"):
        shutil.rmtree(folder / name)
    workshop.run(wanted)  # from the third step on
    assert (folder / "adapter" / "adapter_model.safetensors").read_bytes() == adapter


def test_the_plan_counts_the_new_embeddings(workshop, capsys):
    check(workshop.write(keys(workshop, "planned", True)))
    told = capsys.readouterr().out
    assert "pieces, with those of" in told
    assert "both embeddings" in " ".join(told.split())


def test_a_file_that_is_no_vocabulary_is_told_before_anything_runs(workshop):
    (workshop.folder / "notes.model").write_text("nothing of the kind")
    told = workshop.problems(model={"extend_vocabulary": str(workshop.folder / "notes.model")})
    assert "model.extend_vocabulary" in told
    assert "is no sentencepiece model" in told
