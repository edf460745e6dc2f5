"""Whether raters were blind: Bang's index by hand, and the test in simulated studies."""

import numpy as np
import pytest

from medtune.ethics import blinding as module
from medtune.ethics.blinding import blinding
from medtune.ethics.reading import read_blinding
from medtune.ethics.rows import Label
from medtune.ethics.table import Guesses
from medtune.evaluation import significance

TWO = [Label(1, "a program", "程序"), Label(2, "a doctor", "医生")]
THREE = [Label(number, f"system {number}", f"系统 {number}") for number in (1, 2, 3)]


def guesses(rows):
    """Return guesses from (question, right label, named label or -1); the label's number is its system's."""
    question, truth, guess = (np.array(column) for column in zip(*rows, strict=True))
    return Guesses(question, truth, np.ones(len(rows), int), truth, guess)


def drawn(rng, told, questions=30, raters=5, labels=3):
    """Return guesses of which a share is right because the rater knows, and the rest is drawn."""
    question = np.repeat(np.arange(questions), labels * raters)
    truth = np.tile(np.repeat(np.arange(1, labels + 1), raters), questions)
    guess = rng.integers(0, labels + 1, question.size)
    guess = np.where(rng.random(question.size) < told, truth, np.where(guess == 0, -1, guess))
    return Guesses(question, truth, np.tile(np.arange(raters), questions * labels), truth, guess)


def test_bangs_index_by_hand():
    # Of the program's four answers two are told, one is taken for a doctor's and one is not known: (2 − 1) / 4.
    rows = [(0, 1, 1), (1, 1, 1), (2, 1, 2), (3, 1, -1), (0, 2, 1), (1, 2, 2), (2, 2, 1), (3, 2, 1)]
    found = blinding(guesses(rows), TWO)
    assert found.index[1].mean == pytest.approx(0.25)
    assert found.index[2].mean == pytest.approx((1 - 3) / 4)
    assert found.overall.mean == pytest.approx((0.25 - 0.5) / 2)
    assert (found.right.found, found.right.total, found.silent) == (3, 7, 1)
    assert found.named[1] == {2: 1, 1: 2, -1: 1}
    # By chance: 3/7 program × 5/7 named a program + 4/7 × 2/7.
    assert found.chance == pytest.approx((3 * 5 + 4 * 2) / 49)


def test_who_always_names_the_same_tells_nothing():
    rows = [(question, truth, 1) for question in range(20) for truth in (1, 2)]
    found = blinding(guesses(rows), TWO)
    assert (found.index[1].mean, found.index[2].mean, found.overall.mean) == (1.0, -1.0, 0.0)
    assert found.p == 1.0
    assert "nothing speaks against the blinding" in read_blinding(found)


def test_who_always_tells_is_found():
    rows = [(question, truth, truth) for question in range(20) for truth in (1, 2)]
    found = blinding(guesses(rows), TWO)
    assert (found.overall.mean, found.right.value) == (1.0, 1.0)
    assert found.p == 1 / (1 + module.SHUFFLES)
    assert "could sometimes tell" in read_blinding(found)


def test_nobody_knows():
    found = blinding(guesses([(0, 1, -1), (0, 2, -1), (1, 1, -1)]), TWO)
    assert (found.right, found.p, found.by_rater, found.silent) == (None, None, {}, 3)
    assert "“don't know”" in read_blinding(found)


def test_one_label_is_nothing_to_tell_apart():
    found = blinding(guesses([(0, 1, 1), (1, 1, 1)]), TWO[:1])
    assert found.p is None
    assert "nothing to tell apart" in read_blinding(found)


def test_guessing_is_rarely_taken_for_knowing_and_knowing_is_found(monkeypatch):
    monkeypatch.setattr(module, "SHUFFLES", 199)
    monkeypatch.setattr(significance, "RESAMPLES", 99)
    rng = np.random.default_rng(0)
    guessed = [blinding(drawn(rng, 0.0), THREE).p < 0.05 for _ in range(60)]
    assert np.mean(guessed) <= 0.15
    knew = [blinding(drawn(rng, 0.2), THREE).p < 0.05 for _ in range(10)]
    assert np.mean(knew) >= 0.9


def test_labels_in_the_language_asked_for():
    found = blinding(guesses([(0, 1, 1), (0, 2, 1)]), TWO, language="zh")
    assert found.labels == {2: "医生", 1: "程序"}


@pytest.mark.slow
def test_the_index_covers_93_to_97_percent(monkeypatch):
    monkeypatch.setattr(module, "SHUFFLES", 1)
    monkeypatch.setattr(significance, "RESAMPLES", 999)
    rng = np.random.default_rng(0)
    found = [blinding(drawn(rng, 0.2), THREE, seed=seed).overall for seed in range(1_000)]
    covered = np.mean([not one.excludes(0.2) for one in found])
    print(f"\n{covered}")
    assert 0.93 <= covered <= 0.97
