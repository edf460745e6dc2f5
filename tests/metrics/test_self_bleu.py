"""Self-BLEU against sacrebleu's sentence BLEU with all other texts as references."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.metrics import BLEU

from medtune.metrics import SelfBleu, self_bleu_per_row, self_bleu_scores

TEXTS = st.lists(st.text(alphabet="头痛热，ab1 ", max_size=14), min_size=2, max_size=7)


def expected(texts: list[str], tokenizer: str) -> list[float]:
    metric = BLEU(tokenize=tokenizer, effective_order=True)
    return [
        metric.sentence_score(text, texts[:number] + texts[number + 1 :]).score for number, text in enumerate(texts)
    ]


@settings(max_examples=80, deadline=None)
@given(TEXTS, st.sampled_from([("zh", "zh"), ("en", "13a")]))
def test_equals_sacrebleu(texts, language):
    assert self_bleu_per_row(texts, language[0]) == pytest.approx(expected(texts, language[1]), abs=1e-9)


def test_identical_texts_score_100_and_empty_ones_0():
    assert self_bleu_scores(["多喝水多休息"] * 3)["self_bleu"] == pytest.approx(100)
    assert self_bleu_scores(["多喝水", "请复诊"])["self_bleu"] == 0.0
    assert self_bleu_per_row(["", "多喝水多休息", "多喝水多休息"]) == pytest.approx([0, 100, 100])


def test_signature_and_interval():
    scores = SelfBleu().compute(predictions=["多喝水多休息", "多喝水", "请复诊"])
    assert scores == self_bleu_scores(["多喝水多休息", "多喝水", "请复诊"])
    assert scores["signature"].startswith("self-BLEU|nrefs:all others|case:mixed|eff:yes|tok:zh|smooth:exp")
    low, high = scores["intervals"]["self_bleu"]
    assert low <= scores["self_bleu"] <= high


def test_one_text():
    with pytest.raises(ValueError, match="needs at least 2"):
        self_bleu_scores(["多喝水"])
