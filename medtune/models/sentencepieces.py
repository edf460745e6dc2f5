"""The pieces of a Chinese sentencepiece model for the BPE vocabulary of a language model, LLaMA's above all.

Cui et al. 2023, "Efficient and Effective Text Encoding for Chinese LLaMA and Alpaca": LLaMA writes most Chinese
characters as three bytes; with the pieces of a Chinese vocabulary the same text is less than half as long.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from tokenizers import Tokenizer

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

_CHINESE = re.compile("[㐀-䶿一-鿿豈-﫿]")
#: Chinese characters and the punctuation between them.
_WIDE = re.compile("[　-〿㐀-䶿一-鿿豈-﫿！-｠]")
#: LLaMA writes numbers digit by digit on purpose, and English keeps the tokens that the model knows.
_NARROW = re.compile("[0-9A-Za-z]")
_SPACE = "▁"


def chinese_pieces(file: str | Path) -> list[str]:
    """Read the pieces with Chinese in them, the most frequent first.

    Args:
        file: a sentencepiece model, BPE or unigram.

    Raises:
        ValueError: it is none, or has no Chinese pieces.
    """
    from sentencepiece import SentencePieceProcessor

    try:
        model = SentencePieceProcessor(model_file=str(file))
    except (OSError, RuntimeError) as error:
        raise ValueError(f"{file} is no sentencepiece model: {error}") from error
    numbers = [
        number
        for number in range(model.get_piece_size())
        if not (model.is_control(number) or model.is_unknown(number) or model.is_byte(number))
    ]
    numbers.sort(key=lambda number: -model.get_score(number))  # stable: pieces of one score stay in their order
    pieces = [model.id_to_piece(number) for number in numbers]
    chosen = [piece for piece in pieces if _WIDE.search(piece) and not _NARROW.search(piece)]
    if not chosen:
        raise ValueError(f"{file} has no Chinese pieces among {len(pieces):,}; name a Chinese sentencepiece model")
    return chosen


def with_pieces(
    tokenizer: PreTrainedTokenizerBase, pieces: Sequence[str]
) -> tuple[PreTrainedTokenizerBase, dict[int, list[int]]]:
    """Return a copy of a tokenizer that knows further pieces.

    They join its own vocabulary, after all ids it had, with merges after all merges it had. So a text in which none of
    them occurs keeps its tokens. A piece that no two others make up is left out: BPE would never come to it.

    Args:
        tokenizer: a fast one with a BPE model, over characters (LLaMA) or bytes (LLaMA-3, Qwen); it stays as it is.
        pieces: as sentencepiece writes them, the most frequent first.

    Returns:
        The copy, and for each new id the ids that its text had before.

    Raises:
        ValueError: the tokenizer has another kind of model.
    """
    backend = tokenizer.backend_tokenizer
    description = json.loads(backend.to_str())
    model, taken = description["model"], backend.get_vocab(with_added_tokens=True)
    if model["type"] != "BPE":
        raise ValueError(
            f"{tokenizer.name_or_path} is a {model['type']} tokenizer; model.extend_vocabulary merges into BPE "
            "vocabularies (LLaMA, Qwen). Leave it out"
        )
    over_bytes = '"ByteLevel"' in json.dumps([description["pre_tokenizer"], description["decoder"]])
    new, merges = _grow(taken, _spelled(pieces) if over_bytes else pieces)
    before = {number: [token.id for token in backend.model.tokenize(piece)] for piece, number in new.items()}
    model["vocab"] = {**taken, **new}
    model["merges"] = [*model["merges"], *merges]
    grown = copy.deepcopy(tokenizer)
    text = json.dumps(description | {"added_tokens": [], "post_processor": None}, ensure_ascii=False)
    grown.backend_tokenizer.model = Tokenizer.from_str(text).model
    return grown, before


def _grow(taken: Mapping[str, int], pieces: Iterable[str]) -> tuple[dict[str, int], list[tuple[str, str]]]:
    """Return new pieces with their ids, and the merges that lead to them."""
    wanted = list(dict.fromkeys(piece for piece in pieces if piece not in taken))
    first = max(taken.values()) + 1
    known, reached, merges = set(taken), [], []
    # A character needs no merge, unless it is several bytes; a longer piece waits until its parts are there.
    while True:
        found = [piece for piece in wanted if piece not in known and (_is_character(piece) or _splits(piece, known))]
        if not found:
            break
        known.update(found)
        reached += found
    rank = {piece: place for place, piece in enumerate(wanted)}
    reached.sort(key=rank.get)
    for piece in reached:
        merges += _splits(piece, known)
    return {piece: first + place for place, piece in enumerate(reached)}, merges


def _is_character(piece: str) -> bool:
    return len(piece) == 1


def _splits(piece: str, known: set[str]) -> list[tuple[str, str]]:
    pairs = ((piece[:place], piece[place:]) for place in range(1, len(piece)))
    return [(left, right) for left, right in pairs if left in known and right in known]


def _spelled(pieces: Iterable[str]) -> Iterable[str]:
    """Spell pieces as a byte-level vocabulary does, each behind the beginnings of its characters."""
    from tokenizers.pre_tokenizers import ByteLevel

    spell = ByteLevel(add_prefix_space=False, use_regex=False).pre_tokenize_str
    for piece in pieces:
        text = piece.replace(_SPACE, " ")
        for character in text:
            [(letters, _)] = spell(character)
            yield from (letters[:length] for length in range(2, len(letters) + 1))
        [(letters, _)] = spell(text)
        yield letters


@torch.no_grad()
def grow_embeddings(model: PreTrainedModel, before: Mapping[int, Sequence[int]]) -> None:
    """Give a model an embedding for each new token: the mean of those that its text had before.

    Gee et al. 2022, "Fast Vocabulary Transfer for Language Model Compression"; of the output embeddings, tied or not,
    likewise.

    Args:
        model: is changed.
        before: the old ids of each new one, from `with_pieces`.
    """
    if not before:
        return
    size = max(len(model.get_input_embeddings().weight), max(before) + 1)
    model.resize_token_embeddings(size, mean_resizing=False)
    head = model.get_output_embeddings()
    parameters = [model.get_input_embeddings().weight]
    parameters += [] if head is None or head.weight is parameters[0] else [head.weight]
    parameters += [] if head is None or getattr(head, "bias", None) is None else [head.bias]
    ids, lengths = list(before), torch.tensor([len(old) for old in before.values()])
    flat = torch.tensor([token for old in before.values() for token in old])
    owner = torch.repeat_interleave(torch.arange(len(ids)), lengths)
    for parameter in parameters:
        old = parameter[flat.to(parameter.device)].float()
        sums = torch.zeros(len(ids), *old.shape[1:], device=old.device).index_add_(0, owner.to(old.device), old)
        means = sums / lengths.to(old.device).view(-1, *[1] * (old.dim() - 1))
        parameter[torch.tensor(ids, device=parameter.device)] = means.to(parameter.dtype)


def tokens_per_chinese_character(tokenizer: PreTrainedTokenizerBase, texts: Iterable[str]) -> float | None:
    """Return how many tokens a Chinese character takes, on average; None where the texts have none.

    Args:
        tokenizer: a fast one.
        texts: in any language; tokens without a Chinese character in them do not count.
    """
    texts = [text for text in texts if _CHINESE.search(text)]
    characters = sum(len(_CHINESE.findall(text)) for text in texts)
    encodings = tokenizer.backend_tokenizer.encode_batch(texts, add_special_tokens=False)
    tokens = sum(
        bool(_CHINESE.search(text[start:end])) and token != _SPACE
        for text, encoding in zip(texts, encodings, strict=True)
        for token, (start, end) in zip(encoding.tokens, encoding.offsets, strict=True)
    )
    return tokens / characters if characters else None
