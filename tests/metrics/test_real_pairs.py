"""Every score of real Chinese and English answers against an independent implementation, to 1e-9."""

import logging
from collections import Counter

import jieba
import numpy as np
import pytest
from nltk.util import ngrams
from real_pairs import real_pairs
from rouge_score.rouge_scorer import RougeScorer
from sacrebleu.metrics import BLEU

from medtune.metrics import (
    bleu_per_row,
    bleu_scores,
    distinct_scores,
    length_scores,
    repetition_per_row,
    rouge_per_row,
    rouge_scores,
    self_bleu_per_row,
    token_f_per_row,
)
from medtune.metrics.tokens import english_words, jieba_words


class CharacterTokenizer:
    def tokenize(self, text: str) -> list[str]:
        return [character for character in text.lower() if not character.isspace()]


class WordTokenizer:
    def tokenize(self, text: str) -> list[str]:
        return jieba_words(text)


@pytest.mark.parametrize(
    ("language", "count", "options", "scorer"),
    [
        ("en", 100, {}, {"use_stemmer": True}),
        ("en", 50, {"stem": False}, {"use_stemmer": False}),
        ("zh", 60, {}, {"tokenizer": CharacterTokenizer()}),
        ("zh", 60, {"words": True}, {"tokenizer": WordTokenizer()}),
    ],
    ids=["english-stems", "english-words", "chinese-characters", "chinese-words"],
)
def test_rouge_equals_rouge_score(shared, language, count, options, scorer):
    predictions, references = real_pairs(shared, language, count)
    theirs = RougeScorer(["rouge1", "rouge2", "rougeL"], **scorer)
    expected = [theirs.score(*pair) for pair in zip(references, predictions, strict=True)]
    scores = rouge_scores(predictions, references, language, resamples=0, **options)
    for name, values in rouge_per_row(predictions, references, language, **options).items():
        assert values == pytest.approx([row[name].fmeasure for row in expected], abs=1e-12)
        for part, ours in (("fmeasure", name), ("precision", f"{name}_precision"), ("recall", f"{name}_recall")):
            assert scores[ours] == pytest.approx(np.mean([getattr(row[name], part) for row in expected]), abs=1e-9)


@pytest.mark.parametrize(("language", "tokenizer"), [("zh", "zh"), ("en", "13a")])
def test_bleu_equals_sacrebleu(shared, language, tokenizer):
    predictions, references = real_pairs(shared, language, 100)
    expected = BLEU(tokenize=tokenizer).corpus_score(predictions, [references])
    assert bleu_scores(predictions, references, language, resamples=0)["bleu"] == pytest.approx(
        expected.score, abs=1e-9
    )
    sentence = BLEU(tokenize=tokenizer, effective_order=True)
    rows = [sentence.sentence_score(one, [other]).score for one, other in zip(predictions, references, strict=True)]
    assert bleu_per_row(predictions, references, language) == pytest.approx(rows, abs=1e-9)


@pytest.mark.parametrize(("language", "tokenizer"), [("zh", "zh"), ("en", "13a")])
def test_self_bleu_equals_sacrebleu(shared, language, tokenizer):
    texts = real_pairs(shared, language, 20)[0]
    metric = BLEU(tokenize=tokenizer, effective_order=True)
    rows = [metric.sentence_score(text, texts[:place] + texts[place + 1 :]).score for place, text in enumerate(texts)]
    assert self_bleu_per_row(texts, language) == pytest.approx(rows, abs=1e-9)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_diversity_equals_counting_with_nltk(shared, language):
    predictions, references = real_pairs(shared, language, 300)
    cut = CharacterTokenizer().tokenize if language == "zh" else english_words
    tokens, wanted = ([cut(text) for text in side] for side in (predictions, references))
    total, vocabulary = sum(map(len, tokens)), len({token for row in wanted for token in row})
    scores = distinct_scores(predictions, language, vocabulary=vocabulary, resamples=0)
    different = [{gram for row in tokens for gram in ngrams(row, n)} for n in (1, 2)]
    for n in (1, 2):
        assert scores[f"distinct{n}"] == pytest.approx(len(different[n - 1]) / total, abs=1e-12)
    possible = vocabulary * (1 - ((vocabulary - 1) / vocabulary) ** total)
    assert scores["distinct1_adjusted"] == pytest.approx(len(different[0]) / possible, abs=1e-9)
    four = [list(ngrams(row, 4)) for row in tokens]
    repeated = [1 - len(set(row)) / len(row) if row else 0.0 for row in four]
    assert repetition_per_row(predictions, language) == pytest.approx(repeated, abs=1e-12)
    length = length_scores(predictions, references, language, resamples=0)
    assert length["length_ratio"] == pytest.approx(total / sum(map(len, wanted)), abs=1e-12)
    assert length["empty_rate"] == pytest.approx(np.mean([not row for row in tokens]), abs=1e-12)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_token_f_equals_counting(shared, language):
    predictions, references = real_pairs(shared, language, 300)

    def bag(text: str) -> Counter:
        if language == "zh":
            return Counter(character for character in text.lower() if character.isalnum())
        kept = "".join(
            character
            for character in text.lower()
            if not (character.isascii() and not character.isalnum() and not character.isspace())
        )
        return Counter(word for word in kept.split() if word not in ("a", "an", "the"))

    expected = []
    for one, other in zip(map(bag, predictions), map(bag, references), strict=True):
        shared_tokens = (one & other).total()
        expected.append(2 * shared_tokens / (one.total() + other.total()) if shared_tokens else 0.0)
    ours = token_f_per_row(predictions, references, language)
    assert np.mean(np.abs(ours - expected) > 1e-9) == 0


def test_words_are_those_of_jieba(shared):
    jieba.setLogLevel(logging.WARNING)
    words = others = 0
    for language in ("zh", "en"):
        for text in real_pairs(shared, language, 300)[1]:
            expected = [word for word in jieba.lcut(text.lower()) if not word.isspace()]
            words += len(expected)
            others += (Counter(expected) - Counter(jieba_words(text))).total()
    assert words > 10_000
    assert others / words <= 1e-3
