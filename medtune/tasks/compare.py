"""`task: compare`: finished runs side by side, against simple baselines, and reloaded to see whether they work."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from medtune.evaluation.reports.paper_tables import MEDI_BERPT
from medtune.recipe import schema
from medtune.recipe.errors import Problem
from medtune.recipe.inputs import Input

SINGLE_PROCESS = True


class Data(schema.Section):
    """The rows that the runs were trained and tested on.

    Args:
        path: the `output_dir` of `task: prepare-data`.
    """

    path: str


class Recipe(schema.Recipe):
    """A report over finished runs.

    Args:
        runs: their folders, in the order of the table; a folder with runs for several seeds gives one line.
        data: what they were trained on.
        baselines: add the majority class, and a linear SVM on character n-grams that learns from the same rows.
        shuffle_test_rows: test rows whose descriptions are swapped, to see whether a joint model's decoder listens to
            its encoder; 0 leaves the test out.
        samples: test rows shown with the replies of all runs. They are the patients' own words: leave it at 0 where
            the report may travel further than the data.
        paper: experiments of the MEDI-BERPT paper that runs repeat, such as `{runs/bert: 1b}`; the paper's figures
            then stand below those reached here.
    """

    task: Literal["compare"]
    runs: list[str] = Field(min_length=1)
    data: Data
    baselines: bool = True
    shuffle_test_rows: int = Field(default=256, ge=0)
    samples: int = Field(default=0, ge=0)
    paper: dict[str, str | int] = Field(default_factory=dict)


def inputs(recipe: Recipe) -> list[Input]:
    """Return the runs and the prepared data."""
    runs = [Input(f"runs.{number}", run, "file") for number, run in enumerate(recipe.runs)]
    return [Input("data.path", recipe.data.path, "file"), *runs]


def check(recipe: Recipe) -> list[Problem]:
    """Return runs that are named twice, and experiments that the paper or the report does not have."""
    folders = [Path(run) for run in recipe.runs]
    twice = [number for number, folder in enumerate(folders) if folder in folders[:number]]
    problems = [
        recipe.problem(f"runs.{number}", "this run is named twice", "Delete it", recipe.runs[number])
        for number in twice
    ]
    for run, experiment in recipe.paper.items():
        if Path(run) not in folders:
            fix = f"Name one of {', '.join(recipe.runs)}"
            problems.append(recipe.problem(f"paper.{run}", "the report has no such run", fix, experiment))
        if str(experiment) not in MEDI_BERPT:
            fix = f"Choose from {', '.join(MEDI_BERPT)}"
            problems.append(recipe.problem(f"paper.{run}", "the paper has no such experiment", fix, experiment))
    return problems


def run(recipe: Recipe, output_dir: Path) -> dict[str, Any]:
    """Write `report.html`, `report.md` with its plots, and `report.json`; see `medtune.evaluation.reports.report`.

    Returns:
        Accuracy and macro-F1 of every line of the table, but for the paper's, and the shuffle test's differences, as
        `NAME/METRIC`.

    Raises:
        ValueError: a run cannot be reported; all are named.
    """
    from medtune.data.storage import PreparedData
    from medtune.evaluation.reports.comparison import collect_runs
    from medtune.evaluation.reports.report import write_report

    collected = collect_runs(recipe.runs)
    if collected.left_out:
        raise ValueError("\n".join(["the report lacks runs:", *(f"  {why}" for why in collected.left_out)]))
    experiments = {Path(folder): str(experiment) for folder, experiment in recipe.paper.items()}
    paper = {run.name: experiments[run.folder] for run in collected.runs if run.folder in experiments}
    data = PreparedData.open(recipe.data.path)
    return write_report(collected, output_dir, data, recipe.baselines, recipe.shuffle_test_rows, recipe.samples, paper)
