"""`task: compare`: finished runs side by side, against simple baselines, and reloaded to see whether they work."""

from __future__ import annotations

from pathlib import Path
from statistics import fmean
from typing import Any, Literal

from pydantic import Field

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
        baselines: add the majority class and a linear SVM on character n-grams.
        shuffle_test_rows: test rows whose descriptions are swapped, to see whether a joint model's decoder listens to
            its encoder; 0 leaves the test out.
        samples: test rows shown with the replies of all runs. They are the patients' own words: leave it at 0 where
            the report may travel further than the data.
    """

    task: Literal["compare"]
    runs: list[str] = Field(min_length=1)
    data: Data
    baselines: bool = True
    shuffle_test_rows: int = Field(default=256, ge=0)
    samples: int = Field(default=0, ge=0)


def inputs(recipe: Recipe) -> list[Input]:
    """Return the runs and the prepared data."""
    runs = [Input(f"runs.{number}", run, "file") for number, run in enumerate(recipe.runs)]
    return [Input("data.path", recipe.data.path, "file"), *runs]


def check(recipe: Recipe) -> list[Problem]:
    """Return runs that are named twice."""
    twice = [number for number, run in enumerate(recipe.runs) if run in recipe.runs[:number]]
    return [recipe.problem(f"runs.{number}", "named twice", "Delete it", recipe.runs[number]) for number in twice]


def run(recipe: Recipe, output_dir: Path) -> dict[str, Any]:
    """Write `report.md`: the table of runs, their plots, the shuffle test, and samples.

    Returns:
        Accuracy and macro-F1 of every line of the table, and the shuffle test's differences, as `NAME/METRIC`.
    """
    from medtune.data.storage import PreparedData
    from medtune.evaluation.baselines import baseline_scores
    from medtune.evaluation.comparison import is_joint, plot_links, read_metrics, sample_rows
    from medtune.evaluation.predict import Predictor
    from medtune.evaluation.shuffle_test import shuffle_test
    from medtune.evaluation.tables import markdown_table, runs_table, sample_table

    data = PreparedData.open(recipe.data.path)
    test = data.split("test")
    folders = {Path(folder).name: Path(folder) for folder in recipe.runs}
    rows = {name: read_metrics(folder) for name, folder in folders.items()}
    if recipe.baselines:
        rows = {name: [scores] for name, scores in baseline_scores(data).items()} | rows
    parts = ["# Comparison", f"{test.num_rows:,} test rows of {recipe.data.path}.", runs_table(rows)]

    swaps = []
    for name in [name for name, folder in folders.items() if is_joint(folder)] if recipe.shuffle_test_rows else []:
        difference = shuffle_test(Predictor(str(folders[name])), test.slice(0, recipe.shuffle_test_rows))
        swaps.append({"run": name, "difference": difference.mean, "low": difference.low, "high": difference.high})
    if swaps:
        headings = {"run": "Run", "difference": "Higher by", "low": "95 % from", "high": "to"}
        parts += ["## Reply loss with another patient's description, in nats a token", markdown_table(swaps, headings)]
    if recipe.samples:
        parts += ["## Samples", *(sample_table(sample_rows(folders, test, row)) for row in range(recipe.samples))]
    parts += ["## Plots", *plot_links(folders, output_dir)]
    (output_dir / "report.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")

    scores = {}
    for name, seeds in rows.items():
        for metric in ("accuracy", "macro_f1"):
            if values := [run[key] for run in seeds for key in (metric, f"test_{metric}") if key in run]:
                scores[f"{name}/{metric}"] = fmean(values)
    for swap in swaps:
        scores |= {f"{swap['run']}/shuffle_{key}": swap[key] for key in ("difference", "low", "high")}
    return scores
