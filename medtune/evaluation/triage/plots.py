"""Figures of a triage report: reliability, risk against coverage, coverage of the sets by department."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.figure import Figure

from medtune.evaluation.reports.fonts import chinese_families, drawable_labels
from medtune.evaluation.reports.plots import EVALUATION_COLOUR, TRAINING_COLOUR
from medtune.evaluation.triage.calibration import reliability
from medtune.evaluation.triage.proportions import Share
from medtune.evaluation.triage.selective import risk_coverage

GREY = "#777777"
PERCENT = lambda share, _: f"{share:.0%}"  # noqa: E731 (matplotlib wants a function of two numbers)


def reliability_figure(confidence: Mapping[str, Sequence[float]], correct: Sequence[bool], bins: int) -> Figure:
    """Draw accuracy over confidence, a panel for each kind of confidence, with the numbers of rows below.

    Args:
        confidence: of each row, by the title of the panel.
        correct: whether each row is right.
        bins: of about equally many rows.
    """
    figure = Figure(figsize=(3.3 * len(confidence) + 0.4, 4.9), layout="constrained")
    panels = figure.subplots(2, len(confidence), squeeze=False, sharex=True, sharey="row", height_ratios=(4, 1))
    for (title, values), axes, counts in zip(confidence.items(), *panels, strict=True):
        axes.plot((0, 1), (0, 1), "--", color=GREY, linewidth=1, label="confidence = accuracy")
        filled = reliability(values, correct, equal_mass=True, bins=bins)
        shares = [Share(round(each.accuracy * each.rows), each.rows) for each in filled]
        low, high = np.array([share.interval for share in shares]).T
        middle = np.array([share.share for share in shares])
        error = np.abs(np.array([middle - low, high - middle]))
        axes.errorbar(
            [each.confidence for each in filled],
            middle,
            yerr=error,
            fmt="o",
            color=TRAINING_COLOUR,
            markersize=4,
            linewidth=1,
            capsize=2,
            label="rows of like confidence, 95 % interval",
        )
        axes.set(title=title, xlim=(0, 1), ylim=(0, 1))
        counts.hist(values, bins=np.linspace(0, 1, 21), color=TRAINING_COLOUR, rwidth=0.9)
        counts.set_xlabel("Confidence")
        for each in (axes, counts):
            _tidy(each)
    panels[0, 0].set_ylabel("Accuracy")
    panels[1, 0].set_ylabel("Rows")
    figure.legend(*panels[0, 0].get_legend_handles_labels(), loc="outside lower center", ncols=2, frameon=False)
    return figure


def risk_coverage_figure(
    confidence: Sequence[float], correct: Sequence[bool], error_rate: float, answered: tuple[float, float] | None
) -> Figure:
    """Draw the share of wrong answers over the share of rows answered.

    Args:
        confidence: of each row.
        correct: whether each row is right.
        error_rate: wanted.
        answered: share of rows answered with the saved threshold and share of those that is wrong, if there is one.
    """
    figure = Figure(figsize=(6.4, 4.2), layout="constrained")
    axes = figure.add_subplot()
    correct = np.asarray(correct, bool)
    coverage, risk = risk_coverage(confidence, correct)
    axes.plot(coverage, risk, color=TRAINING_COLOUR, linewidth=1.8, label="surest rows first")
    axes.plot(*risk_coverage(correct.astype(float), correct), ":", color=GREY, label="best possible order")
    axes.axhline(1 - correct.mean(), color=GREY, linestyle="-.", linewidth=1, label="any order, on average")
    axes.axhline(error_rate, color=EVALUATION_COLOUR, linestyle="--", linewidth=1, label="wanted error rate")
    if answered is not None:
        axes.plot(*answered, "s", color=EVALUATION_COLOUR, markersize=7, label="saved threshold")
    top = max(1 - correct.mean(), error_rate, risk[len(risk) // 50 :].max())  # the first few rows jump up and down
    axes.set(xlim=(0, 1), ylim=(0, min(1.05, 1.25 * top)), xlabel="Rows answered", ylabel="Wrong among those answered")
    axes.xaxis.set_major_formatter(PERCENT)
    axes.yaxis.set_major_formatter(PERCENT)
    axes.legend(frameon=False, loc="upper left", ncols=2, fontsize=9)
    _tidy(axes)
    return figure


def coverage_figure(rows: Sequence[Mapping], miss_rate: float) -> Figure:
    """Draw how often each department's sets hold it on the test rows, over the range that chance allows.

    Args:
        rows: dicts with `department`, `coverage` (a share or None), and `expected`, its two ends or None.
        miss_rate: wanted.
    """
    figure = Figure(figsize=(6.4, 1.2 + 0.24 * len(rows)), layout="constrained")
    axes = figure.add_subplot()
    places = np.arange(len(rows))
    drawn = [(place, row["expected"]) for place, row in zip(places, rows, strict=True) if row["expected"]]
    for place, (low, high) in drawn:
        label = "expected in 95 % of cases" if place == drawn[0][0] else None
        axes.plot((low, high), (place, place), color="#bbbbbb", linewidth=7, solid_capstyle="butt", label=label)
    known = [(row["coverage"], place) for place, row in zip(places, rows, strict=True) if row["coverage"] is not None]
    axes.plot(*zip(*known, strict=True), "o", color=TRAINING_COLOUR, markersize=5, label="test rows")
    axes.axvline(1 - miss_rate, color=EVALUATION_COLOUR, linestyle="--", linewidth=1, label="promised")
    names = drawable_labels(row["department"] for row in rows)
    axes.set_yticks(places, names, fontfamily=chinese_families())
    axes.set(ylim=(len(rows) - 0.4, -0.6), xlabel="Rows of the department whose set holds it")
    axes.set_xlim(right=1.01)
    axes.xaxis.set_major_formatter(PERCENT)
    figure.legend(loc="outside lower center", ncols=3, frameon=False)
    _tidy(axes)
    return figure


def _tidy(axes) -> None:
    axes.grid(alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)
