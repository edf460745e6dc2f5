"""ROUGE against hand-computed cases, a brute-force subsequence table and the package rouge_score."""

import random

import pytest
from rouge_score.rouge_scorer import RougeScorer

from medtune.metrics import Rouge, rouge_scores
from medtune.metrics.tokens import characters, english_words, jieba_words

ENGLISH = [
    ("The patient's blood pressure was rising quickly.", "Blood pressures rise when patients are anxious!"),
    ("Take 2 tablets daily after meals", "Take two tablets, 2 times a day, after your meals"),
    ("no no no no pain", "no pain"),
    ("", "Drink plenty of water."),
    ("Rest.", ""),
]


def brute_force_lcs(a, b) -> int:
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + 1 if x == y else max(table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


def test_chinese_by_hand():
    scores = rouge_scores(["头痛发热"], ["发热头晕"])
    # 头, 发, 热 shared of 4 and 4; 发热 of 3 and 3 pairs; 发热 in order.
    assert scores["rouge1"] == pytest.approx(3 / 4)
    assert scores["rouge2"] == pytest.approx(1 / 3)
    assert scores["rougeL"] == pytest.approx(2 / 4)


def test_identical_and_disjoint_chinese():
    assert rouge_scores(["多喝水，注意休息。"], ["多喝水，注意休息。"])["rougeL"] == 1.0
    assert rouge_scores(["多喝水"], ["请复诊"])["rouge1"] == 0.0


def test_counts_are_clipped():
    # Sets instead of counts would say precision 1.
    scores = rouge_scores(["痛痛痛痛"], ["痛"])
    assert scores["rouge1_precision"] == 0.25
    assert scores["rouge1_recall"] == 1.0
    assert scores["rouge1"] == pytest.approx(0.4)


def test_empty_prediction_counts_as_zero():
    scores = rouge_scores(["建议复查", "", " \n"], ["建议复查", "建议复查", "建议复查"])
    assert scores["rouge1"] == scores["rougeL"] == pytest.approx(1 / 3)


def test_lcs_equals_brute_force():
    rng = random.Random(0)
    for alphabet, longest in (("痛热咳", 12), ("头痛发热咳嗽三天，", 150)):
        for _ in range(30):
            a, b = ("".join(rng.choices(alphabet, k=rng.randint(1, longest))) for _ in range(2))
            expected = brute_force_lcs(a, b)
            scores = rouge_scores([a], [b])
            assert scores["rougeL_precision"] == pytest.approx(expected / len(a), abs=1e-12)
            assert scores["rougeL_recall"] == pytest.approx(expected / len(b), abs=1e-12)


def test_english_equals_rouge_score():
    scorer = RougeScorer(["rouge1", "rouge2", "rougeL"], use_stemmer=True)
    expected = [scorer.score(reference, prediction) for prediction, reference in ENGLISH]
    scores = rouge_scores(*zip(*ENGLISH, strict=True), language="en")
    for name in ("rouge1", "rouge2", "rougeL"):
        for ours, theirs in ((name, "fmeasure"), (f"{name}_precision", "precision"), (f"{name}_recall", "recall")):
            mean = sum(getattr(score[name], theirs) for score in expected) / len(expected)
            assert scores[ours] == pytest.approx(mean, abs=1e-12), ours


def test_tokens():
    assert characters("口服 Vc\t2片\u3000") == "口服vc2片"
    assert english_words("Patients' rising WBC-count") == ["patient", "rise", "wbc", "count"]
    assert jieba_words("高血压 患者") == ["高血压", "患者"]


def test_words_of_jieba():
    scores = rouge_scores(["高血压患者"], ["高血压门诊"], words=True)
    assert scores["rouge1"] == pytest.approx(1 / 2)
    assert "|tok:rjieba-" in scores["signature"]


def test_signature_names_what_changes_the_score():
    assert rouge_scores(["a"], ["a"], language="en")["signature"].startswith(
        "ROUGE|tok:a-z0-9|case:lc|stem:porter-nltk-"
    )
    assert rouge_scores(["痛"], ["痛"])["signature"].startswith("ROUGE|tok:char|case:lc|stem:no|clip:yes|lcs:sentence")


def test_metric_class():
    expected = rouge_scores(["头痛", "发热"], ["头晕", "发热"], language="zh")
    assert Rouge().compute(predictions=["头痛", "发热"], references=["头晕", "发热"], language="zh") == expected


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([], []), "no predictions to score"),
        ((["痛"], []), "1 predictions but 0 references"),
        ((["痛"], ["痛"], "en"), "no reference holds a token under language 'en'.*pass language='zh'"),
        ((["痛"], ["痛"], "fr"), "language 'fr' is not known; use 'zh' or 'en'"),
    ],
)
def test_errors(arguments, message):
    with pytest.raises(ValueError, match=message):
        rouge_scores(*arguments)
