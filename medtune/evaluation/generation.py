"""Generate replies for many rows: batched, neighbours of like length together, in the order asked for."""

from __future__ import annotations

from typing import Any

import torch


def generate(model, prompts: list[list[int]], pad_token_id: int, batch_size: int, **options: Any) -> list[list[int]]:
    """Continue prompts (causal models) or reply to inputs (encoder-decoder models).

    Args:
        model: anything with `generate`.
        prompts: token ids of each row.
        pad_token_id: fills shorter rows of a batch: on the left for a causal model, which continues on the right.
        batch_size: rows generated at a time.
        **options: arguments of `model.generate`.

    Returns:
        New token ids of each row, in the order of the prompts; special tokens are still among them.
    """
    causal = not model.config.is_encoder_decoder
    order = sorted(range(len(prompts)), key=lambda row: len(prompts[row]))
    replies: list[list[int]] = [[]] * len(prompts)
    model.eval()
    for start in range(0, len(order), batch_size):
        rows = order[start : start + batch_size]
        longest = max(len(prompts[row]) for row in rows)
        padding = [[pad_token_id] * (longest - len(prompts[row])) for row in rows]
        ids = [fill + prompts[row] if causal else prompts[row] + fill for row, fill in zip(rows, padding, strict=True)]
        visible = [[0] * len(fill) + [1] * len(prompts[row]) for row, fill in zip(rows, padding, strict=True)]
        mask = visible if causal else [row[::-1] for row in visible]
        with torch.inference_mode():
            output = model.generate(
                input_ids=torch.tensor(ids, device=model.device),
                attention_mask=torch.tensor(mask, device=model.device),
                pad_token_id=pad_token_id,
                **options,
            )
        new = output[:, longest:] if causal else output
        for row, reply in zip(rows, new.tolist(), strict=True):
            replies[row] = reply
    return replies
