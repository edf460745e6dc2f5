"""The words of answers: cut by jieba and nltk without downloads, stop words left out, counted by answer."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal

import yaml

from medtune.data.cleaning.identity.placeholders import PLACEHOLDER

Language = Literal["zh", "en"]
RAREST = 2  # answers; a word of one answer alone may be a name, and is no keyword

_HAN_WORD = re.compile(r"[\u3400-\u9fff]{2,}")
_ADDRESSED = re.compile(r"(?<=..)[您你]$")
_MARK = re.compile(r"(?<=[a-z])[.!?,;:]+(?=\s|[a-z]|$)")
_ENGLISH_WORD = re.compile(r"(?:[a-z]['-]?){2,}[a-z]")


@cache
def stop_words(language: Language) -> frozenset[str]:
    """Return the words of `stop_words.yaml`."""
    lists = yaml.safe_load(files("medtune.evaluation").joinpath("stop_words.yaml").read_text(encoding="utf-8"))
    return frozenset(word for line in lists[language] for word in line.split())


def cut(text: str, language: Language) -> list[str | None]:
    """Cut a text into content words.

    Args:
        text: an answer.
        language: `zh` takes Chinese words of two characters or more, `en` words of three letters or more.

    Returns:
        The words in their order; `None` for everything else, so that neighbours are known. A placeholder such as
        `[phone]` or `[医生1]`, which answers of a model tuned on masked text hold, is no word of its own.
    """
    text = PLACEHOLDER.sub(" . ", text)
    if language == "zh":
        # jieba takes `建议您` for one word.
        words, wanted = [_ADDRESSED.sub("", word) for word in _jieba().lcut(text)], _HAN_WORD
    else:
        # The tokenizer parts a full stop from a word at the end of a text alone.
        plain = _MARK.sub(" . ", text.lower().replace("\u2019", "'"))
        words, wanted = _english_tokenizer().tokenize(plain), _ENGLISH_WORD
    left_out = stop_words(language)
    return [word if wanted.fullmatch(word) and word not in left_out else None for word in words]


@cache
def _jieba():
    import jieba

    jieba.setLogLevel(logging.WARNING)
    return jieba


@cache
def _english_tokenizer():
    from nltk.tokenize import NLTKWordTokenizer

    return NLTKWordTokenizer()


@cache
def _stemmer():
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer("english")


@cache
def stem(word: str, language: Language) -> str:
    """Return what the forms of a word share: the Snowball stem of an English one, a Chinese one as it is."""
    return _stemmer().stem(word) if language == "en" else word


@dataclass
class WordCounts:
    """How often words stand in the answers of one system.

    Args:
        answers: number of answers.
        times: occurrences by stem; of two neighbours, `stem stem`.
        in_answers: answers that hold a stem, by stem.
        forms: written forms of each stem.
    """

    answers: int = 0
    times: Counter = field(default_factory=Counter)
    in_answers: Counter = field(default_factory=Counter)
    forms: dict[str, Counter] = field(default_factory=dict)

    def add(self, stems: Sequence[tuple[str, str]]) -> None:
        """Count one answer's words, as (stem, written form)."""
        self.answers += 1
        self.times.update(name for name, _ in stems)
        self.in_answers.update({name for name, _ in stems})
        for name, form in stems:
            self.forms.setdefault(name, Counter())[form] += 1

    def form(self, name: str) -> str:
        """Return the form in which a word is mostly written."""
        return max(sorted(self.forms[name]), key=self.forms[name].__getitem__)


@dataclass(frozen=True)
class Words:
    """Single words and pairs of neighbours."""

    single: WordCounts
    pairs: WordCounts


def count_words(texts: Iterable[str], language: Language) -> Words:
    """Count the content words of answers, and pairs of content words with nothing in between.

    Args:
        texts: the answers.
        language: of all of them.
    """
    single, pairs = WordCounts(), WordCounts()
    between = " " if language == "en" else ""
    for text in texts:
        words = cut(text, language)
        single.add([(stem(word, language), word) for word in words if word is not None])
        pairs.add(
            [
                (f"{stem(first, language)} {stem(second, language)}", f"{first}{between}{second}")
                for first, second in pairwise(words)
                if first is not None and second is not None
            ]
        )
    return Words(single, pairs)


def keywords(counts: WordCounts, most: int) -> list[dict[str, str | int | float]]:
    """Return the words that most answers hold.

    Args:
        counts: of one system and language.
        most: how many at most.

    Returns:
        `word`, `answers` (that hold it), `share` (of all answers) and `times`, the most frequent first.
    """
    known = [name for name, answers in counts.in_answers.items() if answers >= min(RAREST, counts.answers)]
    ranked = sorted(known, key=lambda name: (-counts.in_answers[name], -counts.times[name], name))
    return [
        {
            "stem": name,
            "word": counts.form(name),
            "answers": counts.in_answers[name],
            "share": counts.in_answers[name] / counts.answers,
            "times": counts.times[name],
        }
        for name in ranked[:most]
    ]
