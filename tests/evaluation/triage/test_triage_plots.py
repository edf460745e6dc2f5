import numpy as np
import pytest
from matplotlib.figure import Figure

from medtune.evaluation.reports.plots import save_figure
from medtune.evaluation.triage.plots import coverage_figure, reliability_figure, risk_coverage_figure


@pytest.fixture
def rows():
    random = np.random.default_rng(0)
    confidence = random.uniform(0.3, 1, 200)
    return confidence, random.random(200) < confidence


def drawn(figure: Figure, label: str):
    """The line of a figure with a label."""
    return next(line for axes in figure.axes for line in axes.lines if line.get_label() == label)


def test_reliability_shows_each_kind_of_confidence(rows, tmp_path):
    confidence, correct = rows
    figure = reliability_figure({"Before": confidence**3, "After": confidence}, correct, bins=5)
    before, after, *counts = figure.axes
    assert [axes.get_title() for axes in (before, after)] == ["Before", "After"]
    points = after.containers[0].lines[0].get_xydata()
    assert len(points) == 5
    assert np.abs(points[:, 0] - points[:, 1]).mean() < 0.15
    assert sum(bar.get_height() for bar in counts[1].patches) == 200
    assert save_figure(figure, tmp_path / "reliability.png").stat().st_size > 10_000


def test_risk_over_coverage_ends_at_the_error_rate(rows):
    confidence, correct = rows
    figure = risk_coverage_figure(confidence, correct, 0.1, (0.4, 0.05))
    x, y = drawn(figure, "surest rows first").get_data()
    assert (x[-1], y[-1]) == pytest.approx((1, 1 - correct.mean()))
    assert drawn(figure, "saved threshold").get_xydata().tolist() == [[0.4, 0.05]]
    with pytest.raises(StopIteration):
        drawn(risk_coverage_figure(confidence, correct, 0.1, None), "saved threshold")


def test_coverage_shows_chinese_departments_and_leaves_gaps(tmp_path):
    rows = [
        {"department": "内科", "coverage": 0.93, "expected": (0.8, 1.0)},
        {"department": "罕见病科", "coverage": 1.0, "expected": None},
        {"department": "外科", "coverage": None, "expected": None},
    ]
    figure = coverage_figure(rows, 0.1)
    [axes] = figure.axes
    assert [text.get_text() for text in axes.get_yticklabels()] == ["内科", "罕见病科", "外科"]
    assert drawn(figure, "test rows").get_xydata().tolist() == [[0.93, 0], [1.0, 1]]
    assert drawn(figure, "promised").get_xdata()[0] == pytest.approx(0.9)
    assert save_figure(figure, tmp_path / "coverage.png").stat().st_size > 5_000
