"""Plots of the corpus card: lengths, departments, and what became of the rows of each source."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from medtune.evaluation.reports.fonts import chinese_families, drawable
from medtune.evaluation.reports.plots import DOTS_PER_INCH

_DEPARTMENTS_SHOWN = 25
# Told apart by colour-blind readers (Okabe and Ito).
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#F0E442", "#444444")
_ASIDE = "#BBBBBB"
_LINES = ("-", "--", ":")


def write_plots(folder: Path, card: Mapping[str, Any]) -> None:
    """Draw the plots of a corpus card.

    Args:
        folder: receives `lengths.png`, `sources.png` and, if rows have departments, `departments.png`.
        card: from `medtune.data.corpus.card.describe`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    figures = {"lengths": lengths_figure(card["table"]), "sources": sources_figure(card["sources"])}
    if card["departments"]:
        figures["departments"] = departments_figure(card["departments"])
    for name, figure in figures.items():
        figure.savefig(folder / f"{name}.png", dpi=DOTS_PER_INCH, metadata={"Software": None})


def lengths_figure(parts: list[dict[str, Any]]) -> Figure:
    """Draw how long the texts are, a line for each source: questions and abstracts left, answers right.

    Args:
        parts: `table` of the card; files of one source are added up.

    Returns:
        The figure.
    """
    figure = Figure(figsize=(9.6, 4.2), layout="constrained")
    axes = figure.subplots(1, 2, sharey=True)
    names = list(dict.fromkeys(part["source"] for part in parts))
    for axis, text, title in zip(axes, ("description", "reply"), ("Asked", "Answered"), strict=True):
        for number, name in enumerate(names):
            bins = [p["texts"][text]["bins"] for p in parts if p["source"] == name and text in p["texts"]]
            if bins:
                counts = np.sum(bins, axis=0)
                style = _LINES[number // len(_COLOURS) % len(_LINES)]
                colour = _COLOURS[number % len(_COLOURS)]
                shares = 100 * counts / counts.sum()
                axis.plot(
                    range(len(counts)), shares, style, color=colour, marker="o", markersize=3, label=drawable(name)
                )
        axis.set_title(title)
        axis.set_xlabel("Length up to … words (a Chinese character is one)")
        last = max((max(np.flatnonzero(t["bins"])) for p in parts for t in p["texts"].values()), default=0)
        places = range(0, last + 2, 2)
        axis.set_xticks(places, [f"{2**place:,}" for place in places], fontsize=8)
        axis.set_xlim(-0.3, last + 0.3)
        axis.grid(alpha=0.3)
        axis.spines[["top", "right"]].set_visible(False)
    axes[0].set_ylabel("Rows of the source (%)")
    axes[0].set_ylim(bottom=0)
    figure.legend(
        *axes[1].get_legend_handles_labels(),
        loc="outside right upper",
        frameon=False,
        fontsize=8,
        prop={"family": chinese_families()},
    )
    return figure


def sources_figure(sources: Mapping[str, Mapping[str, Any]]) -> Figure:
    """Draw what became of the rows of each source: a bar with training, tests and rows set aside.

    Args:
        sources: of the card.

    Returns:
        The figure.
    """
    figure = Figure(figsize=(8.0, 1.4 + 0.42 * len(sources)), layout="constrained")
    axes = figure.add_subplot()
    names = list(sources)
    left = np.zeros(len(names))
    kinds = (("train", _COLOURS[0]), ("validation", _COLOURS[5]), ("test", _COLOURS[1]), ("set aside", _ASIDE))
    for kind, colour in kinds:
        rows = np.array([_rows(sources[name], kind) for name in names], dtype=float)
        if rows.any():
            axes.barh(range(len(names)), rows, left=left, color=colour, label=kind)
            left += rows
    labels = [f"{drawable(name)} ({sources[name]['read']:,})" for name in names]
    axes.set_yticks(range(len(names)), labels, fontfamily=chinese_families())
    axes.invert_yaxis()
    axes.set_xlabel("Rows (read: in brackets)")
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, loc="lower right")
    return figure


def departments_figure(departments: Mapping[str, int]) -> Figure:
    """Draw the rows of the most frequent departments.

    Args:
        departments: rows by name, the most frequent first.

    Returns:
        The figure.
    """
    shown = list(departments.items())[:_DEPARTMENTS_SHOWN]
    figure = Figure(figsize=(7.0, 1.2 + 0.26 * len(shown)), layout="constrained")
    axes = figure.add_subplot()
    axes.barh(range(len(shown)), [rows for _, rows in shown], color=_COLOURS[0])
    axes.set_yticks(range(len(shown)), [drawable(name) for name, _ in shown], fontfamily=chinese_families(), fontsize=8)
    axes.invert_yaxis()
    axes.set_xlabel("Rows")
    others = sum(list(departments.values())[_DEPARTMENTS_SHOWN:])
    if others:
        count = len(departments) - len(shown)
        axes.set_title(f"The {len(shown)} largest departments; {count:,} others have {others:,} rows", fontsize=9)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axes.spines[["top", "right"]].set_visible(False)
    return figure


def _rows(source: Mapping[str, Any], kind: str) -> int:
    if kind == "set aside":
        return sum(source["aside"].values())
    return sum(rows for name, rows in source["kept"].items() if name.startswith(kind))
