import numpy as np
import pytest
from scipy.special import softmax

from medtune.evaluation.triage.fit import Wishes, fit
from medtune.evaluation.triage.thresholds import familiarity


def rows(count=400, departments=4, seed=0, signal=4.0):
    random = np.random.default_rng(seed)
    labels = random.integers(departments, size=count)
    logits = random.normal(size=(count, departments))
    logits[np.arange(count), labels] += signal * random.random(count)
    return logits, labels


def test_tuning_and_testing_rows_are_other_rows():
    logits, labels = rows()
    fitted = fit(logits, labels, Wishes(0.1, tuning_share=0.25, seed=3))
    assert len(fitted.tuning) == 100
    assert sorted([*fitted.tuning, *fitted.testing]) == list(range(400))
    assert fitted.abstention.rows == 300
    assert sum(each.rows for each in fitted.departments) == 300


def test_testing_rows_do_not_touch_what_they_test():
    logits, labels = rows()
    before = fit(logits, labels, Wishes(0.1))
    changed = labels.copy()
    changed[before.testing] = (changed[before.testing] + 1) % 4
    after = fit(logits, changed, Wishes(0.1))
    assert (after.temperature, after.familiar_from) == (before.temperature, before.familiar_from)
    assert after.abstention.threshold is None  # every answer is wrong now


def test_a_share_of_ordinary_rows_at_most_is_unfamiliar():
    logits, labels = rows(2_000)
    fitted = fit(logits, labels, Wishes(0.1, unfamiliar_share=0.05, tuning_share=0.5))
    new, _ = rows(20_000, seed=1)
    assert (familiarity(new / fitted.temperature) < fitted.familiar_from).mean() == pytest.approx(0.05, abs=0.02)


def test_unfamiliar_rows_are_not_among_the_answered_ones():
    logits, labels = rows(600, signal=9.0)
    strange = np.full((300, 4), -40.0)  # all departments alike, far below the others
    logits, labels = np.vstack([logits, strange]), np.append(labels, np.zeros(300, int))
    wishes = Wishes(0.2, unfamiliar_share=0.4, tuning_share=0.3)
    fitted = fit(logits, labels, wishes)
    thresholds = fitted.thresholds(["a", "b", "c", "d"], wishes, "hash", 64, 1.0)
    decision = thresholds.decide(logits / fitted.temperature)
    assert not decision.answered[600:].any()
    assert decision.answered[fitted.testing].sum() == fitted.abstention.answered


def test_other_error_rates_come_with_their_thresholds():
    logits, labels = rows(1_000)
    fitted = fit(logits, labels, Wishes(0.1), compare=(0.05, 0.3))
    assert [each.error_rate for each in (fitted.abstention, *fitted.others)] == [0.1, 0.05, 0.3]
    assert fitted.others[0].answered <= fitted.abstention.answered < fitted.others[1].answered


def test_temperature_is_that_of_the_tuning_rows():
    logits, labels = rows()
    fitted = fit(logits * 3, labels, Wishes(0.1))
    assert fitted.temperature == pytest.approx(3 * fit(logits, labels, Wishes(0.1)).temperature, rel=1e-4)
    np.testing.assert_allclose(softmax(logits * 3 / fitted.temperature, axis=-1).sum(-1), 1)


def test_too_few_rows_are_an_error():
    logits, labels = rows(49)
    with pytest.raises(ValueError, match="49 independent rows with a department in the validation split; threshold"):
        fit(logits, labels, Wishes(0.1))
