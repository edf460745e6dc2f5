"""Generate replies for many rows: batched, neighbours of like length together, in the order asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from transformers import PreTrainedModel, PreTrainedTokenizerBase

from medtune.models.berpt.processing_berpt import decode_replies
from medtune.recipe.sections import Generation


def generate_replies(
    model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, prompts: list[list[int]], generation: Generation
) -> list[str]:
    """Generate one reply to each prompt.

    Args:
        model: a causal model, which continues the prompt, or an encoder-decoder, which replies to it.
        tokenizer: turns the new tokens into text; the decoder's.
        prompts: token ids of each row.
        generation: batch size and decoding.

    Returns:
        Texts without special tokens, in the order of the prompts.
    """
    replies = [""] * len(prompts)
    for rows in batches_of_like_length(prompts, generation.batch_size):
        new = generate_batch(model, [prompts[row] for row in rows], generation.options())
        for row, text in zip(rows, decode_replies(tokenizer, new), strict=True):
            replies[row] = text
    return replies


def batches_of_like_length(prompts: Sequence[list[int]], batch_size: int) -> list[list[int]]:
    """Return the rows' numbers in batches, longest first, so that a batch too large for the memory fails at once."""
    order = sorted(range(len(prompts)), key=lambda row: -len(prompts[row]))
    return [order[start : start + batch_size] for start in range(0, len(order), batch_size)]


def generate_batch(model: PreTrainedModel, prompts: list[list[int]], options: dict[str, Any]) -> torch.Tensor:
    """Generate for one batch.

    Args:
        model: see `generate_replies`.
        prompts: token ids of each row.
        options: arguments of `model.generate`.

    Returns:
        New tokens, `(rows, longest reply)`.
    """
    model.eval()
    # A causal model continues on the right, so it is padded on the left.
    left = not model.config.is_encoder_decoder
    longest = max(map(len, prompts))
    ids = torch.zeros(len(prompts), longest, dtype=torch.long, device=model.device)
    mask = torch.zeros_like(ids)
    for row, prompt in enumerate(prompts):
        place = slice(longest - len(prompt), longest) if left else slice(0, len(prompt))
        ids[row, place] = torch.tensor(prompt, device=model.device)
        mask[row, place] = 1
    with torch.inference_mode():
        output = model.generate(input_ids=ids, attention_mask=mask, **options)
    return output[:, longest:] if left else output
