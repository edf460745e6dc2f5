"""Figures of an evaluation: scores with intervals, most frequent words, caring words. Drawn without pyplot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator, PercentFormatter

from medtune.evaluation.caring import Rate
from medtune.evaluation.reports.comparison_plots import MARKERS, run_colours
from medtune.evaluation.reports.fonts import chinese_families, drawable
from medtune.evaluation.reports.plots import EVALUATION_COLOUR, TRAINING_COLOUR
from medtune.evaluation.reports.tables import shorten
from medtune.evaluation.system_scores import SCORES, TESTED, SystemScores

HEADINGS = {key: heading for key, heading, _ in SCORES}
LONGEST_NAME = 24  # characters
MOST_COLUMNS = 3


def scores_figure(scores: Sequence[SystemScores], reference: Mapping[str, float]) -> Figure:
    """Draw F-score, ROUGE and diversity of each system with 95 % intervals, as the paper's Figure 3 compares them.

    Args:
        scores: of one language.
        reference: scores of the doctors' own answers, drawn as a line where there is one.
    """
    height = 0.55 + 0.3 * len(scores)
    figure = Figure(figsize=(9.0, 2 * height + 0.9), layout="constrained")
    panels = figure.subplots(2, MOST_COLUMNS, sharey=True)
    places = range(len(scores))
    for axes, key in zip(panels.flat, TESTED, strict=True):
        for place, one, colour in zip(places, scores, run_colours(len(scores)), strict=True):
            low, high = one.intervals[key] or (one.scores[key], one.scores[key])
            axes.plot([low, high], [place, place], "-", color=colour, linewidth=2)
            axes.plot(one.scores[key], place, "o", color=colour, markersize=6)
        if key in reference:
            axes.axvline(reference[key], color="grey", linestyle=":", linewidth=1.2)
        axes.set_title(HEADINGS[key], fontsize=10)
        axes.set_xlim(left=0)
        axes.xaxis.set_major_locator(MaxNLocator(nbins=4))
        _plain(axes)
    for axes in panels[:, 0]:
        axes.set_yticks(places, [_label(one.system) for one in scores], fontfamily=chinese_families())
        axes.set_ylim(len(scores) - 0.5, -0.5)
    if reference:
        handles = [Line2D([], [], color="grey", linestyle=":", label="the doctors' own answers")]
        figure.legend(handles=handles, loc="outside lower center", frameon=False, fontsize=9)
    return figure


def keywords_figure(words: Mapping[str, Sequence[Mapping]], most: int) -> Figure:
    """Draw the most frequent words of each system: bars of the share of answers that hold them.

    Args:
        words: by system, dicts with `word`, `share` and `caring` (the group of a caring word, or none).
        most: words drawn of each.
    """
    columns = min(len(words), MOST_COLUMNS)
    rows = -(-len(words) // columns)
    longest = max([min(len(of_system), most) for of_system in words.values()] + [1])
    figure = Figure(figsize=(3.1 * columns + 0.3, rows * (0.24 * longest + 0.8) + 0.3), layout="constrained")
    panels = figure.subplots(rows, columns, sharex=True, squeeze=False)
    for axes, (system, of_system) in zip(panels.flat, words.items(), strict=False):
        shown = list(of_system)[:most]
        colours = [EVALUATION_COLOUR if word["caring"] else TRAINING_COLOUR for word in shown]
        places = range(len(shown))
        axes.barh(places, [word["share"] for word in shown], color=colours, height=0.75)
        axes.set_yticks(places, [drawable(word["word"]) for word in shown], fontfamily=chinese_families(), fontsize=9)
        axes.set_ylim(longest - 0.5, -0.6)
        axes.set_title(_label(system), fontfamily=chinese_families(), fontsize=10)
        axes.xaxis.set_major_formatter(PercentFormatter(1.0, decimals=0))
        axes.xaxis.set_major_locator(MaxNLocator(nbins=4))
        axes.tick_params(axis="x", labelbottom=True)
        _plain(axes)
    for axes in list(panels.flat)[len(words) :]:
        axes.set_visible(False)
    figure.supxlabel("Share of answers that hold the word", fontsize=9)
    handles = [Patch(color=EVALUATION_COLOUR, label="caring word"), Patch(color=TRAINING_COLOUR, label="other word")]
    figure.legend(handles=handles, loc="outside upper right", ncols=2, frameon=False, fontsize=9)
    return figure


def caring_figure(rates: Mapping[str, Sequence[Rate]]) -> Figure:
    """Draw the share of each system's answers that use the words of a group, with Wilson's 95 % intervals.

    Args:
        rates: of each system, the same groups in the same order.
    """
    groups = [rate.group for rate in next(iter(rates.values()))]
    figure = Figure(figsize=(8.0, 0.7 + len(groups) * (0.2 + 0.13 * len(rates))), layout="constrained")
    axes = figure.add_subplot()
    colours = run_colours(len(rates))
    for number, (system, of_system) in enumerate(rates.items()):
        shift = (number - (len(rates) - 1) / 2) * min(0.7 / len(rates), 0.2)
        places = [place + shift for place in range(len(groups))]
        shares = [rate.share for rate in of_system]
        axes.hlines(places, [s.low for s in shares], [s.high for s in shares], color=colours[number], linewidth=1.5)
        marker = MARKERS[number % len(MARKERS)]
        means = [share.mean for share in shares]
        axes.plot(means, places, marker, color=colours[number], markersize=5, label=_label(system))
    axes.set_yticks(range(len(groups)), groups)
    axes.set_ylim(len(groups) - 0.5, -0.5)
    axes.set_xlim(-0.01, 1.01)
    axes.xaxis.set_major_formatter(PercentFormatter(1.0, decimals=0))
    axes.set_xlabel("Share of answers with such a word")
    _plain(axes)
    figure.legend(loc="outside right upper", frameon=False, prop={"family": chinese_families(), "size": 9})
    return figure


def _plain(axes) -> None:
    axes.grid(alpha=0.3, axis="x")
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(axis="x", labelsize=8)


def _label(name: str) -> str:
    """Return a system's name as matplotlib can draw it: `$` would start a formula."""
    return drawable(shorten(name, LONGEST_NAME)).replace("$", r"\$")
