"""A stand-alone decoder whose start, end and pad tokens are those of its tokenizer."""

from __future__ import annotations

from transformers import AutoModelForCausalLM, PreTrainedConfig, PreTrainedModel, PreTrainedTokenizerBase

from medtune.models.berpt.processing_berpt import boundary_tokens


def load_decoder(source: str | PreTrainedConfig, tokenizer: PreTrainedTokenizerBase) -> PreTrainedModel:
    """Load a causal language model, or build one at random from a configuration.

    Chinese GPT-2 models come with a BERT tokenizer: their texts start with `[CLS]` and end with `[SEP]`, while their
    configurations name GPT-2's own tokens.

    Args:
        source: Hub id, path or configuration.
        tokenizer: gives start, end and pad token.
    """
    if isinstance(source, str):
        model = AutoModelForCausalLM.from_pretrained(source)
    else:
        model = AutoModelForCausalLM.from_config(source)
    model.loss_type = "ForCausalLM"  # transformers cannot tell it from the name GPT2LMHeadModel, and says so
    tokens = boundary_tokens(tokenizer)
    for config in (model.config, model.generation_config):
        config.bos_token_id = tokens["decoder_start_token_id"]
        config.eos_token_id, config.pad_token_id = tokens["eos_token_id"], tokens["pad_token_id"]
    return model
