"""Figures of a study: what the answers got, how systems differ, how raters agree. Drawn without pyplot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib import colormaps
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

from medtune.ethics.agreement import Agreement
from medtune.ethics.systems import Pair, SystemScores
from medtune.evaluation.reports.comparison_plots import MARKERS, run_colours
from medtune.evaluation.reports.fonts import chinese_families, drawable
from medtune.evaluation.reports.tables import shorten

LONGEST_NAME = 28
UNSURE, NOT_JUDGED = "#bdbdbd", "#eeeeee"
COEFFICIENTS = {"raw": "Same value", "alpha": "Krippendorff's alpha", "kappa": "Fleiss' kappa", "ac2": "Gwet's AC2"}
LUMINANCE = (0.299, 0.587, 0.114)
SMALLEST_LABEL = 0.06  # of a bar; a number would not fit into less


def scores_figure(by_axis: Mapping[str, Sequence[SystemScores]], lowest_is_best: Sequence[str] = ()) -> Figure:
    """Draw which share of scores each value has, a bar for each system, a panel for each axis.

    Args:
        by_axis: what each system's answers got, by title of the axis.
        lowest_is_best: titles of axes on which the lowest value is the best.

    Returns:
        The figure: bad is orange, good is blue, as colour-blind readers can tell them apart.
    """
    systems = max(len(rows) for rows in by_axis.values())
    panels = len(by_axis)
    figure = Figure(figsize=(8.0, 0.9 + panels * (0.55 + 0.36 * systems)), layout="constrained")
    for axes, (title, rows) in zip(np.ravel(figure.subplots(panels, 1, sharex=True)), by_axis.items(), strict=True):
        _draw_bars(axes, rows, title in lowest_is_best)
        axes.set_title(drawable(title), loc="left", fontfamily=chinese_families(), fontsize=10)
    axes.set_xlabel("Share of the scores that all raters gave")
    return figure


def _draw_bars(axes, rows: Sequence[SystemScores], lowest_is_best: bool) -> None:
    values = list(rows[0].counts)
    places = np.linspace(0.12, 0.88, len(values)) if len(values) > 1 else [0.88]
    colours = [colormaps["RdYlBu"](place) for place in (places[::-1] if lowest_is_best else places)]
    names = [f"{value:g}" for value in values]
    parts = [*zip(names, colours, strict=True), ("cannot judge", UNSURE), ("not judged", NOT_JUDGED)]
    counts = np.array([[*row.counts.values(), row.cannot_judge, row.ended + row.missing] for row in rows], float)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    left = np.zeros(len(rows))
    for (name, colour), column in zip(parts, shares.T, strict=True):
        if column.any() or name in names:
            axes.barh(range(len(rows)), column, left=left, color=colour, edgecolor="white", linewidth=0.6, label=name)
        for row, share in enumerate(column):
            if share >= SMALLEST_LABEL:
                ink = "white" if np.dot(to_rgb(colour), LUMINANCE) < 0.5 else "black"
                axes.text(left[row] + share / 2, row, f"{share:.0%}", ha="center", va="center", fontsize=8, color=ink)
        left += column
    _name_rows(axes, [row.system for row in rows])
    axes.set_xlim(0, 1)
    axes.xaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), frameon=False, fontsize=8)


def forest_figure(
    by_axis: Mapping[str, Sequence[SystemScores]], pairs: Mapping[str, Sequence[Pair]], scale: tuple[float, float]
) -> Figure:
    """Draw the mean of each system with its interval, and beside it the differences between every two.

    Args:
        by_axis: what each system's answers got, by title of the axis.
        pairs: the comparisons, by title of the axis.
        scale: lowest and highest value of all axes.

    Returns:
        The figure; a difference that is significant after Holm's correction is drawn full, others hollow.
    """
    several = any(pairs.values())
    systems, most = max(map(len, by_axis.values())), max([1, *map(len, pairs.values())])
    figure = Figure(figsize=(9.5 if several else 6.0, 0.8 + len(by_axis) * (0.5 + 0.3 * max(systems, most))))
    figure.set_layout_engine("constrained")
    grid = figure.subplots(len(by_axis), 1 + several, sharex="col", squeeze=False)
    names = dict.fromkeys(row.system for rows in by_axis.values() for row in rows)
    colours = dict(zip(names, run_colours(len(names)), strict=True))
    for line, (title, rows) in zip(grid, by_axis.items(), strict=True):
        _draw_means(line[0], rows, colours, scale)
        line[0].set_title(drawable(title), loc="left", fontfamily=chinese_families(), fontsize=10)
        if several:
            _draw_differences(line[1], pairs[title])
    grid[-1][0].set_xlabel("Mean score, 95% interval")
    if several:
        grid[-1][1].set_xlabel("Difference, 95% interval (full: p < 0.05)")
    return figure


def _draw_means(axes, rows: Sequence[SystemScores], colours: Mapping, scale: tuple[float, float]) -> None:
    for place, row in enumerate(rows):
        if row.mean:
            _draw_interval(axes, place, row.mean.mean, row.mean.low, row.mean.high, colours[row.system])
    _name_rows(axes, [row.system for row in rows])
    margin = 0.03 * (scale[1] - scale[0])
    axes.set_xlim(scale[0] - margin, scale[1] + margin)
    _tidy(axes)


def _draw_differences(axes, pairs: Sequence[Pair]) -> None:
    for place, pair in enumerate(pairs):
        if pair.difference:
            sure = pair.p_holm is not None and pair.p_holm < 0.05
            found = pair.difference
            _draw_interval(axes, place, found.mean, found.low, found.high, "black", "o" if sure else None)
    _name_rows(axes, [f"{shorten(pair.second, 16)} − {shorten(pair.first, 16)}" for pair in pairs], 40)
    axes.axvline(0, color="grey", linewidth=0.8, linestyle="--")
    _tidy(axes)


def _draw_interval(axes, place: float, value: float, low: float, high: float, colour, marker: str | None = "o") -> None:
    axes.plot([low, high], [place, place], "-", color=colour, linewidth=1.6)
    face = colour if marker else "white"
    axes.plot([value], [place], marker or "o", color=colour, markerfacecolor=face, markersize=6)


def agreement_figure(by_axis: Mapping[str, Agreement]) -> Figure:
    """Draw the coefficients of agreement of each axis with their intervals.

    Args:
        by_axis: by title of the axis; a coefficient that is not defined is left out.
    """
    figure = Figure(figsize=(8.0, 1.2 + 0.85 * len(by_axis)), layout="constrained")
    axes = figure.add_subplot()
    colours = run_colours(len(COEFFICIENTS))
    lowest = 0.0
    for number, (key, name) in enumerate(COEFFICIENTS.items()):
        drawn = False
        for row, found in enumerate(by_axis.values()):
            estimate = getattr(found, key)
            if estimate.value is None:
                continue
            low, high = (estimate.value if end is None else end for end in (estimate.low, estimate.high))
            place, lowest = row + (number - 1.5) * 0.18, min(lowest, low)
            axes.plot([low, high], [place, place], color=colours[number], linewidth=1.6)
            label = None if drawn else name
            axes.plot([estimate.value], [place], MARKERS[number], color=colours[number], markersize=6, label=label)
            drawn = True
    for limit in (0.667, 0.8):
        axes.axvline(limit, color="grey", linewidth=0.8, linestyle=":")
    _name_rows(axes, list(by_axis), 40)
    axes.set_xlim(max(lowest - 0.03, -1.03), 1.03)
    axes.set_xlabel("Agreement, 95% interval; dotted: Krippendorff's 0.667 and 0.8 for alpha")
    if axes.get_legend_handles_labels()[0]:
        figure.legend(loc="outside right upper", frameon=False, fontsize=9)
    _tidy(axes)
    return figure


def _name_rows(axes, names: Sequence[str], length: int = LONGEST_NAME) -> None:
    """Name the rows, the first at the top; `$` would start a formula."""
    shown = [drawable(shorten(name, length)).replace("$", r"\$") for name in names]
    axes.set_yticks(range(len(shown)), shown, fontfamily=chinese_families(), fontsize=9)
    axes.set_ylim(len(shown) - 0.5, -0.5)
    axes.tick_params(axis="y", length=0)


def _tidy(axes) -> None:
    axes.grid(axis="x", alpha=0.3)
    axes.spines[["top", "right", "left"]].set_visible(False)
