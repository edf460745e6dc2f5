"""Figures over several runs: their losses laid over each other, and learning curves. Drawn without pyplot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean

from matplotlib import colormaps
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter, MaxNLocator, NullLocator

from medtune.evaluation.reports.fonts import chinese_families, drawable
from medtune.evaluation.reports.learning_curve import Curve
from medtune.evaluation.reports.losses import LossCurve, Points
from medtune.evaluation.reports.plots import ROUND_STEPS
from medtune.evaluation.reports.tables import shorten

Colour = str | tuple[float, ...]

# Told apart by colour-blind readers (Okabe and Ito).
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
MARKERS = "osD^vPX"
LONGEST_NAME = 40  # characters in a legend
MOST_MARKED = 40  # points of a line that are marked one by one


def losses_figure(curves: Sequence[LossCurve], label: str, colours: Mapping[str, Colour]) -> Figure:
    """Draw one loss of several runs over the epochs: a colour for each run, evaluation dashed.

    Args:
        curves: at least one.
        label: of the vertical axis, with the unit.
        colours: by name of the run, so that a run looks alike in all plots.

    Returns:
        The figure.
    """
    figure = Figure(figsize=(8.0, 4.2), layout="constrained")
    axes = figure.add_subplot()
    for curve in curves:
        _draw(axes, curve.training, colours[curve.run], "-", None)
        _draw(axes, curve.evaluation, colours[curve.run], "--", "s")
    axes.set_xlabel("Epoch")
    axes.set_ylabel(label)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=8, steps=ROUND_STEPS))
    axes.update_datalim([(0.0, 0.0)])  # else losses that are nearly one and the same leave no room for their markers
    axes.autoscale_view()
    axes.set_xlim(left=0)
    axes.set_ylim(bottom=0)
    axes.grid(alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)
    handles = [Line2D([], [], color=colours[curve.run], linewidth=2, label=_name(curve.run)) for curve in curves]
    handles.append(Line2D([], [], color="grey", linestyle="-", label="training"))
    handles.append(Line2D([], [], color="grey", linestyle="--", marker="s", markersize=4, label="evaluation"))
    _legend(figure, handles)
    return figure


def learning_curve_figure(curves: Sequence[Curve], label: str) -> Figure:
    """Draw the mean score by the number of training rows, and the range over seeds as an area around it.

    Args:
        curves: at least one.
        label: of the vertical axis.

    Returns:
        The figure, with a logarithmic horizontal axis.
    """
    figure = Figure(figsize=(8.0, 4.2), layout="constrained")
    axes = figure.add_subplot()
    axes.set_xscale("log")
    for number, (curve, colour) in enumerate(zip(curves, run_colours(len(curves)), strict=True)):
        rows = list(curve.points)
        seeds = [list(scores.values()) for scores in curve.points.values()]
        marker = MARKERS[number % len(MARKERS)]
        name = _name(curve.kind)
        axes.plot(rows, [fmean(one) for one in seeds], color=colour, marker=marker, linewidth=1.5, label=name)
        if any(len(one) > 1 for one in seeds):
            lows, highs = [min(one) for one in seeds], [max(one) for one in seeds]
            axes.fill_between(rows, lows, highs, color=colour, alpha=0.15, linewidth=0)
    axes.set_xticks(_ticks(sorted({rows for curve in curves for rows in curve.points})))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda rows, _: f"{rows:,.0f}"))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set_xlabel("Training rows")
    axes.set_ylabel(label)
    axes.grid(alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)
    _legend(figure, axes.get_legend_handles_labels()[0])
    return figure


def run_colours(count: int) -> list[Colour]:
    """Return a colour for each of `count` runs: those of Okabe and Ito, or a scale where there are too few of them."""
    if count <= len(COLOURS):
        return list(COLOURS[:count])
    return [colormaps["turbo"](0.05 + 0.9 * number / (count - 1)) for number in range(count)]


def _draw(axes, points: Points, colour: Colour, line: str, marker: str | None) -> None:
    """Draw a line; a single point, which makes no line, is marked."""
    if not points:
        return
    marked = marker if len(points) <= MOST_MARKED else None
    marked = marked or ("o" if len(points) == 1 else None)
    axes.plot(*zip(*points, strict=True), line, color=colour, marker=marked, markersize=4, linewidth=1.5)


def _ticks(rows: Sequence[int]) -> list[int]:
    """Return the numbers of rows to write below the logarithmic axis: those a tenth of its length apart or more."""
    apart = (rows[-1] / rows[0]) ** 0.1
    ticks: list[int] = []
    for number in rows:
        if not ticks or number >= ticks[-1] * apart:
            ticks.append(number)
    return ticks


def _name(text: str) -> str:
    """Return a run's name as matplotlib can draw it: `$` would start a formula."""
    return drawable(shorten(text, LONGEST_NAME)).replace("$", r"\$")


def _legend(figure: Figure, handles: list) -> None:
    """Put the legend beside the axes, where it hides nothing."""
    families = chinese_families()
    figure.legend(handles=handles, loc="outside right upper", frameon=False, prop={"family": families, "size": 9})
