"""The losses of several runs over training, so that they can be laid over each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import fmean
from typing import Any

from medtune.evaluation.reports.comparison import Run

#: Heading of each comparison and, by task, the name under which that loss was logged. The first two are figures 3 and 4
#: of the MEDI-BERPT paper. The loss of a decoder alone counts the description's tokens too, so it is no reply loss.
LOSSES = {
    "classification_loss": ("Classification loss", {"classification": "loss", "multitask": "classification_loss"}),
    "reply_loss": ("Reply loss", {"multitask": "reply_loss"}),
    "text_loss": ("Loss of decoders alone, over description and reply", {"language-modeling": "loss"}),
}

Points = list[tuple[float, float]]


@dataclass(frozen=True)
class LossCurve:
    """One loss of one run, averaged over its seeds.

    Args:
        run: name of the run.
        training: epochs and losses while training.
        evaluation: epochs and losses on the validation split.
        test: loss on the test split.
    """

    run: str
    training: Points = field(default_factory=list)
    evaluation: Points = field(default_factory=list)
    test: float | None = None


def loss_curves(runs: Sequence[Run], loss: str) -> list[LossCurve]:
    """Return the curves of one loss, of the runs that learnt by it and logged it.

    Args:
        runs: any runs.
        loss: a key of `LOSSES`.
    """
    curves = []
    for run in runs:
        name = LOSSES[loss][1].get(run.task)
        if name is None or not run.learns(loss):
            continue
        histories = [one.log_history for one in run.seeds]
        tests = [value for one in run.seeds if (value := one.metrics.get(f"test_{name}")) is not None]
        training, evaluation = (mean_points(histories, key) for key in (name, f"eval_{name}"))
        if training or evaluation:
            curves.append(LossCurve(run.name, training, evaluation, fmean(tests) if tests else None))
    return curves


def mean_points(histories: Sequence[Sequence[dict[str, Any]]], name: str) -> Points:
    """Return epochs and the mean of a logged number over seeds, at the steps that all seeds logged.

    Args:
        histories: what the Trainer logged, one list for each seed.
        name: of the number.
    """
    logged = [{entry["step"]: entry for entry in history if name in entry} for history in histories]
    steps = sorted(set(logged[0]).intersection(*logged[1:]))
    return [(logged[0][step]["epoch"], fmean(entries[step][name] for entries in logged)) for step in steps]
