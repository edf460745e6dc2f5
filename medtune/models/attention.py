"""Attention for training on a CPU: packed examples one by one, and 16 bits computed in 32.

transformers keeps packed examples apart by a mask over all of them, whose products are mostly thrown away. And in 16
bits torch's CPU attention takes 1.2 to 1.7 times as long as in fp32 (torch 2.13, AVX512-BF16, with the backward pass).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from transformers import AttentionInterface, AttentionMaskInterface
from transformers.integrations.sdpa_attention import sdpa_attention_forward
from transformers.masking_utils import sdpa_mask

if TYPE_CHECKING:
    from transformers import PreTrainedModel

ON_CPU = "medtune_on_cpu"
#: Models whose layers tell their attention where each example begins.
_TOLD = ("llama", "mistral", "qwen2", "qwen3")
_HALF = (torch.bfloat16, torch.float16)


def use_on_cpu(model: PreTrainedModel) -> bool:
    """Let a model compute its attention this way, if it is on a CPU and of a kind known to allow it.

    Args:
        model: a causal language model whose attention is transformers' `sdpa`; it is changed.

    Returns:
        Whether it does now.
    """
    known = model.config.model_type in _TOLD and model.config._attn_implementation == "sdpa"
    if not known or torch.cuda.is_available() or model.device.type != "cpu":
        return False
    AttentionInterface.register(ON_CPU, attend)
    AttentionMaskInterface.register(ON_CPU, _mask)
    model.set_attn_implementation(ON_CPU)
    return True


def attend(
    module: torch.nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attention_mask: torch.Tensor | None,
    position_ids: torch.Tensor | None = None,
    **options,
) -> tuple[torch.Tensor, None]:
    """Attend within each example.

    Args:
        module: the layer's attention.
        query: `(batch, heads, tokens, width)`.
        key: `(batch, heads of keys, tokens, width)`.
        value: likewise.
        attention_mask: of padded batches; packed ones have none.
        position_ids: `(1, tokens)` of a packed batch: each 0 begins an example.
        **options: of `sdpa_attention_forward`.

    Returns:
        `(batch, tokens, heads, width)`, and no weights.
    """
    dtype = query.dtype
    if dtype in _HALF:
        query, key, value = query.float(), key.float(), value.float()
    whole = attention_mask is not None or query.shape[0] > 1 or query.shape[2] != key.shape[2]
    if whole or position_ids is None:
        if not whole and module.training:
            raise RuntimeError(
                f"{type(module).__name__} does not say where packed examples begin; leave data.packing out"
            )
        return sdpa_attention_forward(module, query, key, value, attention_mask, **options)[0].to(dtype), None
    starts = position_ids[0].eq(0).nonzero()[:, 0].tolist()
    parts = [
        sdpa_attention_forward(module, *(one[:, :, start:end] for one in (query, key, value)), None, **options)[0]
        for start, end in zip(starts, [*starts[1:], query.shape[2]], strict=True)
    ]
    return torch.cat(parts, dim=1).to(dtype), None


def _mask(*arguments, attention_mask: torch.Tensor | None = None, **options) -> torch.Tensor | None:
    """Return a mask for padded batches only."""
    return None if attention_mask is None else sdpa_mask(*arguments, attention_mask=attention_mask, **options)
