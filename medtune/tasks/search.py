"""`task: search`: a training recipe at every point of a grid (the grid search of MEDI-BERPT's experiments 1 and 2)."""

from __future__ import annotations

import gc
import shlex
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, PrivateAttr

from medtune.recipe import grid, schema
from medtune.recipe.errors import Problem
from medtune.recipe.inputs import Input

STEPS = True


class Recipe(schema.Recipe):
    """A recipe, and the values to try.

    Args:
        recipe: path of the training recipe that is tried, relative to this recipe's folder.
        grid: dotted keys of that recipe, each with a list of values; every combination is one trial.
        metric: what the trials are compared by, measured on the validation split, such as `eval_macro_f1`.
        direction: whether the metric is better higher (`maximize`) or lower (`minimize`).
        keep: `best` deletes weights, checkpoints and predictions of a trial as soon as another one is better, `all`
            deletes none. Recipe, metrics, log history and plots of every trial stay.
    """

    task: Literal["search"]
    recipe: str
    grid: dict[str, list[Any]] = Field(min_length=1)
    metric: str = "eval_macro_f1"
    direction: Literal["maximize", "minimize"] = "maximize"
    keep: Literal["best", "all"] = "best"

    _loaded: list[schema.TrainingRecipe] | None = PrivateAttr(default=None)

    @property
    def tried(self) -> Path:
        """The recipe that is tried."""
        return Path(self.path).parent / self.recipe

    def points(self) -> list[grid.Point]:
        """Return the combinations, in the order of `load_trials`."""
        return grid.points(self.grid)

    def load_trials(self) -> list[schema.TrainingRecipe]:
        """Load the recipe at every point of the grid, each with a folder `trial-N` of its own; none is published.

        Raises:
            RecipeError: with the mistakes of all points.
        """
        if self._loaded is None:
            self._loaded = grid.load_points(self.tried, self.grid)
        trials = self._loaded
        width = len(str(len(trials)))
        own = [{"output_dir": f"{self.output_dir}/trial-{number:0{width}}"} for number in range(1, len(trials) + 1)]
        return [trial.model_copy(update={**place, "hub": None}) for trial, place in zip(trials, own, strict=True)]


def inputs(recipe: Recipe) -> list[Input]:
    """Return what the trials read."""
    from medtune.tasks import load_task

    items = [item for trial in recipe.load_trials() for item in load_task(trial.task).inputs(trial)]
    return list({(item.name, item.kind): item for item in items}.values())


def check(recipe: Recipe) -> list[Problem]:
    """Return the mistakes of the grid and of all its points, so that none is met after hours of training."""
    problems = _metric_problems(recipe)
    if recipe.seeds is not None:
        fix = "Write `seeds` into the recipe that is tried: the mean over them counts"
        problems.append(recipe.problem("seeds", "a search is not repeated", fix, recipe.seeds))
    if not recipe.tried.is_file():
        return [*problems, recipe.problem("recipe", "no such recipe", f"Looked for {recipe.tried}", recipe.recipe)]
    return problems + grid.grid_problems(
        recipe, recipe.tried, recipe.grid, lambda trial: _trial_problems(recipe, trial)
    )


def _metric_problems(recipe: Recipe) -> list[Problem]:
    """Return what is wrong with the metric, whatever is tried."""
    if not recipe.metric.startswith("eval_"):
        message = "not measured on the validation split; what is chosen on the test split scores too high there"
        fix = "Write a metric that starts with `eval_`, such as eval_macro_f1"
        return [recipe.problem("metric", message, fix, recipe.metric)]
    lower_is_better = recipe.metric.endswith(("loss", "perplexity"))
    if lower_is_better and recipe.direction == "maximize":
        fix = "Write `direction: minimize`"
        return [recipe.problem("direction", f"{recipe.metric} is better lower", fix, recipe.direction)]
    return []


def _trial_problems(recipe: Recipe, trial: schema.Recipe) -> list[Problem]:
    """Return why a trial could not be compared with others: no training, no such metric, or no evaluation."""
    from medtune.recipe.sections import measured
    from medtune.recipe.training_fields import field_value
    from medtune.recipe.validation import nearest

    if not isinstance(trial, schema.TrainingRecipe):
        message = f"task {trial.task} trains nothing that a search could compare"
        return [recipe.problem("recipe", message, "Name the recipe of a training", recipe.recipe)]
    problems = []
    known = [f"eval_{name}" for name in measured(trial)]
    if known and recipe.metric.startswith("eval_") and recipe.metric not in known:
        fix = f"{nearest(recipe.metric, known)} Measured are {', '.join(known)}".strip()
        problems = [recipe.problem("metric", f"task {trial.task} does not measure it", fix, recipe.metric)]
    if field_value(trial.training, "eval_strategy") == "no":
        message = "nothing is measured on the validation split, by which a search chooses"
        fix = "Write `eval_strategy: epoch` or `steps`"
        problems.append(trial.problem("training.eval_strategy", message, fix, "no"))
    return problems


def unsupported_here(recipe: Recipe) -> list[Problem]:
    """Return what keeps the search from running on this machine."""
    from medtune.recipe import training

    trials = recipe.load_trials()
    problems = {str(problem): problem for trial in trials for problem in training.unsupported_here(trial)}
    if find_spec("optuna") is None:
        fix = "Install it: pip install 'medtune[search]'"
        return [recipe.problem("task", "needs Optuna, which is not installed", fix, "search"), *problems.values()]
    return list(problems.values())


def run(recipe: Recipe, output_dir: Path) -> dict[str, Any]:
    """Run the trials that are not finished, rank all, and keep the weights of the best.

    Returns:
        The best trial: its folder, its metrics on the validation split, the values tried in it, and the words for the
        command line that repeat it.
    """
    from medtune.distributed import barrier, is_main_process
    from medtune.evaluation.reports.plots import grid_figure, save_figure
    from medtune.evaluation.reports.ranking import FIGURE, rank, write_ranking
    from medtune.runs import execute
    from medtune.search import Study, delete_weights, read_trial, verify_trial

    points, trials = recipe.points(), recipe.load_trials()
    study, results = Study(output_dir, recipe.grid, recipe.direction, recipe.seed), {}
    for number in map(points.index, study.finished()):
        verify_trial(trials[number])
        results[number] = read_trial(number, trials[number], points[number], recipe.metric)
    while (taken := study.take()) is not None:
        number = points.index(taken.params)
        if is_main_process():
            place = f"[{len(results) + 1}/{len(points)}] {trials[number].output_dir}"
            print(f"{place}: {grid.command_line(points[number])}", flush=True)
        execute(trials[number])
        results[number] = read_trial(number, trials[number], points[number], recipe.metric)
        if is_main_process():
            for worse in rank(results.values(), recipe.direction)[1:] if recipe.keep == "best" else []:
                delete_weights(trials[worse.number])
            study.finish(taken, results[number].value)
        barrier()
        gc.collect()  # the trial's model, before the next one is loaded

    best, *_ = ranked = rank(results.values(), recipe.direction)
    words = grid.command_line(best.point)
    if is_main_process():
        values = [results[number].value for number in range(len(points))]
        save_figure(grid_figure(points, values, recipe.metric), output_dir / FIGURE)
        command = f"accelerate launch {shlex.quote(str(recipe.tried))} {words}"
        write_ranking(output_dir, ranked, recipe.metric, recipe.direction, command)
    return {"best_trial": best.trial, **best.scores, **best.point, "trials": len(ranked), "overrides": words}
