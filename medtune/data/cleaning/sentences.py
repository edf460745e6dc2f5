"""Sentences of Chinese and English text, cut so that they join to the text again."""

from __future__ import annotations

import re

# A full stop ends a sentence before a blank and not after a digit: neither 2.5 nor `1. Rest` is cut.
_END = re.compile(
    r"""[。！？!?；;]+[”"’'）)」』]*[ \t]*\n*
      | (?<![0-9])\.+["')]*(?:[ \t]+\n*|\n+)(?!$)
      | \n+""",
    re.VERBOSE,
)
# What ends in a full stop without ending a sentence.
_ABBREVIATION = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|vs|approx|No|e\.g|i\.e|etc|mg|ml)|\b[A-Z])\.[ \t]+$")


def sentences(text: str) -> list[str]:
    """Split a text into sentences, each with what stands between it and the next.

    Args:
        text: Chinese, English or both.

    Returns:
        Pieces that are not empty; joined they are the text.
    """
    pieces, start = [], 0
    for match in _END.finditer(text):
        end = match.end()
        if end > start and not _ABBREVIATION.search(text, max(start, end - 10), end):
            pieces.append(text[start:end])
            start = end
    if start < len(text):
        pieces.append(text[start:])
    return pieces
