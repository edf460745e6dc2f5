"""Rows as the model will see them, masked and cut, with the supervised tokens marked. For the terminal only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from medtune.data.cleaning.mask import mask

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

EXAMPLES = 3
SHOWN_TOKENS = 60
OPEN, CLOSE = "«", "»"
_SPACE_BESIDE_HAN = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")


def render(
    row: dict[str, str], encoder: PreTrainedTokenizerBase | None, decoder: PreTrainedTokenizerBase | None
) -> list[str]:
    """Show one row.

    Args:
        row: `description`, and `department` and `reply` where they are learnt.
        encoder: tokenizer of the description; None if a decoder alone reads everything.
        decoder: tokenizer of the reply; None if only the department is learnt.

    Returns:
        Lines; what is between `«` and `»` is supervised.
    """
    description = mask(row["description"])
    reply = mask(row["reply"]) if decoder is not None else ""
    if encoder is None:
        start = decoder.bos_token or decoder.cls_token or end_token(decoder)
        text = f"{shown(description, decoder)} {end_token(decoder)} {shown(reply, decoder)} {end_token(decoder)}"
        return [f"{start} {OPEN}{text}{CLOSE}"]
    first = encoder.cls_token or encoder.bos_token or ""
    last = encoder.sep_token or encoder.eos_token or ""
    lines = [f"{first} {shown(description, encoder)} {last}".strip(), f"department: {OPEN}{row['department']}{CLOSE}"]
    if decoder is not None:
        lines.append(f"reply: {OPEN}{shown(reply, decoder)} {end_token(decoder)}{CLOSE}")
    return lines


def shown(text: str, tokenizer: PreTrainedTokenizerBase) -> str:
    """Return the beginning of a text as its tokens give it back, unknown ones among them."""
    ids = tokenizer.backend_tokenizer.encode(text, add_special_tokens=False).ids
    beginning = _SPACE_BESIDE_HAN.sub("", tokenizer.decode(ids[:SHOWN_TOKENS]).strip())
    rest = len(ids) - SHOWN_TOKENS
    return beginning if rest <= 0 else f"{beginning} … (+{rest} tokens)"


def end_token(tokenizer: PreTrainedTokenizerBase) -> str:
    """Return the token that ends a reply."""
    return tokenizer.eos_token or tokenizer.sep_token or ""
