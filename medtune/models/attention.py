"""Attention for training: packed examples kept apart without a mask, and kernels that are fast on a CPU in 16 bits.

transformers keeps packed examples apart by a mask over all of them, whose products are mostly thrown away. On a CUDA
GPU in 16 bits one call of variable-length attention (`torch.nn.attention.varlen`) takes them all, without padding and
without the mask; elsewhere they are attended one by one. And on a CPU in 16 bits torch's fused attention takes 1.2 to
1.7 times as long as in fp32, and up to 128 tokens twice as long as plain products do (torch 2.13, AVX512-BF16, with
the backward pass).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import torch
from torch.nn.attention.varlen import varlen_attn
from transformers import AttentionInterface, AttentionMaskInterface
from transformers.integrations.sdpa_attention import sdpa_attention_forward
from transformers.masking_utils import sdpa_mask

if TYPE_CHECKING:
    from transformers import PreTrainedModel

BY_EXAMPLE = "medtune_by_example"
#: Models whose layers tell their attention where each example begins.
_TOLD = ("llama", "mistral", "qwen2", "qwen3")
_HALF = (torch.bfloat16, torch.float16)
#: Tokens up to which plain products beat the fused kernels, and their weights are small beside other activations.
SHORT = 128
#: The kernel's own limits: widest head, and the oldest GPU (Ampere).
_WIDEST, _OLDEST = 256, (8, 0)


def attend_by_example(model: PreTrainedModel) -> bool:
    """Let a model compute its attention this way, if it is of a kind known to allow it.

    Args:
        model: a causal language model whose attention is transformers' `sdpa`; it is changed. On a CPU, or on its way
            to a CUDA GPU.

    Returns:
        Whether it does now.
    """
    known = model.config.model_type in _TOLD and model.config._attn_implementation == "sdpa"
    device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else model.device
    if not known or {device.type, model.device.type} - {"cpu", "cuda"}:
        return False
    AttentionInterface.register(BY_EXAMPLE, attend)
    AttentionMaskInterface.register(BY_EXAMPLE, _mask)
    model.set_attn_implementation(BY_EXAMPLE)
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
    bounds, on_device = _bounds(position_ids)
    if dtype := _kernel_dtype(query, options.get("dropout", 0.0)):
        half = (one.to(dtype) for one in (query, key, value))
        longest = max(end - start for start, end in pairwise(bounds))
        return _attend_at_once(*half, on_device, longest, options.get("scaling")), None
    parts = [
        _attend(module, *(one[:, :, start:end] for one in (query, key, value)), None, **options)
        for start, end in pairwise(bounds)
    ]
    return torch.cat(parts, dim=1), None


@lru_cache(maxsize=1)  # every layer asks; a GPU would be waited for at each
def _bounds(position_ids: torch.Tensor) -> tuple[list[int], torch.Tensor]:
    """Return where each example begins and the last one ends: as numbers, and as int32 on the device."""
    bounds = [*position_ids[0].eq(0).nonzero()[:, 0].tolist(), position_ids.shape[1]]
    return bounds, torch.tensor(bounds, dtype=torch.int32, device=position_ids.device)


def _kernel_dtype(query: torch.Tensor, dropout: float) -> torch.dtype | None:
    """Return in which 16-bit numbers variable-length attention takes this query; None where it does not."""
    if not query.is_cuda or dropout:
        return None
    # Weights in fp32 make fp32 queries under autocast too: the rotation is not among what it casts.
    dtype = torch.get_autocast_dtype("cuda") if torch.is_autocast_enabled("cuda") else query.dtype
    width = query.shape[-1]
    fits = dtype in _HALF and width % 8 == 0 and width <= _WIDEST
    return dtype if fits and torch.cuda.get_device_capability(query.device) >= _OLDEST else None


def _attend_at_once(
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    bounds: torch.Tensor,
    longest: int,
    scaling: float | None,
) -> torch.Tensor:
    """Attend within all examples in one call; see `attend`."""
    flat = [one[0].transpose(0, 1).contiguous() for one in (query, key, value)]  # (tokens, heads, width)
    grouped = query.shape[1] != key.shape[1]
    causal = (-1, 0)
    found = varlen_attn(*flat, bounds, bounds, longest, longest, scale=scaling, window_size=causal, enable_gqa=grouped)
    return found.unsqueeze(0)


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
    if dtype not in _HALF or query.device.type != "cpu":
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
