"""What the figures show; that no glyph is missing and nothing overlaps."""

import warnings
from itertools import pairwise

import matplotlib.image
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from medtune.evaluation.reports.plots import (
    confusion_figure,
    curve_figure,
    grid_figure,
    plot_confusion_matrix,
    plot_losses,
)

DEPARTMENTS = [
    *(
        "心血管内科",
        "消化内科",
        "呼吸内科",
        "神经内科",
        "内分泌科",
        "肾内科",
        "血液科",
        "风湿免疫科",
        "妇产科",
        "小儿科",
    ),
    *(
        "骨科",
        "泌尿外科",
        "普外科",
        "皮肤性病科",
        "耳鼻咽喉头颈外科",
        "眼科",
        "口腔科",
        "精神心理科",
        "中医科",
        "肿瘤科",
    ),
]
HISTORY = [
    {"step": 10, "epoch": 0.5, "loss": 5.0, "classification_loss": 2.0, "reply_loss": 3.0},
    {"step": 20, "epoch": 1.0, "loss": 4.0, "classification_loss": 1.5, "reply_loss": 2.5},
    {"step": 20, "epoch": 1.0, "eval_classification_loss": 1.7, "eval_reply_loss": 2.6, "eval_accuracy": 0.5},
    {"step": 20, "epoch": 1.0, "train_runtime": 3.0},
]


@pytest.fixture(autouse=True)
def warnings_are_errors():
    """Make matplotlib's warning of a missing glyph fail the test."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        yield


def counts(size: int) -> np.ndarray:
    return np.random.default_rng(0).poisson(30, (size, size)) + np.diag([4000] * size)


def text_boxes(figure, texts):
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return [text.get_window_extent(canvas.get_renderer()) for text in texts]


def test_curve_shows_training_and_evaluation():
    figure = curve_figure(HISTORY, "reply_loss")
    (axes,) = figure.axes
    lines = {line.get_label(): line.get_xydata().tolist() for line in axes.lines}
    assert lines == {"training": [[10, 3.0], [20, 2.5]], "evaluation": [[20, 2.6]]}
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("Training step", "Reply loss (nats per token)")
    (epochs,) = axes.child_axes
    assert epochs.get_xlabel() == "Epoch"


def test_curve_of_what_was_not_logged():
    with pytest.raises(
        ValueError, match="'bleu' is not in the log history; it holds classification_loss, eval_accuracy"
    ):
        curve_figure(HISTORY, "bleu")


def test_plot_losses_writes_one_file_a_loss(tmp_path):
    files = plot_losses(HISTORY, tmp_path / "plots")
    assert [file.name for file in files] == ["loss.png", "classification_loss.png", "reply_loss.png"]
    for file in files:
        assert matplotlib.image.imread(file).shape[1] > 1000
    assert plot_losses([{"step": 1, "epoch": 1.0, "eval_accuracy": 1.0}], tmp_path) == []


def test_grid_shows_every_trial_and_the_means_over_the_other_keys():
    points = [{"rate": rate, "模型": model} for rate in (1e-5, 2e-5) for model in ("医/甲", "医/乙", "医/丙")]
    figure = grid_figure(points, [0.1, 0.2, 0.6, 0.4, np.nan, 0.8], "eval_macro_f1")
    rates, models = figure.axes
    assert [tick.get_text() for tick in rates.get_xticklabels()] == ["1e-05", "2e-05"]
    assert [tick.get_text() for tick in models.get_xticklabels()] == ["医/甲", "医/乙", "医/丙"]
    trials, means = rates.lines
    assert trials.get_xydata().tolist() == [[0, 0.1], [0, 0.2], [0, 0.6], [1, 0.4], [1, 0.8]]
    np.testing.assert_allclose(means.get_xydata(), [[0, 0.3], [1, 0.6]])
    np.testing.assert_allclose(models.lines[1].get_xydata(), [[0, 0.25], [1, 0.2], [2, 0.7]])
    assert (rates.get_xlabel(), models.get_xlabel(), rates.get_ylabel()) == ("rate", "模型", "eval_macro_f1")


def test_grid_of_four_keys_has_two_rows_and_no_empty_panel():
    figure = grid_figure([dict.fromkeys("abcd", True)], [0.5], "eval_loss")
    assert [axes.get_xlabel() for axes in figure.axes if axes.get_visible()] == list("abcd")
    FigureCanvasAgg(figure).draw()


def test_grid_has_no_panel_for_a_key_with_one_value():
    figure = grid_figure([{"rate": 1e-5, "epochs": 1}, {"rate": 2e-5, "epochs": 1}], [0.5, 0.6], "eval_macro_f1")
    assert [axes.get_xlabel() for axes in figure.axes] == ["rate"]


def test_confusion_shows_counts_and_row_shares():
    figure = confusion_figure([[3, 1], [0, 0]], ["骨科", "眼科"])
    axes = figure.axes[0]
    assert {(*text.get_position(), text.get_text()) for text in axes.texts} == {(0, 0, "3"), (1, 0, "1")}
    np.testing.assert_allclose(axes.images[0].get_array(), [[0.75, 0.25], [0, 0]])
    assert [tick.get_text() for tick in axes.get_yticklabels()] == ["骨科", "眼科"]


def test_twenty_chinese_departments_are_readable(tmp_path):
    figure = confusion_figure(counts(20), DEPARTMENTS)
    axes = figure.axes[0]
    cell = axes.get_window_extent().width / 20
    assert all(box.width < cell and box.height < cell for box in text_boxes(figure, axes.texts))
    rows = text_boxes(figure, axes.get_yticklabels())
    assert all(upper.y0 > lower.y1 for upper, lower in pairwise(rows))
    assert max(box.x1 for box in rows) <= axes.get_window_extent().x0
    assert plot_confusion_matrix(counts(20), DEPARTMENTS, tmp_path / "matrix.png").stat().st_size > 10_000


def test_many_departments_are_drawn_without_counts():
    figure = confusion_figure(counts(40), [f"专科{number}" for number in range(40)])
    assert not figure.axes[0].texts
    rows = text_boxes(figure, figure.axes[0].get_yticklabels())
    assert all(upper.y0 > lower.y1 for upper, lower in pairwise(rows))


def test_a_label_that_no_font_has_draws_no_box(tmp_path):
    plot_confusion_matrix([[1, 0], [0, 1]], ["骨科", "\U00020bb7科"], tmp_path / "matrix.png")


def test_confusion_of_another_size():
    with pytest.raises(ValueError, match=r"has shape \(2, 2\); 3 labels need \(3, 3\)"):
        confusion_figure([[1, 0], [0, 1]], ["a", "b", "c"])
