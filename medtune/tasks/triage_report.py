"""`task: triage-report`: how far a classifier can be trusted, and from which probability on it answers by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from medtune.recipe import schema
from medtune.recipe.errors import Problem
from medtune.recipe.inputs import Input, is_hub_id

SINGLE_PROCESS = True


class Data(schema.Section):
    """Rows that the classifier was not trained on.

    Args:
        path: the `output_dir` of `task: prepare-data`; its validation split gives the thresholds, its test split the
            figures.
        max_rows: draw so many rows of each split; all by default.
        max_tokens: longest description in tokens; as the classifier was trained by default, and 200 if that is unknown.
    """

    path: str
    max_rows: int | None = Field(default=None, ge=50)
    max_tokens: int | None = Field(default=None, ge=8)


class Recipe(schema.Recipe):
    """A triage report.

    Args:
        checkpoint: folder of a finished classifier or joint model, or its Hub id.
        data: rows that it was not trained on.
        error_rate: share of the answers given without a human that may be wrong.
        confidence: with which that is kept.
        miss_rate: share of a department's patients for whom it may be missing among the possible ones.
        rare_departments: with too few rows for a threshold of their own: `always` among the possible ones, or by the
            threshold of `all` rows, which promises nothing for their patients.
        unfamiliar_share: share of ordinary patients that may be referred because their text looks unfamiliar.
        tuning_share: share of the validation rows that fits the temperature and says which thresholds are tried.
        groups: fields by which patients are told apart, columns of the data or keys of `meta`, such as `age`.
        smallest_group: rows of the test split that a group needs to be shown.
        batch_size: rows scored at a time.
        save: put the thresholds and the temperature into the checkpoint, where `medtune predict` finds them.
    """

    task: Literal["triage-report"]
    checkpoint: str
    data: Data
    error_rate: float = Field(gt=0, lt=1)
    confidence: float = Field(default=0.95, gt=0, lt=1)
    miss_rate: float = Field(default=0.1, gt=0, lt=1)
    rare_departments: Literal["always", "all"] = "always"
    unfamiliar_share: float = Field(default=0.01, gt=0, lt=1)
    tuning_share: float = Field(default=0.15, ge=0.05, le=0.8)
    groups: list[str] = Field(default_factory=list)
    smallest_group: int = Field(default=30, ge=5)
    batch_size: int = Field(default=32, ge=1)
    save: bool = True


def inputs(recipe: Recipe) -> list[Input]:
    """Return the checkpoint and the prepared data."""
    return [Input("checkpoint", recipe.checkpoint, "model"), Input("data.path", recipe.data.path, "file")]


def check(recipe: Recipe) -> list[Problem]:
    """Return a checkpoint that cannot keep thresholds, and combinations that cannot work."""
    problems = []
    if recipe.save and is_hub_id(Input("checkpoint", recipe.checkpoint, "model")):
        message = f"{recipe.checkpoint} is no folder here but the name of one on the Hub, which cannot keep thresholds"
        fix = "Bring it here with `medtune fetch`, or set save: false and find the thresholds in the output_dir"
        problems.append(recipe.problem("save", message, fix, True))
    if recipe.save and recipe.seeds is not None:
        fix = "Use `seed`, or set save: false"
        problems.append(recipe.problem("seeds", "the checkpoint keeps the thresholds of one seed", fix, recipe.seeds))
    if len(set(recipe.groups)) < len(recipe.groups):
        problems.append(recipe.problem("groups", "a field is named twice", "Delete it", recipe.groups))
    return problems


def run(recipe: Recipe, output_dir: Path) -> dict[str, Any]:
    """Write the report and save the thresholds; see `medtune.evaluation.triage.report`."""
    from medtune.evaluation.triage.fit import Wishes
    from medtune.evaluation.triage.report import write_triage_report

    wishes = Wishes(
        error_rate=recipe.error_rate,
        confidence=recipe.confidence,
        miss_rate=recipe.miss_rate,
        unfamiliar_share=recipe.unfamiliar_share,
        tuning_share=recipe.tuning_share,
        rare_departments=recipe.rare_departments,
        seed=recipe.seed,
    )
    return write_triage_report(
        recipe.checkpoint,
        recipe.data.path,
        output_dir,
        wishes,
        recipe.groups,
        recipe.smallest_group,
        recipe.data.max_rows,
        recipe.data.max_tokens,
        recipe.batch_size,
        recipe.save,
    )
