"""Rows as the model will see them, masked and cut, with the supervised tokens marked. For the terminal only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from medtune.data.cleaning.mask import PLACEHOLDER, mask

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

EXAMPLES = 3
SHOWN_CHARACTERS = 100
OPEN, CLOSE = "«", "»"
_MASKED = re.compile(f"({PLACEHOLDER.pattern})")
_SPACE_BESIDE_HAN = re.compile(r"(?<=[^\x00-\x7f]) +| +(?=[^\x00-\x7f])")


def render(
    row: dict[str, str],
    encoder: PreTrainedTokenizerBase | None,
    decoder: PreTrainedTokenizerBase | None,
    max_tokens: int,
    max_reply_tokens: int,
) -> list[str]:
    """Show one row.

    Args:
        row: `description`, and `department` and `reply` where they are learnt.
        encoder: tokenizer of the description; None if a decoder alone reads everything.
        decoder: tokenizer of the reply; None if only the department is learnt.
        max_tokens: longest description, with its two special tokens.
        max_reply_tokens: longest reply, with its end token.

    Returns:
        Lines; what is between `«` and `»` is supervised.
    """
    description = shown(row["description"], encoder or decoder, max_tokens - 2)
    end = decoder and (decoder.eos_token or decoder.sep_token)
    reply = decoder and f"{shown(row['reply'], decoder, max_reply_tokens - 1)} {end}"
    if encoder is None:
        start = decoder.bos_token or decoder.cls_token or end
        return [f"{start} {OPEN}{description} {end}", f"{reply}{CLOSE}"]
    first, last = encoder.cls_token or encoder.bos_token or "", encoder.sep_token or encoder.eos_token or ""
    lines = [f"{first} {description} {last}".strip(), f"department: {OPEN}{row['department']}{CLOSE}"]
    return [*lines, f"reply: {OPEN}{reply}{CLOSE}"] if decoder else lines


def shown(text: str, tokenizer: PreTrainedTokenizerBase, limit: int) -> str:
    """Return the beginning of a text, masked, as its tokens give it back: unknown ones stand as such.

    Args:
        text: what a patient or a doctor wrote.
        tokenizer: that of the model.
        limit: tokens after which the model's input is cut.
    """
    pieces = []
    for piece in _MASKED.split(mask(text)):
        # A placeholder stands for one token; no vocabulary holds it.
        ids = tokenizer.backend_tokenizer.encode(piece, add_special_tokens=False).ids[:limit]
        placeholder = _MASKED.fullmatch(piece) and limit > 0
        pieces.append(piece if placeholder else tokenizer.decode(ids).strip())
        limit -= 1 if placeholder else len(ids)
    whole = _SPACE_BESIDE_HAN.sub("", " ".join(filter(None, pieces)))
    return whole if len(whole) <= SHOWN_CHARACTERS else f"{whole[:SHOWN_CHARACTERS]} …"
