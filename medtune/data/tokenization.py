"""From rows of text to token ids, one function for each kind of training."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import xxhash

if TYPE_CHECKING:
    import pyarrow as pa
    from datasets import Dataset
    from transformers import PreTrainedTokenizerBase

IGNORED = -100


def encode_departments(table: pa.Table, departments: list[str]) -> list[int]:
    """Turn department names into label indices, -100 where a row has none.

    Args:
        table: rows with a `department` column.
        departments: the label order.

    Raises:
        ValueError: naming the departments that are not in the label order.
    """
    index = {name: number for number, name in enumerate(departments)}
    names = table.column("department").to_pylist()
    unknown = sorted({name for name in names if name is not None} - index.keys())
    if unknown:
        raise ValueError(f"departments without a label: {unknown[:5]}; the label order holds {departments}")
    return [IGNORED if name is None else index[name] for name in names]


def encode_descriptions(table: pa.Table, tokenizer: PreTrainedTokenizerBase, max_tokens: int) -> list[list[int]]:
    """Tokenize what patients wrote, cut to `max_tokens` special tokens included."""
    texts = [text or "" for text in table.column("description").to_pylist()]
    return tokenizer(texts, truncation=True, max_length=max_tokens, return_attention_mask=False)["input_ids"]


def encode_replies(
    table: pa.Table, tokenizer: PreTrainedTokenizerBase, max_tokens: int, end_token_id: int
) -> list[list[int]]:
    """Tokenize replies; each ends with the end token, which truncation keeps.

    Returns:
        Token ids of each reply without a start token; a row without a reply gives an empty list.
    """
    texts = [text or "" for text in table.column("reply").to_pylist()]
    encoded = tokenizer(
        texts, add_special_tokens=False, truncation=True, max_length=max_tokens - 1, return_attention_mask=False
    )["input_ids"]
    return [[*ids, end_token_id] if text else [] for ids, text in zip(encoded, texts, strict=True)]


def encode_prompts(
    texts: list[str], tokenizer: PreTrainedTokenizerBase, max_tokens: int, start_token_id: int, end_token_id: int
) -> list[list[int]]:
    """Tokenize descriptions as a stand-alone decoder reads them: start, description, end."""
    encoded = tokenizer(
        texts, add_special_tokens=False, truncation=True, max_length=max_tokens - 2, return_attention_mask=False
    )["input_ids"]
    return [[start_token_id, *ids, end_token_id] for ids in encoded]


def encode_dialogues(
    table: pa.Table,
    tokenizer: PreTrainedTokenizerBase,
    max_tokens: int,
    max_reply_tokens: int,
    start_token_id: int,
    end_token_id: int,
) -> list[list[int]]:
    """Tokenize description and reply as one text: start, description, end, reply, end.

    The description ends as a reply does, so that the decoder goes on from a description to a reply.
    """
    texts = [text or "" for text in table.column("description").to_pylist()]
    prompts = encode_prompts(texts, tokenizer, max_tokens, start_token_id, end_token_id)
    replies = encode_replies(table, tokenizer, max_reply_tokens, end_token_id)
    return [prompt + reply for prompt, reply in zip(prompts, replies, strict=True)]


def cached(folder: Path, key: str, build: Callable[[], dict[str, list]]) -> Dataset:
    """Build a data set of token ids once, and read it from disk afterwards.

    Args:
        folder: where the Arrow files are kept.
        key: everything the token ids depend on: data fingerprint, tokenizer, lengths.
        build: gives the columns.

    Returns:
        A memory-mapped data set.
    """
    from datasets import Dataset, disable_progress_bars, load_from_disk

    disable_progress_bars()

    path = Path(folder) / xxhash.xxh3_64_hexdigest(key.encode())
    if not path.is_dir():
        draft = path.with_suffix(".tmp")
        # One file, since by its own choice it writes none for no rows and cannot read that.
        Dataset.from_dict(build()).save_to_disk(str(draft), num_shards=1)
        os.replace(draft, path)
    return load_from_disk(str(path))
