"""The model that an adapter stands on: published weights, or what has to be written once before it can be one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medtune.distributed import is_main_process, main_process_first

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

BASE = "base"


def load_tokenizer(source: str, gguf_file: str | None = None) -> PreTrainedTokenizerBase:
    """Load the tokenizer of a causal language model; where it has no pad token, its end token pads.

    Args:
        source: Hub id or path.
        gguf_file: file in that folder that holds the tokenizer.

    Raises:
        ValueError: it has no end token, or gives no character positions, by which texts are cut.
    """
    from transformers import AutoTokenizer

    options = {"gguf_file": gguf_file} if gguf_file else {}
    tokenizer = AutoTokenizer.from_pretrained(source, **options)
    if not tokenizer.is_fast:
        raise ValueError(f"{source}: no fast tokenizer; convert it to a tokenizer.json, or name another one")
    if tokenizer.eos_token is None:
        if tokenizer.sep_token is None:
            raise ValueError(f"{source}: the tokenizer has no end token, so no answer would ever end")
        tokenizer.eos_token = tokenizer.sep_token
    if tokenizer.pad_token is None:
        tokenizer.pad_token = tokenizer.eos_token
    return tokenizer


def provide_base(
    source: str | dict[str, Any], tokenizer: PreTrainedTokenizerBase, output_dir: Path, gguf_file: str | None = None
) -> str:
    """Return the Hub id or path of the base as safetensors.

    A model given as a configuration is initialised, and one in a GGUF file converted, into `output_dir/base`: an
    adapter must name what it stands on, and the Trainer takes no GGUF model, which stays quantised when loaded. The
    main process writes, the others wait.

    Args:
        source: Hub id, path or configuration.
        tokenizer: fills in the configuration, and is saved beside the weights.
        output_dir: of the run.
        gguf_file: file in the folder `source`.
    """
    if isinstance(source, str) and not gguf_file:
        return source
    folder = output_dir / BASE
    with main_process_first():
        if is_main_process() and not folder.is_dir():
            model = _from_gguf(source, gguf_file) if gguf_file else _at_random(source, tokenizer)
            draft = folder.with_name(f"{BASE}.tmp")
            shutil.rmtree(draft, ignore_errors=True)
            model.save_pretrained(draft)
            tokenizer.save_pretrained(draft)
            os.replace(draft, folder)
    return str(folder)


def load_base(source: str, dtype: torch.dtype, quantization: Any = None) -> PreTrainedModel:
    """Load the base for training.

    Args:
        source: Hub id or path.
        dtype: of the weights.
        quantization: bitsandbytes' configuration; `None` keeps them as they are.
    """
    import torch
    from transformers import AutoModelForCausalLM

    options: dict[str, Any] = {"dtype": dtype}
    if quantization is not None:
        device = int(os.environ.get("LOCAL_RANK", 0)) if torch.cuda.is_available() else "cpu"
        options |= {"quantization_config": quantization, "device_map": {"": device}}
    model = AutoModelForCausalLM.from_pretrained(source, **options)
    for module in model.modules():
        # bitsandbytes 0.50 packs 4-bit weights anew in an evaluation on the CPU, for kernels that give no gradients:
        # every step after it would leave the adapter as it is, without a word.
        if hasattr(module, "support_avx512bf16_for_cpu"):
            module.support_avx512bf16_for_cpu = False
    model.config.use_cache = False  # a cache of keys and values only slows training, and hides what is packed
    return model


def check_vocabulary(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase) -> None:
    """Check that the base has an embedding for every token.

    Raises:
        ValueError: the tokenizer is not this model's.
    """
    rows = model.get_input_embeddings().weight.shape[0]
    if len(tokenizer) > rows:
        raise ValueError(
            f"model.tokenizer: {len(tokenizer):,} tokens, but the model has embeddings for {rows:,}; name the "
            "tokenizer that belongs to model.base"
        )


def _from_gguf(folder: str, file: str) -> PreTrainedModel:
    import torch
    from transformers import AutoModelForCausalLM

    model = AutoModelForCausalLM.from_pretrained(folder, gguf_file=file, dtype=torch.bfloat16)
    # It would count as quantised although its weights are whole numbers no more.
    if hasattr(model.config, "quantization_config"):
        del model.config.quantization_config
    model.hf_quantizer = None
    model.is_quantized = False
    return model


def _at_random(config: dict[str, Any], tokenizer: PreTrainedTokenizerBase) -> PreTrainedModel:
    from transformers import AutoModelForCausalLM

    from medtune.models.random_init import config_from

    return AutoModelForCausalLM.from_config(config_from(config, tokenizer))
