"""What holds for every score of generated texts: bounds, identity, order of the rows, empty outputs, bad input."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medtune import metrics
from medtune.metrics import (
    Length,
    Repetition,
    TokenF,
    length_scores,
    repetition_scores,
    text_signatures,
    text_statistics,
    token_f_per_row,
    token_f_scores,
)

ZH = st.text(alphabet="头痛发热，。ａ1 \n", max_size=12)
EN = st.text(alphabet="pain rest thea.,'", max_size=20)
PAIRS = {
    language: st.lists(st.tuples(texts, texts), min_size=1, max_size=6).map(lambda pairs, end=end: [*pairs, (end, end)])
    for language, texts, end in (("zh", ZH, "多喝水休息"), ("en", EN, "drink more water"))
}
SIMILARITY = ("token_f", "rouge1", "rouge2", "rougeL", "bleu")
CALLS = {
    "rouge": metrics.rouge_scores,
    "bleu": metrics.bleu_scores,
    "token_f": metrics.token_f_scores,
    "length": metrics.length_scores,
}
ALONE = {
    "distinct": metrics.distinct_scores,
    "repetition": metrics.repetition_scores,
    "self_bleu": metrics.self_bleu_scores,
}


def scores(predictions, references, language):
    return {name: rows.score() for name, rows in text_statistics(predictions, references, language).items()}


@pytest.mark.parametrize("language", ["zh", "en"])
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_bounds_identity_and_order_of_the_rows(language, data):
    pairs = data.draw(PAIRS[language])
    predictions, references = map(list, zip(*pairs, strict=True))
    found = scores(predictions, references, language)
    for name, value in found.items():
        highest = {"bleu": 100.0, "mean_length": 20.0}.get(name, None if "adjusted" in name or "ratio" in name else 1.0)
        assert value >= 0
        assert highest is None or value <= highest + 1e-9
    shuffled = data.draw(st.permutations(pairs))
    again = scores(*map(list, zip(*shuffled, strict=True)), language)
    assert list(again.values()) == pytest.approx(list(found.values()), abs=1e-9)
    told = {name: rows.per_row() for name, rows in text_statistics(references, references, language).items()}
    assert told["rouge1"][-1] == told["token_f"][-1] == told["rougeL"][-1] == 1.0
    assert scores(references[-1:] * 2, references[-1:] * 2, language)["length_ratio"] == 1.0


@pytest.mark.parametrize(("language", "text"), [("zh", "多喝水多休息吧"), ("en", "drink more water and rest well")])
def test_equal_texts_score_1_and_empty_ones_0(language, text):
    same = scores([text, text], [text, text], language)
    assert [same[name] for name in SIMILARITY] == pytest.approx([1, 1, 1, 1, 100])
    empty = scores(["", " \n"], [text, text], language)
    assert [empty[name] for name in (*SIMILARITY, "distinct1", "distinct2", "distinct1_adjusted")] == [0.0] * 8
    assert (empty["empty_rate"], empty["length_ratio"], empty["repetition_rate"]) == (1.0, 0.0, 0.0)


def test_every_score_has_a_signature():
    references = ["多喝水", "请复诊"]
    assert text_signatures(references).keys() == text_statistics(references, references).keys()


def test_token_f_by_hand():
    # 头, 痛 of 头痛发热 and 头痛三天; marks do not count. 2 of 4 and 2 of 4.
    assert token_f_per_row(["头痛，发热。"], ["头痛三天"]).tolist() == [0.5]
    # rest, rest of 3 and of 4 words; `the` is an article and `Rested` another word: no stems.
    scores = token_f_scores(["Rest, the rest! Rested"], ["rest rest well now"], "en")
    assert scores["token_precision"] == pytest.approx(2 / 3)
    assert scores["token_recall"] == pytest.approx(2 / 4)
    assert scores["token_f"] == pytest.approx(4 / 7)
    assert scores["signature"] == "F|tok:squad|punct:no|articles:no|case:lc|clip:yes|empty:0"
    assert token_f_per_row(["。"], ["。"]).tolist() == [0.0]
    assert token_f_per_row(["高血压患者。"], ["高血压门诊。"], words=True).tolist() == [0.5]


def test_length_by_hand():
    scores = length_scores(["头痛", "", "发 热"], ["头痛三天", "发热", "发热"])
    assert scores["length_ratio"] == pytest.approx(4 / 8)
    assert scores["mean_length"] == pytest.approx(4 / 3)
    assert scores["empty_rate"] == pytest.approx(1 / 3)
    assert scores["signature"] == "length|tok:char|case:lc|stem:no|ratio:of totals"
    assert length_scores(["头痛"], [""])["length_ratio"] == 0.0


def test_repetition_by_hand():
    # abcd, bcda, cdab, dabc, abcd: one of five 4-grams stands there before. Three characters have none.
    assert repetition_scores(["甲乙丙丁甲乙丙丁"])["repetition_rate"] == pytest.approx(1 / 5)
    assert repetition_scores(["甲乙丙丁甲乙丙丁", "甲甲甲"])["repetition_rate"] == pytest.approx(1 / 10)
    assert repetition_scores(["well " * 7], "en")["repetition_rate"] == pytest.approx(3 / 4)


def test_metric_classes():
    pair = {"predictions": ["头痛", "发热三天"], "references": ["头晕", "发热"]}
    assert TokenF().compute(**pair) == token_f_scores(**pair)
    assert Length().compute(**pair) == length_scores(**pair)
    assert Repetition().compute(predictions=pair["predictions"]) == repetition_scores(pair["predictions"])


def test_intervals_hold_the_score_and_follow_the_seed():
    predictions = [f"多喝水{'休息' * (number % 3)}第{number}天" for number in range(30)]
    references = [f"多喝水休息第{number}天复查" for number in range(30)]
    for name, score in {**CALLS, **ALONE}.items():
        arguments = (predictions, references) if name in CALLS else (predictions,)
        found = score(*arguments, seed=5)
        assert found == score(*arguments, seed=5)
        assert found["intervals"] != score(*arguments, seed=6)["intervals"] or name == "repetition"
        for key, (low, high) in found["intervals"].items():
            assert low - 1e-9 <= found[key] <= high + 1e-9, (name, key)
        assert set(score(*arguments, resamples=0)["intervals"].values()) == {None}


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize(
    ("predictions", "references", "message"),
    [
        ([], [], "no predictions to score; the evaluation set is empty"),
        (["痛"], ["痛", "热"], "1 predictions but 2 references"),
        (
            ["痛", None],
            ["痛", "热"],
            "prediction 1 is of type NoneType, no text; where a system gave no answer, pass ''",
        ),
        (["痛", "热"], [3, 4], r"reference 0 \(and 1 more\) is of type int"),
        ("痛", "热", "the predictions are one text; pass a list of texts"),
    ],
)
def test_bad_pairs(name, predictions, references, message):
    with pytest.raises(ValueError, match=message):
        CALLS[name](predictions, references)


@pytest.mark.parametrize("name", ALONE)
def test_bad_texts(name):
    for predictions, message in (([], "no predictions to score"), (["痛", b"x"], "prediction 1 is of type bytes")):
        with pytest.raises(ValueError, match=message):
            ALONE[name](predictions)
    with pytest.raises(ValueError, match="language 'fr' is not known"):
        ALONE[name](["痛", "热"], "fr")
    with pytest.raises(ValueError, match="vocabulary 0 is not a number of tokens"):
        metrics.distinct_scores(["痛"], vocabulary=0)
