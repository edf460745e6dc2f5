"""What jieba's dictionary knows: words with their frequencies, and 60,000 names of persons.

The names tell how much likelier a character stands in a given name than in talk, which no list of words does.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

from medtune.data.cleaning.identity.name_words import DOUBLE_SURNAMES, SURNAMES

HAN = "\u4e00-\u9fff"
_TOP = "王李张刘陈杨赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧蔡潘"
_LEAST = 10
_LIKE_A_NAME = 2.0


class Statistics(NamedTuple):
    """How often, as a logarithm, something is met in names against in talk, or at all.

    Args:
        words: log(1 + frequency) of words of two and three characters that are no names.
        surname: log-odds of a character as a surname.
        first: log-odds of a character as the first of two of a given name.
        last: log-odds of a character as the last of a given name.
    """

    words: dict[str, float]
    surname: dict[str, float]
    first: dict[str, float]
    last: dict[str, float]


@cache
def _lines() -> list[tuple[str, int, str]]:
    import jieba

    text = Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8")
    found = re.findall(rf"^([{HAN}]{{1,4}}) (\d+) (\w+)$", text, re.MULTILINE)
    return [(word, int(frequency), tag) for word, frequency, tag in found]


@cache
def statistics() -> Statistics:
    """Return what the dictionary says of characters and words."""
    surnames = frozenset(SURNAMES)
    surname, first, last, talk = Counter(), Counter(), Counter(), Counter()
    known: dict[str, float] = {}
    for word, frequency, tag in _lines():
        if tag == "nr" and len(word) == 3 and word[0] in surnames:
            surname[word[0]] += 1
            first[word[1]] += 1
            last[word[2]] += 1
        if tag.startswith("nr"):
            continue
        if 1 < len(word) < 4:
            known[word] = math.log(1 + frequency)
        for char in word:
            talk[char] += frequency
    names, total = sum(surname.values()), sum(talk.values())

    def odds(counts: Counter[str]) -> dict[str, float]:
        return {
            char: math.log((counts[char] + 0.5) / (names + 2000)) - math.log((talk[char] + 200) / total)
            for char in surnames.union(talk, first, last)
        }

    return Statistics(known, odds(surname), odds(first), odds(last))


@cache
def dictionary() -> frozenset[str]:
    """Return the words of two and three characters that are no names."""
    found = []
    for word, frequency, tag in _lines():
        if not 1 < len(word) < 4 or frequency < _LEAST:
            continue
        # What it calls a name is one if the surname is of the most frequent: 李娜, but 叶子 and 华丽 are words.
        if not tag.startswith("nr") or (len(word) == 2 and _is_no_name(word, frequency)):
            found.append(word)
    return frozenset(found)


def _is_no_name(word: str, frequency: int) -> bool:
    if word[0] in _TOP:
        return False
    return frequency >= 100 or (frequency >= 20 and statistics().last.get(word[1], 0) < _LIKE_A_NAME)


@cache
def _frequent() -> frozenset[str]:
    return frozenset(
        word for word, frequency, tag in _lines() if len(word) == 2 and frequency >= 1000 and not tag.startswith("nr")
    )


def is_frequent(text: str) -> bool:
    """Tell whether a text is a word of two characters that is met every day: 衣服, 成为."""
    return text in _frequent() and text not in DOUBLE_SURNAMES
