import pytest

from medtune.evaluation.replies import REPORTED, score_replies
from medtune.metrics.bleu import bleu_scores
from medtune.metrics.rouge import rouge_scores


def test_equal_replies_have_the_best_scores():
    texts = ["多喝水，注意休息。", "先做一个胃镜再看结果。"]
    scores = score_replies(texts, texts, ["zh", "zh"])
    assert scores["bleu"] == pytest.approx(100)
    assert [scores[name] for name in ("rouge1", "rouge2", "rougeL", "empty_rate")] == pytest.approx([1, 1, 1, 0])


def test_empty_replies_count_as_zero():
    scores = score_replies(["多喝水休息", ""], ["多喝水休息", "做胃镜"], ["zh", "zh"])
    assert scores["rouge1"] == pytest.approx(0.5)
    assert scores["empty_rate"] == 0.5


def test_language_of_most_rows_cuts_the_texts():
    replies, references = ["take some rest now", "drink", "休息"], ["take some rest today", "water", "休息"]
    scores = score_replies(replies, references, ["en", "en", "zh"])
    assert scores["bleu"] == bleu_scores(replies, references, "en")["bleu"]
    assert scores["bleu"] != bleu_scores(replies, references, "zh")["bleu"]


def test_distinct_by_hand():
    # Three different tokens and two different pairs, each divided by the four tokens (Li et al. 2016).
    scores = score_replies(["rest now", "rest well"], ["rest", "rest"], ["en", "en"])
    assert (scores["distinct1"], scores["distinct2"]) == (3 / 4, 2 / 4)


def test_every_kind_of_score_has_its_signature():
    scores = score_replies(["好"], ["好"], ["zh"])
    assert {name for name in scores if name.endswith("signature")} == {
        "bleu_signature",
        "rouge_signature",
        "distinct_signature",
    }
    assert all(isinstance(scores[name], float) for name in REPORTED)


def test_intervals_are_those_of_the_metrics():
    replies, references = ["多喝水休息", "做胃镜", ""], ["多喝水休息", "做肠镜", "复查"]
    scores = score_replies(replies, references, ["zh"] * 3)
    assert set(scores["intervals"]) == set(REPORTED)
    assert scores["intervals"]["bleu"] == bleu_scores(replies, references, "zh")["intervals"]["bleu"]
    assert scores["intervals"]["rouge1"] == rouge_scores(replies, references, "zh")["intervals"]["rouge1"]
    assert score_replies(["好"], ["好"], ["zh"])["intervals"] == dict.fromkeys(REPORTED)
