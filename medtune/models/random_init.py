"""Models that start from a configuration in the recipe instead of from published weights."""

from __future__ import annotations

from typing import Any

from transformers import AutoConfig, PreTrainedConfig, PreTrainedTokenizerBase


def config_from(source: str | dict[str, Any], tokenizer: PreTrainedTokenizerBase) -> str | PreTrainedConfig:
    """Turn a recipe's model into what `from_encoder_decoder` takes.

    Args:
        source: a Hub id or path, which is returned as it is, or a mapping with `model_type` and any of the
            configuration's fields.
        tokenizer: fills in `vocab_size` and `pad_token_id` where the mapping does not give them.

    Raises:
        ValueError: the mapping names no `model_type`, or one that transformers does not have.
    """
    if isinstance(source, str):
        return source
    fields = {"vocab_size": len(tokenizer), "pad_token_id": tokenizer.pad_token_id, **source}
    if "model_type" not in fields:
        raise ValueError(f"a model given as a mapping needs model_type, such as bert or gpt2; it has {sorted(source)}")
    return AutoConfig.for_model(fields.pop("model_type"), **fields)
