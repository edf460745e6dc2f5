"""How text is cut into tokens for ROUGE and distinct-n, and how n-grams are counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.metadata import version

_WHITESPACE = re.compile(r"\s+")
_ENGLISH_WORD = re.compile(r"[a-z0-9]+")

Tokens = Sequence[str]


def characters(text: str) -> str:
    """Return the characters of `text`, lower-cased, without white space. A string is a sequence of characters."""
    return _WHITESPACE.sub("", text.lower())


def jieba_words(text: str) -> list[str]:
    """Return the words that jieba finds in `text`, lower-cased, without white space."""
    import jieba

    return [word for word in jieba.lcut(text.lower()) if not word.isspace()]


def english_words(text: str) -> list[str]:
    """Return the stems of the runs of a-z and 0-9 in the lower-cased `text`, as the package rouge_score does."""
    return [_stem(word) for word in _ENGLISH_WORD.findall(text.lower())]


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    """Return the Porter stem; words of up to three letters stay as they are (ROUGE-1.5.5)."""
    return _porter_stemmer().stem(word) if len(word) > 3 else word


@lru_cache(maxsize=1)
def _porter_stemmer():
    from nltk.stem.porter import PorterStemmer

    return PorterStemmer()


def tokenizer(language: str, words: bool = False) -> tuple[Callable[[str], Tokens], str]:
    """Choose the tokenizer of a language.

    Args:
        language: `zh` or `en`.
        words: for Chinese, cut into jieba's words instead of characters.

    Returns:
        The function from text to tokens, and its part of the signature.

    Raises:
        ValueError: the language is neither `zh` nor `en`.
    """
    if language == "zh" and words:
        return jieba_words, f"tok:jieba-{version('jieba')}|case:lc|stem:no"
    if language == "zh":
        return characters, "tok:char|case:lc|stem:no"
    if language == "en":
        return english_words, f"tok:a-z0-9|case:lc|stem:porter-nltk-{version('nltk')}"
    raise ValueError(f"language {language!r} is not known; use 'zh' or 'en'")


def ngrams(tokens: Tokens, n: int) -> Counter:
    """Count the n-grams of `tokens`."""
    return Counter(zip(*(tokens[start:] for start in range(n)), strict=False))


def clipped_matches(predicted: Counter, wanted: Counter) -> int:
    """Return how many n-grams match, each at most as often as it stands in either text."""
    return sum(min(predicted[ngram], wanted[ngram]) for ngram in predicted.keys() & wanted.keys())
