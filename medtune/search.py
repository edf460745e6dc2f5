"""The state of a grid search: which points are tried, in Optuna's storage, and what the trials leave on the disk."""

from __future__ import annotations

import math
import shutil
from pathlib import Path

import optuna
from optuna.trial import FrozenTrial, TrialState

from medtune.distributed import is_main_process, main_process_first
from medtune.evaluation.reports.ranking import Result
from medtune.recipe.grid import Grid, Point
from medtune.recipe.schema import Recipe
from medtune.runs import RUN_FILE, open_run, read_json, single_runs
from medtune.tasks import load_task

STORAGE_FILE = "search.db"
#: What stays of a trial whose weights are not kept.
KEPT = {RUN_FILE, "metrics.json", "log_history.json", "recipe.yaml", "departments.md", "plots"}


class _Grid(optuna.samplers.GridSampler):
    """Optuna's grid, which would stop a study after its last point; only `optimize` can be stopped."""

    def after_trial(self, study, trial, state, values):
        """Do nothing."""


class Study:
    """An Optuna study over a grid, in `search.db`.

    `study.optimize` would count a trial that was interrupted as done. Here a trial stays RUNNING until its value is
    known, and is taken up again by whoever asks next.

    Args:
        output_dir: holds the storage.
        grid: dotted keys with the values to try.
        direction: `maximize` or `minimize`.
        seed: of the order of the points.
    """

    def __init__(self, output_dir: Path, grid: Grid, direction: str, seed: int):
        optuna.logging.set_verbosity(optuna.logging.WARNING)
        self.grid, self.sampler = grid, _Grid(grid, seed)
        with main_process_first():
            self.study = optuna.create_study(
                storage=f"sqlite:///{output_dir / STORAGE_FILE}",
                study_name="search",
                sampler=self.sampler,
                direction=direction,
                load_if_exists=True,
            )

    def finished(self) -> list[Point]:
        """Return the points whose values are known."""
        trials = self.study.get_trials(states=(TrialState.COMPLETE, TrialState.FAIL))
        return [trial.params for trial in trials]

    def take(self) -> FrozenTrial | None:
        """Take up a trial that was interrupted, or else the next point, on all processes alike.

        Returns:
            The trial, with its point in `params`; None if all are finished.
        """
        with main_process_first():
            if is_main_process():
                self._begin()
        running = self._running()
        return running[0] if running else None

    def finish(self, trial: FrozenTrial, value: float) -> None:
        """Note the value of a trial. One that is no finite number, as after diverging, fails the trial."""
        if math.isfinite(value):
            self.study.tell(trial.number, value)
        else:
            self.study.tell(trial.number, state=TrialState.FAIL)

    def _begin(self) -> None:
        """Leave exactly one trial running, unless all are finished."""
        running = self._running()
        if running:
            # A process that was killed may have left it without some of its values: the constructor finds its point.
            trial = optuna.trial.Trial(self.study, running[0]._trial_id)
        elif self.sampler.is_exhausted(self.study):
            return
        else:
            trial = self.study.ask()
        for key, values in self.grid.items():
            trial.suggest_categorical(key, values)

    def _running(self) -> list[FrozenTrial]:
        return self.study.get_trials(states=(TrialState.RUNNING,))


def verify_trial(trial: Recipe) -> None:
    """Check that a finished trial's folder still holds it.

    Args:
        trial: its recipe.

    Raises:
        ValueError: it is not there, or not finished.
        RecipeError: it holds another run: the recipe that is tried, or what it reads, has changed.
    """
    for run in single_runs(trial):
        state = Path(run.output_dir) / RUN_FILE
        if not state.is_file() or read_json(state)["status"] != "finished":
            raise ValueError(
                f"{run.output_dir} holds no finished run, though {STORAGE_FILE} says so; bring the folder back, or add "
                "--overwrite to search anew"
            )
        open_run(run, load_task(run.task).inputs(run), overwrite=False)


def read_trial(number: int, trial: Recipe, point: Point, metric: str) -> Result:
    """Return what a finished trial has measured on the validation split; of several seeds the mean.

    Args:
        number: its place in the grid, from 0.
        trial: its recipe.
        point: the values tried.
        metric: what the trials are compared by.

    Raises:
        ValueError: the metric is not among them.
    """
    folder = Path(trial.output_dir)
    measured = {
        name: value["mean"] if isinstance(value, dict) else value
        for name, value in read_json(folder / "metrics.json").items()
        if name.startswith("eval_")
    }
    if metric not in measured:
        raise ValueError(
            f"{folder}/metrics.json holds no {metric}, but {', '.join(measured) or 'no metric of the validation split'}"
            "; let the recipe that is tried evaluate at least once"
        )
    names = dict.fromkeys([metric, "eval_accuracy", "eval_macro_f1"])
    scores = {name: measured[name] for name in names if name in measured}
    seconds = sum(read_json(Path(run.output_dir) / RUN_FILE)["seconds"] for run in single_runs(trial))
    return Result(number, folder.name, point, scores[metric], scores, seconds)


def delete_weights(trial: Recipe) -> None:
    """Delete a finished trial's weights, tokenizer, checkpoints and predictions; reports, recipe and plots stay."""
    for run in single_runs(trial):
        for path in Path(run.output_dir).iterdir():
            if path.name in KEPT:
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
