"""BLEU against sacrebleu's own corpus score and a hand-computed case."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.metrics import BLEU
from sacrebleu.tokenizers.tokenizer_zh import TokenizerZh

from medtune.metrics import Bleu, bleu_scores
from medtune.metrics.bleu import FastTokenizerZh

# Letters, digits and marks in every neighbourhood that sacrebleu's regular expressions look at.
MIXED = st.text(alphabet="头痛热，。（）Ａ①\u3000 \t\nab12.,-/%+&'\"é😷\u2010\u2fa0", max_size=30)


@settings(max_examples=300, deadline=None)
@given(MIXED)
def test_fast_tokenizer_equals_sacrebleu(text):
    assert FastTokenizerZh()(text).split() == TokenizerZh()(text).split()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(MIXED, MIXED), min_size=1, max_size=6), st.sampled_from([("zh", "zh"), ("en", "13a")]))
def test_equals_sacrebleu(pairs, language):
    predictions, references = map(list, zip(*pairs, strict=True))
    metric = BLEU(tokenize=language[1])
    expected = metric.corpus_score(predictions, [references])
    scores = bleu_scores(predictions, references, language=language[0])
    assert scores["bleu"] == pytest.approx(expected.score, abs=1e-9)
    assert scores["bleu_brevity_penalty"] == pytest.approx(expected.bp, abs=1e-12)
    assert scores["bleu_length_ratio"] == pytest.approx(expected.ratio, abs=1e-12)
    assert [scores[f"bleu_precision_{n}"] for n in range(1, 5)] == pytest.approx(expected.precisions, abs=1e-9)
    assert scores["signature"] == f"BLEU|{metric.get_signature()}"


def test_hand_computed():
    # Six characters against seven, six matches: precisions 6/6, 5/5, 4/4, 3/3, so only the brevity penalty is left.
    scores = bleu_scores(["多喝水多休息"], ["多喝水多休息吧"])
    assert scores["bleu"] == pytest.approx(100 * math.exp(1 - 7 / 6))
    assert bleu_scores(["多喝水多休息"], ["多喝水多休息"])["bleu"] == pytest.approx(100)


def test_empty_predictions_shorten_the_corpus():
    both = bleu_scores(["多喝水多休息", ""], ["多喝水多休息", "多喝水多休息"])
    assert both["bleu"] == pytest.approx(100 * math.exp(1 - 12 / 6))
    assert bleu_scores([""], ["多喝水"])["bleu"] == 0.0


def test_metric_class():
    pair = {"predictions": ["take two tablets a day"], "references": ["take two tablets every day"]}
    assert Bleu().compute(**pair, language="en") == bleu_scores(**pair, language="en")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([], []), "no predictions to score"),
        ((["痛"], []), "1 predictions but 0 references"),
        ((["痛"], ["痛"], "de"), "language 'de' is not known"),
    ],
)
def test_errors(arguments, message):
    with pytest.raises(ValueError, match=message):
        bleu_scores(*arguments)
