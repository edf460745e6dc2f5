"""Scores of systems side by side: rows that both were asked, failed rows, and tests corrected for their number."""

from collections import Counter
from types import SimpleNamespace

import pytest

from medtune.data.records import Prediction
from medtune.evaluation.evaluation_sections import furthest_apart
from medtune.evaluation.system_scores import TESTED, compare, in_other_language, score_systems
from medtune.evaluation.systems.systems import Answered
from medtune.metrics.token_f import token_f_scores

REFERENCES = {
    f"en:{n}": f"rest the {part} for {n + 2} days" for n, part in enumerate(("knee", "hand", "foot", "back") * 5)
}


def answered(name, answer, ids=REFERENCES, language="en"):
    rows = [
        Prediction(i, name, language, "question-answer", "q", REFERENCES[i], answer(n, REFERENCES[i]), seconds=0.5)
        for n, i in enumerate(ids)
    ]
    return Answered(SimpleNamespace(name=name), rows, 0, Counter(), {}, [])


def test_scores_are_those_of_the_metrics():
    system = answered("half", lambda n, reference: reference.rsplit(" ", 2)[0])
    [found] = score_systems([system], seed=1)
    texts = [row.prediction for row in system.predictions]
    expected = token_f_scores(texts, list(REFERENCES.values()), "en", seed=1)
    assert found.scores["token_f"] == pytest.approx(expected["token_f"], abs=1e-12)
    assert found.intervals["token_f"] == pytest.approx(expected["intervals"]["token_f"], abs=1e-12)
    assert (found.rows, found.failed, found.empty, found.seconds) == (20, 0, 0, 0.5)


def test_failed_and_empty_rows_score_0_and_stay_in_the_average():
    whole = score_systems([answered("whole", lambda n, reference: reference)], 0)[0]
    holed = score_systems([answered("holed", lambda n, reference: None if n < 5 else " " if n < 10 else reference)], 0)[
        0
    ]
    assert whole.scores["token_f"] == 1
    assert holed.scores["token_f"] == 0.5
    assert (holed.rows, holed.failed, holed.empty) == (20, 5, 5)


def test_languages_apart():
    rows = answered("both", lambda n, reference: reference).predictions
    rows.append(Prediction("zh:1", "both", "zh", "question-answer", "q", "多休息几天", "rest for days"))
    english, chinese = score_systems([Answered(SimpleNamespace(name="both"), rows, 0, Counter(), {}, [])], 0)
    assert (english.language, english.rows, english.other_language) == ("en", 20, 0)
    assert (chinese.language, chinese.rows, chinese.other_language) == ("zh", 1, 1)
    assert chinese.intervals["token_f"] is None


def test_a_real_difference_is_told_from_none():
    systems = [
        answered("good", lambda n, reference: reference),
        answered("same", lambda n, reference: reference),
        answered("bad", lambda n, reference: "no idea"),
    ]
    found = {(one.first, one.second, one.metric): one for one in compare(score_systems(systems, 0), 0)}
    assert len(found) == 3 * len(TESTED)
    none = found["good", "same", "rougeL"]
    assert (none.difference, none.p, none.corrected) == (0, 1, 1)
    real = found["good", "bad", "rougeL"]
    assert real.high < -0.5
    assert real.p <= real.corrected < 0.01


def test_systems_are_compared_on_the_rows_that_both_were_asked():
    some = list(REFERENCES)[12:]
    first = answered("all", lambda n, reference: reference if n >= 12 else "no")
    second = answered("some", lambda n, reference: reference, some[::-1])
    found = compare(score_systems([first, second], 0), 0)
    assert {one.rows for one in found} == {8}
    assert next(one for one in found if one.metric == "token_f").difference == pytest.approx(0)
    assert compare(score_systems([first, answered("one", lambda n, r: r, some[:1])], 0), 0) == []


def test_rows_furthest_apart():
    assert furthest_apart([{"a": 0.5, "b": 0.1, "c": 0.9}, {"a": 0.4, "b": 0.9}]) == ["b", "a"]
    assert furthest_apart([{"a": 0.5, "b": 0.1}]) == ["b", "a"]


@pytest.mark.parametrize(
    ("text", "language", "other"),
    [
        ("多休息", "zh", False),
        ("take rest", "zh", True),
        ("服用 aspirin 一周，然后复查", "zh", False),
        ("", "zh", False),
        ("take rest", "en", False),
        ("请多休息 OK", "en", True),
        ("", "en", False),
    ],
)
def test_answers_in_the_other_language(text, language, other):
    assert in_other_language(text, language) is other
