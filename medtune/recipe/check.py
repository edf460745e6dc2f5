"""`medtune check`: is the recipe right, what does it resolve to, what is still to supply, and what will it do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from medtune.recipe.errors import Problem, RecipeError
from medtune.recipe.inputs import MissingInputs, describe_missing, missing, pickled_weights
from medtune.recipe.loading import load_recipe
from medtune.recipe.plan import plan
from medtune.recipe.schema import Recipe, TrainingRecipe
from medtune.recipe.training import unsupported_here
from medtune.recipe.yaml_text import dump


def check(path: str | Path, overrides: Sequence[str] = (), ready: bool = False) -> None:
    """Check a recipe and print what it resolves to and what it will do.

    Args:
        path: the recipe file.
        overrides: changes as on the command line.
        ready: fail if an input is not at hand.

    Raises:
        RecipeError: the recipe is wrong.
        MissingInputs: with `ready`, an input is not there.
    """
    from medtune.tasks import load_task

    recipe = load_checked(path, overrides)
    print(f"{path}: valid (task {recipe.task})")
    _section("Resolved recipe", dump(recipe.model_dump(mode="json")).splitlines())
    _section("Warnings", [str(problem) for problem in warnings(recipe)])
    absent = missing_inputs(recipe)
    if ready and absent:
        raise MissingInputs("not ready:\n" + "\n".join(f"  {line}" for line in absent))
    _section("To supply", absent)
    _section("Notices", pickled_weights(load_task(recipe.task).inputs(recipe)))
    for title, lines in plan(recipe):
        _section(title, lines)


def load_checked(path: str | Path, overrides: Sequence[str] = ()) -> Recipe:
    """Load a recipe and let its task check it.

    Raises:
        RecipeError: the recipe is wrong.
    """
    from medtune.tasks import load_task

    recipe = load_recipe(path, overrides)
    problems = load_task(recipe.task).check(recipe)
    if problems:
        raise RecipeError([problem if problem.file else recipe.place(problem) for problem in problems])
    return recipe


def warnings(recipe: Recipe) -> list[Problem]:
    """Return what keeps a right recipe from running on this machine, each once; for a pipeline, that of all steps."""
    from medtune.tasks import load_task

    problems = []
    for step in recipe.load_steps():
        of_task = getattr(load_task(step.task), "unsupported_here", None)
        if of_task is not None:
            problems += of_task(step)
        elif isinstance(step, TrainingRecipe):
            problems += unsupported_here(step)
    return list({str(problem): problem for problem in problems}.values())


def missing_inputs(recipe: Recipe) -> list[str]:
    """Return a line for each input of a recipe that is not at hand."""
    from medtune.tasks import load_task

    return [f"{item.key}: {describe_missing(item)}" for item in missing(load_task(recipe.task).inputs(recipe))]


def _section(title: str, lines: list[str]) -> None:
    if lines:
        print(f"\n{title}")
        print("\n".join(f"  {line}" for line in lines))
