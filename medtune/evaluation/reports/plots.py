"""Figures of a run: loss curves and the confusion matrix. Drawn without pyplot, so no display and no global state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from medtune.evaluation.reports.fonts import chinese_families, drawable, drawable_labels
from medtune.evaluation.reports.tables import shorten

LOSS_LABELS = {
    "loss": "Loss",
    "classification_loss": "Classification loss (nats per example)",
    "reply_loss": "Reply loss (nats per token)",
}
TRAINING_COLOUR, EVALUATION_COLOUR = "#0072B2", "#D55E00"  # told apart by colour-blind readers (Okabe and Ito)
LARGEST_COUNTED_MATRIX = 30  # departments; above this the counts would be too small to read
ROUND_STEPS = [1, 2, 5, 10]
DOTS_PER_INCH = 200


def curve_figure(log_history: Sequence[Mapping], name: str, label: str | None = None) -> Figure:
    """Draw a logged number over the training steps, in training and in evaluation.

    Args:
        log_history: `trainer.state.log_history`: dicts with `step`, `epoch` and numbers by name.
        name: what to draw; `name` is drawn as training and `eval_name` as evaluation, where logged, the latter from
            `before_name` on.
        label: of the vertical axis, with the unit.

    Returns:
        The figure.

    Raises:
        ValueError: neither `name` nor `eval_name` was logged.
    """
    figure = Figure(figsize=(6.4, 4.0), layout="constrained")
    axes = figure.add_subplot()
    series = (
        ((name,), "training", TRAINING_COLOUR, "o", "-"),
        ((f"before_{name}", f"eval_{name}"), "evaluation", EVALUATION_COLOUR, "s", "--"),
    )
    for keys, title, colour, marker, line in series:
        points = [(entry["step"], entry[key]) for entry in log_history for key in keys if key in entry]
        if points:
            marker = marker if len(points) <= 40 else None
            axes.plot(
                *zip(*points, strict=True), line, color=colour, marker=marker, markersize=4, linewidth=1.5, label=title
            )
    if not axes.lines:
        logged = sorted({key for entry in log_history for key in entry} - {"step", "epoch"})
        raise ValueError(f"{name!r} is not in the log history; it holds {', '.join(logged) or 'nothing'}")
    axes.set_xlabel("Training step")
    axes.set_ylabel(drawable(label or LOSS_LABELS.get(name, name)), fontfamily=chinese_families())
    axes.xaxis.set_major_locator(MaxNLocator(nbins=8, steps=ROUND_STEPS, integer=True))
    axes.set_xlim(left=0)
    axes.grid(alpha=0.3)
    axes.legend(frameon=False)
    axes.spines[["top", "right"]].set_visible(False)
    _add_epochs(axes, log_history)
    return figure


def _add_epochs(axes, log_history: Sequence[Mapping]) -> None:
    """Put the epochs on the upper edge, if the log knows them."""
    entries = [entry for entry in log_history if entry.get("epoch") and entry.get("step")]
    if not entries:
        return
    steps = entries[-1]["step"] / entries[-1]["epoch"]
    upper = axes.secondary_xaxis("top", functions=(lambda step: step / steps, lambda epoch: epoch * steps))
    upper.set_xlabel("Epoch")
    upper.xaxis.set_major_locator(MaxNLocator(nbins=8, steps=ROUND_STEPS))


def confusion_figure(matrix: Sequence[Sequence[int]], labels: Sequence[str]) -> Figure:
    """Draw a confusion matrix: counts as numbers, shares of each true department as colours.

    Up to 30 departments the counts are written into the cells; the colours alone are drawn for more.

    Args:
        matrix: counts of shape (labels, labels); rows are true, columns predicted departments.
        labels: department names, Chinese or English.

    Returns:
        The figure.

    Raises:
        ValueError: the matrix is not square with one row for each label.
    """
    counts = np.asarray(matrix)
    size = len(labels)
    if size == 0 or counts.shape != (size, size):
        raise ValueError(f"the confusion matrix has shape {counts.shape}; {size} labels need ({size}, {size})")
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    counted = size <= LARGEST_COUNTED_MATRIX
    side = max(size * (0.45 if counted else 0.15), 1.8)  # inches
    figure = Figure(figsize=(side, side))
    axes = figure.add_axes((0, 0, 1, 1))
    image = axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    names = drawable_labels(labels)
    text = {"fontfamily": chinese_families(), "fontsize": 9 if counted else 7}
    axes.set_xticks(range(size), names, rotation=45, ha="right", rotation_mode="anchor", **text)
    axes.set_yticks(range(size), names, **text)
    axes.set_xlabel("Predicted department")
    axes.set_ylabel("True department")
    if counted:
        _write_counts(axes, counts, shares)
    scale = axes.inset_axes((1 + 0.2 / side, 0, 0.15 / side, 1))
    bar = figure.colorbar(image, cax=scale, format=lambda share, _: f"{share:.0%}")
    bar.set_label("Share of the true department")
    bar.outline.set_visible(False)
    axes.set_xticks(np.arange(size + 1) - 0.5, minor=True)
    axes.set_yticks(np.arange(size + 1) - 0.5, minor=True)
    axes.grid(which="minor", color="white", linewidth=1 if counted else 0.3)
    axes.tick_params(which="both", length=0)
    axes.spines[:].set_visible(False)
    return figure


def _write_counts(axes, counts: np.ndarray, shares: np.ndarray) -> None:
    """Write each count that is not 0 into its cell, white on the dark cells and smaller when it is long."""
    longest = len(str(counts.max()))
    font_size = 9 if longest <= 3 else 9 * 3.5 / longest
    for row, column in np.argwhere(counts):
        colour = "white" if shares[row, column] > 0.55 else "black"
        axes.text(column, row, counts[row, column], ha="center", va="center", color=colour, fontsize=font_size)


def grid_figure(points: Sequence[Mapping[str, Any]], scores: Sequence[float], metric: str) -> Figure:
    """Draw the scores of a grid search: a panel for each key, a dot for each trial, a line through the means.

    A key with one value has nothing to show, and no panel.

    Args:
        points: the values tried in each trial, by key.
        scores: of each trial; those that are no finite number are left out.
        metric: what the scores are.

    Returns:
        The figure.
    """
    keys = [key for key in points[0] if len({str(point[key]) for point in points}) > 1] or list(points[0])
    columns = min(len(keys), 3)
    rows = -(-len(keys) // columns)
    figure = Figure(figsize=(3.2 * columns + 0.6, 3.0 * rows + 0.2), layout="constrained")
    panels = list(figure.subplots(rows, columns, sharey=True, squeeze=False).flat)
    for axes, key in zip(panels, keys, strict=False):
        _draw_key(axes, key, [point[key] for point in points], scores)
    for axes in panels[len(keys) :]:
        axes.set_visible(False)
    for axes in figure.axes[::columns]:
        axes.set_ylabel(drawable(metric))
    figure.legend(*figure.axes[0].get_legend_handles_labels(), loc="outside upper right", ncols=2, frameon=False)
    return figure


def _draw_key(axes, key: str, values: Sequence[Any], scores: Sequence[float]) -> None:
    """Draw the scores over the values of one key, which stand at equal distances in the order of the grid."""
    places = {str(value): place for place, value in enumerate(dict.fromkeys(map(str, values)))}
    by_place: dict[int, list[float]] = {}
    for value, score in zip(values, scores, strict=True):
        if np.isfinite(score):
            by_place.setdefault(places[str(value)], []).append(score)
    dots = [(place, score) for place, of_place in by_place.items() for score in of_place]
    means = sorted((place, float(np.mean(of_place))) for place, of_place in by_place.items())
    if dots:
        axes.plot(*zip(*dots, strict=True), "o", color=TRAINING_COLOUR, markersize=5, alpha=0.6, label="trial")
        axes.plot(*zip(*means, strict=True), "-s", color=EVALUATION_COLOUR, markersize=4, linewidth=1.5, label="mean")
    names = drawable_labels(shorten(value, 20) for value in places)
    slanted = {"rotation": 30, "ha": "right", "rotation_mode": "anchor"} if max(map(len, names)) > 8 else {}
    axes.set_xticks(range(len(names)), names, fontfamily=chinese_families(), **slanted)
    axes.set_xlim(-0.5, len(names) - 0.5)
    axes.set_xlabel(drawable(key), fontfamily=chinese_families())
    axes.grid(alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)


def save_figure(figure: Figure, path: str | Path) -> Path:
    """Write the figure to `path`, in the format of its suffix (png, pdf, svg), and return the path."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=DOTS_PER_INCH, bbox_inches="tight", pad_inches=0.1)
    return path


def plot_losses(log_history: Sequence[Mapping], output_dir: str | Path) -> list[Path]:
    """Write a curve of each loss that was logged: `loss.png`, `classification_loss.png`, `reply_loss.png`.

    The last two are figures 3 and 4 of the MEDI-BERPT paper.

    Args:
        log_history: `trainer.state.log_history`.
        output_dir: folder to write into; made if missing.

    Returns:
        The files written; none if no loss was logged.
    """
    logged = {key for entry in log_history for key in entry}
    names = [name for name in LOSS_LABELS if {name, f"eval_{name}"} & logged]
    return [save_figure(curve_figure(log_history, name), Path(output_dir) / f"{name}.png") for name in names]


def plot_confusion_matrix(matrix: Sequence[Sequence[int]], labels: Sequence[str], path: str | Path) -> Path:
    """Write the confusion matrix (see `confusion_figure`) to `path` and return the path."""
    return save_figure(confusion_figure(matrix, labels), path)
