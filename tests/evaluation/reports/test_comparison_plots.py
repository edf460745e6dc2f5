"""What the figures over several runs show; that no glyph is missing."""

import math
import warnings

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from medtune.evaluation.reports.comparison_plots import learning_curve_figure, losses_figure, run_colours
from medtune.evaluation.reports.learning_curve import Curve
from medtune.evaluation.reports.losses import LossCurve


@pytest.fixture(autouse=True)
def warnings_are_errors():
    """Make matplotlib's warning of a missing glyph fail the test."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        yield


def legend(figure) -> list[str]:
    FigureCanvasAgg(figure).draw()
    return [text.get_text() for text in figure.legends[0].get_texts()]


def test_each_run_has_its_colour_and_evaluation_is_dashed():
    curves = [
        LossCurve("分诊 a$b$", training=[(0.5, 2.0), (1.0, 1.0)], evaluation=[(1.0, 1.5)]),
        LossCurve("joint", training=[(1.0, 3.0)]),
    ]
    colours = dict(zip(["other", "分诊 a$b$", "joint"], run_colours(3), strict=True))
    figure = losses_figure(curves, "Loss", colours)
    [axes] = figure.axes
    drawn = [(line.get_color(), line.get_linestyle(), line.get_xydata().tolist()) for line in axes.lines]
    assert drawn == [
        (colours["分诊 a$b$"], "-", [[0.5, 2.0], [1.0, 1.0]]),
        (colours["分诊 a$b$"], "--", [[1.0, 1.5]]),
        (colours["joint"], "-", [[1.0, 3.0]]),
    ]
    assert all(len(line.get_xydata()) > 1 or line.get_marker() in "os" for line in axes.lines)
    assert legend(figure) == [r"分诊 a\$b\$", "joint", "training", "evaluation"]


def test_losses_that_are_nearly_one_and_the_same_stay_inside_the_axes():
    curves = [LossCurve(name, evaluation=[(1.0, 2.3), (2.0, loss)]) for name, loss in (("a", 2.3001), ("b", math.nan))]
    [axes] = losses_figure(curves, "Loss", {"a": "red", "b": "blue"}).axes
    low, high = axes.get_ylim()
    assert low == 0
    assert 2.4 < high < 2.5


def test_learning_curve_has_means_and_ranges():
    curves = [
        Curve("bert", "d", {100: {0: 0.25, 1: 0.75}, 1000: {0: 0.75}}),
        Curve("联合", "d", {100: {0: 0.5}, 1000: {0: 1.0}}),
    ]
    figure = learning_curve_figure(curves, "F1")
    [axes] = figure.axes
    assert [line.get_xydata().tolist() for line in axes.lines] == [[[100, 0.5], [1000, 0.75]], [[100, 0.5], [1000, 1]]]
    [area] = axes.collections  # one seed has no range
    assert {tuple(point) for point in area.get_paths()[0].vertices} == {(100, 0.25), (100, 0.75), (1000, 0.75)}
    assert axes.get_xscale() == "log"
    assert legend(figure) == ["bert", "联合"]
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["100", "1,000"]


def test_near_sizes_share_a_tick():
    figure = learning_curve_figure([Curve("a", "d", {100: {0: 0.1}, 105: {0: 0.2}, 1000: {0: 0.3}})], "F1")
    FigureCanvasAgg(figure).draw()
    assert [tick.get_text() for tick in figure.axes[0].get_xticklabels()] == ["100", "1,000"]


@pytest.mark.parametrize("count", [1, 7, 8, 30])
def test_colours_differ(count):
    assert len(set(run_colours(count))) == count
