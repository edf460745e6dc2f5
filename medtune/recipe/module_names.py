"""The modules of a causal language model that can have an adapter, told from its configuration."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from medtune.recipe.networks import read_config

#: Model types whose layers are LLaMA's, for which no model need be built.
LIKE_LLAMA = ("llama", "mistral", "qwen2", "qwen3")
Sizes = dict[str, tuple[int, int]]


def linear_names(source: str | dict[str, Any]) -> list[str] | None:
    """Return the modules' names.

    Args:
        source: Hub id, path or configuration.

    Returns:
        The names; None while the configuration is not at hand, or the model's code does not come with transformers.
    """
    config = source if isinstance(source, dict) else read_config(source)
    if config is None or "model_type" not in config:
        return None
    return list(linear_sizes(config)) or None


def linear_sizes(config: Mapping[str, Any]) -> Sizes:
    """Return width in and out of the modules by name; empty where the model cannot be built.

    Args:
        config: `model_type` and the fields that differ from its defaults.
    """
    if config["model_type"] in LIKE_LLAMA and {"hidden_size", "num_attention_heads"} <= config.keys():
        return _like_llama(config)
    return _built(json.dumps(dict(config), sort_keys=True, default=str))


def _like_llama(config: Mapping[str, Any]) -> Sizes:
    width, heads = config["hidden_size"], config["num_attention_heads"]
    inner = config.get("intermediate_size", 11008)
    head = config.get("head_dim") or width // heads
    values = (config.get("num_key_value_heads") or heads) * head
    layer = {
        "self_attn.q_proj": (width, heads * head),
        "self_attn.k_proj": (width, values),
        "self_attn.v_proj": (width, values),
        "self_attn.o_proj": (heads * head, width),
        "mlp.gate_proj": (width, inner),
        "mlp.up_proj": (width, inner),
        "mlp.down_proj": (inner, width),
    }
    count = config.get("num_hidden_layers", 32)
    return {f"model.layers.{n}.{name}": size for n in range(count) for name, size in layer.items()}


@cache
def _built(config: str) -> Sizes:
    """Build the model without memory for its weights; imports take some seconds."""
    import torch
    from transformers import AutoConfig, AutoModelForCausalLM

    from medtune.adapters.lora import linear_modules

    fields = json.loads(config)
    try:
        full = AutoConfig.for_model(fields.pop("model_type"), **fields)
        with torch.device("meta"):
            return linear_modules(AutoModelForCausalLM.from_config(full))
    except ValueError:  # no such type, or none that continues a text: loading it says so
        return {}
