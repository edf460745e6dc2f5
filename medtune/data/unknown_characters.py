"""Which characters of texts become unknown tokens, told exactly from the tokens' places in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa
    from transformers import PreTrainedTokenizerBase

Row = Sequence[str]
"""The texts of one row, such as its description and its reply."""

_ROWS_AT_A_TIME = 1_000


@dataclass
class Unknown:
    """What a tokenizer does not know of some rows.

    A character is written as the tokenizer sees it after its normalisation: lower-cased by an uncased BERT, `㎡` as
    `m2` by sentencepiece. It counts where it lies inside an unknown token and is unknown by itself too: of a word such
    as `IL6β`, which BERT gives up as a whole for its last character, only that one.

    Args:
        lengths: tokens of each text.
        unknown_tokens: how many of them are unknown.
        texts_with_unknown: texts with at least one.
        without_cause: unknown tokens all of whose characters are known by themselves, such as words too long for BERT.
        times: occurrences of each character.
        rows: rows in which it occurs.
    """

    lengths: list[int] = field(default_factory=list)
    unknown_tokens: int = 0
    texts_with_unknown: int = 0
    without_cause: int = 0
    times: Counter[str] = field(default_factory=Counter)
    rows: Counter[str] = field(default_factory=Counter)

    def ranked(self) -> list[str]:
        """Return the characters, those in most rows first."""
        return sorted(self.rows, key=lambda character: (-self.rows[character], -self.times[character], character))


def rows_of(table: pa.Table, columns: Sequence[str]) -> list[Row]:
    """Return the texts of each row, empty ones left out.

    Args:
        table: rows of prepared data.
        columns: those that hold the texts.
    """
    return [tuple(filter(None, row)) for row in zip(*(table[name].to_pylist() for name in columns), strict=True)]


def find_unknown(tokenizer: PreTrainedTokenizerBase, rows: Sequence[Row]) -> Unknown:
    """Tokenize rows and count what becomes unknown.

    Args:
        tokenizer: a fast one; one without an unknown token, such as GPT-2's own, knows everything.
        rows: the texts of each row.

    Raises:
        ValueError: the tokenizer is a slow one, which does not tell where its tokens stand.
    """
    _require_fast(tokenizer)
    found = Unknown()
    unknown_parts = cache(lambda character: _unknown_parts(tokenizer, character))
    for start in range(0, len(rows), _ROWS_AT_A_TIME):
        part = rows[start : start + _ROWS_AT_A_TIME]
        texts = [text for row in part for text in row]
        numbers = [number for number, row in enumerate(part) for _ in row]
        encodings = tokenizer(texts, add_special_tokens=False, verbose=False).encodings if texts else []
        in_row: set[tuple[int, str]] = set()
        for number, text, encoding in zip(numbers, texts, encodings, strict=True):
            ids = encoding.ids
            found.lengths.append(len(ids))
            missing = ids.count(tokenizer.unk_token_id)
            if not missing:
                continue
            found.unknown_tokens += missing
            found.texts_with_unknown += 1
            places, found_here = _places(encoding, tokenizer.unk_token_id), Counter()
            for first, last in places:
                causes = [character for place in range(first, last) for character in unknown_parts(text[place])]
                found_here.update(causes)
                found.without_cause += not causes
            found.times.update(found_here)
            in_row.update((number, character) for character in found_here)
        found.rows.update(character for _, character in in_row)
    return found


def rows_with_unknown(tokenizer: PreTrainedTokenizerBase, rows: Sequence[Row]) -> list[Row]:
    """Return the rows that hold a character which is unknown by itself: all that matter to `Unknown.times` and `rows`.

    Looking for it is about nine times as fast as tokenizing all rows, if few hold one.

    Args:
        tokenizer: a fast one.
        rows: the texts of each row.

    Raises:
        ValueError: the tokenizer is a slow one.
    """
    _require_fast(tokenizer)
    present = set().union(*(text for row in rows for text in row))
    suspects = {character for character in present if _unknown_parts(tokenizer, character)}
    return [row for row in rows if not all(suspects.isdisjoint(text) for text in row)]


def _require_fast(tokenizer: PreTrainedTokenizerBase) -> None:
    if not tokenizer.is_fast:
        raise ValueError(
            f"{tokenizer.name_or_path} is a slow tokenizer ({type(tokenizer).__name__}), which does not tell where in "
            "the text its tokens stand; give one with a tokenizer.json"
        )


def _places(encoding, unknown: int) -> list[tuple[int, int]]:
    """Return where the unknown tokens stand, each place once: one character may have become several tokens."""
    offsets = encoding.offsets
    return list(dict.fromkeys(offsets[place] for place, token in enumerate(encoding.ids) if token == unknown))


def _unknown_parts(tokenizer: PreTrainedTokenizerBase, character: str) -> tuple[str, ...]:
    """Return what of a character, after normalisation, the tokenizer does not know by itself."""
    normalizer = tokenizer.backend_tokenizer.normalizer
    parts = normalizer.normalize_str(character) if normalizer is not None else character
    return tuple(
        part
        for part in parts
        if tokenizer.unk_token_id in tokenizer(part, add_special_tokens=False, verbose=False)["input_ids"]
    )
