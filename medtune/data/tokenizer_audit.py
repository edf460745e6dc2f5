"""Which characters of the data a tokenizer does not know, and how many tokens the texts take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

_CHARACTERS_SHOWN = 20


def audit(tokenizer_name: str, texts: Sequence[str]) -> dict[str, Any]:
    """Count what a tokenizer does not know.

    Args:
        tokenizer_name: Hub id or path.
        texts: what it is to read.

    Returns:
        `texts`, `tokens`, `unknown_token_rate` (unknown among all tokens), `texts_with_unknown`, `unknown_characters`
        (the most frequent ones with their counts), `tokens_per_character`, `mean_tokens`, `p95_tokens` (of a text).

    Raises:
        ValueError: the tokenizer cannot be loaded.
    """
    from transformers import AutoTokenizer

    try:
        tokenizer = AutoTokenizer.from_pretrained(tokenizer_name)
    except (OSError, ValueError, KeyError) as error:
        raise ValueError(f"tokenizers: {tokenizer_name!r} cannot be loaded as a tokenizer: {error}") from error
    unknown = tokenizer.unk_token_id
    encoded = tokenizer(list(texts), add_special_tokens=False, verbose=False)["input_ids"] if texts else []
    lengths = [len(ids) for ids in encoded]
    missing = [0 if unknown is None else ids.count(unknown) for ids in encoded]
    suspects = Counter("".join(text for text, count in zip(texts, missing, strict=True) if count))
    characters = {
        character: count
        for character, count in sorted(suspects.items(), key=lambda item: (-item[1], item[0]))
        if unknown in tokenizer(character, add_special_tokens=False)["input_ids"]
    }
    tokens = sum(lengths)
    return {
        "texts": len(texts),
        "tokens": tokens,
        "unknown_token_rate": sum(missing) / max(tokens, 1),
        "texts_with_unknown": sum(count > 0 for count in missing),
        "unknown_characters": dict(list(characters.items())[:_CHARACTERS_SHOWN]),
        "tokens_per_character": round(tokens / max(sum(map(len, texts)), 1), 3),
        "mean_tokens": round(float(np.mean(lengths)), 1) if lengths else 0.0,
        "p95_tokens": round(float(np.percentile(lengths, 95))) if lengths else 0,
    }
