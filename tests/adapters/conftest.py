"""Tiny bases and adapters, with weights so large that what is added to them shows."""

import pytest
import torch
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import AutoModelForCausalLM, GPT2Config, LlamaConfig
from transformers.utils.logging import disable_progress_bar

from medtune.adapters import verify

disable_progress_bar()
SIZES = {
    "llama": {"hidden_size": 32, "intermediate_size": 48, "num_hidden_layers": 2, "num_attention_heads": 4},
    "gpt2": {"n_embd": 32, "n_layer": 2, "n_head": 4, "n_positions": 64, "bos_token_id": 0, "eos_token_id": 1},
}


@pytest.fixture(autouse=True)
def few_prompts(monkeypatch):
    """Two prompts tell as much of a tiny model as sixteen."""
    monkeypatch.setattr(verify, "PROMPTS", verify.PROMPTS[:2])


@pytest.fixture
def make_base(tmp_path):
    """Save a random base and return its folder."""

    def make(kind="llama", dtype=torch.bfloat16, seed=0, name="base", shards=None, **fields):
        torch.manual_seed(seed)
        cls = {"llama": LlamaConfig, "gpt2": GPT2Config}[kind]
        config = cls(**{"vocab_size": 96, "initializer_range": 0.2, **SIZES[kind], **fields})
        model = AutoModelForCausalLM.from_config(config, dtype=dtype)
        model.save_pretrained(tmp_path / name, **({"max_shard_size": shards} if shards else {}))
        return tmp_path / name

    return make


@pytest.fixture
def make_adapter(tmp_path):
    """Save an adapter whose weights are all random, as if trained, and return its folder."""

    def make(base, grow=0, name="adapter", scale=0.05, **options):
        model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.float32)
        if grow:
            model.resize_token_embeddings(grow, mean_resizing=False)
        targets = {"target_modules": ["q_proj", "v_proj"], "r": 4, **options}
        model = get_peft_model(model, LoraConfig(task_type="CAUSAL_LM", **targets))
        torch.manual_seed(1)
        for parameter in model.parameters():
            if parameter.requires_grad:
                parameter.data += scale * torch.randn_like(parameter)
        model.save_pretrained(tmp_path / name)
        return tmp_path / name

    return make


@pytest.fixture
def with_peft():
    """Let peft answer: the logits of base + adapter in fp32 on some token ids."""

    def answer(base, adapter, ids, grow=0):
        model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.float32)
        if grow:
            model.resize_token_embeddings(grow, mean_resizing=False)
        with torch.no_grad():
            return PeftModel.from_pretrained(model, adapter).eval()(input_ids=ids).logits

    return answer
