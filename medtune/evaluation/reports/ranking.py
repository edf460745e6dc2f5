"""The trials of a search, best first: as a table, as CSV and as a plot."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from medtune.evaluation.reports.tables import markdown_table
from medtune.recipe.units import counted

FIGURE = "plots/grid.png"


@dataclass(frozen=True, slots=True)
class Result:
    """A finished trial.

    Args:
        number: place in the grid, from 0.
        trial: name of its folder.
        point: the values tried, by dotted key.
        value: of the metric that the trials are compared by.
        scores: that metric and others, by name.
        seconds: the run took.
    """

    number: int
    trial: str
    point: dict[str, Any]
    value: float
    scores: dict[str, float]
    seconds: float


def rank(results: Iterable[Result], direction: str) -> list[Result]:
    """Return trials best first; of equal ones the first in the grid, and last those without a finite value.

    Args:
        results: finished trials.
        direction: `maximize` or `minimize`.
    """
    sign = -1 if direction == "maximize" else 1

    def key(result: Result) -> tuple:
        finite = math.isfinite(result.value)
        return not finite, sign * result.value if finite else 0, result.number

    return sorted(results, key=key)


def ranking_rows(ranked: Sequence[Result]) -> list[dict[str, Any]]:
    """Return a row for each trial, best first: rank, folder, values tried, scores and seconds."""
    return [
        {"rank": place, "trial": one.trial, **one.point, **one.scores, "seconds": one.seconds}
        for place, one in enumerate(ranked, start=1)
    ]


def write_ranking(output_dir: Path, ranked: Sequence[Result], metric: str, direction: str, command: str) -> None:
    """Write `ranking.csv` and `ranking.md`, which shows the plot at `FIGURE`.

    Args:
        output_dir: folder to write into.
        ranked: trials, best first.
        metric: what they are ranked by.
        direction: `maximize` or `minimize`.
        command: runs the best trial's recipe once more.
    """
    rows = ranking_rows(ranked)
    with (output_dir / "ranking.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    better = "higher" if direction == "maximize" else "lower"
    # Values as they are written in a recipe: three decimals would make 0 of a learning rate.
    shown = [
        row | {key: str(value) for key, value in one.point.items()} | {"seconds": f"{one.seconds:.1f}"}
        for row, one in zip(rows, ranked, strict=True)
    ]
    right = [*ranked[0].point, "seconds"]
    parts = [
        "# Grid search",
        f"{counted(len(rows), 'trial')} by `{metric}` on the validation split; {better} is better. "
        "The test split took no part.",
        markdown_table(shown, list(rows[0]), right=right).rstrip("\n"),
        f"The best one, {ranked[0].trial}, once more:",
        f"```\n{command}\n```",
        f"![{metric} by each value that was tried]({FIGURE})",
    ]
    (output_dir / "ranking.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")
