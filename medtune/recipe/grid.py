"""A grid over the keys of a recipe: every point is that recipe with overrides, checked before the first one is run."""

from __future__ import annotations

import itertools
import json
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from medtune.recipe.errors import Problem, RecipeError
from medtune.recipe.schema import Recipe
from medtune.recipe.yaml_text import parse

Grid = Mapping[str, Sequence[Any]]
Point = dict[str, Any]
CheckTrial = Callable[[Recipe], list[Problem]]

LARGEST = 1000
SCALARS = (str, int, float, bool, type(None))
#: Keys that a trial has its own value of, and where to write what was meant.
NOT_TRIED = {
    "task": "Delete it: every trial is a run of the same task",
    "output_dir": "Delete it: every trial has a folder of its own below the search's output_dir",
    "seed": "Write `seeds` into the recipe that is tried: every point is then run with each, and their mean counts",
    "seeds": "Write `seeds` into the recipe that is tried: every point is then run with each, and their mean counts",
}


def points(grid: Grid) -> list[Point]:
    """Return every combination of a grid's values, the last key's changing fastest."""
    return [dict(zip(grid, values, strict=True)) for values in itertools.product(*grid.values())]


def overrides(point: Point) -> list[str]:
    """Return a point as overrides of a recipe, such as `--training.learning_rate=1e-05`."""
    return [f"--{key}={_in_yaml(value)}" for key, value in point.items()]


def command_line(point: Point) -> str:
    """Return a point as words for a shell."""
    return shlex.join(overrides(point))


def load_points(path: Path, grid: Grid) -> list[Recipe]:
    """Load and check the recipe at every point of a grid.

    Args:
        path: the recipe that is tried.
        grid: dotted keys with their values.

    Returns:
        The recipes, in the order of `points`.

    Raises:
        RecipeError: some point is wrong; its problems are those of `grid_problems`.
    """
    from medtune.recipe.check import load_checked

    return [load_checked(path, overrides(point)) for point in points(grid)]


def grid_problems(recipe: Recipe, path: Path, grid: Grid, check_trial: CheckTrial) -> list[Problem]:
    """Return all that is wrong with a grid, and with the recipe that it is tried on, in the order of the lines.

    Args:
        recipe: the search, whose key `grid` holds the grid.
        path: the recipe that is tried.
        grid: dotted keys with their values.
        check_trial: returns what keeps a point from being tried whose recipe is right.
    """
    problems, sound = [], {}
    for key, values in grid.items():
        found = _list_problems(recipe, key, values)
        problems += found
        if key not in NOT_TRIED:
            usable = [value for value in values if isinstance(value, SCALARS)]
            sound[key] = [value for number, value in enumerate(usable) if value not in usable[:number]]
    sound = {key: values for key, values in sound.items() if values}
    size = len(list(itertools.islice(itertools.product(*sound.values()), LARGEST + 1)))
    if size > LARGEST:
        return [*problems, recipe.problem("grid", f"more than {LARGEST} combinations", "Try fewer values or keys")]
    problems += _point_problems(recipe, path, sound, grid, check_trial)
    return sorted(problems, key=lambda problem: (problem.file, problem.line or 0))


def _list_problems(recipe: Recipe, key: str, values: Sequence[Any]) -> list[Problem]:
    """Return what is wrong with a list whatever the recipe is."""
    if key in NOT_TRIED:
        return [recipe.problem(f"grid.{key}", "cannot be tried", NOT_TRIED[key])]
    if not values:
        return [recipe.problem(f"grid.{key}", "there is no value to try", "Add values, or delete the key", values)]
    problems = []
    for number, value in enumerate(values):
        place = f"grid.{key}.{number}"
        if not isinstance(value, SCALARS):
            fix = f"Name the key inside it, such as `{key}.{next(iter(value), 0) if value else 0}`"
            problems.append(recipe.problem(place, "a list or section; single values can be tried", fix))
        elif value in values[:number]:
            problems.append(recipe.problem(place, "stands in the list already", "Delete one of the two", value))
    return problems


def _point_problems(recipe: Recipe, path: Path, grid: Grid, written: Grid, check_trial: CheckTrial) -> list[Problem]:
    """Return the problems of all points, each once, placed at the value that makes it.

    A problem of another key than those of the grid is that of the recipe tried, or of a combination.
    """
    from medtune.recipe.check import load_checked

    every, some_right = points(grid), False
    found: dict[tuple, tuple[Problem, list[Point]]] = {}
    for point in every:
        try:
            of_point = check_trial(load_checked(path, overrides(point)))
        except RecipeError as error:
            of_point = error.problems
        some_right = some_right or not of_point
        for problem in of_point:
            tried = _tried_key(problem, grid)
            about = (tried,) if tried else (problem.file, problem.line, problem.key)
            found.setdefault((*about, problem.message, problem.fix), (problem, []))[1].append(point)
    problems = []
    for (first, *_), (problem, where) in found.items():
        if first in grid:
            problems += _at_values(recipe, first, problem, [point[first] for point in where], grid, written)
        elif some_right:
            share = f"{problem.message} (in {len(where)} of {len(every)} trials, such as {command_line(where[0])})"
            problems.append(replace(problem, message=share))
        else:
            problems.append(problem)
    return problems


def _at_values(
    recipe: Recipe, key: str, problem: Problem, values: list[Any], grid: Grid, written: Grid
) -> list[Problem]:
    """Place a problem at the values that have it, or at their key if all have it."""
    if all(value in values for value in grid[key]):
        return [recipe.problem(f"grid.{key}", problem.message, problem.fix, list(written[key]))]
    wrong = [(number, value) for number, value in enumerate(written[key]) if value in values]
    return [recipe.problem(f"grid.{key}.{number}", problem.message, problem.fix, value) for number, value in wrong]


def _tried_key(problem: Problem, grid: Grid) -> str | None:
    """Return the key of the grid that a problem is about."""
    return next((key for key in grid if f"{problem.key}.".startswith(f"{key}.")), None)


def _in_yaml(value: Any) -> str:
    """Return a single value as YAML reads it, text without quotes where it stays text."""
    if isinstance(value, str) and parse(value).data == value:
        return value
    return json.dumps(value, ensure_ascii=False)
