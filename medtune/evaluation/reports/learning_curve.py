"""Learning curves: runs that differ only in their number of training rows, and the differences between two kinds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from medtune.evaluation.reports.comparison import Run, TrainedRun
from medtune.evaluation.significance import Interval, holm, sign_flip_test, student_interval

# What may differ between two runs of one kind.
_FREE = ("output_dir", "seed", "seeds", "hub")


@dataclass(frozen=True)
class Curve:
    """Scores of one kind of run by its number of training rows.

    Args:
        kind: what the report calls it.
        data: tells the data from other data.
        points: scores by seed, by number of training rows in ascending order.
    """

    kind: str
    data: str
    points: dict[int, dict[int, float]]


@dataclass(frozen=True)
class Difference:
    """By how much the second kind scores above the first at one number of training rows, seed by seed.

    Args:
        rows: training rows.
        seeds: that both kinds have.
        mean: of the differences.
        interval: 95 %, by Student's t; None for one seed.
        p: of the exact sign-flip test; None for one seed.
        p_holm: the same, corrected over the numbers of rows.
    """

    rows: int
    seeds: list[int]
    mean: float
    interval: Interval | None = None
    p: float | None = None
    p_holm: float | None = None


def learning_curves(runs: Sequence[Run], metric: str = "macro_f1") -> list[Curve]:
    """Gather the runs that differ only in `data.max_train_rows` and the seed.

    Args:
        runs: of any kinds; those without the metric or without a known number of rows are passed over.
        metric: what to compare, of the test split.

    Returns:
        A curve for each kind that was trained on at least two numbers of rows, in the order of the runs.
    """
    kinds: dict[str, list[tuple[Run, TrainedRun]]] = {}
    for run in runs:
        for one in run.seeds:
            if one.score(metric) is not None and one.training_rows() is not None:
                kinds.setdefault(_kind(one), []).append((run, one))
    curves = []
    for members in kinds.values():
        points: dict[int, dict[int, float]] = {}
        for _, one in members:
            seeds = points.setdefault(one.training_rows(), {})
            seeds.setdefault(one.recipe["seed"], one.score(metric))  # a run repeated in another folder counts once
        if len(points) > 1:
            name = kind_name(list(dict.fromkeys(run.name for run, _ in members))) or members[0][0].task
            taken = sum(curve.kind.split(" #")[0] == name for curve in curves)
            name = f"{name} #{taken + 1}" if taken else name
            curves.append(Curve(name, members[0][1].data, dict(sorted(points.items()))))
    return curves


def paired_differences(first: Curve, second: Curve) -> list[Difference]:
    """Compare two kinds of runs at each number of training rows that both have, over the seeds that both have.

    Args:
        first: what the difference is from.
        second: of the same data, else nothing is comparable.

    Returns:
        The differences `second - first`, in ascending order of rows; p-values are corrected over all that have one
        (Holm 1979).
    """
    found = []
    for rows in first.points if first.data == second.data else ():
        ours, theirs = first.points[rows], second.points.get(rows, {})
        if seeds := sorted(ours.keys() & theirs.keys()):
            found.append((rows, seeds, [theirs[seed] - ours[seed] for seed in seeds]))
    tested = {rows: sign_flip_test(values) for rows, seeds, values in found if len(seeds) > 1}
    corrected = dict(zip(tested, holm(list(tested.values())), strict=True))
    return [
        Difference(rows, seeds, student_interval(values).mean, student_interval(values), tested[rows], corrected[rows])
        if rows in tested
        else Difference(rows, seeds, values[0])
        for rows, seeds, values in found
    ]


def kind_name(names: Sequence[str]) -> str:
    """Return what the names of runs begin with, without the number of rows that tells them apart; may be empty."""
    alike = takewhile(lambda characters: len(set(characters)) == 1, zip(*names, strict=False))
    common = "".join(characters[0] for characters in alike)
    if any(name[len(common) : len(common) + 1].isdigit() for name in names):
        common = common.rstrip("0123456789")
    return common.rstrip(" -_./=")


def _kind(run: TrainedRun) -> str:
    """Return what runs of one kind share: recipe and inputs, but for the rows and the seed."""
    recipe = {key: value for key, value in run.recipe.items() if key not in _FREE}
    data = recipe.get("data") or {}
    recipe["data"] = {key: value for key, value in data.items() if key != "max_train_rows"}
    return json.dumps([recipe, run.inputs], sort_keys=True)
