import numpy as np
import pytest

from medtune.data.cleaning.outliers import MEASURES, Options, find_outliers, measure, reasons


def usual(rows, seed=0):
    """Measures of rows with log-normal lengths, as texts have."""
    rng = np.random.default_rng(seed)
    return np.stack([rng.normal(4, 0.5, rows), rng.normal(5, 0.6, rows), rng.normal(0.12, 0.03, rows)], axis=1)


def test_measures_of_a_text():
    (asked, answered, marks), empty = measure(["头痛，三天。", ""], ["休息", ""], letters=np.array([6, 0]))
    assert np.exp([asked, answered]) - 1 == pytest.approx([6, 2])
    assert marks == pytest.approx(2 / 8)
    assert empty.tolist() == [0, 0, 1]
    assert measure([], [], np.array([], int)).shape == (0, 3)


def test_only_what_is_far_off_is_found_and_by_its_reason():
    values = usual(2000)
    values[3, 0], values[7, 1], values[9, 2] = 9, 0, 0.9
    found = find_outliers(values, np.zeros(2000, int), Options())
    assert dict(zip(np.flatnonzero(found >= 0).tolist(), found[found >= 0].tolist(), strict=True)) == {3: 0, 7: 1, 9: 2}
    assert [reasons()[number] for number in (0, 1, 2)] == list(MEASURES.values())


def test_each_source_is_judged_by_itself():
    short, long = usual(500), usual(500, 1) + np.array([5, 0, 0])
    sources = np.repeat([0, 1], 500)
    assert (find_outliers(np.concatenate([short, long]), sources, Options()) < 0).all()
    mixed = np.concatenate([short, long[:1]])
    assert find_outliers(mixed, np.zeros(501, int), Options(deviations=4))[-1] == 0


def test_what_is_left_has_no_outliers():
    rng = np.random.default_rng(2)
    values = usual(3000)
    values[:150] += rng.normal(0, 3, (150, 3))
    found = find_outliers(values, np.zeros(3000, int), Options(deviations=4))
    left = values[found < 0]
    assert 20 < (found >= 0).sum() < 200
    assert (find_outliers(left, np.zeros(len(left), int), Options(deviations=4)) < 0).all()


def test_the_order_of_the_rows_does_not_matter():
    values = usual(400)
    values[:5, 0] = 10
    order = np.random.default_rng(0).permutation(400)
    found = find_outliers(values, np.zeros(400, int), Options())
    assert np.array_equal(find_outliers(values[order], np.zeros(400, int), Options()), found[order])


def test_a_small_or_uniform_source_is_left_alone():
    few = usual(49)
    few[0, 0] = 50
    assert (find_outliers(few, np.zeros(49, int), Options()) < 0).all()
    same = np.full((300, 3), 3.0)
    same[0, 0] += 0.5
    assert (find_outliers(same, np.zeros(300, int), Options()) < 0).all()
