"""How text is cut into tokens for ROUGE, F-score and the diversity scores."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.metadata import version

_WHITESPACE = re.compile(r"\s+")
_ENGLISH_WORD = re.compile(r"[a-z0-9]+")
# jieba's own blocks, and the marks within one before which rjieba cuts otherwise (`covid-19` is 3 words of jieba's).
_JIEBA_BLOCK = re.compile(r"([\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]+)")
_JIEBA_MARK = re.compile(r"[+#&._%\-]")

Tokens = Sequence[str]


def characters(text: str) -> str:
    """Return the characters of `text`, lower-cased, without white space. A string is a sequence of characters."""
    return _WHITESPACE.sub("", text.lower())


def jieba_words(text: str) -> list[str]:
    """Return the words that jieba finds in `text`, lower-cased, without white space.

    They are cut by rjieba, jieba's dictionary and algorithm in compiled code at 20 times the speed, but for the blocks
    of text in which it differs: those with `+#&._%-` are left to jieba itself. On real replies one word in 200,000 is
    still cut otherwise, which is why the signature names both.
    """
    import rjieba

    text = text.lower()
    if not _JIEBA_MARK.search(text):
        return [word for word in rjieba.cut(text) if not word.isspace()]
    words = []
    for block in _JIEBA_BLOCK.split(text):
        words += _jieba().lcut(block) if _JIEBA_MARK.search(block) else rjieba.cut(block)
    return [word for word in words if word and not word.isspace()]


def jieba_signature() -> str:
    """Return the part of a signature that names what cuts words of Chinese."""
    return f"tok:rjieba-{version('rjieba')}+jieba-{version('jieba')}"


@lru_cache(maxsize=1)
def _jieba():
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)  # it tells of its dictionary on the console
    return jieba


def english_words(text: str) -> list[str]:
    """Return the stems of the runs of a-z and 0-9 in the lower-cased `text`, as the package rouge_score does."""
    return [_stem(word) for word in _ENGLISH_WORD.findall(text.lower())]


def unstemmed_words(text: str) -> list[str]:
    """Return the runs of a-z and 0-9 in the lower-cased `text`, as rouge_score does unless told to stem."""
    return _ENGLISH_WORD.findall(text.lower())


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    """Return the Porter stem; words of up to three letters stay as they are (ROUGE-1.5.5)."""
    return _porter_stemmer().stem(word) if len(word) > 3 else word


@lru_cache(maxsize=1)
def _porter_stemmer():
    from nltk.stem.porter import PorterStemmer

    return PorterStemmer()


def tokenizer(language: str, words: bool = False, stem: bool = True) -> tuple[Callable[[str], Tokens], str]:
    """Choose the tokenizer of a language.

    Args:
        language: `zh` or `en`.
        words: for Chinese, cut into jieba's words instead of characters.
        stem: for English, reduce words to their stems.

    Returns:
        The function from text to tokens, and its part of the signature.

    Raises:
        ValueError: the language is neither `zh` nor `en`.
    """
    if language == "zh" and words:
        return jieba_words, f"{jieba_signature()}|case:lc|stem:no"
    if language == "zh":
        return characters, "tok:char|case:lc|stem:no"
    if language == "en" and stem:
        return english_words, f"tok:a-z0-9|case:lc|stem:porter-nltk-{version('nltk')}"
    if language == "en":
        return unstemmed_words, "tok:a-z0-9|case:lc|stem:no"
    raise ValueError(f"language {language!r} is not known; use 'zh' or 'en'")
