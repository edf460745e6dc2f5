"""Chinese or English, by the characters of a text."""

from __future__ import annotations

import re

_CHINESE = re.compile("[\u4e00-\u9fff]")
_WORD = re.compile("[A-Za-z]+")


def language_of(*texts: str | None) -> str:
    """Return `zh` or `en`, of texts without a single letter `en`.

    A text is Chinese if it begins with a Chinese character, or has as many of them as words in Latin letters: neither
    a quoted English sentence nor a drug's name makes a Chinese question English.

    Args:
        texts: the first one that holds any letters decides.
    """
    for text in filter(None, texts):
        chinese, words = _CHINESE.findall(text), _WORD.findall(text)
        if chinese or words:
            begins = not words or (chinese and text.index(chinese[0]) < text.index(words[0]))
            return "zh" if begins or len(chinese) >= len(words) else "en"
    return "en"
