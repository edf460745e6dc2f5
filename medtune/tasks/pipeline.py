"""`task: pipeline`: other recipes, one after the other; a step that is finished already is not repeated."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, PrivateAttr

from medtune.recipe import schema
from medtune.recipe.errors import Problem, RecipeError
from medtune.recipe.inputs import Input

STEPS = True


class Recipe(schema.Recipe):
    """Recipes that build on each other.

    Args:
        steps: paths of recipes, relative to this recipe's folder.
    """

    task: Literal["pipeline"]
    steps: list[str] = Field(min_length=1)

    _loaded: tuple[dict[str, schema.Recipe], list[Problem]] | None = PrivateAttr(default=None)

    def load_steps(self) -> list[schema.Recipe]:
        """Load the steps' recipes, in their order.

        Raises:
            RecipeError: with the mistakes of all steps.
        """
        recipes, problems = self._load()
        if problems:
            raise RecipeError(problems)
        return list(recipes.values())

    def _load(self) -> tuple[dict[str, schema.Recipe], list[Problem]]:
        """Load the steps that are right, by their path, once, and return the mistakes of the others."""
        if self._loaded is None:
            self._loaded = self._read()
        recipes, problems = self._loaded
        return recipes, list(problems)

    def _read(self) -> tuple[dict[str, schema.Recipe], list[Problem]]:
        from medtune.recipe.loading import load_recipe

        recipes, problems = {}, []
        for number, step in enumerate(self.steps):
            path = Path(self.path).parent / step
            if not path.is_file():
                problems.append(self.problem(f"steps.{number}", "no such recipe", f"Looked for {path}", step))
                continue
            try:
                recipe = load_recipe(path)
            except RecipeError as error:
                problems += error.problems
                continue
            if isinstance(recipe, Recipe):
                fix = "List its steps here instead"
                problems.append(self.problem(f"steps.{number}", "a pipeline cannot be a step of another", fix, step))
                continue
            recipes[step] = recipe
        return recipes, problems


def inputs(recipe: Recipe) -> list[Input]:
    """Return what the steps read and no earlier step writes."""
    from medtune.tasks import load_task

    made, needed = set(), {}
    for step in recipe.load_steps():
        for item in load_task(step.task).inputs(step):
            # A step's folder holds files too, such as the test sets of a corpus; models in it are named by `outputs`.
            places = {Path(item.name), Path(item.name).parent} if item.kind == "file" else {Path(item.name)}
            if not places & made:
                needed.setdefault(item.name, item)
        made |= outputs(step)
    return list(needed.values())


def outputs(step: schema.Recipe) -> set[Path]:
    """Return the folders that a step writes."""
    from medtune.tasks import load_task

    folders = {Path(step.output_dir)}
    if hasattr(load_task(step.task), "outputs"):
        return load_task(step.task).outputs(step)
    if hasattr(step, "load_trials"):
        return folders.union(*map(outputs, step.load_trials()))
    return folders | {Path(step.output_dir) / f"seed-{seed}" for seed in step.seeds or ()}


def check(recipe: Recipe) -> list[Problem]:
    """Return the mistakes of all steps, among them two steps that write into one folder."""
    from medtune.tasks import load_task

    steps, problems = recipe._load()
    writers = {}
    if recipe.seeds is not None:
        fix = "Write `seeds` into the recipes of the steps"
        problems.append(recipe.problem("seeds", "a pipeline repeats no steps", fix, recipe.seeds))
    for number, name in enumerate(recipe.steps):
        if name in recipe.steps[:number]:
            problems.append(recipe.problem(f"steps.{number}", "is listed twice", "Delete one of the two", name))
    for name, step in steps.items():
        problems += load_task(step.task).check(step) + _no_evaluation_set(step, writers, steps)
        if step.output_dir in writers:
            message = f"{name} and {writers[step.output_dir]} write into one folder"
            problems.append(step.problem("output_dir", message, "Give each step its own", step.output_dir))
        writers[step.output_dir] = name
    return problems


def _no_evaluation_set(step: schema.Recipe, writers: dict[str, str], steps: dict[str, schema.Recipe]) -> list[Problem]:
    """Return that a step evaluates on a validation split which an earlier step is told not to make."""
    from medtune.recipe.training_fields import field_value

    if not isinstance(step, schema.TrainingRecipe) or field_value(step.training, "eval_strategy") == "no":
        return []
    maker = writers.get(getattr(step.data, "path", None))
    if maker is None or getattr(getattr(steps[maker], "splits", None), "validation", None) != 0:
        return []
    fix = f"Write `eval_strategy: no`, or a larger `splits.validation` in {maker}"
    return [
        step.problem("training.eval_strategy", "there will be no evaluation set", fix, step.training["eval_strategy"])
    ]


def run(recipe: Recipe, output_dir: Path) -> dict[str, Any]:
    """Run the steps.

    Returns:
        The metrics of each step, by the name of its folder.
    """
    from medtune.distributed import is_main_process
    from medtune.runs import execute

    metrics = {}
    for number, step in enumerate(recipe.load_steps(), start=1):
        name = Path(step.output_dir).name
        if is_main_process():
            print(f"[{number}/{len(recipe.steps)}] {name}: task {step.task} -> {step.output_dir}", flush=True)
        metrics[name] = execute(step)
        gc.collect()  # the step's model, before the next one is loaded
    return metrics
