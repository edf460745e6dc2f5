"""Names of the modules of a causal language model that can have an adapter, told from its configuration."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from medtune.recipe.networks import read_config

_LLAMA = ("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "self_attn.o_proj")
_LLAMA += ("mlp.gate_proj", "mlp.up_proj", "mlp.down_proj")
#: By model type, where no model need be built for it.
KNOWN = dict.fromkeys(("llama", "mistral", "qwen2", "qwen3"), _LLAMA) | {
    "gpt2": ("attn.c_attn", "attn.c_proj", "mlp.c_fc", "mlp.c_proj")
}


def linear_names(source: str | dict[str, Any]) -> list[str] | None:
    """Return the names, of known types those within a layer.

    Args:
        source: Hub id, path or configuration.

    Returns:
        The names; None while the configuration is not at hand, or the model's code does not come with transformers.
    """
    config = source if isinstance(source, dict) else read_config(source)
    if config is None or "model_type" not in config:
        return None
    if config["model_type"] in KNOWN:
        return list(KNOWN[config["model_type"]])
    return _built(json.dumps(config, sort_keys=True))


@cache
def _built(config: str) -> list[str] | None:
    """Build the model without memory for its weights; imports take some seconds."""
    import torch
    from transformers import AutoConfig, AutoModelForCausalLM

    from medtune.adapters.lora import linear_modules

    fields = json.loads(config)
    try:
        full = AutoConfig.for_model(fields.pop("model_type"), **fields)
        with torch.device("meta"):
            return list(linear_modules(AutoModelForCausalLM.from_config(full)))
    except ValueError:  # no such type, or none that continues a text: loading it says so
        return None
