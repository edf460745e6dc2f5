"""How large a model is, told from its configuration: no weights are read, and common types need no transformers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from medtune.recipe.inputs import find_file

_BERT = {
    "vocab_size": 30522,
    "hidden_size": 768,
    "num_hidden_layers": 12,
    "num_attention_heads": 12,
    "intermediate_size": 3072,
    "max_position_embeddings": 512,
    "type_vocab_size": 2,
    "hidden_act": "gelu",
    "hidden_dropout_prob": 0.1,
    "attention_probs_dropout_prob": 0.1,
}
_ROBERTA = _BERT | {"vocab_size": 50265}
_GPT2 = {
    "vocab_size": 50257,
    "n_embd": 768,
    "n_layer": 12,
    "n_head": 12,
    "n_inner": None,
    "n_positions": 1024,
    "activation_function": "gelu_new",
    "resid_pdrop": 0.1,
    "attn_pdrop": 0.1,
    "tie_word_embeddings": True,
}
_LLAMA = {
    "vocab_size": 32000,
    "hidden_size": 4096,
    "intermediate_size": 11008,
    "num_hidden_layers": 32,
    "num_attention_heads": 32,
    "hidden_act": "silu",
    "tie_word_embeddings": False,
}
#: What transformers takes where a configuration says nothing, by model type.
DEFAULTS: dict[str, dict[str, Any]] = {
    "bert": _BERT,
    "roberta": _ROBERTA,
    "xlm-roberta": _BERT,
    "camembert": _BERT,
    "gpt2": _GPT2,
}


@dataclass(frozen=True, slots=True)
class Network:
    """Size of an encoder or a decoder.

    Args:
        embeddings: parameters of the embeddings.
        layer: parameters of one layer.
        other: parameters outside embeddings and layers, such as the last norm or an untied output layer.
        layers: number of layers.
        width: size of the hidden state.
        inner: size of the hidden state inside the feed-forward part.
        heads: attention heads of a layer.
        vocabulary: number of tokens.
        activation: name of the feed-forward part's activation function.
        dropout: whether hidden states are dropped out in training.
        attention_dropout: whether attention weights are.
        cross_attention: whether each layer also attends to an encoder.
    """

    embeddings: int
    layer: int
    other: int
    layers: int
    width: int
    inner: int
    heads: int
    vocabulary: int
    activation: str = "gelu"
    dropout: bool = True
    attention_dropout: bool = True
    cross_attention: bool = False

    @property
    def parameters(self) -> int:
        """Number of all parameters."""
        return self.embeddings + self.layers * self.layer + self.other


def read_config(name: str) -> dict[str, Any] | None:
    """Return the `config.json` of a model.

    Args:
        name: path or Hub id.

    Returns:
        Its content; None if there is no such folder and the local Hub cache has no copy.
    """
    path = find_file(name, "config.json")
    return None if path is None else json.loads(path.read_text(encoding="utf-8"))


def network(config: Mapping[str, Any], part: str, joint: bool = False) -> Network:
    """Return the size of an encoder (without its pooler) or a decoder.

    Args:
        config: `model_type` and the fields that differ from its defaults.
        part: `encoder` or `decoder`.
        joint: the decoder attends to an encoder.

    Raises:
        ValueError: transformers knows no such model type.
    """
    kind = config["model_type"]
    if kind == "gpt2":
        return _gpt2({**_GPT2, **config}, joint or config.get("add_cross_attention", False))
    if kind in DEFAULTS and part == "encoder":
        return _bert({**DEFAULTS[kind], **config})
    if kind == "llama" and part == "decoder":
        return _llama({**_LLAMA, **config})
    return _counted(dict(config), part)


def _bert(config: Mapping[str, Any]) -> Network:
    width, inner = config["hidden_size"], config["intermediate_size"]
    rows = config["vocab_size"] + config["max_position_embeddings"] + config["type_vocab_size"]
    attention = 4 * (width * width + width)
    return Network(
        embeddings=rows * width + 2 * width,
        layer=attention + 2 * width * inner + inner + width + 4 * width,
        other=0,
        layers=config["num_hidden_layers"],
        width=width,
        inner=inner,
        heads=config["num_attention_heads"],
        vocabulary=config["vocab_size"],
        activation=config["hidden_act"],
        dropout=config["hidden_dropout_prob"] > 0,
        attention_dropout=config["attention_probs_dropout_prob"] > 0,
    )


def _gpt2(config: Mapping[str, Any], cross_attention: bool) -> Network:
    width = config["n_embd"]
    inner = config["n_inner"] or 4 * width
    attention = 4 * (width * width + width)
    layer = attention + 2 * width * inner + inner + width + 4 * width
    output = 0 if config["tie_word_embeddings"] else config["vocab_size"] * width
    return Network(
        embeddings=(config["vocab_size"] + config["n_positions"]) * width,
        layer=layer + (attention + 2 * width if cross_attention else 0),
        other=2 * width + output,
        layers=config["n_layer"],
        width=width,
        inner=inner,
        heads=config["n_head"],
        vocabulary=config["vocab_size"],
        activation=config["activation_function"],
        dropout=config["resid_pdrop"] > 0,
        attention_dropout=config["attn_pdrop"] > 0,
        cross_attention=cross_attention,
    )


def _llama(config: Mapping[str, Any]) -> Network:
    width, inner, heads = config["hidden_size"], config["intermediate_size"], config["num_attention_heads"]
    head = config.get("head_dim") or width // heads
    attention = 2 * width * head * (heads + (config.get("num_key_value_heads") or heads))
    embeddings = config["vocab_size"] * width
    return Network(
        embeddings=embeddings,
        layer=attention + 3 * width * inner + 2 * width,
        other=width + (0 if config["tie_word_embeddings"] else embeddings),
        layers=config["num_hidden_layers"],
        width=width,
        inner=inner,
        heads=heads,
        vocabulary=config["vocab_size"],
        activation=config["hidden_act"],
        dropout=False,
        attention_dropout=False,
    )


def _counted(config: dict[str, Any], part: str) -> Network:
    """Build a model of any other type without memory for its weights, and count; imports take some seconds."""
    import torch
    from transformers import AutoConfig, AutoModel, AutoModelForCausalLM

    full = AutoConfig.for_model(config.pop("model_type"), **config)
    with torch.device("meta"):
        model = (AutoModel if part == "encoder" else AutoModelForCausalLM).from_config(full)
    sizes = {name: weight.numel() for name, weight in model.named_parameters() if not name.startswith("pooler.")}
    embeddings = sum(size for name, size in sizes.items() if "embed" in name or ".wte." in name or ".wpe." in name)
    in_layers = sum(size for name, size in sizes.items() if any(word.isdigit() for word in name.split(".")))
    layers = full.num_hidden_layers
    return Network(
        embeddings=embeddings,
        layer=in_layers // layers,
        other=sum(sizes.values()) - embeddings - layers * (in_layers // layers),
        layers=layers,
        width=full.hidden_size,
        inner=getattr(full, "intermediate_size", None) or 4 * full.hidden_size,
        heads=full.num_attention_heads,
        vocabulary=full.vocab_size,
        activation=getattr(full, "hidden_act", "gelu"),
    )
