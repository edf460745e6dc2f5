"""What raters are like: worked out by hand, and found again in simulated studies."""

import numpy as np
import pytest
from simulated import Truth, judge, latent
from test_systems import FIRST, table

from medtune.ethics.raters import gold_accuracy, question_means, severity, share, steadiness
from medtune.ethics.rows import Score
from medtune.ethics.table import Repeats, find_repeats
from medtune.evaluation import significance

NONE = np.nan


def test_severity_by_hand():
    strict, mild, alone = severity(table([[[0, 2, NONE]], [[1, 2, 1]], [[NONE, NONE, 2]]]), FIRST)
    assert (strict.scores, strict.mean) == (2, 0.5)
    assert strict.bias.mean == pytest.approx((-2 + (1 - 1.5)) / 2)
    assert mild.bias.mean == pytest.approx((2 + 1) / 2)
    assert (alone.scores, alone.bias) == (2, None)  # the last answer has no other rater


def test_questions_count_once_however_many_systems_answered():
    assert question_means(np.array([[1.0, 3.0], [NONE, 5.0], [NONE, NONE]])).tolist() == [2.0, 5.0]


def test_the_strict_rater_of_a_simulation_is_found():
    truth, rng = Truth(), np.random.default_rng(0)
    found = severity(table(judge(truth, rng, latent(truth, rng, 80))), FIRST)
    assert min(found, key=lambda one: one.bias.mean).rater == 1 + int(np.argmax(truth.severity))
    assert found[3].bias.high < 0


def test_share():
    found = share(9, 10)
    assert (found.value, found.low, found.high) == pytest.approx((0.9, 0.554984, 0.997472), abs=1e-6)
    assert share(10, 10).high == 1.0


def test_steadiness_by_hand():
    repeats = Repeats(
        questions=np.array([0, 0, 1, 1]),
        raters=np.array([1, 2, 1, 2]),
        first=np.array([2.0, 2, 1, 0]),
        second=np.array([2.0, 1, 1, 0]),
    )
    found = steadiness(repeats, (0, 1, 2))
    assert {rater: (one.found, one.total) for rater, one in found.by_rater.items()} == {1: (2, 2), 2: (1, 2)}
    assert (found.equal, found.pairs) == (3, 4)
    assert found.change.mean == pytest.approx((-0.5 + 0) / 2)
    assert found.again.raw.value == 0.75
    assert found.again.raw.note == "no interval: 2 questions are too few"


def score(item, value, **more):
    fields = {"rater_id": 1, "rater": "Ann", "position": 0, "item_id": item, "row_id": "q000", "system": "A"}
    fields |= {"kind": "item", "repeat_of": None, "language": "en", "task": "question-answer", "stratum": ""}
    return Score(**(fields | {"axis": FIRST, "value": value, "expected": (), "saved": ""} | more))


def test_a_repeat_is_compared_with_its_own_first_score():
    scores = [
        score("a", 2),
        score("a", 0, rater_id=2),
        score("b", 1, kind="repeat", repeat_of="a"),
        score("b", None, kind="repeat", repeat_of="a", rater_id=2),  # cannot judge: no pair
        score("b", 2, kind="repeat", repeat_of="a", rater_id=3),  # never saw the first
    ]
    (found,) = find_repeats(scores, table([[[2, 0]]])).values()
    assert (found.raters.tolist(), found.first.tolist(), found.second.tolist()) == ([1], [2.0], [1.0])


def test_gold_items():
    gold = {"kind": "gold", "system": None}
    scores = [
        score("g1", 0, expected=(0,), **gold),
        score("g2", 1, expected=(1, 2), **gold),
        score("g3", None, expected=(1, 2), **gold),
        score("g4", 0, expected=(), **gold),  # any score is right: nothing to check
        score("a", 2, expected=(0,)),
    ]
    found = gold_accuracy(scores)
    assert {key: {rater: (one.found, one.total) for rater, one in rows.items()} for key, rows in found.items()} == {
        FIRST: {1: (2, 3)}
    }


@pytest.mark.slow
def test_severity_covers_93_to_97_percent(monkeypatch):
    monkeypatch.setattr(significance, "RESAMPLES", 999)
    truth, rng = Truth(cannot_judge=0.02), np.random.default_rng(1)
    many = judge(truth, rng, latent(truth, rng, 100_000))
    true = [np.nanmean(many[..., n] - np.nanmean(np.delete(many, n, axis=2), axis=2)) for n in range(5)]
    hits = np.zeros(5)
    for seed in range(1_000):
        found = severity(table(judge(truth, rng, latent(truth, rng, 60))), FIRST, seed)
        hits += [not one.bias.excludes(value) for one, value in zip(found, true, strict=True)]
    print(f"\n{hits / 1_000}")
    assert ((hits >= 925) & (hits <= 975)).all()
