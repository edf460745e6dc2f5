"""Attention for training on a CPU: packed examples one by one, and kernels that are fast there in 16 bits.

transformers keeps packed examples apart by a mask over all of them, whose products are mostly thrown away. And in 16
bits torch's fused CPU attention takes 1.2 to 1.7 times as long as in fp32, and up to 128 tokens twice as long as plain
products do (torch 2.13, AVX512-BF16, with the backward pass).
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
#: Tokens up to which plain products beat the fused kernels, and their weights are small beside other activations.
SHORT = 128


def use_on_cpu(model: PreTrainedModel) -> bool:
    """Let a model compute its attention this way, if it is on a CPU and of a kind known to allow it.

    Args:
        model: a causal language model whose attention is transformers' `sdpa`; it is changed.

    Returns:
        Whether it does now.
    """
    known = model.config.model_type in _TOLD and model.config._attn_implementation == "sdpa"
    if not known or torch.accelerator.is_available() or model.device.type != "cpu":
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
    whole = attention_mask is not None or query.shape[0] > 1 or query.shape[2] != key.shape[2]
    if not whole and position_ids is None and module.training:
        raise RuntimeError(f"{type(module).__name__} does not say where packed examples begin; leave data.packing out")
    if whole or position_ids is None:
        return _attend(module, query, key, value, attention_mask, **options), None
    starts = position_ids[0].eq(0).nonzero()[:, 0].tolist()
    parts = [
        _attend(module, *(one[:, :, start:end] for one in (query, key, value)), None, **options)
        for start, end in zip(starts, [*starts[1:], query.shape[2]], strict=True)
    ]
    return torch.cat(parts, dim=1), None


def _attend(
    module: torch.nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    mask: torch.Tensor | None,
    dropout: float = 0.0,
    scaling: float | None = None,
    **options,
) -> torch.Tensor:
    """Attend within examples of one length; see `attend`."""
    dtype, tokens = query.dtype, query.shape[2]
    if dtype not in _HALF:
        return sdpa_attention_forward(module, query, key, value, mask, dropout, scaling, **options)[0]
    if tokens != key.shape[2] or tokens > SHORT or dropout:
        wide = (query.float(), key.float(), value.float())
        return sdpa_attention_forward(module, *wide, mask, dropout, scaling, **options)[0].to(dtype)
    groups = query.shape[1] // key.shape[1]
    key, value = key.repeat_interleave(groups, dim=1), value.repeat_interleave(groups, dim=1)
    if mask is None:
        mask = torch.ones(tokens, tokens, dtype=torch.bool, device=query.device).tril()
    # (batch, heads, tokens, tokens), scores in 16 bits and their softmax in 32, as in transformers' `eager`
    scores = torch.matmul(query * (scaling or query.shape[-1] ** -0.5), key.transpose(2, 3))
    # A row of padding on the left sees nothing; a finite number keeps it from becoming NaN.
    scores = scores.masked_fill(~mask, torch.finfo(dtype).min)
    return torch.matmul(scores.softmax(-1, dtype=torch.float32).to(dtype), value).transpose(1, 2)


def _mask(*arguments, attention_mask: torch.Tensor | None = None, **options) -> torch.Tensor | None:
    """Return a mask for padded batches only."""
    return None if attention_mask is None else sdpa_mask(*arguments, attention_mask=attention_mask, **options)
