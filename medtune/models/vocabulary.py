"""New characters for a tokenizer and its model: those that the training texts have and the vocabulary lacks.

MEDI-BERPT names characters that become unknown tokens as a limitation of its models.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from tokenizers import Tokenizer

from medtune.data.encoded import training_rows
from medtune.data.storage import PreparedData, write_text
from medtune.data.unknown_characters import find_unknown, rows_of, rows_with_unknown
from medtune.distributed import is_main_process, main_process_first

if TYPE_CHECKING:
    import pyarrow as pa
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

    from medtune.recipe.sections import ExtendVocabulary

ADDED_FILE = "added_characters.json"
KINDS = ("WordPiece", "Unigram")


def add_characters(tokenizer: PreTrainedTokenizerBase, characters: Sequence[str]) -> dict[str, int]:
    """Add characters to a tokenizer's own vocabulary, beside those that it was trained with.

    They are no `AddedToken`s. These cut the text before the tokenizer's model sees it: what follows one begins a new
    word, with another `▁` in front (XLM-R, e5), and decoding parts it from its neighbours (BERT).

    Args:
        tokenizer: with a WordPiece (BERT) or a unigram model (XLM-R, e5); it is changed.
        characters: as the tokenizer sees them after normalisation, unknown to it.

    Returns:
        The new tokens with their ids, after all ids there were. A character that can stand inside a word of BERT's is
        two of them: `β` and `##β`.

    Raises:
        ValueError: the tokenizer has another kind of model.
    """
    backend = tokenizer.backend_tokenizer
    description = json.loads(backend.to_str())
    model, taken = description["model"], backend.get_vocab(with_added_tokens=True)
    if model["type"] not in KINDS:
        raise ValueError(
            f"{tokenizer.name_or_path} is a {model['type']} tokenizer; extend_vocabulary knows {' and '.join(KINDS)} "
            "(BERT, XLM-R). Leave it out, or name another tokenizer"
        )
    pieces = [piece for character in characters for piece in _pieces(backend, model, character)]
    first = max(taken.values()) + 1
    new = {piece: first + place for place, piece in enumerate(piece for piece in pieces if piece not in taken)}
    # Tokens that were added outside the model's vocabulary come into it under their ids: the new ones follow them.
    known = {**taken, **new}
    if model["type"] == "WordPiece":
        model["vocab"] = known
    else:
        scores = dict(model["vocab"])
        # The lowest score there is: well above that of an unknown character, and any known piece goes before.
        lowest = min(scores.values())
        ranked = sorted(known, key=known.get)
        if [known[piece] for piece in ranked] != list(range(len(ranked))):
            raise ValueError(f"{tokenizer.name_or_path}: its token ids have gaps, which a unigram model cannot keep")
        model["vocab"] = [[piece, scores.get(piece, lowest if piece in new else 0.0)] for piece in ranked]
    backend.model = Tokenizer.from_str(json.dumps(description | {"added_tokens": [], "post_processor": None})).model
    return new


def _pieces(backend: Tokenizer, model: dict, character: str) -> list[str]:
    if model["type"] == "Unigram":
        return [character]
    # BERT sets a Chinese character or a punctuation mark apart; any other may stand inside a word.
    normalized = backend.normalizer.normalize_str(f"a{character}a") if backend.normalizer else f"a{character}a"
    words = backend.pre_tokenizer.pre_tokenize_str(normalized) if backend.pre_tokenizer else [(normalized, None)]
    apart = character in [word for word, _ in words]
    return [character] if apart else [character, model["continuing_subword_prefix"] + character]


@torch.no_grad()
def extend_vocabulary(
    model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, characters: Sequence[str]
) -> dict[str, int]:
    """Add characters to a tokenizer, and rows to the embeddings of its model.

    Args:
        model: an encoder, or a decoder with its output layer, tied or not.
        tokenizer: its tokenizer; see `add_characters`.
        characters: unknown to the tokenizer.

    Returns:
        The new tokens with their ids.
    """
    if not characters:
        return {}
    special, size = set(tokenizer.all_special_ids), len(tokenizer)
    before = {character: _known_as(tokenizer, character) for character in characters}
    new = add_characters(tokenizer, characters)
    old = model.get_input_embeddings().weight
    ordinary = [token for token in range(min(size, len(old))) if token not in special]

    # Read alone, a new character starts as the mean of what it was to the model, mostly [UNK] alone. That row was
    # trained on just such characters, and so the model answers as before until training tells them apart.
    inputs = [old[before[token[-1]]].float().mean(dim=0) for token in new]
    # Written, it must not: n copies of [UNK]'s row would make [UNK] n times as likely. The mean of all rows takes at
    # most n/V of the probability from the others, whatever the hidden state (Hewitt 2021, "Initializing new word
    # embeddings for pretrained language models"). A tied table is both; there what is written counts.
    output = model.get_output_embeddings()
    tied = output is not None and output.weight is old
    mean = None if output is None else output.weight[ordinary].float().mean(dim=0)
    bias = None if output is None or output.bias is None else output.bias[ordinary].mean()

    ids = list(new.values())
    embeddings = model.resize_token_embeddings(max(len(old), ids[-1] + 1), mean_resizing=False)
    embeddings.weight[ids] = (torch.stack(inputs) if not tied else mean.expand(len(ids), -1)).to(old.dtype)
    if output is not None:
        output = model.get_output_embeddings()
        output.weight[ids] = mean.to(output.weight.dtype)
        if bias is not None:
            output.bias[ids] = bias
    return new


def _known_as(tokenizer: PreTrainedTokenizerBase, character: str) -> list[int]:
    """Return the tokens of a character, without the word boundary that sentencepiece puts before a text."""
    encoding = tokenizer(character, add_special_tokens=False).encodings[0]
    pieces = [token for token, piece in zip(encoding.ids, encoding.tokens, strict=True) if piece != "▁"]
    return pieces or [tokenizer.unk_token_id]


@dataclass(frozen=True)
class Part:
    """One vocabulary of a training.

    Args:
        model: the encoder or decoder, which reads it.
        tokenizer: holds it.
        limits: the recipe's section; None leaves the vocabulary as it is.
        columns: what the tokenizer reads of a row.
    """

    model: PreTrainedModel
    tokenizer: PreTrainedTokenizerBase
    limits: ExtendVocabulary | None
    columns: tuple[str, ...]


def extend_vocabularies(
    parts: dict[str, Part],
    data: PreparedData,
    needs: Sequence[str],
    max_train_rows: int | None,
    seed: int,
    folder: Path,
) -> dict[str, int]:
    """Extend the vocabularies of a training by what its rows have and they lack.

    Args:
        parts: `encoder`, `decoder` or both.
        data: its training rows are searched.
        needs: columns that a training row must have.
        max_train_rows: only so many of them.
        seed: of their draw.
        folder: receives `added_characters.json`, if a vocabulary is to be extended.

    Returns:
        Metrics: `added_encoder_characters`, `added_decoder_characters`.
    """
    wanted = {name: part for name, part in parts.items() if part.limits is not None}
    if not wanted:
        return {}
    path = folder / ADDED_FILE
    with main_process_first():
        if is_main_process():
            table = training_rows(data, needs, max_train_rows, seed)
            found = {name: missing_characters(part, table) for name, part in wanted.items()}
            write_text(path, json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    added = json.loads(path.read_text(encoding="utf-8"))
    for name, part in wanted.items():
        extend_vocabulary(part.model, part.tokenizer, added[name])
    return {f"added_{name}_characters": len(added[name]) for name in wanted}


def missing_characters(part: Part, table: pa.Table) -> list[str]:
    """Return the characters worth a place in a vocabulary.

    Args:
        part: the vocabulary, with its limits.
        table: the rows trained on.

    Returns:
        Those unknown in most rows first; white space, control and private-use characters are left out.
    """
    found = find_unknown(part.tokenizer, rows_with_unknown(part.tokenizer, rows_of(table, part.columns)))
    frequent = [character for character in found.ranked() if found.rows[character] >= part.limits.minimum_rows]
    return [one for one in frequent if one.isprintable() and not one.isspace()][: part.limits.maximum]
