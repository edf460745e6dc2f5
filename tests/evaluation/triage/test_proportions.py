import numpy as np
import pytest
from scipy import stats

from medtune.evaluation.triage.proportions import Share, share_of


def test_share_by_hand():
    # Wilson for 8 of 10, z = 1.96: (.8 + z²/20 ± z·√(.016 + z²/400)) / (1 + z²/10).
    z = 1.959964
    half = z * np.sqrt(0.016 + z**2 / 400)
    expected = [(0.8 + z**2 / 20 + sign * half) / (1 + z**2 / 10) for sign in (-1, 1)]
    assert Share(8, 10).interval == pytest.approx(expected, abs=1e-6)
    assert str(Share(8, 10)) == "0.800 (0.490 to 0.943)"


def test_share_among_some_rows():
    flags, among = np.array([True, True, False, True]), np.array([True, False, True, True])
    assert share_of(flags, among) == Share(2, 3)
    assert share_of(flags) == Share(3, 4)


def test_share_of_nothing_is_shown_as_nothing():
    empty = share_of(np.zeros(0, bool))
    assert str(empty) == "–"
    assert empty.numbers() == {"share": None, "low": None, "high": None, "count": 0, "rows": 0}


@pytest.mark.parametrize("rows", [30, 100])
def test_intervals_cover_the_true_share_19_times_in_20(rows):
    # Exactly: for each true share the probability of those counts whose interval holds it, on average over shares.
    ends = np.array([Share(count, rows).interval for count in range(rows + 1)])
    true = np.linspace(0.05, 0.95, 181)
    holds = (ends[:, :1] <= true) & (true <= ends[:, 1:])
    covered = (stats.binom.pmf(np.arange(rows + 1)[:, None], rows, true) * holds).sum(axis=0)
    assert 0.94 <= covered.mean() <= 0.96
    assert covered.min() > 0.89
