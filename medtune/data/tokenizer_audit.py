"""Which characters of the data a tokenizer does not know, in which words, and how many tokens the texts take."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

import numpy as np

from medtune.data.unknown_characters import Row, find_unknown

CHARACTERS_SHOWN = 20
WORDS_SHOWN = 3
# The words are the patients' own, and a rare one may tell who they are.
ROWS_OF_A_SHOWN_WORD = 5
COLUMNS = ("character", "code point", "kind", "times", "rows", "words")
_KINDS = {
    "L": "letter",
    "M": "mark",
    "N": "number",
    "P": "punctuation",
    "S": "symbol",
    "Z": "space",
    "C": "control or private use",
}
# jieba cuts a text here first, and each piece by itself.
_BLOCK = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+")


def audit(tokenizer_name: str, rows: Sequence[Row], top: int = CHARACTERS_SHOWN, subfolder: str = "") -> dict[str, Any]:
    """Count what a tokenizer does not know.

    Args:
        tokenizer_name: Hub id or path.
        rows: the texts of each row.
        top: unknown characters described.
        subfolder: where the tokenizer lies in it.

    Returns:
        `texts`, `tokens`, `unknown_tokens`, `unknown_token_rate` (unknown among all tokens), `texts_with_unknown`,
        `unknown_without_cause` (unknown tokens whose characters are known by themselves), `tokens_per_character`,
        `mean_tokens`, `p95_tokens` (of a text), `distinct_unknown_characters`, `kinds` (occurrences by kind of
        character), and `unknown_characters`: those in most rows first, each with `character` (as the tokenizer
        normalises it), `code_point`, `kind`, `times`, `rows` and `words`, the dictionary words that hold it with the
        number of different rows, if these are at least 5.

    Raises:
        ValueError: the tokenizer cannot be loaded, or does not tell where its tokens stand.
    """
    from transformers import AutoTokenizer

    try:
        tokenizer = AutoTokenizer.from_pretrained(tokenizer_name, subfolder=subfolder)
    except (OSError, ValueError, KeyError) as error:
        name = f"{tokenizer_name}/{subfolder}" if subfolder else tokenizer_name
        raise ValueError(f"tokenizers: {name!r} cannot be loaded as a tokenizer: {error}") from error
    found = find_unknown(tokenizer, rows)
    characters = found.ranked()[:top]
    words = words_with(characters, rows)
    kinds: Counter[str] = Counter()
    for character, times in found.times.items():
        kinds[kind_of(character)] += times
    tokens = sum(found.lengths)
    return {
        "texts": len(found.lengths),
        "tokens": tokens,
        "unknown_tokens": found.unknown_tokens,
        "unknown_token_rate": found.unknown_tokens / max(tokens, 1),
        "texts_with_unknown": found.texts_with_unknown,
        "unknown_without_cause": found.without_cause,
        "tokens_per_character": round(tokens / max(sum(len(text) for row in rows for text in row), 1), 3),
        "mean_tokens": round(float(np.mean(found.lengths)), 1) if found.lengths else 0.0,
        "p95_tokens": round(float(np.percentile(found.lengths, 95))) if found.lengths else 0,
        "distinct_unknown_characters": len(found.rows),
        "kinds": dict(kinds.most_common()),
        "unknown_characters": [
            {
                "character": character,
                "code_point": f"U+{ord(character):04X}",
                "kind": kind_of(character),
                "times": found.times[character],
                "rows": found.rows[character],
                "words": words[character],
            }
            for character in characters
        ],
    }


def table_rows(found: dict[str, Any]) -> list[tuple[str, ...]]:
    """Return the unknown characters of an audit as the rows of a table with `COLUMNS`."""
    return [
        (
            one["character"] if one["character"].isprintable() and not one["character"].isspace() else "",
            one["code_point"],
            one["kind"],
            f"{one['times']:,}",
            f"{one['rows']:,}",
            " ".join(one["words"]),
        )
        for one in found["unknown_characters"]
    ]


def words_with(characters: Collection[str], rows: Sequence[Row]) -> dict[str, dict[str, int]]:
    """Return the words in which characters stand most often, as far as they identify nobody.

    Only words of jieba's dictionary: those that it would make up from characters side by side are often names. Rows
    of the same texts count once.

    Args:
        characters: what to look for.
        rows: the texts of each row.

    Returns:
        For each character up to three words of at least two characters, with the number of rows in which they stand.
    """
    import jieba

    jieba.setLogLevel(logging.WARNING)  # it announces the loading of its dictionary
    wanted = frozenset(character for character in characters if _BLOCK.fullmatch(character))
    counts: dict[str, Counter[str]] = {character: Counter() for character in characters}
    for row in dict.fromkeys(map(tuple, rows)) if wanted else ():
        blocks = [block for text in row if not wanted.isdisjoint(text) for block in _BLOCK.findall(text)]
        words = {word for block in blocks if not wanted.isdisjoint(block) for word in jieba.cut(block, HMM=False)}
        for word in words:
            if len(word) > 1 and not wanted.isdisjoint(word):
                for character in wanted.intersection(word):
                    counts[character][word] += 1
    return {character: _shown(counter) for character, counter in counts.items()}


def _shown(counts: Counter[str]) -> dict[str, int]:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return dict([(word, rows) for word, rows in ranked if rows >= ROWS_OF_A_SHOWN_WORD][:WORDS_SHOWN])


def kind_of(character: str) -> str:
    """Return what a character is: `Chinese character`, `letter`, `number`, `punctuation`, `symbol` and so on."""
    if unicodedata.name(character, "").startswith("CJK"):
        return "Chinese character"
    return _KINDS[unicodedata.category(character)[0]]
